/** What is to be checked next: the most uncertain and most consequential first; all of it by keys. */
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { useData } from "../data/get";
import { useLater } from "../data/later";
import type { Waits as Item } from "../data/forms";
import { Decide } from "../incident/decide";
import { Facts } from "../incident/facts";
import { Source } from "../incident/source";
import { Pair } from "../desk/pair";
import { useJudging } from "../desk/judging";
import { Grade } from "../parts/chip";
import { Empty, ErrorLine, NowAlone, Waiting } from "../parts/told";
import { asOf, dataOf, to } from "../state/router";
import { useKeys } from "../state/keys";
import { useSides } from "../state/sides";
import { count, many, percent } from "../words";
import "./incident.css";
import "../desk/desk.css";

const KINDS: Record<Item["kind"], string> = { incident: "incident", claim: "claim", pair: "one or two?" };
const keyOf = (item: Item): string => [item.kind, item.incident, item.claim, item.other].join(" ");

export default function Queue() {
  useSides();
  const { data, problem } = useData(dataOf("/queue.json", { limit: 100 }));
  useLater(data?.comparing === true);
  const [at, setAt] = useState(0);
  const judging = useJudging();
  const { judge } = judging;
  const items = data?.items ?? [];
  const held = useRef({ key: "", comparing: false });
  useEffect(() => {
    const still = items.findIndex((one) => keyOf(one) === held.current.key);
    if (held.current.comparing && still >= 0) setAt(still); // pairs that come later must not put another thing under the keys
    held.current.comparing = data?.comparing === true;
  }, [data]);
  const here = Math.min(at, Math.max(0, items.length - 1));
  const item = asOf.value ? undefined : items[here];
  useEffect(() => void (held.current.key = item ? keyOf(item) : ""), [item]);
  const pair = item?.kind === "pair" && item.other ? [item.incident, item.other] : null;
  const subject = item?.kind === "claim" && item.claim ? item.claim : item?.incident;
  const move = (step: number) => () => setAt(Math.min(items.length - 1, Math.max(0, here + step)));
  const accept = (): void => void (pair || !subject ? undefined : judge({ kind: "accept", ids: [subject] }, "Accepted."));
  const unsure = (): void => void (subject && judge({ kind: "unsure", ids: pair ?? [subject] }, "Left open."));
  const told = (kind: "same" | "different", done: string) => (): void => void (pair && judge({ kind, ids: pair }, done));
  const [same, different] = [told("same", "They are one."), told("different", "They are different.")];
  useEffect(() => document.querySelector('.desk-list [aria-current="true"]')?.scrollIntoView({ block: "nearest" }), [here]);
  useKeys("Queue", [
    { keys: "j", what: "next", run: move(1) },
    { keys: "k", what: "the one before", run: move(-1) },
    { keys: "a", what: "accept", run: accept },
    { keys: "s", what: "the same (of two)", run: same },
    { keys: "d", what: "different (of two)", run: different },
    { keys: "u", what: "unsure: leave it open", run: unsure },
    { keys: "z", what: "take the last decision back", run: () => void judging.undo() },
  ]);
  if (asOf.value) return <NowAlone title="Queue" />;
  if (problem && !data) return <ErrorLine problem={problem} />;
  if (!data) return <Waiting what="What waits" />;
  if (!item) return <Empty title="Nothing waits" doing={<a class="button" href={to("/incidents")}>Incidents</a>}>All incidents are reviewed, and no two are in doubt.</Empty>;
  return (
    <>
      <div class="view-head">
        <h1>Queue</h1>
        <span class="what">{many(data.total, "thing waits", "things wait")}. First what is least sure and weighs most.</span>
      </div>
      <div class="desk">
        <ol class="desk-list" aria-label="What waits">
          {items.map((one, index) => (
            <li key={keyOf(one)}>
              <button aria-current={index === here} onClick={() => setAt(index)}>
                <span class="line small">{one.shown?.summary ?? one.incident}</span>
                <span class="tiny faint">{KINDS[one.kind]} · unsure {percent(one.uncertainty)} · weight {percent(one.consequence)}</span>
              </button>
            </li>
          ))}
        </ol>
        <div>
          {judging.problem && <ErrorLine problem={judging.problem} />}
          <p class="desk-bar">
            {pair ? (
              <><button class="button" onClick={same}>Same <kbd>s</kbd></button><button class="button" onClick={different}>Different <kbd>d</kbd></button></>
            ) : <button class="button main" onClick={accept}>Accept <kbd>a</kbd></button>}
            <button class="button" onClick={unsure}>Unsure <kbd>u</kbd></button>
            <button class="button bare" onClick={() => void judging.undo()}>Undo <kbd>z</kbd></button>
            <span class="faint small num">{count(here + 1)} of {count(data.total)}</span>
          </p>
          {pair ? <Pair key={keyOf(item)} left={pair[0]!} right={pair[1]!} why={null} text={item.why} /> : <One key={keyOf(item)} item={item} />}
        </div>
      </div>
    </>
  );
}

/** One incident, or one claim of it: its facts, its quotes, its texts, and what can be done. */
function One({ item }: { item: Item }) {
  const { data, problem } = useData(dataOf(`/incidents/${encodeURIComponent(item.incident)}.json`));
  const [report, setReport] = useState<string | null>(null);
  const [selected, setSelected] = useState("");
  const claims = useMemo(() => (data?.claims ?? []).filter((one) => !item.claim || one.claim_id === item.claim), [data, item.claim]);
  if (problem && !data) return <ErrorLine problem={problem} />;
  if (!data) return <Waiting what="Incident" />;
  const shown = report && data.reports[report] ? report : (claims[0]?.report_id ?? "");
  return (
    <article>
      <h1 class="desk-title" dir="auto"><a href={to(`/incidents/${item.incident}`)}>{data.incident.summary}</a></h1>
      <p class="desk-measures small"><Grade grade={data.incident.grade} /><span class="soft">{item.why}</span></p>
      <Decide incident={data.incident} claim={item.kind === "claim" ? item.claim : null} lean selected={selected} onMade={() => undefined} />
      <section class="section"><Facts whole={data} claims={claims} /></section>
      <section class="section">
        <div class="section-head"><h2>Reports</h2><span class="small faint">select words to take them into an edit</span></div>
        <Source whole={data} claims={claims} report={shown} claim={item.claim} onReport={setReport} onSelect={setSelected} />
      </section>
    </article>
  );
}
