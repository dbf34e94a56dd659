/** Facets of the incidents, with counts under all other filters. */
import { Facet, type Value } from "../parts/facet";
import { filters, turn, type ListName } from "../state/filters";
import { setQuery } from "../state/router";
import { sideClass } from "../state/sides";
import { countryWord, modeWord, sentence, STATUSES, typeWord } from "../words";
import { FACETS, values, type Chosen, type FacetName } from "./choose";
import type { Model } from "./model";

const TITLES: Record<FacetName, string> = {
  type: "Type", mode: "Mode", status: "Status", grade: "Grade", country: "Country", place: "Place", actor: "Who", target: "To whom", outlet: "Outlet", reviewed: "Reviewed",
};
const ORDER: readonly FacetName[] = ["type", "mode", "actor", "target", "country", "place", "grade", "status", "outlet", "reviewed"];
const OPEN = new Set<FacetName>(["type", "actor", "target", "grade", "reviewed"]);

const WORDS: Partial<Record<FacetName, (value: string) => string>> = {
  type: typeWord, mode: (value) => sentence(modeWord(value)), country: countryWord, status: (value) => sentence(STATUSES[value] ?? value), reviewed: (value) => (value === "true" ? "Yes" : "Not yet"),
};

export function Facets({ model, chosen }: { model: Model; chosen: Chosen }) {
  return <>{ORDER.filter((name) => FACETS.includes(name)).map((name) => <Facet key={name} title={TITLES[name]} values={() => shown(model, chosen, name)} chosen={onOf(name).length} open={OPEN.has(name)} onTurn={(value) => turned(name, value)} />)}<Killed /></>;
}

function Killed() {
  return (
    <label class="facet killed-least">Killed at least
      <input class="input num" type="number" min={0} max={1_000_000} value={filters.value.killedMin ?? ""} onChange={(event) => setQuery({ killed_min: event.currentTarget.value })} />
    </label>
  );
}

/** Give the values that are chosen. */
function onOf(name: FacetName): readonly string[] {
  const held = filters.value;
  return name === "reviewed" ? (held.reviewed === null ? [] : [String(held.reviewed)]) : held.lists[name as ListName];
}

function shown(model: Model, chosen: Chosen, name: FacetName): Value[] {
  const on = onOf(name);
  const low = new Set(on.map((one) => one.toLowerCase()));
  const word = WORDS[name];
  return values(model, chosen, name, on).map((one) => ({
    value: one.value, word: word?.(one.value) ?? one.word, n: one.n, on: low.has(one.value.toLowerCase()),
    ...(name === "actor" || name === "target" ? hueOf(model, name, one.code) : {}),
  }));
}

/** A party that is a side of its own, or an organ of a state that is one, carries its hue. */
function hueOf(model: Model, name: "actor" | "target", code: number): { hue?: string } {
  const parties = model.columns[`${name}s`];
  const own = sideClass(parties.values[code]);
  const state = parties.countries[code];
  const found = own !== "side-x" || !state || parties.kinds[code] === "armed group" ? own : sideClass(countryWord(state));
  return found === "side-x" ? {} : { hue: found };
}

function turned(name: FacetName, value: string): void {
  if (name !== "reviewed") turn(name as ListName, value);
  else setQuery({ reviewed: String(filters.value.reviewed) === value ? null : value });
}
