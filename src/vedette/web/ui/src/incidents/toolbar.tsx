/** Above the incidents: words to look for, days, how many are chosen, and the same as files. */
import { clearFilters, filtered, filters, senseless, turn } from "../state/filters";
import { path, query, setQuery } from "../state/router";
import { count } from "../words";

interface Props {
  total: number;
  all: number;
  zoomed: boolean;
  onZoom: (() => void) | null;
}

export function Toolbar({ total, all, zoomed, onZoom }: Props) {
  const { text, from, to } = filters.value;
  return (
    <div class="toolbar" role="search">
      <h1><span class="num">{count(total)}</span>{total !== all && <span class="faint"> of {count(all)}</span>} <span class="toolbar-word">{all === 1 ? "incident" : "incidents"}</span></h1>
      <input class="input toolbar-text" type="search" data-search placeholder="Words, names, places  /" aria-label="Look for words" value={text} maxLength={200} onInput={(event) => setQuery({ text: event.currentTarget.value })} />
      <span class="toolbar-days">
        <label>From <input class="input" type="date" value={from ?? ""} max={to ?? undefined} onChange={(event) => setQuery({ from: event.currentTarget.value })} /></label>
        <label>to <input class="input" type="date" value={to ?? ""} min={from ?? undefined} onChange={(event) => setQuery({ to: event.currentTarget.value })} /></label>
        {onZoom && <button class="button bare" onClick={onZoom}>{zoomed ? "Whole time" : "Zoom in"}</button>}
      </span>
      {filters.value.lists.direction.map((one) => <button key={one} class="button" title="take this direction out" onClick={() => turn("direction", one)}><bdi>{one}</bdi> ×</button>)}
      {filtered.value && <button class="button bare" onClick={clearFilters}>Clear filters</button>}
      {senseless.value.length > 0 && <span class="small soft" role="status">{senseless.value.join(", ").replace("killed_min", "killed at least")} cannot be meant and is left out.</span>}
      <span class="toolbar-files small">
        {["csv", "geojson", "json"].map((kind) => <a key={kind} href={fileOf(kind)} target="_self">{kind.toUpperCase()}</a>)}
      </span>
    </div>
  );
}

/** The same address as data. */
function fileOf(kind: string): string {
  const asked = new URLSearchParams(query.value);
  for (const name of ["map", "zoom", "select"]) asked.delete(name);
  return `${path.value}.${kind}${asked.size > 0 ? `?${asked.toString()}` : ""}`;
}
