/** Who takes part, and the network of who acts against, with and under whom. */
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { useData } from "../data/get";
import { Answers } from "../actors/answers";
import type { Kinds } from "../actors/network";
import type { Edge } from "../data/forms";
import { Empty, ErrorLine, Nothing, Waiting } from "../parts/told";
import { dataOf, go, query, setQuery, to } from "../state/router";
import { sideClass, sides, useSides } from "../state/sides";
import { theme } from "../state/theme";
import { count, countryWord, dayWord, many } from "../words";
import "./sources.css";
import "./actors.css";

const WORDS: Record<Edge["kind"], string> = { against: "acts against", with: "acts with", under: "belongs to" };

export default function Actors() {
  useSides();
  const { data, problem } = useData(dataOf("/actors.json"));
  const [asked, setAsked] = useState("");
  const found = useMemo(() => (data?.items ?? []).filter((one) => `${one.name} ${one.kind} ${countryWord(one.country)}`.toLowerCase().includes(asked.toLowerCase())), [data, asked]);
  if (problem && !data) return <ErrorLine problem={problem} />;
  if (!data) return <Waiting what="Actors" />;
  if (data.items.length === 0) return <Empty title="No actors yet">Actors come with the incidents that reports tell of.</Empty>;
  return (
    <>
      <div class="view-head">
        <h1>Actors</h1>
        <span class="what">{many(data.items.length, "party", "parties")} of the registry that took part in incidents.</span>
        <span class="ends"><a href={dataOf("/actors.json")}>JSON</a><a href={dataOf("/network.json")}>network</a></span>
      </div>
      <Drawn />
      <Answers />
      <div class="section-head"><h2>All actors</h2></div>
      <p><input class="input" type="search" placeholder="Name, kind or country" aria-label="Filter actors" value={asked} onInput={(event) => setAsked(event.currentTarget.value)} /></p>
      <div class="plain-scroll" tabIndex={0}>
        <table class="plain">
          <thead><tr><th>Name</th><th>Kind</th><th>Country</th><th class="num">Acted</th><th class="num">Was acted upon</th><th>First</th><th>Last</th></tr></thead>
          <tbody>
            {found.slice(0, 500).map((one) => (
              <tr key={one.actor_id ?? one.name}>
                <td><span class={`chip ${sideClass(one.name)}`}>{one.actor_id ? <a href={to(`/actors/${encodeURIComponent(one.actor_id)}`)}><bdi>{one.name}</bdi></a> : <bdi>{one.name}</bdi>}</span></td>
                <td>{one.kind}</td><td>{countryWord(one.country)}</td>
                <td class="num"><a href={to("/incidents", { actor: one.actor_id ?? one.name })}>{count(one.as_actor)}</a></td>
                <td class="num"><a href={to("/incidents", { target: one.actor_id ?? one.name })}>{count(one.as_target)}</a></td>
                <td class="nowrap">{dayWord(one.first)}</td><td class="nowrap">{dayWord(one.last)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {found.length === 0 && <Nothing>No actor of that name.</Nothing>}
    </>
  );
}

function Drawn() {
  const [from, until] = [query.value.get("from"), query.value.get("to")];
  const { data, problem } = useData(dataOf("/network.json", { from, to: until }));
  const [kinds, setKinds] = useState<Kinds>({ against: true, with: false, under: true });
  const [[n, all], setTold] = useState<readonly [number, number]>([0, 0]);
  const box = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState(0);
  useEffect(() => {
    const watch = new ResizeObserver(() => setRoom(box.current?.clientWidth ?? 0));
    watch.observe(box.current!);
    return () => watch.disconnect();
  }, []);
  useEffect(() => {
    if (!data || !box.current || room === 0) return;
    let [gone, clear] = [false, (): void => undefined];
    void import("../actors/network").then(({ draw, kept, roomFor }) => {
      if (gone || !box.current) return;
      const drawn = kept(data, kinds, roomFor(box.current));
      setTold([drawn.nodes.length, kept(data, kinds, Infinity).nodes.length]);
      clear = draw(box.current, drawn, (id) => go(to(`/actors/${encodeURIComponent(id)}`)));
    });
    return () => {
      gone = true;
      clear();
    };
  }, [data, kinds, room, all === 0, theme.value, sides.value]);
  return (
    <section class="section">
      <div class="network-tools">
        <div class="segments" role="group" aria-label="Edges">
          {(Object.keys(WORDS) as Edge["kind"][]).map((kind) => <button key={kind} aria-pressed={kinds[kind]} onClick={() => setKinds({ ...kinds, [kind]: !kinds[kind] })}>{WORDS[kind]}</button>)}
        </div>
        <label class="small">from <input class="input" type="date" value={from ?? ""} onChange={(event) => setQuery({ from: event.currentTarget.value })} /></label>
        <label class="small">to <input class="input" type="date" value={until ?? ""} onChange={(event) => setQuery({ to: event.currentTarget.value })} /></label>
        <span class="small faint">arrow: against; dotted: with; dashed: belongs to.{n < all && ` The busiest ${count(n)} of ${count(all)}.`} The table below says the same.</span>
      </div>
      {problem && <ErrorLine problem={problem} />}
      <div class={data && all === 0 ? "network bare" : "network"} ref={box} role="img" aria-label="Network of the actors" />
      {data && all === 0 && <Nothing>No two actors of the registry meet in an incident of these days.</Nothing>}
    </section>
  );
}
