/** One actor: names, memberships and offices over time, what it did and what was done to it. */
import { useData } from "../data/get";
import type { Brief } from "../data/forms";
import { Act, Parties } from "../parts/chip";
import { Toll } from "../parts/toll";
import { ErrorLine, Nothing, Waiting } from "../parts/told";
import { dataOf, to } from "../state/router";
import type { ViewProps } from "../routes";
import { count, countryWord, daysWord, dayWord, many, placeWord } from "../words";
import "./actors.css";

interface Dated {
  from: string | null;
  to: string | null;
}

interface Link extends Dated {
  actor_id?: string;
  name?: string;
  rel?: string;
  of?: string;
  hedge?: string | null;
  title?: string;
}

const RELS: Record<string, string> = { part_of: "part of", member_of: "member of", backed_by: "backed by", ally_of: "ally of", successor_of: "successor of", led_by: "led by" };
const relWord = (rel: string | undefined): string => RELS[rel ?? ""] ?? (rel ?? "").replaceAll("_", " ");
const spanWord = (one: Dated): string => (one.from || one.to ? `${dayWord(one.from) || "?"} – ${dayWord(one.to) || "now"}` : "");
const MOST = 100;

export default function Actor({ params }: ViewProps) {
  const { data, problem } = useData(dataOf(`/actors/${encodeURIComponent(params.id!)}.json`));
  if (problem && !data) return <ErrorLine problem={problem} />;
  if (!data) return <Waiting what="Actor" />;
  const { actor } = data;
  const names = [...new Set([...(actor.names ?? []), ...(actor.native ?? [])])].filter((name) => name !== actor.name);
  return (
    <>
      <div class="view-head"><h1 dir="auto">{actor.name}</h1><span class="what">{[actor.kind, countryWord(actor.country)].filter(Boolean).join(", ")}</span><span class="ends"><a href={to("/actors")}>All actors</a></span></div>
      <dl class="facts section">
        <dt>Registry</dt><dd><code>{actor.id}</code></dd>
        {names.length > 0 && <><dt>Also called</dt><dd><Names names={names} /></dd></>}
      </dl>
      <div class="actor-columns">
        <Links title="Belongs to" links={[...(actor.memberships ?? []), ...(actor.offices ?? [])]} names={data.names} other={(link) => link.of} />
        <Links title="Members and parts" links={data.members} names={data.names} other={(link) => link.actor_id} />
        <Links title="Offices" links={data.holders} names={data.names} other={(link) => link.actor_id} />
      </div>
      <div class="actor-columns">
        <Acts title="Did" incidents={data.as_actor} actor={actor.id} role="actor" />
        <Acts title="Was done to it" incidents={data.as_target} actor={actor.id} role="target" />
      </div>
    </>
  );
}

const FEW = 12;

function Names({ names }: { names: readonly string[] }) {
  const line = (some: readonly string[]) => some.map((name, at) => <>{at > 0 && " · "}<bdi>{name}</bdi></>);
  if (names.length <= FEW) return <>{line(names)}</>;
  return <>{line(names.slice(0, FEW))}<details><summary class="small faint">{many(names.length - FEW, "more name")}</summary>{line(names.slice(FEW))}</details></>;
}

function Links({ title, links, names, other }: { title: string; links: readonly Link[]; names: Record<string, string>; other: (link: Link) => string | undefined }) {
  if (links.length === 0) return null;
  return (
    <section class="section">
      <div class="section-head"><h2>{title}</h2></div>
      <ul class="actor-time">
        {links.map((link, at) => {
          const id = other(link);
          return (
            <li key={at}>
              <span>
                {id ? <a href={to(`/actors/${encodeURIComponent(id)}`)}><bdi>{names[id] ?? link.name ?? id}</bdi></a> : <bdi>{link.name}</bdi>}{" "}
                <span class="soft small">{link.title ?? relWord(link.rel)}{link.hedge && <> <span class="tag">{link.hedge}</span></>}</span>
              </span>
              <span class="num small faint">{spanWord(link)}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Acts({ title, incidents, actor, role }: { title: string; incidents: readonly Brief[]; actor: string; role: "actor" | "target" }) {
  const sorted = [...incidents].sort((a, b) => (b.to ?? b.from ?? "").localeCompare(a.to ?? a.from ?? ""));
  return (
    <section class="section">
      <div class="section-head"><h2>{title}</h2><a class="more" href={to("/incidents", { [role]: actor })}>{many(incidents.length, "incident")}</a></div>
      {incidents.length === 0 && <Nothing>Nothing in the record.</Nothing>}
      <ul class="actor-acts">
        {sorted.slice(0, MOST).map((one) => (
          <li key={one.incident_id}>
            <span class="small faint">{daysWord(one.from, one.to)}</span>
            <span>
              <a href={to(`/incidents/${one.incident_id}`)}><Act incident={one} /></a>{" "}
              {role === "actor" ? one.targets.length > 0 && <>against <Parties parties={one.targets} /></> : <>by <Parties parties={one.actors} /></>}
              <span class="small soft"> {placeWord(one.place)}</span>{one.killed && <span class="small"> · <Toll toll={one.killed} word="killed" /></span>}
            </span>
          </li>
        ))}
      </ul>
      {sorted.length > MOST && <p class="small faint">The newest {count(MOST)} are listed.</p>}
    </section>
  );
}
