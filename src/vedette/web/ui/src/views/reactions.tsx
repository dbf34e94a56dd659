/** Who reacts to whom: a model of acts that set off acts, and tests of reciprocity; each says whether it may be trusted. */
import { useData } from "../data/get";
import { Notes, Window } from "../measures/window";
import { Empty, ErrorLine, Nothing, Waiting } from "../parts/told";
import { dataOf, query, to } from "../state/router";
import { count, percent } from "../words";
import "../measures/measures.css";
import "./sources.css";

interface Fit {
  pair: string;
  act: string;
  answers: string;
  sets_off: number | null;
  sets_off_low: number | null;
  sets_off_high: number | null;
  share: number | null;
  days: number | null;
  days_low: number | null;
  days_high: number | null;
  n: number | null;
  residual_p: number | null;
  trusted: boolean | null;
  verdict: string | null;
  note: string | null;
}

interface Test {
  pair: string;
  outcome: string;
  cause: string;
  effect: string;
  lag: number | null;
  f: number | null;
  p: number | null;
  n: number | null;
  passed: boolean | null;
  verdict: string | null;
  agrees: boolean | null;
}

const figure = (value: number | null, digits = 2): string => (value === null ? "–" : value.toFixed(digits));
const range = (low: number | null, high: number | null, digits = 2): string => (low === null || high === null ? "" : `${low.toFixed(digits)}–${high.toFixed(digits)}`);

export default function Reactions() {
  const asked = query.value;
  const { data: given, problem } = useData(dataOf("/reactions.json", { from: asked.get("from"), to: asked.get("to") }));
  const data = given as { reactions: Fit[]; reciprocity: Test[]; notes: string[] } | null; // rows of measuring, which the description leaves open
  if (problem && !data) return <ErrorLine problem={problem} />;
  if (!data) return <Waiting what="Fitting" />;
  const nothing = data.reactions.length === 0 && data.reciprocity.length === 0;
  return (
    <>
      <div class="view-head">
        <h1>Reactions</h1>
        <span class="what">What is inferred from the times of acts. What reports state stands under <a href={to("/chains")}>Chains</a>; the two are never mixed.</span>
        <span class="ends"><a href={dataOf("/reactions.json")}>JSON</a></span>
      </div>
      <p class="measure-tools"><Window /></p>
      {nothing && <Empty title="Too little to tell">A reaction needs two parties that act at each other often enough. What was missing is told below.</Empty>}
      {data.reactions.length > 0 && (
        <section class="section">
          <div class="section-head"><h2>Acts that set off acts</h2><span class="small faint">95 % intervals; a fit that fails its own test is not called a reaction</span></div>
          <Fits fits={data.reactions} />
        </section>
      )}
      {!nothing && (
        <section class="section">
          <div class="section-head"><h2>Reciprocity</h2><span class="small faint">do the acts of one side help to foresee those of the other?</span></div>
          {data.reciprocity.length === 0 ? <Nothing>No pair could be tested.</Nothing> : <Tests tests={data.reciprocity} />}
        </section>
      )}
      <Notes notes={data.notes} />
    </>
  );
}

function Fits({ fits }: { fits: readonly Fit[] }) {
  return (
    <div class="plain-scroll" tabIndex={0}>
      <table class="plain">
        <thead><tr><th>Act</th><th>Answers</th><th class="num">Set off by an act</th><th class="num">Share of acts</th><th class="num">Days</th><th class="num">Acts</th><th>Verdict</th></tr></thead>
        <tbody>
          {fits.map((one, at) => (
            <tr key={at} class={one.trusted ? undefined : "untrusted"}>
              <td><bdi>{one.act}</bdi></td><td><bdi>{one.answers}</bdi></td>
              <td class="num">{figure(one.sets_off)} <span class="faint">{range(one.sets_off_low, one.sets_off_high)}</span></td>
              <td class="num">{percent(one.share)}</td>
              <td class="num">{figure(one.days, 1)} <span class="faint">{range(one.days_low, one.days_high, 1)}</span></td>
              <td class="num">{one.n === null ? "" : count(one.n)}</td>
              <td><span class="verdict">{one.verdict} {one.residual_p !== null && <span class="faint">residual test p = {one.residual_p.toFixed(3)}</span>}{one.note && <span class="faint"> {one.note}</span>}</span></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Tests({ tests }: { tests: readonly Test[] }) {
  return (
    <div class="plain-scroll" tabIndex={0}>
      <table class="plain">
        <thead><tr><th>Cause</th><th>Effect</th><th>Measured by</th><th class="num">Lag</th><th class="num">F</th><th class="num">p</th><th class="num">Weeks</th><th>Verdict</th></tr></thead>
        <tbody>
          {tests.map((one, at) => (
            <tr key={at} class={one.passed ? undefined : "untrusted"}>
              <td><bdi>{one.cause}</bdi></td><td><bdi>{one.effect}</bdi></td><td>{one.outcome}</td><td class="num">{one.lag}</td><td class="num">{figure(one.f)}</td><td class="num">{figure(one.p, 3)}</td><td class="num">{one.n}</td>
              <td><span class="verdict">{one.verdict}{one.agrees === false && <span class="tag">other outcomes say otherwise</span>}</span></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
