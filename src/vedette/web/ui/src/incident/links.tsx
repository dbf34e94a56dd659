/** What it answers and what answered it: stated links with their sentence, inferred ones with their probability. */
import type { Reaction, WholeIncident } from "../data/forms";
import { Act } from "../parts/chip";
import { Quote } from "../parts/quote";
import { Nothing } from "../parts/told";
import { to } from "../state/router";
import { daysWord, percent } from "../words";

export function Links({ reactions }: { reactions: WholeIncident["reactions"] }) {
  const { before, after } = reactions;
  if (before.length + after.length === 0) return <Nothing>No report links it to another incident.</Nothing>;
  return (
    <>
      {before.length > 0 && <><h3 class="links-head">In answer to</h3><ul>{before.map((one) => <Link key={one.because_of + one.basis} link={one} />)}</ul></>}
      {after.length > 0 && <><h3 class="links-head">Answered by</h3><ul>{after.map((one) => <Link key={one.from + one.basis} link={one} />)}</ul></>}
    </>
  );
}

function Link({ link }: { link: Reaction }) {
  const { incident } = link;
  return (
    <li class={`link ${link.basis}`}>
      <p><a href={to(`/incidents/${incident.incident_id}`)} dir="auto">{incident.summary}</a></p>
      <p class="small faint"><Act incident={incident} /> · {daysWord(incident.from, incident.to)}</p>
      {link.basis === "stated" ? link.quote && <Quote text={link.quote} report={link.report} /> : <p class="small">inferred{link.probability !== null && <>, probability {percent(link.probability)}</>}: no report says so</p>}
    </li>
  );
}
