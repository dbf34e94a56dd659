/** One report: its text with all marks, what was coded from it, and what was cut as furniture. */
import { useEffect, useMemo, useState } from "preact/hooks";
import { useData } from "../data/get";
import type { Mark, Placed, ReportWhole as Form } from "../data/forms";
import { Act, PartyName } from "../parts/chip";
import { unitsOf } from "../parts/points";
import { ErrorLine, Nothing, Waiting } from "../parts/told";
import { dataOf, query, to } from "../state/router";
import type { ViewProps } from "../routes";
import { dayWord, many, percent, placeWord, tollWord } from "../words";
import "./report.css";

export default function Report({ params }: ViewProps) {
  const { data, problem } = useData(dataOf(`/reports/${encodeURIComponent(params.id!)}.json`));
  const [chosen, setChosen] = useState<string | null>(query.value.get("claim"));
  useEffect(() => {
    if (chosen) document.querySelector(".source-text mark.chosen")?.scrollIntoView({ block: "center" });
  }, [chosen, data]);
  if (problem && !data) return <ErrorLine problem={problem} />;
  if (!data) return <Waiting what="Report" />;
  const { published } = data;
  const outside = data.url && /^https?:/.test(data.url);
  return (
    <>
      <div class="view-head"><h1 dir="auto">{data.title ?? "Untitled report"}</h1></div>
      <dl class="facts section">
        <dt>Outlet</dt><dd><bdi>{data.outlet ?? "unnamed"}</bdi>{data.agency && <span class="soft">, after <bdi>{data.agency}</bdi></span>}</dd>
        <dt>Published</dt>
        <dd>
          {published.start === published.end ? dayWord(published.start) || "unknown" : `${dayWord(published.start) || "?"} – ${dayWord(published.end) || "?"}`}{" "}
          <span class="tag">{published.basis}</span>
          {published.reasons.length > 0 && <span class="small soft"> {published.reasons.join("; ")}</span>}
        </dd>
        <dt>Address</dt><dd>{outside ? <a href={data.url!} rel="noreferrer noopener" target="_blank">{data.url}</a> : <bdi>{data.url ?? "none"}</bdi>}</dd>
      </dl>
      <div class="report">
        <Text form={data} chosen={chosen} onChoose={setChosen} />
        <aside>
          <div class="section-head"><h2>{many(data.claims.length, "claim")}</h2></div>
          {data.claims.length === 0 && <Nothing>Nothing was coded from this report.</Nothing>}
          <ul class="report-claims">{data.claims.map((one) => <li key={one.claim_id}><ClaimRow claim={one} on={one.claim_id === chosen} onChoose={() => setChosen(one.claim_id === chosen ? null : one.claim_id)} /></li>)}</ul>
        </aside>
      </div>
      <section class="section">
        {data.furniture.length === 0 ? <Nothing>Nothing was cut as furniture.</Nothing> : <details>
          <summary>{many(data.furniture.length, "passage")} cut as furniture</summary>
          <div class="report-cut">{data.furniture.map((one, at) => <p key={at} dir="auto">{one.text} <span class="tag">{one.reason}</span></p>)}</div>
        </details>}
      </section>
    </>
  );
}

/** The text in stretches that carry the same marks; a stretch may be of several claims. */
function Text({ form, chosen, onChoose }: { form: Form; chosen: string | null; onChoose: (claim: string) => void }) {
  const stretches = useMemo(() => cut(form.text, form.marks), [form]);
  return (
    <div class="source-text" dir="auto">
      {stretches.map(({ text, marks }, at) => {
        if (marks.length === 0) return text;
        const kinds = [...new Set(marks.map((mark) => mark.kind))];
        const on = marks.some((mark) => mark.claim_id === chosen);
        const names = [kinds.includes("trigger") ? "trigger" : "", on ? "chosen" : ""].join(" ").trim();
        return <mark key={at} class={names || undefined} title={`${kinds.join(", ")} (${percent(Math.max(...marks.map((mark) => mark.probability)))})`} onClick={() => onChoose(marks[0]!.claim_id)}>{text}</mark>;
      })}
    </div>
  );
}

/** Cut a text where marks begin and end; offsets count code points. */
function cut(text: string, marks: readonly Mark[]): { text: string; marks: Mark[] }[] {
  const unit = unitsOf(text);
  const sorted = marks.map((mark) => ({ mark, start: unit(mark.start), end: unit(mark.end) })).sort((a, b) => a.start - b.start);
  const edges = [...new Set([0, text.length, ...sorted.flatMap((one) => [one.start, one.end])])].sort((a, b) => a - b);
  return edges.slice(1).map((end, at) => {
    const start = edges[at]!;
    return { text: text.slice(start, end), marks: sorted.filter((one) => one.start < end && start < one.end).map((one) => one.mark) };
  });
}

function ClaimRow({ claim, on, onChoose }: { claim: Placed; on: boolean; onChoose: () => void }) {
  const where = placeWord(claim.place);
  const killed = tollWord(claim.killed);
  return (
    <>
      <button aria-pressed={on} onClick={onChoose}>
        <Act incident={claim} /> <span class="faint small">“{claim.trigger.text}”</span>
        <span class="small soft"><br />{[claim.actor.map((one) => one.name ?? one.text).join(", "), claim.target.map((one) => one.name ?? one.text).join(", ")].filter(Boolean).join(" → ")}{where && ` · ${where}`}{killed && ` · ${killed} killed`}</span>
      </button>
      {on && (
        <p class="small">
          {claim.incident_id && <a href={to(`/incidents/${claim.incident_id}`)}>its incident</a>}
          {claim.source && <span class="soft"> according to {claim.source.name ?? claim.source.text}</span>}
          {claim.actor.length > 0 && <span class="soft"> · <PartyName party={claim.actor[0]!} /></span>}
        </p>
      )}
    </>
  );
}
