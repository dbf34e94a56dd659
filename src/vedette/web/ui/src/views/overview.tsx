/** What is to be known first: what changed, who struck whom, what it cost, what waits. */
import { useEffect, useState } from "preact/hooks";
import { useData } from "../data/get";
import { me } from "../data/send";
import type { Overview as Form } from "../data/forms";
import { Empty, ErrorLine, Nothing, Unknown, Waiting } from "../parts/told";
import { OutlookRow, TallyRow } from "../overview/said";
import { Strip } from "../overview/strip";
import { TollOf } from "../overview/tolls";
import { visited } from "../overview/visit";
import { filters } from "../state/filters";
import { asOf, dataOf, setQuery, to } from "../state/router";
import { counted, learn } from "../state/sides";
import { count, dayWord, many, momentWord } from "../words";
import "./overview.css";

export default function Overview() {
  const [since, setSince] = useState<string | null | undefined>(undefined);
  useEffect(() => {
    if (me.value && since === undefined) setSince(visited(me.value.case));
  }, [me.value]);
  const { data, problem } = useData(since === undefined ? null : dataOf("/overview.json", { since }));
  useEffect(() => {
    if (data) learn(counted(data.strip));
  }, [data]);
  if (problem && !data) return <ErrorLine problem={problem} />;
  if (!data) return <Waiting what="Overview" />;
  if (data.counts.reports === 0) return asOf.value ? <Unknown what="report" /> : <First />;
  return (
    <div class="overview">
      <Opening data={data} />
      <Escalation data={data} />
      <div class="overview-columns">
        <section class="section">
          <div class="section-head"><h2>Counted by others</h2><a class="more" href={to("/tallies")}>all</a></div>
          {data.tallies.length === 0 ? <Nothing>No report counts incidents.</Nothing> : <ul class="told">{data.tallies.slice(0, 5).map((one) => <TallyRow key={one.tally_id} tally={one} />)}</ul>}
        </section>
        <section class="section">
          <div class="section-head"><h2>Foreseen</h2><a class="more" href={to("/outlooks")}>all</a></div>
          {data.outlooks.length === 0 ? <Nothing>No report says what may come.</Nothing> : <ul class="told">{data.outlooks.slice(0, 5).map((one) => <OutlookRow key={one.outlook_id} outlook={one} />)}</ul>}
        </section>
      </div>
    </div>
  );
}

function First() {
  return (
    <Empty title="The case is empty" doing={<a class="button main" href={to("/add")}>Add reports</a>}>
      Paste a text, drop files, or give an address or a feed. Or on the command line: <code>vedette add {me.value?.case ?? "CASE"} reports/</code>
    </Empty>
  );
}

function Opening({ data }: { data: Form }) {
  const { counts, tolls, changed_since: changed } = data;
  const most = Math.max(tolls.killed.high, tolls.killed.best, tolls.injured.high, tolls.injured.best);
  return (
    <div class="opening">
      <section>
        <h1 class="unseen">Overview</h1>
        <p class="opening-figure"><a href={to("/incidents")}><b>{count(counts.incidents)}</b> incidents</a></p>
        <p class="soft">{count(counts.incidents - counts.statements)} deeds and {count(counts.statements)} in words, from {many(counts.claims, "claim")} of {many(counts.reports, "report")}{counts.origins !== null && <> of {many(counts.origins, "independent origin")}</>}.</p>
        <p class="opening-waits">{counts.unreviewed > 0 ? <a class="button" href={to("/queue")}>{count(counts.unreviewed)} not yet reviewed</a> : <span class="soft">All are reviewed.</span>}</p>
      </section>
      <section class="opening-tolls">
        <TollOf word="killed" toll={tolls.killed} most={most} />
        <TollOf word="injured" toll={tolls.injured} most={most} />
      </section>
      <section class="opening-new">
        <h2>{changed ? "Since your last visit" : "This visit"}</h2>
        {changed ? <Changed changed={changed} /> : <p class="soft">{asOf.value ? "Read as of a day gone by." : "The first with this browser. What changes from now on will be told here."}</p>}
        <LastRun run={data.last_run} />
      </section>
    </div>
  );
}

function Changed({ changed }: { changed: NonNullable<Form["changed_since"]> }) {
  const parts: [string, readonly string[]][] = [["new", changed.new], ["changed", changed.changed]];
  const nothing = parts.every(([, ids]) => ids.length === 0) && changed.gone.length === 0 && changed.decisions === 0;
  return (
    <>
      <p class="faint small">{momentWord(changed.since)}</p>
      {nothing && <p class="soft">Nothing has changed.</p>}
      <ul>
        {parts.filter(([, ids]) => ids.length > 0).map(([word, ids]) => (
          <li key={word}><a href={to("/incidents", ids.length <= 60 ? { select: ids } : {})}>{many(ids.length, `incident ${word}`, `incidents ${word}`)}</a></li>
        ))}
        {changed.gone.length > 0 && <li>{many(changed.gone.length, "incident")} gone or joined to others</li>}
        {changed.decisions > 0 && <li>{many(changed.decisions, "decision")} made</li>}
      </ul>
    </>
  );
}

function LastRun({ run }: { run: Form["last_run"] }) {
  if (!run) return null;
  const failures = (run.failures as unknown[] | undefined)?.length ?? 0;
  return (
    <p class="small soft opening-run">
      Last read {momentWord(String(run.ended ?? run.started ?? ""))}: {many(Number(run.new_reports ?? 0), "new report")}
      {failures > 0 && <>, <a href={to("/sources")}>{many(failures, "source")} failed</a></>}.
    </p>
  );
}

function Escalation({ data }: { data: Form }) {
  const { from, to: until } = filters.value;
  const days = data.strip.length;
  return (
    <section class="section">
      <div class="section-head">
        <h2>Who strikes whom</h2>
        <span class="small faint">hostile acts by day; height by number</span>
        {(from || until) && <span class="small">{dayWord(from)} – {dayWord(until)} <button class="linkish" onClick={() => setQuery({ from: null, to: null })}>all days</button></span>}
        <a class="more" href={to("/incidents", { from, to: until })}>these days' incidents</a>
      </div>
      {days === 0 ? <Nothing>No hostile act with a day.</Nothing> : <Strip strip={data.strip} window={{ from, to: until }} />}
      {days > 0 && (
        <p class="strip-days small soft">
          <label>From <input class="input" type="date" value={from ?? ""} onChange={(event) => setQuery({ from: event.currentTarget.value })} /></label>
          <label>to <input class="input" type="date" value={until ?? ""} onChange={(event) => setQuery({ to: event.currentTarget.value })} /></label>
          {(from || until) && <a href={to("/situation", { from, to: until })}>Situation report of these days</a>}
        </p>
      )}
    </section>
  );
}
