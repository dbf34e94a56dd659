/** All incidents as arrays of numbers: what filters, sorts, counts and draws twenty thousand of them at once. */
import type { Coded, CodedLists, CodedParties, Columns } from "../data/forms";

/** Lists of codes end to end: those of row i are items[starts[i]] up to items[starts[i + 1]]. */
export interface Lists {
  starts: Int32Array;
  items: Int32Array;
}

export interface Model {
  n: number;
  columns: Columns;
  /** Days since 1970-01-01; an unknown side of an interval reaches as far as days go. */
  from: Int32Array;
  to: Int32Array;
  dated: Uint8Array;
  lat: Float64Array;
  lon: Float64Array;
  precision: Int8Array;
  /** Best figures; -1 where no report gives one. */
  killed: Int32Array;
  injured: Int32Array;
  origins: Int32Array;
  confidence: Float64Array;
  reviewed: Uint8Array;
  codes: Record<CodeName, Int32Array>;
  lists: Record<PartyName, Lists>;
  texts: () => readonly string[];
}

export const CODED = ["type", "mode", "status", "grade", "place", "country", "adm1", "side", "against"] as const;
export type CodeName = (typeof CODED)[number];
export type PartyName = "actors" | "targets" | "outlets";

export const NEVER = -1_000_000;
export const EVER = 1_000_000;
export const DAY = 86_400_000;

/** Give the number of a day written YYYY-MM-DD. */
export function dayNumber(day: string): number {
  return Math.round(Date.UTC(+day.slice(0, 4), +day.slice(5, 7) - 1, +day.slice(8, 10)) / DAY);
}

export const dayText = (number: number): string => new Date(number * DAY).toISOString().slice(0, 10);

export function modelOf(columns: Columns): Model {
  const codes = Object.fromEntries(CODED.map((name) => [name, coded(columns[name])])) as Record<CodeName, Int32Array>;
  let texts: string[] | null = null;
  return {
    n: columns.n,
    columns,
    from: days(columns.from, NEVER),
    to: days(columns.to, EVER),
    dated: Uint8Array.from(columns.from, (day, row) => (day || columns.to[row] ? 1 : 0)),
    lat: Float64Array.from(columns.lat, (value) => value ?? NaN),
    lon: Float64Array.from(columns.lon, (value) => value ?? NaN),
    precision: Int8Array.from(columns.precision, (value) => value ?? 0),
    killed: Int32Array.from(columns.killed_best, (value) => value ?? -1),
    injured: Int32Array.from(columns.injured_best, (value) => value ?? -1),
    origins: Int32Array.from(columns.origins, (value) => value ?? 0),
    confidence: Float64Array.from(columns.confidence, (value) => value ?? 0),
    reviewed: Uint8Array.from(columns.reviewed),
    codes,
    lists: { actors: listed(columns.actors), targets: listed(columns.targets), outlets: listed(columns.outlets) },
    texts: () => (texts ??= textsOf(columns)),
  };
}

/** Days repeat: each is read once. */
function days(given: readonly (string | null)[], unknown: number): Int32Array {
  const known = new Map<string, number>();
  return Int32Array.from(given, (day) => {
    if (!day) return unknown;
    let found = known.get(day);
    if (found === undefined) known.set(day, (found = dayNumber(day)));
    return found;
  });
}

const coded = (given: Coded): Int32Array => Int32Array.from(given.codes, (code) => code ?? -1);

function listed(given: CodedLists): Lists {
  const starts = new Int32Array(given.codes.length + 1);
  given.codes.forEach((row, at) => (starts[at + 1] = starts[at]! + row.length));
  return { starts, items: Int32Array.from(given.codes.flat()) };
}

/** What words are looked for in, in small letters. */
function textsOf(columns: Columns): string[] {
  const { actors, targets, outlets, place, adm1 } = columns;
  const low = (list: readonly string[]): string[] => list.map((one) => one.toLowerCase());
  const [who, whom, told, where, province] = [actors, targets, outlets, place, adm1].map((one) => low(one.values)) as [string[], string[], string[], string[], string[]];
  return columns.summary.map((summary, row) => {
    const names = [...actors.codes[row]!.map((one) => who[one]), ...targets.codes[row]!.map((one) => whom[one]), ...outlets.codes[row]!.map((one) => told[one])];
    const placed = [where[place.codes[row] ?? -1], province[adm1.codes[row] ?? -1]];
    return [summary.toLowerCase(), columns.ids[row], ...names, ...placed].join("\n");
  });
}

/** Give the value by which a party is asked for: its registry id, else its name. */
export const partyKey = (parties: CodedParties, code: number): string => parties.ids[code] ?? parties.values[code]!;
