/** The timeline's lanes: one a side that acts; where each incident stands, its interval as a whisker. */
import { NOBODY, sides } from "../state/sides";
import { DAY, EVER, NEVER, type Model } from "./model";

export interface Lane {
  name: string;
  /** Codes of the sides drawn in it. */
  codes: readonly number[];
  total: number;
}

/** Give the lanes: each side that has a hue, then all others, then those unknown. */
export function lanes(model: Model): Lane[] {
  const names = model.columns.side.values;
  const totals = new Int32Array(names.length);
  for (const code of model.codes.side) if (code >= 0) totals[code]!++;
  const sum = (codes: readonly number[]): number => codes.reduce((all, code) => all + totals[code]!, 0);
  const own = [...sides.value.keys()].map((name) => names.indexOf(name)).filter((code) => code >= 0 && totals[code]! > 0);
  const nobody = names.indexOf(NOBODY);
  const others = [...names.keys()].filter((code) => code !== nobody && !own.includes(code));
  const found: Lane[] = own.map((code) => ({ name: names[code]!, codes: [code], total: totals[code]! }));
  if (others.length > 0) found.push({ name: "others", codes: others, total: sum(others) });
  if (nobody >= 0) found.push({ name: NOBODY, codes: [nobody], total: totals[nobody]! });
  return found;
}

/** Give the lane of each row. */
export function laneOf(model: Model, all: readonly Lane[]): Int8Array {
  const byCode = new Int8Array(model.columns.side.values.length).fill(-1);
  all.forEach((lane, at) => lane.codes.forEach((code) => (byCode[code] = at)));
  return Int8Array.from(model.codes.side, (code) => byCode[code] ?? -1);
}

export interface Span {
  first: number;
  last: number;
}

/** Give the days worth showing: all, but for what lies far before the rest (told as history). */
export function extent(model: Model): Span {
  const days: number[] = [];
  for (let row = 0; row < model.n; row++) {
    if (model.dated[row] && !model.columns.background[row]) days.push(model.to[row]! < EVER ? model.to[row]! : model.from[row]!);
  }
  if (days.length === 0) return { first: Math.floor(Date.now() / DAY) - 30, last: Math.floor(Date.now() / DAY) };
  days.sort((a, b) => a - b);
  const at = (part: number): number => days[Math.min(days.length - 1, Math.floor(part * days.length))]!;
  const [low, high] = [at(0.03), at(0.97)];
  const room = Math.max(7, (high - low) * 0.6);
  return { first: Math.max(days[0]!, low - room) - 1, last: Math.min(days.at(-1)!, high + room) + 1 };
}

/** Give the day at which a row is drawn: the last it may have happened on. */
export function dayOf(model: Model, row: number): number {
  return model.to[row]! < EVER ? model.to[row]! : model.from[row]!;
}

/** Give the interval of a row, cut where a side of it is open. */
export function whisker(model: Model, row: number): [number, number] {
  const [from, to] = [model.from[row]!, model.to[row]!];
  if (from <= NEVER) return [to - 20, to];
  if (to >= EVER) return [from, from + 20];
  return [from, to];
}
