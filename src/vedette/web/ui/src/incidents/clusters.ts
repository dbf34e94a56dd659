/** Chosen rows put together by where they are drawn, for a zoom of the map. */
import type { Model } from "./model";

export interface Cluster {
  lon: number;
  lat: number;
  n: number;
  killed: number;
  /** The side that acted in most of them, and its share. */
  side: number;
  share: number;
  /** Known to the place itself; otherwise somewhere round it. */
  exact: boolean;
  /** Code of the place where all are of one, else -1. */
  place: number;
  /** A row of it. */
  row: number;
  /** All at the very same coordinates: nearer sight would not part them. */
  one: boolean;
}

const TILE = 512;
const CELL = 58; // pixels
const COUNTRY = 6;

/** World coordinates in pixels at zoom 0 (Web Mercator). */
const x = (lon: number): number => ((lon + 180) / 360) * TILE;
const y = (lat: number): number => {
  const bound = Math.max(-85, Math.min(85, lat));
  return ((1 - Math.asinh(Math.tan((bound * Math.PI) / 180)) / Math.PI) / 2) * TILE;
};

interface Gathered extends Cluster {
  sides: Map<number, number>;
  sumLon: number;
  sumLat: number;
}

/** Give the clusters of rows at a zoom; rows known to the country alone are none of them. */
export function clusters(model: Model, rows: Iterable<number>, zoom: number): Cluster[] {
  const scale = 2 ** Math.round(zoom) / CELL;
  const found = new Map<number, Gathered>();
  for (const row of rows) {
    const [lon, lat] = [model.lon[row]!, model.lat[row]!];
    if (Number.isNaN(lon) || model.precision[row]! >= COUNTRY) continue;
    const exact = model.precision[row]! <= 2;
    const key = (Math.floor(x(lon) * scale) * 4_194_304 + Math.floor(y(lat) * scale)) * 2 + (exact ? 1 : 0);
    const held = found.get(key);
    if (held) join(held, model, row);
    else found.set(key, begin(model, row, exact));
  }
  return apart([...found.values()], scale * CELL).map(settled);
}

/** How large a cluster is drawn, in pixels. */
export const radius = (n: number): number => (n === 1 ? 4.5 : Math.min(26, 7 + 1.5 * Math.sqrt(n)));

const MANY = 600; // clusters: more than that are left as they lie
const TOUCH = 0.85; // of the sum of two radii

/** Cells cut through what lies together: clusters that would be drawn over one another become one, the larger first. */
function apart(given: Gathered[], scale: number): Gathered[] {
  if (given.length > MANY) return given;
  const kept: Gathered[] = [];
  for (const one of given.sort((a, b) => b.n - a.n)) {
    const near = kept.find((held) => held.exact === one.exact && held.n > 1 && far(held, one, scale) < TOUCH * (radius(held.n) + radius(one.n)));
    if (near) merge(near, one);
    else kept.push(one);
  }
  return kept;
}

const far = (a: Gathered, b: Gathered, scale: number): number =>
  Math.hypot(x(a.sumLon / a.n) - x(b.sumLon / b.n), y(a.sumLat / a.n) - y(b.sumLat / b.n)) * scale;

function merge(held: Gathered, more: Gathered): void {
  held.n += more.n;
  held.killed += more.killed;
  held.sumLon += more.sumLon;
  held.sumLat += more.sumLat;
  for (const [side, n] of more.sides) held.sides.set(side, (held.sides.get(side) ?? 0) + n);
  if (held.place !== more.place) held.place = -1;
  held.one &&= more.one && held.lon === more.lon && held.lat === more.lat;
}

function begin(model: Model, row: number, exact: boolean): Gathered {
  const [lon, lat, side] = [model.lon[row]!, model.lat[row]!, model.codes.side[row]!];
  return {
    lon, lat, n: 1, killed: Math.max(0, model.killed[row]!), side, share: 1, exact, place: model.codes.place[row]!, row, one: true,
    sides: new Map([[side, 1]]), sumLon: lon, sumLat: lat,
  };
}

function join(held: Gathered, model: Model, row: number): void {
  const [lon, lat, side] = [model.lon[row]!, model.lat[row]!, model.codes.side[row]!];
  held.n++;
  held.killed += Math.max(0, model.killed[row]!);
  held.sides.set(side, (held.sides.get(side) ?? 0) + 1);
  held.sumLon += lon;
  held.sumLat += lat;
  if (held.place !== model.codes.place[row]) held.place = -1;
  if (lon !== held.lon || lat !== held.lat) held.one = false;
}

function settled(held: Gathered): Cluster {
  let [side, most] = [held.side, 0];
  for (const [one, n] of held.sides) if (n > most) [side, most] = [one, n];
  const { sides: _, sumLon, sumLat, ...cluster } = held;
  return { ...cluster, side, share: most / held.n, lon: sumLon / held.n, lat: sumLat / held.n };
}

/** Count the rows known to the country alone, by code of the country. */
export function byCountry(model: Model, rows: Iterable<number>): Map<number, number> {
  const found = new Map<number, number>();
  for (const row of rows) {
    const code = model.codes.country[row]!;
    if (code >= 0 && (model.precision[row] === COUNTRY || Number.isNaN(model.lon[row]!))) found.set(code, (found.get(code) ?? 0) + 1);
  }
  return found;
}

/** How far round its point an imprecise place may lie, in kilometres. */
export const REACH: Record<number, number> = { 2: 15, 3: 40, 4: 90, 5: 150 };

export interface Area {
  lon: number;
  lat: number;
  km: number;
  n: number;
}

/** Give the areas in which imprecise rows lie, each once with how many lie in it. */
export function areas(model: Model, rows: Iterable<number>): Area[] {
  const found = new Map<string, Area>();
  for (const row of rows) {
    const km = REACH[model.precision[row]!];
    const [lon, lat] = [model.lon[row]!, model.lat[row]!];
    if (!km || Number.isNaN(lon)) continue;
    const key = `${lon} ${lat} ${km}`;
    const held = found.get(key);
    if (held) held.n++;
    else found.set(key, { lon, lat, km, n: 1 });
  }
  return [...found.values()];
}
