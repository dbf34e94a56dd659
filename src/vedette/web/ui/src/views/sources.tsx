/** Outlets, origins and copies; coverage in time and space; what the last runs could not read. */
import { useEffect, useState } from "preact/hooks";
import type { Month, Outlet, Run } from "../data/forms";
import { useData } from "../data/get";
import { useLater } from "../data/later";
import { Empty, ErrorLine, Nothing, Unknown, Waiting } from "../parts/told";
import { asOf, dataOf, to } from "../state/router";
import { count, countryWord, dayWord, many, momentWord } from "../words";
import "./sources.css";

export default function Sources() {
  const { data, problem } = useData(dataOf("/sources.json"));
  useLater(data?.counted === false);
  if (problem && !data) return <ErrorLine problem={problem} />;
  if (!data) return <Waiting what="Sources" />;
  if (data.reports === 0 && asOf.value) return <Unknown what="report" />;
  if (data.reports === 0) return <Empty title="No reports yet" doing={<a class="button main" href={to("/add")}>Add reports</a>}>What the case says comes from the reports that are added to it.</Empty>;
  const failed = data.runs.filter((run) => run.failures.length > 0);
  return (
    <>
      <div class="view-head">
        <h1>Sources</h1>
        <span class="what">
          {many(data.reports, "report")}, published {dayWord(data.published.first)} to {dayWord(data.published.last)}{data.published.undated > 0 && `, ${count(data.published.undated)} without a day`};{" "}
          {Object.entries(data.languages).map(([code, n]) => `${languages.of(code) ?? code} ${count(n)}`).join(", ")}.
        </span>
        <span class="ends"><a href={dataOf("/sources.json")}>JSON</a></span>
      </div>
      <section class="section">
        <div class="section-head"><h2>Outlets</h2><span class="small faint">copies of one agency text are one origin</span></div>
        <Outlets outlets={data.outlets} />
      </section>
      <section class="section">
        <div class="section-head"><h2>Coverage</h2><span class="small faint">reports by month: silence is not peace</span></div>
        <Coverage />
      </section>
      <section class="section">
        <div class="section-head"><h2>Not read</h2></div>
        {failed.length === 0 ? <Nothing>The last runs read all that they were given.</Nothing> : failed.map((run) => <Failed key={run.run_id} run={run} />)}
      </section>
      <section class="section">
        <div class="section-head"><h2>Reports</h2></div>
        <Reports />
      </section>
    </>
  );
}

const languages = new Intl.DisplayNames(["en"], { type: "language", fallback: "code" });

function Outlets({ outlets }: { outlets: readonly Outlet[] }) {
  const [all, setAll] = useState(false);
  return (
    <>
      <div class="plain-scroll" tabIndex={0}>
        <table class="plain">
          <thead><tr><th>Outlet</th><th class="num">Reports</th><th class="num">Origins</th><th class="num">Copies</th><th class="num">Claims</th><th class="num">Incidents</th><th class="num" title="incidents that an independent origin tells too">Confirmed by others</th><th>Agencies</th></tr></thead>
          <tbody>
            {(all ? outlets : outlets.slice(0, OUTLETS)).map((one) => (
              <tr key={one.outlet}>
                <td>{one.outlet ? <a href={to("/incidents", { outlet: one.outlet })}><bdi>{one.outlet}</bdi></a> : <span class="faint">unnamed</span>}</td>
                <td class="num">{count(one.reports)}</td><td class="num">{counted(one.origins)}</td><td class="num">{one.copies === 0 ? <span class="faint">–</span> : counted(one.copies)}</td>
                <td class="num">{count(one.claims)}</td><td class="num">{count(one.incidents)}</td>
                <td class="num">{counted(one.confirmed)} <span class="faint">of {count(one.incidents)}</span></td><td>{one.agencies.join(", ")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {!all && outlets.length > OUTLETS && <p><button class="button bare" onClick={() => setAll(true)}>All {count(outlets.length)} outlets</button></p>}
    </>
  );
}

/** A count that in a large case comes a little later. */
const counted = (n: number | null) => (n === null ? <span class="faint" title="still being counted">…</span> : count(n));

const COUNTRIES = 8;
const [FEW, MOST] = [50, 1000]; // reports shown
const OUTLETS = 12;

function Coverage() {
  const { data, problem } = useData(dataOf("/coverage.json"));
  const countries = data?.countries.slice(0, COUNTRIES) ?? [];
  const by = useData(countries.length > 0 ? dataOf("/coverage.json", { country: countries }) : null);
  if (problem && !data) return <ErrorLine problem={problem} />;
  if (!data) return <Waiting what="Coverage" />;
  if (data.items.length === 0) return <Nothing>No report has a day.</Nothing>;
  return (
    <>
      <div class="months" role="table" aria-label="Reports by month and country" tabIndex={0}>
        <Heads months={data.items} />
        <Months name="all" months={data.items} />
        {by.data && countries.map((code) => <Months key={code} name={countryWord(code)} months={by.data!.items.filter((one) => one.country === code)} />)}
      </div>
      <p class="months-key small faint">
        <span><i class="covered" /> covered</span><span><i class="thin" /> thin</span><span><i /> nothing was read</span>
        {data.countries.length > COUNTRIES && <span>The {COUNTRIES} of {count(data.countries.length)} countries with the most incidents.</span>}
      </p>
    </>
  );
}

function Heads({ months }: { months: readonly Month[] }) {
  return (
    <div class="months-row" role="row" style={{ "--n": months.length }}>
      <span role="columnheader"><span class="unseen">Country</span></span>{months.map((one) => <span key={one.month} class="head" role="columnheader">{one.month.slice(2).replace("-", "/")}</span>)}
    </div>
  );
}

function Months({ name, months }: { name: string; months: readonly Month[] }) {
  return (
    <div class="months-row" role="row" style={{ "--n": months.length }}>
      <span role="rowheader">{name}</span>
      {months.map((one) => <i key={one.month} class={one.level} role="cell" title={`${one.month}: ${many(one.reports, "report")} of ${many(one.outlets, "outlet")}, ${many(one.incidents, "incident")}; longest gap ${many(one.longest_gap, "day")}`}>{one.reports || ""}</i>)}
    </div>
  );
}

/** What is typed, once it is typed no further. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), 200);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

function Failed({ run }: { run: Run }) {
  return (
    <details>
      <summary>{momentWord(run.ended ?? run.started)}: {many(run.failures.length, "source")} could not be read</summary>
      <ul class="small">{run.failures.map(([source, what]) => <li key={source}><bdi>{source}</bdi>: <span class="soft">{what}</span></li>)}</ul>
    </details>
  );
}

function Reports() {
  const [asked, setAsked] = useState("");
  const [limit, setLimit] = useState(FEW);
  const words = useSettled(asked.trim());
  const { data, problem } = useData(dataOf("/reports.json", { text: words, limit }));
  if (problem && !data) return <ErrorLine problem={problem} />;
  const shown = data?.items ?? [];
  return (
    <>
      <p><input class="input" type="search" placeholder="Title or outlet" aria-label="Filter reports" value={asked} onInput={(event) => setAsked(event.currentTarget.value)} /></p>
      <div class="plain-scroll" tabIndex={0}>
        <table class="plain">
          <thead><tr><th>Published</th><th>Title</th><th>Outlet</th><th>Agency</th><th class="num">Claims</th></tr></thead>
          <tbody>
            {shown.map((one) => (
              <tr key={one.report_id}>
                <td class="nowrap">{dayWord(one.published) || <span class="faint">unknown</span>}</td>
                <td><a href={to(`/reports/${one.report_id}`)}><bdi>{one.title ?? "untitled"}</bdi></a></td>
                <td><bdi>{one.outlet ?? ""}</bdi></td><td>{one.agency ?? ""}</td><td class="num">{count(one.claims)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="small soft" role="status">
        {data && (data.total === 0 ? "No report fits." : `${count(shown.length)} of ${count(data.total)}`)}{" "}
        {data?.next && limit < MOST && <button class="button bare" onClick={() => setLimit(MOST)}>more</button>}
      </p>
    </>
  );
}
