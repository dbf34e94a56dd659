/** Which rows are chosen, and how many each value of a facet would give.
 *
 * Each filter has one bit; a row's bits say which filters it fails. A row is chosen where no bit is set, and it counts for
 * a facet where no bit but the facet's own is set: so the counts of a facet say what choosing more of it would add. */
import type { Filters, ListName } from "../state/filters";
import { hostile } from "../words";
import { dayNumber, EVER, NEVER, partyKey, type Model } from "./model";

export const FACETS = ["type", "mode", "status", "grade", "country", "place", "actor", "target", "outlet", "reviewed"] as const;
export type FacetName = (typeof FACETS)[number];

const BIT: Record<FacetName | "days" | "text" | "killed" | "direction", number> = {
  type: 1, mode: 2, status: 4, grade: 8, country: 16, place: 32, actor: 64, target: 128, outlet: 256, reviewed: 512, days: 1024, text: 2048, killed: 4096, direction: 8192,
};

export interface Chosen {
  fails: Uint16Array;
  /** Counts of each facet by code; reviewed: [no, yes]. */
  counts: Record<FacetName, Int32Array>;
  total: number;
}

export interface Window {
  from: string | null;
  to: string | null;
}

type Failing = Map<string, Uint16Array>;
const kept = new WeakMap<Model, Failing>();

/** Choose by the filters of the address; `window` stands in for their days while a brush is drawn. */
export function choose(model: Model, filters: Filters, window: Window | null): Chosen {
  const fails = new Uint16Array(model.n);
  for (const name of Object.keys(filters.lists) as ListName[]) {
    const values = filters.lists[name];
    if (values.length > 0) add(fails, once(model, `${name} ${values.join("\u0000")}`, () => byList(model, name, values)));
  }
  if (filters.text) add(fails, once(model, `text ${filters.text}`, () => byText(model, filters.text)));
  const { from, to } = window ?? filters;
  if (from || to) byDays(model, fails, from, to);
  for (let row = 0; row < model.n; row++) {
    if (filters.reviewed !== null && (model.reviewed[row] === 1) !== filters.reviewed) fails[row]! |= BIT.reviewed;
    if (filters.killedMin !== null && model.killed[row]! < filters.killedMin) fails[row]! |= BIT.killed;
  }
  let total = 0;
  for (let row = 0; row < model.n; row++) if (fails[row] === 0) total++;
  return { fails, counts: counts(model, fails), total };
}

function once(model: Model, key: string, make: () => Uint16Array): Uint16Array {
  let held = kept.get(model);
  if (!held) kept.set(model, (held = new Map()));
  let found = held.get(key);
  if (!found) {
    if (held.size > 80) held.clear();
    held.set(key, (found = make()));
  }
  return found;
}

function add(fails: Uint16Array, more: Uint16Array): void {
  for (let row = 0; row < fails.length; row++) fails[row]! |= more[row]!;
}

const PARTIES = { actor: "actors", target: "targets", outlet: "outlets" } as const;

function byList(model: Model, name: ListName, values: readonly string[]): Uint16Array {
  const wanted = values.map((one) => one.toLowerCase());
  const bit = BIT[name];
  const fails = new Uint16Array(model.n);
  if (name === "actor" || name === "target" || name === "outlet") {
    const column = model.columns[PARTIES[name]];
    const ids = name === "outlet" ? null : model.columns[PARTIES[name]].ids;
    const good = column.values.map((value, code) => wanted.some((one) => (one.includes(":") ? ids?.[code]?.toLowerCase() === one : value.toLowerCase().includes(one))));
    const { starts, items } = model.lists[PARTIES[name]];
    for (let row = 0; row < model.n; row++) {
      let found = false;
      for (let at = starts[row]!; at < starts[row + 1]! && !found; at++) found = good[items[at]!]!;
      if (!found) fails[row] = bit;
    }
    return fails;
  }
  if (name === "direction") {
    const { side, against, type, statement, aggregate, background } = model.columns;
    const deeds = type.values.map(hostile);
    for (let row = 0; row < model.n; row++) {
      const told = statement[row] || aggregate[row] || background[row] || !model.dated[row] || !deeds[model.codes.type[row]!];
      const way = `${side.values[model.codes.side[row]!]} → ${against.values[model.codes.against[row]!]}`.toLowerCase();
      if (told || !wanted.includes(way)) fails[row] = bit;
    }
    return fails;
  }
  const exact = name !== "place";
  const fits = (value: string): boolean => wanted.some((one) => (exact ? value.toLowerCase() === one : value.toLowerCase().includes(one)));
  const good = model.columns[name].values.map(fits);
  const codes = model.codes[name];
  const province = name === "place" ? model.columns.adm1.values.map(fits) : null;
  for (let row = 0; row < model.n; row++) {
    if (!good[codes[row]!] && !province?.[model.codes.adm1[row]!]) fails[row] = bit;
  }
  return fails;
}

function byText(model: Model, text: string): Uint16Array {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return Uint16Array.from(model.texts(), (one) => (words.every((word) => one.includes(word)) ? 0 : BIT.text));
}

/** What may have happened in the window: its interval touches it. */
function byDays(model: Model, fails: Uint16Array, from: string | null, to: string | null): void {
  const [first, last] = [from ? dayNumber(from) : NEVER, to ? dayNumber(to) : EVER];
  for (let row = 0; row < model.n; row++) {
    if (!model.dated[row] || model.to[row]! < first || model.from[row]! > last) fails[row]! |= BIT.days;
  }
}

const CODES = ["type", "mode", "status", "grade", "country", "place"] as const;

function counts(model: Model, fails: Uint16Array): Chosen["counts"] {
  const found = {} as Chosen["counts"];
  for (const name of CODES) {
    const counted = (found[name] = new Int32Array(model.columns[name].values.length));
    const [codes, others] = [model.codes[name], ~BIT[name]];
    for (let row = 0; row < model.n; row++) if ((fails[row]! & others) === 0 && codes[row]! >= 0) counted[codes[row]!]!++;
  }
  for (const name of ["actor", "target", "outlet"] as const) {
    const counted = (found[name] = new Int32Array(model.columns[PARTIES[name]].values.length));
    const { starts, items } = model.lists[PARTIES[name]];
    const others = ~BIT[name];
    for (let row = 0; row < model.n; row++) {
      if ((fails[row]! & others) === 0) for (let at = starts[row]!; at < starts[row + 1]!; at++) counted[items[at]!]!++;
    }
  }
  found.reviewed = new Int32Array(2);
  for (let row = 0; row < model.n; row++) if ((fails[row]! & ~BIT.reviewed) === 0) found.reviewed[model.reviewed[row]!]!++;
  return found;
}

/** Give the values of a facet with their counts, most first; those chosen that nothing has are kept. */
export function values(model: Model, chosen: Chosen, name: FacetName, on: readonly string[]): { value: string; word: string; n: number; code: number }[] {
  if (name === "reviewed") return [{ value: "false", word: "not yet", n: chosen.counts.reviewed[0]!, code: 0 }, { value: "true", word: "reviewed", n: chosen.counts.reviewed[1]!, code: 1 }];
  const counted = chosen.counts[name];
  const party = name === "actor" || name === "target" ? model.columns[PARTIES[name]] : null;
  const words = party?.values ?? (name === "outlet" ? model.columns.outlets.values : model.columns[name as (typeof CODES)[number]].values);
  const found: { value: string; word: string; n: number; code: number }[] = [];
  for (let code = 0; code < words.length; code++) {
    if (party && !party.ids[code]) continue; // phrases that name nobody are no choice
    found.push({ value: party ? partyKey(party, code) : words[code]!, word: words[code]!, n: counted[code]!, code });
  }
  const known = new Set(found.map((one) => one.value.toLowerCase()));
  for (const value of on) if (!known.has(value.toLowerCase())) found.push({ value, word: value, n: 0, code: -1 });
  return found.sort((a, b) => b.n - a.n || (a.word < b.word ? -1 : 1));
}
