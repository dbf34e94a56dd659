/** Every fact of an incident with the words that it rests on. */
import type { ComponentChildren } from "preact";
import type { Claim, WholeIncident } from "../data/forms";
import { Act, Parties } from "../parts/chip";
import { unitsOf } from "../parts/points";
import { Cited } from "../parts/quote";
import { Toll } from "../parts/toll";
import { countryWord, DATE_PRECISIONS, daysWord, many, placeWord, PRECISIONS, STATUSES } from "../words";
import { disagree, FIELDS, type Field, type FieldName } from "./fields";

const FEW = 2;

export function Facts({ whole, claims }: { whole: WholeIncident; claims: readonly Claim[] }) {
  return (
    <dl class="fact-list">
      {FIELDS.map((field) => {
        const value = valueOf(whole, field.name);
        const quoted = quotes(claims, field);
        if (value === null && quoted.length === 0) return null;
        return (
          <div class="fact" key={field.name}>
            <dt>{field.title}{disagree(claims, field) && <span class="tag solid differs" title="the claims differ">differs</span>}</dt>
            <dd>
              <div class="fact-value">{value}</div>
              <Quotes whole={whole} quoted={quoted} />
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

function valueOf(whole: WholeIncident, name: FieldName): ComponentChildren {
  const { incident } = whole;
  const { place } = incident;
  switch (name) {
    case "what": return <Act incident={{ ...incident, status: "actual" }} />;
    case "status": return incident.status === "actual" ? null : (STATUSES[incident.status] ?? incident.status);
    case "who": return incident.actors.length > 0 ? <Parties parties={incident.actors} /> : <span class="faint">unknown</span>;
    case "whom": return incident.targets.length > 0 ? <Parties parties={incident.targets} /> : <span class="faint">unknown</span>;
    case "where": return placeWord(place) ? <>{placeWord(place)} <small class="faint">{[place.adm1 !== place.name && place.adm1, PRECISIONS[place.precision ?? 0], place.basis].filter(Boolean).join(" · ")}</small></> : <span class="faint">unknown{place.country && `, in ${countryWord(place.country)}`}</span>;
    case "when": return <>{daysWord(incident.from, incident.to)} <small class="faint">{DATE_PRECISIONS[incident.date_precision ?? 0] ?? ""}</small></>;
    case "with": return incident.weapons.length > 0 ? incident.weapons.join(", ") : null;
    case "killed": return incident.killed && <Toll toll={incident.killed} />;
    case "injured": return incident.injured && <Toll toll={incident.injured} />;
    default: return null;
  }
}

interface Quoted {
  claim: Claim;
  text: string;
  start: number;
  end: number;
}

/** Give the words of a field, each once, the claims in their order. */
function quotes(claims: readonly Claim[], field: Field): Quoted[] {
  const seen = new Set<string>();
  const found: Quoted[] = [];
  for (const claim of claims) {
    for (const span of field.spans(claim)) {
      const key = `${claim.report_id} ${span.start} ${span.end}`;
      if (seen.has(key)) continue;
      seen.add(key);
      found.push({ claim, text: span.text, start: span.start, end: span.end });
    }
  }
  return found;
}

function Quotes({ whole, quoted }: { whole: WholeIncident; quoted: readonly Quoted[] }) {
  if (quoted.length === 0) return null;
  const line = (one: Quoted): ComponentChildren => <li key={`${one.claim.claim_id} ${one.start}`}><Words whole={whole} quoted={one} /></li>;
  return (
    <>
      <ul class="fact-quotes">{quoted.slice(0, FEW).map(line)}</ul>
      {quoted.length > FEW && (
        <details class="fact-more"><summary>{many(quoted.length - FEW, "more quote")}</summary><ul class="fact-quotes">{quoted.slice(FEW).map(line)}</ul></details>
      )}
    </>
  );
}

const AROUND = 70; // characters

/** The words in a little of what stands round them. */
function Words({ whole, quoted }: { whole: WholeIncident; quoted: Quoted }) {
  const report = whole.reports[quoted.claim.report_id];
  const body = (report?.text ?? "").replaceAll("\n", " ");
  const unit = unitsOf(body);
  const [from, to] = [unit(quoted.start), unit(quoted.end)];
  const [start, end] = [Math.min(from, cut(body, from - AROUND, 1)), Math.max(to, cut(body, to + AROUND, -1))];
  return (
    <span class="quote fact-words" dir="auto">
      {start > 0 && "… "}{body.slice(start, from)}<mark>{body ? body.slice(from, to) : quoted.text}</mark>{body.slice(to, end)}{end < body.length && " …"}{" "}
      {report && <span class="fact-cited"><Cited report={report} /></span>}
    </span>
  );
}

/** Move to the next gap between words. */
function cut(body: string, at: number, step: 1 | -1): number {
  let found = Math.max(0, Math.min(body.length, at));
  while (found > 0 && found < body.length && !/\s/.test(body[found]!)) found += step;
  return found;
}
