/** The filters of an address, the same in the page's and in the data's. */
import { computed } from "@preact/signals";
import { query, setQuery, type Patch } from "./router";

export const LISTS = ["type", "mode", "status", "grade", "country", "actor", "target", "direction", "place", "outlet"] as const;
export type ListName = (typeof LISTS)[number];

export interface Filters {
  lists: Record<ListName, readonly string[]>;
  reviewed: boolean | null;
  from: string | null;
  to: string | null;
  text: string;
  killedMin: number | null;
  sort: string;
  select: readonly string[];
}

const DAY = /^\d{4}-\d\d-\d\d$/;
const day = (given: string | null): string | null => (given && DAY.test(given) && !Number.isNaN(Date.parse(given)) ? given : null);

function read(given: URLSearchParams): Filters {
  const killed = Number(given.get("killed_min"));
  const lists = Object.fromEntries(LISTS.map((name) => [name, given.getAll(name)])) as Record<ListName, string[]>;
  return {
    lists,
    reviewed: given.has("reviewed") ? given.get("reviewed") === "true" : null,
    from: day(given.get("from")),
    to: day(given.get("to")),
    text: given.get("text") ?? "",
    killedMin: killed > 0 ? killed : null,
    sort: given.get("sort") ?? "-when",
    select: given.getAll("select"),
  };
}

export const filters = computed(() => read(query.value));
const FILTERS = [...LISTS, "reviewed", "from", "to", "text", "killed_min"];
export const filtered = computed(() => FILTERS.some((name) => query.value.has(name)));

/** Filters of the address that cannot be meant, and keep nothing out. */
export const senseless = computed(() => {
  const { from, to, killedMin } = filters.value;
  const read: Record<string, unknown> = { from, to, killed_min: killedMin };
  return Object.keys(read).filter((name) => query.value.get(name) && read[name] === null);
});

/** Take a value of a list in, or out where it stands already. */
export function turn(name: ListName, value: string): void {
  const held = filters.value.lists[name];
  setQuery({ [name]: held.includes(value) ? held.filter((one) => one !== value) : [...held, value] });
}

export function clearFilters(): void {
  setQuery(Object.fromEntries(FILTERS.map((name) => [name, null])) as Patch);
}
