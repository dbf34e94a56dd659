/** How what is held came to be, and what people decided. */
import type { Decision, Step } from "../data/forms";
import { Nothing } from "../parts/told";
import { momentWord } from "../words";

interface Change {
  field: string;
  before: unknown;
  after: unknown;
}

export function History({ steps }: { steps: readonly Step[] }) {
  if (steps.length === 0) return <Nothing>Nothing is told of how it came to be.</Nothing>;
  return (
    <ol class="history">
      {steps.map((step, at) => (
        <li key={at}>
          <p class="small faint">{momentWord(step.at)}</p>
          <ul>{because(step).map((one) => <li key={one} dir="auto">{one}</li>)}</ul>
          {changes(step).length > 0 && (
            <ul class="small soft">{changes(step).map((one) => <li key={one.field}>{one.field.replaceAll("_", " ")}: <s>{shown(one.before)}</s> → {shown(one.after)}</li>)}</ul>
          )}
        </li>
      ))}
    </ol>
  );
}

const because = (step: Step): string[] => (Array.isArray(step.because) ? step.because.map((one) => String(one).replace(/^file:\S*\//, "")) : []);
const changes = (step: Step): Change[] => (Array.isArray(step.changes) ? (step.changes as Change[]) : []);

function shown(value: unknown): string {
  if (value === null || value === undefined || value === "") return "nothing";
  if (Array.isArray(value)) return value.map(shown).join(", ") || "nothing";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

const VERDICTS: Record<string, string> = { same: "same event", different: "different events", accept: "accepted", reject: "rejected", edit: "edited", unsure: "unsure", undo: "taken back" };

interface Props {
  decisions: readonly Decision[];
  mayUndo: (decision: Decision) => boolean;
  onUndo: (decision: Decision) => void;
}

export function Decisions({ decisions, mayUndo, onUndo }: Props) {
  if (decisions.length === 0) return <Nothing>Nobody has decided on it yet.</Nothing>;
  return (
    <ol class="decisions">
      {[...decisions].reverse().map((one) => (
        <li key={one.decision_id} class={one.in_force ? undefined : "gone"}>
          <p>
            <b>{VERDICTS[one.verdict] ?? one.verdict}</b>{one.field && <> {one.field} → <bdi>{one.value}</bdi></>} <span class="small faint">by {one.person}, {momentWord(one.at)}</span>
            {!one.in_force && one.verdict !== "undo" && <span class="tag">no longer in force</span>}
          </p>
          {one.reason && <p class="small soft" dir="auto">{one.reason}</p>}
          {one.in_force && one.verdict !== "undo" && mayUndo(one) && <button class="linkish small" onClick={() => onUndo(one)}>Undo</button>}
        </li>
      ))}
    </ol>
  );
}
