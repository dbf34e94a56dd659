/** The stretch of time that is measured, kept in the address; and what could not be measured. */
import { query, setQuery } from "../state/router";
import { sentence } from "../words";

export function Window() {
  const [from, to] = [query.value.get("from"), query.value.get("to")];
  return (
    <>
      <label class="small">from <input class="input" type="date" value={from ?? ""} onChange={(event) => setQuery({ from: event.currentTarget.value })} /></label>
      <label class="small">to <input class="input" type="date" value={to ?? ""} onChange={(event) => setQuery({ to: event.currentTarget.value })} /></label>
      {(from || to) && <button class="linkish small" onClick={() => setQuery({ from: null, to: null })}>all days</button>}
    </>
  );
}

/** A note of the case itself begins with its verb. */
export const noteWord = (note: string): string => (note.startsWith("holds ") ? `The case ${note}` : sentence(note));

export function Notes({ notes }: { notes: readonly string[] }) {
  if (notes.length === 0) return null;
  return (
    <section class="section">
      <div class="section-head"><h2>Not measured</h2></div>
      <ul class="measure-notes small">{[...new Set(notes)].map((one) => <li key={one} dir="auto">{noteWord(one)}</li>)}</ul>
    </section>
  );
}
