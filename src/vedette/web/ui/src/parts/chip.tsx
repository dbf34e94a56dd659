/** Sides, parties, types and grades in a line of text. */
import type { Brief, Party } from "../data/forms";
import { sideClass } from "../state/sides";
import { to } from "../state/router";
import { modeWord, partyWord, sentence, STATUSES, typeWord } from "../words";

/** A side by its hue and its name. */
export function Side({ name }: { name: string }) {
  return <span class={`chip ${sideClass(name)}`}><span dir="auto">{name}</span></span>;
}

/** "A → B" by its two hues. */
export function Direction({ from, to: against }: { from: string; to: string }) {
  return (
    <span class="nowrap">
      <Side name={from} /><span class="arrow" aria-label="to">→</span><Side name={against} />
    </span>
  );
}

/** A party: a link where the registry knows it. */
export function PartyName({ party }: { party: Party }) {
  const name = <bdi>{partyWord(party)}</bdi>;
  return party.actor_id ? <a href={to(`/actors/${encodeURIComponent(party.actor_id)}`)}>{name}</a> : <span class="soft">{name}</span>;
}

export function Parties({ parties }: { parties: readonly Party[] }) {
  if (parties.length === 0) return <span class="faint">unknown</span>;
  return <>{parties.map((party, index) => <>{index > 0 && ", "}<PartyName party={party} /></>)}</>;
}

/** "Assault, drone · claimed": the status only where it is not simply what happened. */
export function Act({ incident }: { incident: Pick<Brief, "type" | "mode" | "status"> }) {
  return (
    <span>
      {typeWord(incident.type)}{incident.mode && <span class="soft">, {modeWord(incident.mode)}</span>}
      {incident.status !== "actual" && <> <span class="tag">{STATUSES[incident.status] ?? incident.status}</span></>}
    </span>
  );
}

const SHADES: Record<string, number> = { Confirmed: 4, Fair: 3, Weak: 2, Contested: 1, Discounted: 0 };

/** A grade as a word with a small measure: filled as far as it is supported. */
export function Grade({ grade }: { grade: string }) {
  const shade = SHADES[grade] ?? 0;
  return (
    <span class="grade nowrap">
      <svg class="grade-mark" width="22" height="8" viewBox="0 0 22 8" aria-hidden="true">
        {[0, 1, 2, 3].map((at) => <circle key={at} cx={3 + at * 5.3} cy="4" r="2" fill={at < shade ? "currentColor" : "none"} stroke="currentColor" stroke-width="0.8" />)}
      </svg>{" "}{sentence(grade)}
    </span>
  );
}
