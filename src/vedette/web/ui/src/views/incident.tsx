/** One incident: what is held, who says so, what people decided. */
import { useEffect, useMemo, useState } from "preact/hooks";
import { useData } from "../data/get";
import { may, me } from "../data/send";
import type { Claim, Decision, WholeIncident } from "../data/forms";
import { Decide } from "../incident/decide";
import { Facts } from "../incident/facts";
import { Decisions, History } from "../incident/history";
import { Links } from "../incident/links";
import { Matrix } from "../incident/matrix";
import { Source } from "../incident/source";
import { REACH } from "../incidents/clusters";
import { atlas, BORDER_NOTE } from "../map/atlas";
import { PlainMap } from "../map/plain-map";
import { Grade } from "../parts/chip";
import { ErrorLine, Nothing, Waiting } from "../parts/told";
import { takeBack } from "../parts/undo";
import type { ViewProps } from "../routes";
import { asOf, dataOf, go, to } from "../state/router";
import { useSides } from "../state/sides";
import { dayWord, many, momentWord, percent, placeWord, PRECISIONS, STATUSES } from "../words";
import "./incident.css";

void atlas().catch(() => undefined); // the shapes are on their way while the data is

const LONG = 90; // characters: a summary that would fill the head

export default function IncidentView({ params }: ViewProps) {
  useSides();
  const { data, problem } = useData(dataOf(`/incidents/${encodeURIComponent(params.id!)}.json`));
  const now = data?.incident.incident_id;
  // An id that it had before leads here too: the address takes on the one that holds now.
  useEffect(() => {
    if (now && now !== params.id) go(to(`/incidents/${now}`), { replace: true, stay: true });
  }, [now]);
  if (problem && !data) return <ErrorLine problem={problem} />;
  if (!data) return <Waiting what="Incident" />;
  return <Sheet whole={data} />;
}

/** The surest claims first, those of one report together. */
function ordered(whole: WholeIncident): Claim[] {
  return [...whole.claims].sort((a, b) => (a.published ?? "9").localeCompare(b.published ?? "9") || a.report_id.localeCompare(b.report_id) || a.sentence.start - b.sentence.start);
}

function Sheet({ whole }: { whole: WholeIncident }) {
  const { incident } = whole;
  const claims = useMemo(() => ordered(whole), [whole]);
  const [claim, setClaim] = useState<string | null>(null);
  const [report, setReport] = useState<string>(claims[0]?.report_id ?? "");
  const [selected, setSelected] = useState("");
  const shownReport = whole.reports[report] ? report : (claims[0]?.report_id ?? "");
  const made = (ids: readonly string[]): void => {
    if (ids.length > 0 && !ids.includes(incident.incident_id)) go(to(`/incidents/${ids[0]}`), { replace: true, stay: true });
  };
  const undo = async (decision: Decision): Promise<void> => made(await takeBack([decision.decision_id]));
  return (
    <article class="incident">
      <Opening whole={whole} />
      {!asOf.value && <Decide incident={incident} selected={selected} onMade={made} />}
      <div class="incident-columns">
        <div>
          <section class="section"><div class="section-head"><h2>Facts and their quotes</h2></div><Facts whole={whole} claims={claims} /></section>
          <section class="section">
            <div class="section-head"><h2>Who says what</h2><span class="small faint">{many(claims.length, "claim")} in {many(Object.keys(whole.reports).length, "report")}; ≠ differs from most</span></div>
            <Matrix whole={whole} claims={claims} chosen={claim} onChoose={(one) => { setReport(one.report_id); setClaim(one.claim_id === claim ? null : one.claim_id); }} />
          </section>
          <section class="section">
            <div class="section-head"><h2>Reports</h2>{claim && <button class="linkish small" onClick={() => setClaim(null)}>mark the words of all claims</button>}</div>
            <Source whole={whole} claims={claims} report={shownReport} claim={claim} onReport={(id) => { setReport(id); setClaim(null); }} onSelect={setSelected} />
          </section>
        </div>
        <aside>
          <section class="section"><h2 class="unseen">Place</h2><Place whole={whole} /></section>
          <section class="section"><div class="section-head"><h2>Reactions</h2></div><Links reactions={whole.reactions} /></section>
          <section class="section"><div class="section-head"><h2>Decisions</h2></div><Decisions decisions={whole.decisions} mayUndo={(one) => !asOf.value && (may("editor") || (may("coder") && one.person === me.value?.person))} onUndo={(one) => void undo(one)} /></section>
          <section class="section"><div class="section-head"><h2>History</h2></div><History steps={whole.history} /></section>
        </aside>
      </div>
    </article>
  );
}

function Opening({ whole }: { whole: WholeIncident }) {
  const { incident } = whole;
  return (
    <header class="incident-head">
      <p class="small faint incident-path">
        <a href={to("/incidents", { select: [incident.incident_id] })}>Incidents</a> / {incident.incident_id}
        <span class="incident-ends"><a href={to(`/incidents/${incident.incident_id}/print`)}>Print</a> <a href={dataOf(`/incidents/${incident.incident_id}.json`)} target="_self">JSON</a></span>
      </p>
      <h1 dir="auto" class={incident.summary.length > LONG ? "long" : undefined}>{incident.summary}</h1>
      <p class="incident-line">
        <span><Grade grade={incident.grade} /> <span class="faint">{String(incident.grade_reason ?? "")}</span></span>
        <span title="that it happened, by the claims that say so">{percent(incident.confidence)} sure</span>
        <span>{many(incident.independent_origins, "independent origin")}</span>
        {incident.status !== "actual" && <span class="tag">{STATUSES[incident.status] ?? incident.status}</span>}
        {incident.aggregate && <span class="tag">a run told as one</span>}
        {incident.background && <span class="tag">told as history</span>}
        <span class={incident.reviewed ? "tag solid" : "tag"}>{incident.reviewed ? "reviewed" : "not reviewed"}</span>
        <span class="faint">state {incident.revision}{incident.known_from && <>, since {momentWord(incident.known_from)}</>}</span>
      </p>
    </header>
  );
}

const SIGHT = 3.2; // degrees round the place

function Place({ whole }: { whole: WholeIncident }) {
  const { place, killed, from } = whole.incident;
  if (place.lat === null || place.lon === null) return <Nothing>{place.country ? `Known to the country alone: ${placeWord(place)}.` : "No report says where."}</Nothing>;
  const km = REACH[place.precision ?? 1] ?? 0;
  const near = Math.max(SIGHT, km / 40);
  const country = place.precision === 6;
  return (
    <figure class="map">
      <PlainMap
        label={`${placeWord(place)}, ${PRECISIONS[place.precision ?? 0] ?? ""}`} height={230} bounds={[place.lon - near * 1.4, place.lat - near, place.lon + near * 1.4, place.lat + near]}
        pins={country ? [] : [{ key: "place", lon: place.lon, lat: place.lat, km, radius: 6, hue: "side-ink", title: `${placeWord(place)} ${dayWord(from)} ${killed ? `${killed.best} killed` : ""}` }]}
        shaded={country && place.country ? [place.country] : []}
      />
      <figcaption class="tiny faint"><span>{placeWord(place)}: {PRECISIONS[place.precision ?? 0] ?? "precision unknown"}{km > 0 && `, within about ${km} km`}</span><span>{BORDER_NOTE}</span></figcaption>
    </figure>
  );
}
