/** The texts of the reports with the claims' words marked; text that is selected can be taken into an edit. */
import { useEffect, useMemo, useRef } from "preact/hooks";
import type { Claim, WholeIncident } from "../data/forms";
import { Cited, pieces, type Marked } from "../parts/quote";
import { FIELDS } from "./fields";

interface Props {
  whole: WholeIncident;
  claims: readonly Claim[];
  report: string;
  claim: string | null;
  onReport: (id: string) => void;
  onSelect: (text: string) => void;
}

export function Source({ whole, claims, report, claim, onReport, onSelect }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const ids = Object.keys(whole.reports);
  const found = whole.reports[report];
  const marks = useMemo(() => marksOf(claims.filter((one) => one.report_id === report && (!claim || one.claim_id === claim))), [claims, report, claim]);
  useEffect(() => {
    const first = box.current?.querySelector<HTMLElement>("mark");
    if (first && box.current) box.current.scrollTop = Math.max(0, first.offsetTop - box.current.offsetTop - 90);
  }, [report, claim]);
  if (!found) return null;
  return (
    <div class="source">
      {ids.length > 1 && (
        <div class="source-choice" role="group" aria-label="Reports">
          {ids.map((id) => <button key={id} class="button" aria-pressed={id === report} onClick={() => onReport(id)}><bdi>{whole.reports[id]?.outlet ?? "unnamed outlet"}</bdi></button>)}
        </div>
      )}
      <p class="source-head"><b dir="auto">{found.title ?? ""}</b> <span class="small faint"><Cited report={found} />{found.agency && <> · copy of <bdi>{found.agency}</bdi></>}</span></p>
      <div class="source-text quote" ref={box} tabIndex={0} role="region" aria-label="Text of the report" dir="auto" onMouseUp={() => onSelect(selected())} onKeyUp={(event) => event.shiftKey && onSelect(selected())}>
        {pieces(found.text, 0, marks).map((one) => (one.mark ? <mark class={`role ${one.mark.kind ?? ""}`} data-label={one.mark.title}>{one.text}</mark> : one.text))}
      </div>
    </div>
  );
}

const selected = (): string => (window.getSelection()?.toString() ?? "").trim().slice(0, 500);

function marksOf(claims: readonly Claim[]): Marked[] {
  const seen = new Set<string>();
  const found: Marked[] = [];
  for (const claim of claims) {
    for (const field of FIELDS) {
      for (const span of field.spans(claim)) {
        const key = `${span.start} ${span.end}`;
        if (seen.has(key)) continue;
        seen.add(key);
        found.push({ start: span.start, end: span.end, kind: `role-${field.name}`, title: field.label });
      }
    }
  }
  return found;
}
