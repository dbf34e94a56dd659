/** Is it getting worse? Directed series with their intervals, tension by unit, bursts and calms. */
import { useMemo } from "preact/hooks";
import { useData } from "../data/get";
import { Chart, type Point } from "../measures/lines";
import { noteWord, Notes, Window } from "../measures/window";
import { Direction } from "../parts/chip";
import { Empty, ErrorLine, Nothing, Waiting } from "../parts/told";
import { dataOf, query, setQuery } from "../state/router";
import { sideClass, useSides } from "../state/sides";
import { daysWord, percent } from "../words";
import "../measures/measures.css";
import "./sources.css";

type Metric = "count" | "killed" | "intensity";
const METRICS: Record<Metric, string> = { count: "Acts", killed: "Killed", intensity: "Intensity" };
const EVERY = ["day", "week", "month"] as const;
const UNITS = { pair: "of two parties", country: "of a country", adm1: "of a province", all: "of all" } as const;
type Unit = keyof typeof UNITS;

type Row = { period: string; actor: string; target: string; coverage: string } & Record<Metric | `${Metric}_low` | `${Metric}_high`, number>;

interface Tension {
  unit: string;
  day: string;
  tension: number;
  low: number;
  high: number;
  coverage: string;
}

interface Episode {
  unit: string;
  state: string;
  from: string | null;
  to: string | null;
  ongoing: boolean | null;
  acts: number | null;
  killed: number | null;
  rate: number | null;
  probability: number | null;
  note: string | null;
}

interface Form {
  every: string;
  series: Row[];
  tension: Tension[];
  episodes: Episode[];
  notes: string[];
}

const FEW = 8;

export default function Escalation() {
  useSides();
  const asked = query.value;
  const every = asked.get("every") ?? "week";
  const by = asked.get("by") ?? "pair";
  const metric = (asked.get("metric") ?? "count") as Metric;
  const { data: given, problem } = useData(dataOf("/escalation.json", { every, by, from: asked.get("from"), to: asked.get("to") }));
  const data = given as Form | null; // its rows are those of measuring, which the description leaves open
  const ways = useMemo(() => waysOf(data?.series ?? [], METRICS[metric] ? metric : "count"), [data, metric]);
  const units = useMemo(() => grouped(data?.tension ?? [], (one) => one.unit), [data]);
  if (problem && !data) return <ErrorLine problem={problem} />;
  if (!data) return <Waiting what="Measuring" />;
  if (data.series.length === 0 && data.tension.length === 0) return <><Empty title="Too little to measure">{data.notes[0] ? noteWord(data.notes[0]) : "There are no acts with a day."}</Empty></>;
  const days = data.series.map((one) => one.period).sort();
  const extent = [days[0] ?? "", days.at(-1) ?? ""] as const;
  const tense = [...new Set(data.tension.map((one) => one.day))].sort();
  const most = Math.max(...ways.map((way) => way.most), 1e-9);
  return (
    <>
      <div class="view-head">
        <h1>Escalation</h1>
        <span class="what">Who acts against whom, how often, how hard, at what cost. Intervals come from open dates and differing figures; pale stretches are not covered by any report.</span>
        <span class="ends"><a href={dataOf("/escalation.json", { every })}>JSON</a></span>
      </div>
      <p class="measure-tools">
        <span class="segments" role="group" aria-label="Measure">{(Object.keys(METRICS) as Metric[]).map((one) => <button key={one} aria-pressed={metric === one} onClick={() => setQuery({ metric: one === "count" ? null : one })}>{METRICS[one]}</button>)}</span>
        <span class="segments" role="group" aria-label="By">{EVERY.map((one) => <button key={one} aria-pressed={every === one} onClick={() => setQuery({ every: one === "week" ? null : one })}>by {one}</button>)}</span>
        <Window />
      </p>
      <section class="section">
        <div class="section-head"><h2>Who against whom</h2><span class="small faint">one scale; the busiest {FEW}</span></div>
        <ul class="small-multiples">
          {ways.slice(0, FEW).map((way) => (
            <li key={way.key}>
              <Direction from={way.actor} to={way.target} />
              <Chart label={`${METRICS[metric]}, ${way.actor} to ${way.target}`} kind="bars" points={way.points} extent={extent} most={most} hue={sideClass(way.actor)} />
            </li>
          ))}
        </ul>
      </section>
      <section class="section">
        <div class="section-head"><h2>Tension</h2><span class="small faint">recent acts weigh more than old ones; 90 % interval</span></div>
        <p class="measure-tools"><span class="segments" role="group" aria-label="Tension">{(Object.keys(UNITS) as Unit[]).map((one) => <button key={one} aria-pressed={by === one} onClick={() => setQuery({ by: one === "pair" ? null : one })}>{UNITS[one]}</button>)}</span></p>
        {units.length === 0 && <Nothing>None has acts enough.</Nothing>}
        <ul class="small-multiples">
          {units.map(([unit, rows]) => (
            <li key={unit}>
              <b class="small"><bdi>{unit}</bdi></b>
              <Chart label={`Tension, ${unit}`} kind="line" points={rows.map((one) => ({ day: one.day, value: one.tension, low: one.low, high: one.high }))} extent={[tense[0] ?? "", tense.at(-1) ?? ""]} most={Math.max(...data.tension.map((one) => one.high))} hue="side-ink" />
            </li>
          ))}
        </ul>
      </section>
      <section class="section">
        <div class="section-head"><h2>Bursts and calms</h2></div>
        <Episodes episodes={data.episodes} />
      </section>
      <Notes notes={data.notes} />
    </>
  );
}

function Episodes({ episodes }: { episodes: readonly Episode[] }) {
  if (episodes.length === 0) return <Nothing>None could be told apart.</Nothing>;
  return (
    <div class="plain-scroll" tabIndex={0}>
      <table class="plain">
        <thead><tr><th>Unit</th><th>State</th><th>Days</th><th class="num">Acts</th><th class="num">A day</th><th class="num">Killed</th><th class="num">Probability</th></tr></thead>
        <tbody>
          {episodes.map((one, at) => (
            <tr key={at}>
              <td><bdi>{one.unit}</bdi></td><td>{one.state}{one.note && <span class="small faint">: {one.note}</span>}</td>
              <td>{(one.from || one.to) && daysWord(one.from, one.to)}{one.ongoing && <span class="tag">goes on</span>}</td>
              <td class="num">{one.acts?.toFixed(0)}</td><td class="num">{one.rate?.toFixed(2)}</td><td class="num">{one.killed?.toFixed(0)}</td><td class="num">{percent(one.probability)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function grouped<T>(rows: readonly T[], key: (row: T) => string): [string, T[]][] {
  const found = new Map<string, T[]>();
  for (const row of rows) {
    const held = found.get(key(row));
    if (held) held.push(row);
    else found.set(key(row), [row]);
  }
  return [...found];
}

interface Way {
  key: string;
  actor: string;
  target: string;
  points: Point[];
  most: number;
  sum: number;
}

/** Give each direction its points; the busiest first, those of unknown parties last. */
function waysOf(series: readonly Row[], metric: Metric): Way[] {
  const unknown = (way: Way): number => Number(way.actor === "unknown") + Number(way.target === "unknown");
  return grouped(series, (one) => `${one.actor} → ${one.target}`).map(([key, rows]): Way => {
    const sign = metric === "intensity" ? -1 : 1; // conflict is negative on the scale; drawn upwards
    const points = rows.map((one) => {
      const ends = [sign * one[`${metric}_low`], sign * one[`${metric}_high`]];
      return { day: one.period, value: sign * one[metric], low: Math.min(...ends), high: Math.max(...ends), uncovered: one.coverage === "none" };
    });
    return { key, actor: rows[0]!.actor, target: rows[0]!.target, points, most: Math.max(...points.map((one) => one.high)), sum: rows.reduce((all, one) => all + one.count, 0) };
  }).filter((way) => way.points.some((one) => one.high > 0)).sort((a, b) => unknown(a) - unknown(b) || b.sum - a.sum);
}
