/** Rows in an order, and those of them that are chosen. */
import { GRADES } from "../words";
import type { Chosen } from "./choose";
import { EVER, NEVER, type Model } from "./model";

type Key = (model: Model) => (row: number) => number;

const KEYS: Record<string, Key> = {
  when: (model) => (row) => {
    if (!model.dated[row]) return NEVER;
    const [from, to] = [model.from[row]!, model.to[row]!];
    return from > NEVER && to < EVER ? (from + to) / 2 : VAGUE + Math.min(to, EVER + from);
  },
  killed: (model) => (row) => model.killed[row]!,
  injured: (model) => (row) => model.injured[row]!,
  origins: (model) => (row) => model.origins[row]!,
  confidence: (model) => (row) => model.confidence[row]!,
  type: (model) => byWord(model.columns.type.values, model.codes.type),
  place: (model) => byWord(model.columns.place.values, model.codes.place),
  grade: (model) => {
    const ranks = model.columns.grade.values.map((one) => GRADES.length - GRADES.indexOf(one as (typeof GRADES)[number]));
    return (row) => ranks[model.codes.grade[row]!] ?? 0;
  },
};

function byWord(words: readonly string[], codes: Int32Array): (row: number) => number {
  const sorted = [...words.keys()].sort((a, b) => words[a]!.localeCompare(words[b]!));
  const ranks = new Int32Array(words.length);
  sorted.forEach((code, rank) => (ranks[code] = rank));
  return (row) => (codes[row]! < 0 ? words.length : ranks[codes[row]!]!);
}

/** Intervals with an open side stand apart from those that are closed: "by 16 February" may be any day before. */
const VAGUE = NEVER / 2;

const kept = new WeakMap<Model, Map<string, Int32Array>>();

/** Give all rows in an order ("-killed": the most first); made once for a model. */
export function ordered(model: Model, sort: string): Int32Array {
  let held = kept.get(model);
  if (!held) kept.set(model, (held = new Map()));
  let found = held.get(sort);
  if (!found) held.set(sort, (found = sorted(model, sort)));
  return found;
}

function sorted(model: Model, sort: string): Int32Array {
  const key = (KEYS[sort.replace(/^-/, "")] ?? KEYS.when!)(model);
  const keys = Float64Array.from({ length: model.n }, (_, row) => key(row));
  const sign = sort.startsWith("-") ? -1 : 1;
  return Int32Array.from({ length: model.n }, (_, row) => row).sort((a, b) => sign * (keys[a]! - keys[b]!) || b - a);
}

/** Give the chosen rows in an order. */
export function rows(model: Model, chosen: Chosen, sort: string): Int32Array {
  const order = ordered(model, sort);
  const found = new Int32Array(chosen.total);
  let at = 0;
  for (const row of order) if (chosen.fails[row] === 0) found[at++] = row;
  return found;
}
