/** Accept, reject, edit: a person's judgement with its reason. */
import { useEffect, useRef, useState } from "preact/hooks";
import { decide, may } from "../data/send";
import { Problem } from "../data/get";
import type { Incident, Judgement } from "../data/forms";
import { Dialog } from "../parts/dialog";
import { ErrorLine } from "../parts/told";
import { say } from "../parts/toast";
import { takeBack } from "../parts/undo";
import { useKeys } from "../state/keys";
import { partyWord, tollWord } from "../words";
import { EDITABLE } from "./fields";

type Kind = "accept" | "reject" | "edit";
const WORDS: Record<Kind, { word: string; done: string; asks: string }> = {
  accept: { word: "Accept", done: "Accepted.", asks: "Why is it right? (may be empty)" },
  reject: { word: "Reject", done: "Rejected.", asks: "Why is it wrong?" },
  edit: { word: "Edit", done: "Edited.", asks: "Why?" },
};

const KEYS: Record<Kind, string> = { accept: "a", reject: "R", edit: "e" };

interface Props {
  incident: Incident;
  /** Words selected in a report. */
  selected: string;
  /** The one claim that is judged, instead of the whole incident. */
  claim?: string | null;
  /** Accepting has its own key and button where this stands. */
  lean?: boolean;
  onMade: (ids: readonly string[]) => void;
}

export function Decide({ incident, selected, claim = null, lean = false, onMade }: Props) {
  const [kind, setKind] = useState<Kind | null>(null);
  const able = may("coder");
  const begin = (one: Kind): void => void (able && setKind(one));
  useKeys("Incident", [
    ...(lean ? [] : [{ keys: "a", what: "accept", run: () => begin("accept") }]),
    { keys: "R", what: "reject", run: () => begin("reject") },
    { keys: "e", what: "edit a field; words selected in the text go along", run: () => begin("edit") },
  ]);
  return (
    <div class="decide">
      {(Object.keys(WORDS) as Kind[]).filter((one) => !lean || one !== "accept").map((one) => <button key={one} class={one === "accept" ? "button main" : "button"} disabled={!able} onClick={() => begin(one)}>{WORDS[one].word}{one === "edit" && "…"} {lean && <kbd>{KEYS[one]}</kbd>}</button>)}
      {!able && <span class="small faint">Deciding needs the role coder.</span>}
      {kind && <Judge kind={kind} incident={incident} claim={claim} selected={selected} onClose={() => setKind(null)} onMade={onMade} />}
    </div>
  );
}

function Judge({ kind, incident, claim, selected, onClose, onMade }: Props & { kind: Kind; onClose: () => void }) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const [field, setField] = useState<string>("killed");
  const value = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (value.current && !selected) value.current.value = held(incident, field);
  }, [field]);
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const given = new FormData(event.currentTarget as HTMLFormElement);
    const judgement: Judgement = { kind, ids: [claim ?? incident.incident_id], reason: String(given.get("reason") ?? "").trim() };
    if (kind === "edit") Object.assign(judgement, { field, value: String(given.get("value") ?? "").trim(), ...(selected ? { quote: selected } : {}) });
    try {
      const made = await decide(judgement);
      onClose();
      say(WORDS[kind].done, { word: "Undo", run: () => void takeBack(made.decision_ids).then(onMade) });
      onMade(made.incidents);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setProblem(error);
    }
  };
  return (
    <Dialog title={`${WORDS[kind].word} the ${claim ? "claim" : "incident"}`} open onClose={onClose}>
      <form class="reason" onSubmit={(event) => void submit(event)} onKeyDown={(event) => event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.currentTarget.requestSubmit()}>
        <p class="soft" dir="auto">{incident.summary}</p>
        {kind === "edit" && (
          <div class="edit-pair">
            <label>Field<select class="input" name="field" value={field} onChange={(event) => setField(event.currentTarget.value)}>{EDITABLE.map((one) => <option key={one} value={one}>{one}</option>)}</select></label>
            <label>Value<input class="input" name="value" ref={value} defaultValue={selected} required maxLength={2000} autofocus /></label>
          </div>
        )}
        {kind === "edit" && selected && <p class="small">Quoted: <span class="quote"><mark>{selected}</mark></span></p>}
        <label>{WORDS[kind].asks}<textarea class="input" name="reason" rows={3} maxLength={2000} autofocus={kind !== "edit"} required={kind === "reject"} /></label>
        {problem && <ErrorLine problem={problem} />}
        <div><button class="button main">{WORDS[kind].word}</button> <button type="button" class="button" onClick={onClose}>Cancel</button> <span class="small faint">Ctrl Enter sends</span></div>
      </form>
    </Dialog>
  );
}

/** Give the value of a field as it would be typed. */
function held(incident: Incident, field: string): string {
  const { killed, injured, place } = incident;
  const toll = (one: typeof killed): string => (one ? (one.high === null ? `${one.low}+` : tollWord(one).replace("–", "-")) : "");
  const found: Record<string, string | null> = {
    type: incident.type, mode: incident.mode, status: incident.status, from: incident.from, to: incident.to, place: place.name, country: place.country,
    actor: incident.actors.map((one) => one.actor_id ?? partyWord(one)).join("; "), target: incident.targets.map((one) => one.actor_id ?? partyWord(one)).join("; "),
    weapon: incident.weapons.join("; "), killed: toll(killed), injured: toll(injured), aggregate: String(!!incident.aggregate), background: String(!!incident.background),
  };
  return found[field] ?? "";
}
