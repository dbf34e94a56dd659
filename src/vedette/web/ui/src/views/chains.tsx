/** Action and reaction in swim lanes: stated links solid with their sentence, inferred ones dashed with their probability. */
import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { useData } from "../data/get";
import type { Brief, ChainLink as Link, Chains as Form } from "../data/forms";
import { curve, END, LANE, lanesOf, LEFT, placed, sideOf, type Dot } from "../chains/lanes";
import { Act } from "../parts/chip";
import { Quote } from "../parts/quote";
import { Window } from "../measures/window";
import { Empty, ErrorLine, Nothing, Waiting } from "../parts/told";
import { dataOf, query, setQuery, to } from "../state/router";
import { sideClass, useSides } from "../state/sides";
import { count, daysWord, many, percent, sentence } from "../words";
import "../measures/measures.css";
import "../told/list.css";
import "./chains.css";

const keyOf = (link: Link): string => `${link.from} ${link.because_of}`;
const FOOT = 26;
const MOST = 150; // links at once
const NARROW = 560; // pixels

export default function Chains() {
  useSides();
  const [chosen, from, until] = ["link", "from", "to"].map((name) => query.value.get(name)) as [string | null, string | null, string | null];
  const { data, problem } = useData(dataOf("/chains.json", { from, to: until, limit: MOST, with: chosen?.split(" ")[0] }));
  if (problem && !data) return <ErrorLine problem={problem} />;
  if (!data) return <Waiting what="Chains" />;
  const all = data.stated + data.inferred;
  if (all === 0) return <Empty title="No reaction is told">No report says of an act that it answers another, and none was inferred.</Empty>;
  const choose = (link: Link): void => {
    setQuery({ link: keyOf(link) });
    document.getElementById(keyOf(link))?.scrollIntoView({ block: "center", behavior: "smooth" });
  };
  return (
    <>
      <div class="view-head">
        <h1>Chains</h1>
        <span class="what">What answered what: {many(data.stated, "link")} stated in a report, {many(data.inferred, "link")} inferred. Acts stand in the lane of who did them, in the order of their days.</span>
        <span class="ends"><a href={dataOf("/chains.json")}>JSON</a></span>
      </div>
      <p class="measure-tools">
        <Window />
        {data.links.length < all && <span class="small faint" role="status">{count(data.links.length)} of {count(all)} links are shown{data.total > MOST && ", the newest of these days"}.</span>}
      </p>
      <p class="chains-key small soft">
        <span><svg width="34" height="8" aria-hidden="true"><line x1="0" x2="34" y1="4" y2="4" class="chains-link" /></svg>stated</span>
        <span><svg width="34" height="8" aria-hidden="true"><line x1="0" x2="34" y1="4" y2="4" class="chains-link inferred" /></svg>inferred</span>
        <span><svg width="12" height="12" aria-hidden="true"><circle cx="6" cy="6" r="5" class="chains-act" /></svg>deed</span>
        <span><svg width="12" height="12" aria-hidden="true"><circle cx="6" cy="6" r="4.5" class="chains-act words" /></svg>words</span>
      </p>
      {data.links.length === 0 && <Nothing>No act of these days answers another.</Nothing>}
      {data.links.length > 0 && <Lanes data={data} chosen={chosen} onChoose={choose} />}
      <ul class="told-list chains-list">
        {[...data.links].sort(newest(data)).map((link) => <LinkRow key={keyOf(link)} link={link} data={data} on={keyOf(link) === chosen} />)}
      </ul>
    </>
  );
}

const newest = (data: Form) => (a: Link, b: Link): number => dayOf(data.incidents[b.from]).localeCompare(dayOf(data.incidents[a.from]));
const dayOf = (one: Brief | undefined): string => one?.to ?? one?.from ?? "";

function Lanes({ data, chosen, onChoose }: { data: Form; chosen: string | null; onChoose: (link: Link) => void }) {
  const lanes = useMemo(() => lanesOf(data), [data]);
  const box = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState(0);
  useLayoutEffect(() => {
    const watch = new ResizeObserver(() => setRoom(box.current?.clientWidth ?? 0));
    watch.observe(box.current!);
    return () => watch.disconnect();
  }, []);
  const above = room < NARROW;
  const left = above ? LEFT.above : LEFT.beside;
  const dots = useMemo(() => placed(data, lanes, left, room), [data, lanes, left, room]);
  const by = useMemo(() => new Map(dots.map((dot) => [dot.id, dot])), [dots]);
  const width = Math.max(room, ...dots.map((dot) => dot.x + END));
  const height = lanes.length * LANE + FOOT;
  useLayoutEffect(() => {
    if (box.current) box.current.scrollLeft = width; // the newest first
  }, [width]);
  return (
    <div class="chains-frame">
      <ol class={above ? "chains-names above" : "chains-names"} aria-hidden="true" style={above ? {} : { width: `${LEFT.beside}px` }}>
        {lanes.map((lane) => <li key={lane} style={{ height: `${LANE}px` }} title={lane}><i class={sideClass(lane)} /><bdi>{lane}</bdi></li>)}
      </ol>
      <div class="chains-box" ref={box} tabIndex={0} role="region" aria-label="Swim lanes of action and reaction; the list below says the same in words">
      <svg width={width} height={height}>
        {lanes.map((lane, at) => <line key={lane} x1="0" x2={width} y1={(at + 1) * LANE} y2={(at + 1) * LANE} class="chains-line" />)}
        <Days dots={dots} left={left} foot={lanes.length * LANE + 17} />
        {data.links.map((link) => <LinkLine key={keyOf(link)} link={link} cause={by.get(link.because_of)} effect={by.get(link.from)} on={keyOf(link) === chosen} onChoose={() => onChoose(link)} />)}
        {dots.map((dot) => (
          <a key={dot.id} href={to(`/incidents/${dot.id}`)} aria-label={dot.incident.summary}>
            <circle cx={dot.x} cy={dot.y} r="6" class={`chains-act ${sideClass(sideOf(data, dot.id))}${dot.incident.statement ? " words" : ""}`}><title>{dot.incident.summary}</title></circle>
          </a>
        ))}
      </svg>
      </div>
    </div>
  );
}

/** Days below the lanes, as many as have room. */
function Days({ dots, left, foot }: { dots: readonly Dot[]; left: number; foot: number }) {
  let past = left - 100;
  return (
    <>
      {dots.map((dot) => {
        if (dot.x < past + 96 || !(dot.incident.from ?? dot.incident.to)) return null;
        past = dot.x;
        return <text key={dot.id} x={dot.x} y={foot} text-anchor={dot.x < 40 ? "start" : "middle"} class="chains-tick">{daysWord(dot.incident.to ?? dot.incident.from, dot.incident.to ?? dot.incident.from)}</text>;
      })}
    </>
  );
}

function LinkLine({ link, cause, effect, on, onChoose }: { link: Link; cause: Dot | undefined; effect: Dot | undefined; on: boolean; onChoose: () => void }) {
  if (!cause || !effect) return null;
  const path = curve(cause, effect);
  const told = link.basis === "stated" ? (link.quote ?? "stated") : `inferred, ${percent(link.probability)}`;
  return (
    <g>
      <path d={path} class={`chains-link ${link.basis}${on ? " chosen" : ""}`} />
      <path d={path} class="chains-hit" onClick={onChoose}><title>{`${sentence(link.kind ?? "reaction")}: ${told}`}</title></path>
    </g>
  );
}

function LinkRow({ link, data, on }: { link: Link; data: Form; on: boolean }) {
  const [effect, cause] = [data.incidents[link.from], data.incidents[link.because_of]];
  return (
    <li id={keyOf(link)} class={on ? "chosen" : undefined}>
      <span class="when">{effect && daysWord(effect.from, effect.to)}</span>
      <div>
        <p class="head"><b>{sentence(link.kind ?? "reaction")}</b><span class={link.basis === "stated" ? "tag solid" : "tag"}>{link.basis}{link.basis === "inferred" && ` ${percent(link.probability)}`}</span></p>
        <div class="because">
          <span class="small faint">what was done</span><Side incident={effect} />
          <span class="small faint">answers</span><Side incident={cause} />
        </div>
        {link.quote && <Quote text={link.quote} report={link.report} />}
      </div>
    </li>
  );
}

function Side({ incident }: { incident: Brief | undefined }) {
  if (!incident) return <span class="faint">no longer in the record</span>;
  return <span><a href={to(`/incidents/${incident.incident_id}`)}><bdi>{incident.summary}</bdi></a> <span class="small soft"><Act incident={incident} /></span></span>;
}
