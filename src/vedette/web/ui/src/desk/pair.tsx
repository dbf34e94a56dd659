/** Two incidents side by side: what differs is marked, what speaks for and against their being one is told. */
import type { ComponentChildren } from "preact";
import { useData } from "../data/get";
import type { Claim, Incident, WholeIncident, Why } from "../data/forms";
import { Act, Grade, Parties } from "../parts/chip";
import { Quote } from "../parts/quote";
import { Toll } from "../parts/toll";
import { dataOf, to } from "../state/router";
import { daysWord, many, partyWord, placeWord, PRECISIONS, tollWord } from "../words";

interface Row {
  title: string;
  /** What is compared; "" where nothing is known. */
  key: (incident: Incident) => string;
  shown: (incident: Incident) => ComponentChildren;
}

const names = (parties: Incident["actors"]): string => [...new Set(parties.map((one) => one.actor_id ?? partyWord(one).toLowerCase()))].sort().join("; ");

const ROWS: readonly Row[] = [
  { title: "What", key: (one) => `${one.type} ${one.mode ?? ""}`, shown: (one) => <Act incident={one} /> },
  { title: "When", key: (one) => (one.from || one.to ? `${one.from} ${one.to}` : ""), shown: (one) => daysWord(one.from, one.to) },
  { title: "Where", key: (one) => placeWord(one.place), shown: (one) => (placeWord(one.place) ? <>{placeWord(one.place)} <small class="faint">{PRECISIONS[one.place.precision ?? 0] ?? ""}</small></> : <span class="faint">unknown</span>) },
  { title: "Who", key: (one) => names(one.actors), shown: (one) => <Parties parties={one.actors} /> },
  { title: "To whom", key: (one) => names(one.targets), shown: (one) => <Parties parties={one.targets} /> },
  { title: "With", key: (one) => one.weapons.join("; "), shown: (one) => one.weapons.join(", ") || <span class="faint">–</span> },
  { title: "Killed", key: (one) => tollWord(one.killed), shown: (one) => <Toll toll={one.killed} /> },
  { title: "Injured", key: (one) => tollWord(one.injured), shown: (one) => <Toll toll={one.injured} /> },
];

interface Props {
  left: string;
  right: string;
  why: Why | null;
  text?: string;
}

export function Pair({ left, right, why, text }: Props) {
  const sides = [useData(dataOf(`/incidents/${encodeURIComponent(left)}.json`)).data, useData(dataOf(`/incidents/${encodeURIComponent(right)}.json`)).data];
  const [one, other] = sides.map((side) => side?.incident ?? null);
  return (
    <div class="pair">
      <div class="pair-grid" role="table" aria-label="Both incidents">
        <div class="pair-row pair-heads" role="row">
          <span role="columnheader"><span class="unseen">Field</span></span>
          {[one, other].map((side, at) => <div key={at} role="columnheader"><h2 dir="auto">{side ? <a href={to(`/incidents/${side.incident_id}`)}>{side.summary}</a> : "…"}</h2></div>)}
        </div>
        {one && other && ROWS.map((row) => <Compared key={row.title} row={row} one={one} other={other} />)}
        <div class="pair-row" role="row">
          <span class="pair-title" role="rowheader">Support</span>
          {[one, other].map((side, at) => <span key={at} role="cell">{side && <><Grade grade={side.grade} /> <small class="faint">{many(side.independent_origins, "origin")}</small></>}</span>)}
        </div>
      </div>
      {why ? <Reasons why={why} /> : text && <p class="soft pair-text">{text}</p>}
      <div class="pair-quotes">{sides.map((side, at) => <Told key={at} whole={side} />)}</div>
    </div>
  );
}

function Compared({ row, one, other }: { row: Row; one: Incident; other: Incident }) {
  const [a, b] = [row.key(one), row.key(other)];
  const differs = a !== "" && b !== "" && a !== b;
  return (
    <div class={differs ? "pair-row differs" : "pair-row"} role="row">
      <span class="pair-title" role="rowheader">{row.title}{differs && <span class="unseen"> differs</span>}{differs && <span aria-hidden="true"> ≠</span>}</span>
      <span role="cell">{row.shown(one)}</span>
      <span role="cell">{row.shown(other)}</span>
    </div>
  );
}

function Reasons({ why }: { why: Why }) {
  const most = Math.max(1, ...why.features.map((one) => Math.abs(one.weight)));
  return (
    <ul class="pair-why" aria-label="What speaks for and against their being one">
      {[...why.features].sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight)).map((one) => (
        <li key={one.name}>
          <span class={one.weight >= 0 ? "for" : "against"} style={{ width: `${(6 * Math.abs(one.weight)) / most}rem` }} aria-hidden="true" />
          <span class="num">{one.weight >= 0 ? "+" : "−"}{Math.abs(one.weight).toFixed(1)}</span>
          <span class="soft">{one.words}</span>
        </li>
      ))}
    </ul>
  );
}

const FEW = 4;

/** What the reports say, a sentence a claim. */
function Told({ whole }: { whole: WholeIncident | null }) {
  if (!whole) return <div />;
  const seen = new Set<string>();
  const claims = whole.claims.filter((claim: Claim) => !seen.has(claim.sentence.text) && seen.add(claim.sentence.text));
  return (
    <div>
      {claims.slice(0, FEW).map((claim) => <Quote key={claim.claim_id} text={claim.sentence.text} offset={claim.sentence.start} marks={[claim.trigger]} report={whole.reports[claim.report_id] ?? null} />)}
      {claims.length > FEW && <p class="small faint">and {many(claims.length - FEW, "more sentence")}</p>}
    </div>
  );
}
