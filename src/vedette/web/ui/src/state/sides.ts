/** Sides: each has one hue, in the order of how much they strike and are struck. */
import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { address } from "../data/address";
import { get } from "../data/get";
import type { Overview } from "../data/forms";

export const NOBODY = "unknown";
const HUES = 6;
/** Side -> number of its hue; empty until learned. */
export const sides = signal<ReadonlyMap<string, number>>(new Map());

/** Learn the sides from how often each took part in hostile acts; the first to know decides for the whole visit. */
export function learn(counts: ReadonlyMap<string, number>): void {
  if (sides.value.size > 0) return;
  const ranked = [...counts].filter(([name]) => name !== NOBODY).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  sides.value = new Map(ranked.slice(0, HUES).map(([name], index) => [name, index]));
}

/** Count sides in the days of an overview. */
export function counted(strip: Overview["strip"]): Map<string, number> {
  const found = new Map<string, number>();
  for (const one of strip) for (const name of new Set(halves(one.direction))) found.set(name, (found.get(name) ?? 0) + one.n);
  return found;
}

/** Take "A → B" apart. */
export function halves(direction: string): [string, string] {
  const [from = NOBODY, to = NOBODY] = direction.split(" → ");
  return [from, to];
}

/** Give the class that sets a side's hue. */
export function sideClass(name: string | null | undefined): string {
  return `side-${sides.value.get(name ?? NOBODY) ?? "x"}`;
}

/** Give the token of a side's hue, for canvas. */
export const sideToken = (name: string): string => `--${sideClass(name)}`;

/** Have the sides learned where a view does not bring them itself. */
export function useSides(): void {
  useEffect(() => {
    if (sides.value.size === 0) void get(address("/overview.json")).then((found) => learn(counted(found.strip)), () => undefined);
  }, []);
}
