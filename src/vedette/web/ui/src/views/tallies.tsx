/** What others counted, beside what the record holds of it. */
import { useData } from "../data/get";
import type { Tally } from "../data/forms";
import { TallyRow } from "../overview/said";
import { Empty, ErrorLine, Waiting } from "../parts/told";
import { dataOf, to } from "../state/router";
import { dayWord, many } from "../words";
import "./overview.css";
import "../told/list.css";

export default function Tallies() {
  const { data, problem } = useData(dataOf("/tallies.json"));
  if (problem && !data) return <ErrorLine problem={problem} />;
  if (!data) return <Waiting what="Tallies" />;
  if (data.items.length === 0) return <Empty title="Nobody counts">No report of the case counts incidents.</Empty>;
  const items = [...data.items].sort((a, b) => (b.report?.published ?? "").localeCompare(a.report?.published ?? ""));
  return (
    <>
      <div class="view-head">
        <h1>Tallies</h1>
        <span class="what">{many(items.length, "count")} that reports give of incidents, beside the record. The upper bar is what was counted, the lower what the record holds.</span>
        <span class="ends"><a href={to("/statements")}>Statements</a><a href={to("/outlooks")}>Outlooks</a><a href={dataOf("/tallies.json")}>JSON</a></span>
      </div>
      <ul class="told-list">
        {items.map((one) => (
          <li key={one.tally_id}>
            <span class="when">{dayWord(one.report?.published ?? null) || "day unknown"}</span>
            <div>
              <ul><TallyRow tally={one} /></ul>
              <Silence tally={one} />
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Where nothing was read, silence is not peace. */
function Silence({ tally }: { tally: Tally }) {
  const parts: string[] = [];
  if (tally.silent_months?.length) parts.push(`nothing was read of ${tally.silent_months.join(", ")}`);
  if (tally.thin_months?.length) parts.push(`little of ${tally.thin_months.join(", ")}`);
  if (tally.silent_places?.length) parts.push(`nothing from ${tally.silent_places.join(", ")}`);
  return parts.length ? <p class="small faint">Silence is not peace: {parts.join("; ")}.</p> : null;
}
