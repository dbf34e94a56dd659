/** What can be done with several incidents at once: each a decision with a reason. */
import { useState } from "preact/hooks";
import { decide, may } from "../data/send";
import { Problem } from "../data/get";
import type { Judgement } from "../data/forms";
import { Dialog } from "../parts/dialog";
import { ErrorLine } from "../parts/told";
import { say } from "../parts/toast";
import { takeBack } from "../parts/undo";
import { useKeys } from "../state/keys";
import { count, many } from "../words";

type Kind = Extract<Judgement["kind"], "accept" | "reject" | "same" | "different">;

const DOING: Record<Kind, { word: string; key: string; least: number; asks: string; done: string }> = {
  accept: { word: "Accept", key: "a", least: 1, asks: "Why is it right?", done: "accepted" },
  reject: { word: "Reject", key: "R", least: 1, asks: "Why is it wrong?", done: "rejected" },
  same: { word: "Same event", key: "s", least: 2, asks: "Why are they one event?", done: "held to be one event" },
  different: { word: "Different", key: "d", least: 2, asks: "Why are they different events?", done: "held to be different" },
};
const KINDS = Object.keys(DOING) as Kind[];

export function Bulk({ ids, onClear }: { ids: readonly string[]; onClear: () => void }) {
  const [kind, setKind] = useState<Kind | null>(null);
  const open = (one: Kind): void => void (ids.length >= DOING[one].least && may("coder") && setKind(one));
  useKeys("Chosen incidents", [
    ...KINDS.map((one) => ({ keys: DOING[one].key, what: DOING[one].word.toLowerCase(), run: () => open(one) })),
    { keys: "Escape", what: "choose none", run: onClear },
  ]);
  if (ids.length === 0) return null;
  return (
    <div class="bulk" role="toolbar" aria-label="Chosen incidents">
      <b>{count(ids.length)} chosen</b>
      {KINDS.map((one) => <button key={one} class="button" disabled={ids.length < DOING[one].least || !may("coder")} onClick={() => open(one)}>{DOING[one].word}</button>)}
      <button class="button bare" onClick={onClear}>Choose none</button>
      {kind && <Reason kind={kind} ids={ids} onClose={() => setKind(null)} onDone={() => { setKind(null); onClear(); }} />}
    </div>
  );
}

interface ReasonProps {
  kind: Kind;
  ids: readonly string[];
  onClose: () => void;
  onDone: () => void;
}

function Reason({ kind, ids, onClose, onDone }: ReasonProps) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const { word, asks, done } = DOING[kind];
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const reason = String(new FormData(event.currentTarget as HTMLFormElement).get("reason") ?? "").trim();
    try {
      const made = await decide({ kind, ids, reason });
      say(`${many(ids.length, "incident")} ${done}.`, { word: "Undo", run: () => void takeBack(made.decision_ids) });
      onDone();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setProblem(error);
    }
  };
  return (
    <Dialog title={`${word}: ${many(ids.length, "incident")}`} open onClose={onClose}>
      <form class="reason" onSubmit={(event) => void submit(event)} onKeyDown={(event) => event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.currentTarget.requestSubmit()}>
        <label>{asks}<textarea class="input" name="reason" rows={3} maxLength={2000} autofocus /></label>
        {problem && <ErrorLine problem={problem} />}
        <div><button class="button main">{word}</button> <button type="button" class="button" onClick={onClose}>Cancel</button></div>
      </form>
    </Dialog>
  );
}
