/** Deciding one thing after another: what was just decided can be taken back with one key. */
import { useRef, useState } from "preact/hooks";
import { Problem } from "../data/get";
import type { Judgement } from "../data/forms";
import { decide, may } from "../data/send";
import { say } from "../parts/toast";

export interface Judging {
  problem: Problem | null;
  judge: (given: Judgement, done: string) => Promise<void>;
  undo: () => Promise<void>;
}

export function useJudging(): Judging {
  const made = useRef<string[][]>([]);
  const busy = useRef(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const run = async (what: () => Promise<void>): Promise<void> => {
    if (busy.current) return;
    busy.current = true;
    setProblem(null);
    try {
      await what();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setProblem(error);
    } finally {
      busy.current = false;
    }
  };
  const undo = (): Promise<void> =>
    run(async () => {
      const last = made.current.pop();
      if (!last) return say("Nothing was decided here yet.");
      await decide({ kind: "undo", ids: last, reason: "taken back at once" });
      say("Taken back.");
    });
  const judge = (given: Judgement, done: string): Promise<void> =>
    run(async () => {
      if (!may("coder")) return say("Deciding needs the role coder.");
      made.current.push((await decide(given)).decision_ids);
      say(done, { word: "Undo", run: () => void undo() });
    });
  return { problem, judge, undo };
}
