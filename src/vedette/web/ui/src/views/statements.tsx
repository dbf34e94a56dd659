/** Who threatens, demands, condemns, warns of what, in which words; a ladder of severity over time. */
import { useEffect, useMemo } from "preact/hooks";
import { useData } from "../data/get";
import type { Statement } from "../data/forms";
import { Act, Grade, Parties } from "../parts/chip";
import { Quote } from "../parts/quote";
import { Empty, ErrorLine, Nothing, Waiting } from "../parts/told";
import { dataOf, query, setQuery, to } from "../state/router";
import { useSides } from "../state/sides";
import { Ladder, RUNGS } from "../told/ladder";
import { count, daysWord, many, partyWord, typeWord } from "../words";
import "../told/list.css";
import "./statements.css";

const HARD = ["THREATEN", "REJECT", "ACCUSE", "REQUEST"];
const PAGE = 60;

export default function Statements() {
  useSides();
  const { data, problem } = useData(dataOf("/statements.json"));
  const type = query.value.get("type");
  const speaker = query.value.get("actor");
  const chosen = query.value.get("select");
  const found = useMemo(() => (data?.items ?? []).filter((one) => (!type || one.type === type) && (!speaker || one.actors.some((party) => partyWord(party) === speaker))), [data, type, speaker]);
  const shown = useMemo(() => [...found].sort((a, b) => (b.to ?? b.from ?? "").localeCompare(a.to ?? a.from ?? "")), [found]);
  useEffect(() => {
    if (chosen) document.getElementById(chosen)?.scrollIntoView({ block: "center" });
  }, [chosen, data]);
  if (problem && !data) return <ErrorLine problem={problem} />;
  if (!data) return <Waiting what="Statements" />;
  if (data.items.length === 0) return <Empty title="Nothing was said">No report of the case tells a threat, a demand, talks or other acts in words.</Empty>;
  const most = Math.max(PAGE, shown.findIndex((one) => one.incident_id === chosen) + 10);
  return (
    <>
      <div class="view-head">
        <h1>Statements</h1>
        <span class="what">Acts in words: threats, demands, accusations, refusals, talks, agreements.</span>
        <span class="ends"><a href={to("/outlooks")}>Outlooks</a><a href={to("/tallies")}>Tallies</a><a href={dataOf("/statements.json")}>JSON</a></span>
      </div>
      <Ladder statements={found} chosen={chosen} onChoose={(id) => setQuery({ select: id })} />
      <Choose items={data.items} type={type} speaker={speaker} />
      <p class="faint small" role="status">{many(shown.length, "statement")}</p>
      {shown.length === 0 && <Nothing>None of this kind.</Nothing>}
      <ul class="told-list">
        {shown.slice(0, most).map((one) => (
          <li key={one.incident_id} id={one.incident_id} class={one.incident_id === chosen ? "chosen" : undefined}>
            <span class="when">{daysWord(one.from, one.to)}</span>
            <div>
              <p class="head">
                <b><Act incident={one} /></b>
                <span><Parties parties={one.actors} />{one.targets.length > 0 && <><span class="arrow" aria-label="to">→</span><Parties parties={one.targets} /></>}</span>
                <a class="small" href={to(`/incidents/${one.incident_id}`)}>open</a>
                <span class="small faint"><Grade grade={one.grade} /></span>
              </p>
              {one.quote ? <Quote text={one.quote.text} offset={one.quote.start} marks={one.trigger ? [one.trigger] : []} report={one.report} /> : <p>{one.summary}</p>}
            </div>
          </li>
        ))}
      </ul>
      {shown.length > most && <p class="small faint">The newest {count(most)} are listed; choose a kind or a speaker to see others.</p>}
    </>
  );
}

function Choose({ items, type, speaker }: { items: readonly Statement[]; type: string | null; speaker: string | null }) {
  const speakers = useMemo(() => ranked(items), [items]);
  const kinds = [...HARD, ...RUNGS.filter((one) => !HARD.includes(one))].filter((one) => items.some((item) => item.type === one));
  return (
    <div class="told-filter">
      <div class="segments" role="group" aria-label="Kind">
        <button aria-pressed={!type} onClick={() => setQuery({ type: null })}>All</button>
        {kinds.map((one) => <button key={one} aria-pressed={type === one} onClick={() => setQuery({ type: type === one ? null : one })}>{typeWord(one)}</button>)}
      </div>
      <label class="small">by{" "}
        <select class="input" value={speaker ?? ""} onChange={(event) => setQuery({ actor: event.currentTarget.value || null })}>
          <option value="">anybody</option>
          {speakers.map(([name, n]) => <option key={name} value={name}>{name} ({n})</option>)}
        </select>
      </label>
    </div>
  );
}

function ranked(items: readonly Statement[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const one of items) for (const name of new Set(one.actors.map(partyWord))) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).slice(0, 60);
}
