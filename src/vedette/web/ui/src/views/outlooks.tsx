/** Who foresees what, under which condition, in which words. */
import { useMemo, useState } from "preact/hooks";
import { useData } from "../data/get";
import type { Outlook } from "../data/forms";
import { OutlookRow } from "../overview/said";
import { Empty, ErrorLine, Waiting } from "../parts/told";
import { dataOf, to } from "../state/router";
import { dayWord, many } from "../words";
import "./overview.css";
import "../told/list.css";

export default function Outlooks() {
  const { data, problem } = useData(dataOf("/outlooks.json"));
  const [asked, setAsked] = useState("");
  const items = useMemo(() => (data?.items ?? []).filter((one) => holds(one, asked)).sort(newest), [data, asked]);
  if (problem && !data) return <ErrorLine problem={problem} />;
  if (!data) return <Waiting what="Outlooks" />;
  if (data.items.length === 0) return <Empty title="Nothing is foreseen">No report of the case says what may come.</Empty>;
  return (
    <>
      <div class="view-head">
        <h1>Outlooks</h1>
        <span class="what">What reports, officials and analysts say may come. The condition and what follows are marked.</span>
        <span class="ends"><a href={to("/statements")}>Statements</a><a href={to("/tallies")}>Tallies</a><a href={dataOf("/outlooks.json")}>JSON</a></span>
      </div>
      <div class="told-filter">
        <input class="input" type="search" placeholder="Words or names" aria-label="Filter outlooks" value={asked} onInput={(event) => setAsked(event.currentTarget.value)} />
        <span class="faint small" role="status">{many(items.length, "outlook")}</span>
      </div>
      <ul class="told-list">
        {items.map((one) => (
          <li key={one.outlook_id}>
            <span class="when">{dayWord(one.report?.published ?? null) || "day unknown"}</span>
            <ul><OutlookRow outlook={one} /></ul>
          </li>
        ))}
      </ul>
    </>
  );
}

const newest = (a: Outlook, b: Outlook): number => (b.report?.published ?? "").localeCompare(a.report?.published ?? "");

function holds(one: Outlook, asked: string): boolean {
  const text = [one.quote.text, one.by?.name, one.by?.text, one.report?.outlet].join(" ").toLowerCase();
  return asked.toLowerCase().split(/\s+/).every((word) => text.includes(word));
}
