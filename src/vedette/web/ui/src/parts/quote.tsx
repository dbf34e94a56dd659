/** A quote: a stretch of a report's text with what matters in it marked. Never HTML. */
import type { ComponentChildren } from "preact";
import { to } from "../state/router";
import { dayWord } from "../words";
import type { ReportRef } from "../data/forms";
import { unitsOf } from "./points";

export interface Marked {
  start: number;
  end: number;
  kind?: string;
  title?: string;
}

/** Cut text into plain and marked pieces; offsets count code points; marks that overlap an earlier one are cut at its end. */
export function pieces(text: string, offset: number, marks: readonly Marked[]): { text: string; mark: Marked | null }[] {
  const found: { text: string; mark: Marked | null }[] = [];
  const unit = unitsOf(text);
  let at = 0;
  for (const mark of [...marks].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const start = Math.max(at, unit(mark.start - offset));
    const end = unit(mark.end - offset);
    if (start >= end) continue;
    if (start > at) found.push({ text: text.slice(at, start), mark: null });
    found.push({ text: text.slice(start, end), mark });
    at = end;
  }
  if (at < text.length) found.push({ text: text.slice(at), mark: null });
  return found;
}

interface Props {
  text: string;
  /** Where the text begins in the body that the marks count from. */
  offset?: number;
  marks?: readonly Marked[];
  report?: Pick<ReportRef, "report_id" | "outlet" | "published"> | null;
  children?: ComponentChildren;
}

export function Quote({ text, offset = 0, marks = [], report, children }: Props) {
  return (
    <blockquote class="quote" dir="auto">
      <span>{pieces(text, offset, marks).map((one) => (one.mark ? <mark class={one.mark.kind} title={one.mark.title}>{one.text}</mark> : one.text))}</span>
      {(report || children) && <footer>{report && <Cited report={report} />}{children}</footer>}
    </blockquote>
  );
}

export function Cited({ report }: { report: Pick<ReportRef, "report_id" | "outlet" | "published"> }) {
  return (
    <a href={to(`/reports/${encodeURIComponent(report.report_id)}`)}>
      <bdi>{report.outlet ?? "unnamed outlet"}</bdi>, {dayWord(report.published) || "day unknown"}
    </a>
  );
}
