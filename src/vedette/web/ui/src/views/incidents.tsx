/** Map, timeline and table of the incidents as one selection. */
import { useEffect, useMemo, useState } from "preact/hooks";
import { useData } from "../data/get";
import { Bulk } from "../incidents/bulk";
import { choose } from "../incidents/choose";
import type { Cluster } from "../incidents/clusters";
import { columnsOf } from "../incidents/columns";
import { Facets } from "../incidents/facets";
import type { Span } from "../incidents/lanes";
import { dayNumber, dayText, modelOf, type Model } from "../incidents/model";
import { rows as rowsOf } from "../incidents/order";
import { Timeline } from "../incidents/timeline";
import { Toolbar } from "../incidents/toolbar";
import { MapOf } from "../map/map";
import { Table } from "../parts/table";
import { Empty, ErrorLine, Unknown, Waiting } from "../parts/told";
import { clearFilters, filters, turn } from "../state/filters";
import { asOf, dataOf, go, query, setQuery, to } from "../state/router";
import { hostile } from "../words";
import { learn } from "../state/sides";
import "./incidents.css";

export default function Incidents() {
  const { data, problem } = useData(dataOf("/incidents/columns.json"));
  const model = useMemo(() => data && learned(modelOf(data)), [data]);
  if (problem && !model) return <ErrorLine problem={problem} />;
  if (!model) return <Waiting what="Incidents" />;
  if (model.n === 0 && asOf.value) return <Unknown what="incident" />;
  if (model.n === 0) return <Empty title="No incident yet" doing={<a class="button main" href={to("/add")}>Add reports</a>}>Incidents are made from what reports say. Give the case its first report: a text, a file, an address or a feed.</Empty>;
  return <Desk model={model} />;
}

/** Sides are ranked by the hostile acts they take part in, as in the overview. */
function learned(model: Model): Model {
  const counts = new Map<string, number>();
  const { columns, codes } = model;
  const acts = columns.type.values.map(hostile);
  for (let row = 0; row < model.n; row++) {
    if (!acts[codes.type[row]!] || columns.statement[row] || columns.aggregate[row] || columns.background[row] || !model.dated[row]) continue;
    for (const name of new Set([columns.side.values[codes.side[row]!]!, columns.against.values[codes.against[row]!]!])) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  learn(counts);
  return model;
}

const TALL = 286; // pixels

function Desk({ model }: { model: Model }) {
  const held = filters.value;
  const roomy = useWide("100rem");
  const [drawn, setDrawn] = useState<readonly [number, number] | null>(null);
  const window = drawn ? { from: dayText(drawn[0]), to: dayText(drawn[1]) } : null;
  const chosen = useMemo(() => choose(model, held, window), [model, held, window?.from, window?.to]);
  const rows = useMemo(() => rowsOf(model, chosen, held.sort), [model, chosen, held.sort]);
  const places = useMemo(() => new Map(model.columns.ids.map((id, row) => [id, row])), [model]);
  const [picked, setPicked] = useState<ReadonlySet<string>>(() => new Set(held.select.length > 1 ? held.select : []));
  const [active, setActive] = useState<number | null>(() => places.get(held.select.at(-1) ?? "") ?? null);
  const [last, setLast] = useState<number | null>(null);
  useEffect(() => setActive((row) => (row !== null && row < model.n ? row : null)), [model]);

  const share = (ids: ReadonlySet<string>, row: number | null): void => setQuery({ select: ids.size > 0 ? [...ids].slice(0, 60) : row !== null ? [model.columns.ids[row]!] : null });
  const activate = (row: number): void => { setActive(row); share(picked, row); };
  const pick = (row: number, extend: boolean): void => {
    const next = new Set(picked);
    const on = !picked.has(model.columns.ids[row]!);
    for (const one of extend && last !== null ? between(rows, last, row) : [row]) next[on ? "add" : "delete"](model.columns.ids[one]!);
    setPicked(next);
    setLast(row);
    setActive(row);
    share(next, row);
  };
  const clear = (): void => { setPicked(new Set()); share(new Set(), active); };

  const days = drawn ?? (held.from || held.to ? ([held.from ? dayNumber(held.from) : -99_999, held.to ? dayNumber(held.to) : 99_999] as const) : null);
  const span = spanOf(query.value.get("zoom"));
  const brush = (next: readonly [number, number] | null, done: boolean): void => {
    setDrawn(done ? null : next);
    if (done) setQuery({ from: next ? dayText(next[0]) : null, to: next ? dayText(next[1]) : null });
  };
  const zoom = days || span ? () => setQuery({ zoom: span ? null : `${dayText(Math.max(days![0], -99_998))}..${dayText(Math.min(days![1], 99_998))}` }) : null;
  const pickedRows = useMemo(() => new Set([...picked].map((id) => places.get(id)).filter((row): row is number => row !== undefined)), [picked, places]);
  const columns = useMemo(() => columnsOf({ model, picked: (id) => picked.has(id), onPick: pick, roomy }), [model, picked, rows, last, roomy]);
  const cluster = (one: Cluster): void => {
    const place = model.columns.place.values[one.place];
    if (one.n > 1 && place && !held.lists.place.includes(place)) turn("place", place);
    else activate(one.row);
  };
  return (
    <div class="survey">
      <Toolbar total={chosen.total} all={model.n} zoomed={!!span} onZoom={(days && days[0] > -99_999 && days[1] < 99_999) || span ? zoom : null} />
      <details class="survey-facets" open={wide()}>
        <summary class="button">Filters</summary>
        <div><Facets model={model} chosen={chosen} /></div>
      </details>
      <div class="survey-sight">
        <MapOf model={model} rows={rows} active={active} onCluster={cluster} height={TALL} />
        <Timeline model={model} chosen={chosen} window={days} span={span} active={active} picked={pickedRows} onBrush={brush} onActive={activate} />
      </div>
      <div class="survey-list">
        {rows.length > 0 ? (
          <Table
            label="Incidents" least="58rem" columns={columns} rows={rows} keyOf={(row) => model.columns.ids[row]!} sort={held.sort} onSort={(sort) => setQuery({ sort: sort === "-when" ? null : sort })}
            selected={(row) => picked.has(model.columns.ids[row]!)} active={active} onActive={activate} onOpen={(row) => go(to(`/incidents/${model.columns.ids[row]}`))} onSelect={(row, event) => pick(row, event.shiftKey)}
          />
        ) : (
          <Empty title="No incident fits" doing={<button class="button" onClick={clearFilters}>Clear filters</button>}>Take a filter out, or widen the days.</Empty>
        )}
        <Bulk ids={picked.size > 0 ? [...picked] : []} onClear={clear} />
      </div>
    </div>
  );
}

function between(rows: Int32Array, a: number, b: number): Int32Array {
  const [from, to] = [rows.indexOf(a), rows.indexOf(b)].sort((x, y) => x - y) as [number, number];
  return from < 0 ? Int32Array.of(b) : rows.slice(from, to + 1);
}

function spanOf(given: string | null): Span | null {
  const found = /^(\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d)$/.exec(given ?? "");
  if (!found) return null;
  const [first, last] = [dayNumber(found[1]!), dayNumber(found[2]!)];
  return first <= last ? { first, last } : null;
}

const wide = (): boolean => matchMedia("(min-width: 60rem)").matches;

/** Follow whether the window is at least so wide. */
function useWide(least: string): boolean {
  const [found] = useState(() => matchMedia(`(min-width: ${least})`));
  const [is, setIs] = useState(found.matches);
  useEffect(() => {
    const turn = (): void => setIs(found.matches);
    found.addEventListener("change", turn);
    return () => found.removeEventListener("change", turn);
  }, [found]);
  return is;
}
