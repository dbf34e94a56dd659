/** Same or different? Two incidents that are held apart by little, side by side, one key each. */
import { useEffect, useState } from "preact/hooks";
import { useData } from "../data/get";
import { Pair } from "../desk/pair";
import { useJudging } from "../desk/judging";
import { Empty, ErrorLine, NowAlone, Waiting } from "../parts/told";
import { asOf, dataOf } from "../state/router";
import { useKeys } from "../state/keys";
import { useSides } from "../state/sides";
import { count, many } from "../words";
import "../desk/desk.css";

export default function Same() {
  useSides();
  const { data, problem } = useData(dataOf("/same.json", { limit: 100 }));
  const [at, setAt] = useState(0);
  const { judge, undo, problem: failed } = useJudging();
  const items = data?.items ?? [];
  const here = Math.min(at, Math.max(0, items.length - 1));
  const item = asOf.value ? undefined : items[here];
  const told = (kind: "same" | "different" | "unsure", done: string) => () => void (item && judge({ kind, ids: [item.left.incident_id, item.right.incident_id] }, done));
  const [same, different, unsure] = [told("same", "They are one."), told("different", "They are different."), told("unsure", "Left open.")];
  const move = (step: number) => () => setAt(Math.min(items.length - 1, Math.max(0, here + step)));
  useKeys("Same or different", [
    { keys: "s", what: "the same", run: same },
    { keys: "d", what: "different", run: different },
    { keys: "u", what: "unsure", run: unsure },
    { keys: "z", what: "take the last decision back", run: () => void undo() },
    { keys: "j", what: "next pair", run: move(1) },
    { keys: "k", what: "pair before", run: move(-1) },
  ]);
  useEffect(() => document.querySelector('.desk-list [aria-current="true"]')?.scrollIntoView({ block: "nearest" }), [here]);
  if (asOf.value) return <NowAlone title="Same or different" />;
  if (problem && !data) return <ErrorLine problem={problem} />;
  if (!data) return <Waiting what="Comparing incidents" />;
  if (!item) return <Empty title="No pair is in doubt">Incidents that might be one will wait here.</Empty>;
  return (
    <>
      <div class="view-head">
        <h1>Same or different</h1>
        <span class="what">{many(data.total, "pair")} of incidents that little keeps apart. What you decide is never overridden.</span>
      </div>
      <div class="desk">
        <ol class="desk-list" aria-label="Pairs">
          {items.map((one, index) => (
            <li key={`${one.left.incident_id} ${one.right.incident_id}`}>
              <button aria-current={index === here} onClick={() => setAt(index)}><span class="line small">{one.left.summary}</span><span class="line small soft">{one.right.summary}</span><span class="tiny faint num">{one.score >= 0 ? "+" : "−"}{Math.abs(one.score).toFixed(1)}</span></button>
            </li>
          ))}
        </ol>
        <div>
          <p class="desk-bar">
            <button class="button" onClick={same}>Same <kbd>s</kbd></button><button class="button" onClick={different}>Different <kbd>d</kbd></button><button class="button" onClick={unsure}>Unsure <kbd>u</kbd></button>
            <button class="button bare" onClick={() => void undo()}>Undo <kbd>z</kbd></button>
            <span class="faint small num">{count(here + 1)} of {count(items.length)}</span>
          </p>
          {failed && <ErrorLine problem={failed} />}
          <Pair left={item.left.incident_id} right={item.right.incident_id} why={item.why} />
        </div>
      </div>
    </>
  );
}
