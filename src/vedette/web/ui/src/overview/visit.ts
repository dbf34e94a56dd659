/** When the reader was here last, by case, kept in this browser. */
const AWAY = 30 * 60_000; // a reload within half an hour is the same visit

interface Visit {
  now: number;
  before: number | null;
}

/** Note that the reader is here; give the end of the visit before this one, null for the first. */
export function visited(name: string): string | null {
  const key = `vedette.visit.${name}`;
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? "null") as Visit | null;
    const now = Date.now();
    const before = kept === null ? null : now - kept.now > AWAY ? kept.now : kept.before;
    localStorage.setItem(key, JSON.stringify({ now, before } satisfies Visit));
    return before === null ? null : new Date(before).toISOString();
  } catch {
    return null;
  }
}
