/** Swim lanes: which act lies in whose lane, where on the line of days, and how links run between them. */
import type { Brief, Chains } from "../data/forms";

export interface Dot {
  id: string;
  incident: Brief;
  lane: number;
  x: number;
  y: number;
}

export const LANE = 46;
/** Room for the names of the lanes: beside them, or, in a narrow window, none: they stand above. */
export const LEFT = { beside: 190, above: 14 } as const;
export const END = 48; // right of the last act
const STEP = 26; // least distance between neighbours of a lane
const NOBODY = "unknown";
const MOST = 12;

/** Give the side that acted. */
export const sideOf = (data: Chains, id: string): string => data.sides[id] ?? NOBODY;

/** Give the lanes, the busiest first; what is left over shares the last one. */
export function lanesOf(data: Chains): string[] {
  const counts = new Map<string, number>();
  for (const id of Object.keys(data.incidents)) counts.set(sideOf(data, id), (counts.get(sideOf(data, id)) ?? 0) + 1);
  const ranked = [...counts].sort((a, b) => Number(a[0] === NOBODY) - Number(b[0] === NOBODY) || b[1] - a[1] || a[0].localeCompare(b[0])).map(([name]) => name);
  return ranked.length > MOST ? [...ranked.slice(0, MOST - 1), "others"] : ranked;
}

/** The last day on which it may have been: long intervals ("between January and March") end with what is known. */
const dayOf = (one: Brief): number => Date.parse(one.to ?? one.from ?? "") || 0;

/** Place the acts by rank of their day, not by days alone: busy weeks need room, quiet months none. A cause stands before its
 * effect. Where few acts leave room, all of it is used. */
export function placed(data: Chains, lanes: readonly string[], left: number, room: number): Dot[] {
  const causes = new Map<string, string[]>();
  for (const link of data.links) causes.set(link.from, [...(causes.get(link.from) ?? []), link.because_of]);
  const depths = new Map<string, number>();
  const depth = (id: string): number => {
    const known = depths.get(id);
    if (known !== undefined) return known;
    depths.set(id, 0); // a ring of causes ends here
    const found = Math.max(0, ...(causes.get(id) ?? []).map((one) => 1 + depth(one)));
    depths.set(id, found);
    return found;
  };
  const order = Object.values(data.incidents).map((incident) => ({ incident, day: dayOf(incident), depth: depth(incident.incident_id) })).sort((a, b) => a.day - b.day || a.depth - b.depth);
  const ends = new Map<number, number>();
  let [x, last, lastDepth] = [left + 16, 0, 0];
  const dots = order.map(({ incident, day, depth: deep }, at) => {
    const found = lanes.indexOf(sideOf(data, incident.incident_id));
    const lane = found < 0 ? lanes.length - 1 : found;
    const days = at === 0 ? 0 : (day - last) / 864e5;
    x += days > 0 ? Math.min(60, 12 + 9 * Math.log1p(days)) : deep > lastDepth ? 14 : 0;
    const free = (ends.get(lane) ?? -STEP) + STEP;
    x = Math.max(x, free);
    ends.set(lane, x);
    [last, lastDepth] = [day, deep];
    return { id: incident.incident_id, incident, lane, x, y: lane * LANE + LANE / 2 };
  });
  const [first, end] = [left + 16, Math.max(...dots.map((dot) => dot.x))];
  const wider = Math.max(1, (room - END - first) / Math.max(1, end - first));
  return dots.map((dot) => ({ ...dot, x: first + (dot.x - first) * wider }));
}

/** Draw a link from cause to effect. */
export function curve(cause: Dot, effect: Dot): string {
  if (cause.lane === effect.lane) {
    const lift = Math.min(LANE * 0.42, 10 + Math.abs(effect.x - cause.x) * 0.15);
    return `M${cause.x},${cause.y - 6} Q${(cause.x + effect.x) / 2},${cause.y - 6 - lift} ${effect.x},${effect.y - 7}`;
  }
  const middle = (cause.x + effect.x) / 2;
  return `M${cause.x},${cause.y} C${middle},${cause.y} ${middle},${effect.y} ${effect.x - 7},${effect.y}`;
}
