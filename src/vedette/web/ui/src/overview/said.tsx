/** What somebody counted, and what somebody foresees. */
import type { Outlook, Span, Tally } from "../data/forms";
import { Quote } from "../parts/quote";
import { count, daysWord } from "../words";

/** A count beside the record: two bars on one scale. */
export function TallyRow({ tally }: { tally: Tally }) {
  const said = tally.high ?? tally.low ?? 0;
  const held = tally.in_record ?? 0;
  const most = Math.max(said, held, 1);
  return (
    <li class="tally">
      <p><b class="num">{tally.low === tally.high || tally.high === null ? `${tally.high === null ? "at least " : ""}${count(tally.low ?? 0)}` : `${count(tally.low ?? 0)}–${count(tally.high)}`}</b> <bdi>{tally.of ?? "incidents"}</bdi> <span class="faint small">{daysWord(tally.from, tally.to)}, by <bdi>{tally.source?.name ?? tally.source?.text ?? tally.report?.outlet ?? "a report"}</bdi></span></p>
      <div class="tally-bars" aria-hidden="true"><i style={{ width: `${(100 * said) / most}%` }} /><i class="held" style={{ width: `${(100 * held) / most}%` }} /></div>
      <p class="small soft">{tally.beside ?? `the record holds ${count(held)}`}</p>
      <details class="small"><summary class="faint">the words</summary><Quote text={tally.sentence.text} offset={tally.sentence.start} marks={[tally.quote]} report={tally.report} /></details>
    </li>
  );
}

export function OutlookRow({ outlook }: { outlook: Outlook }) {
  const marks = [outlook.if, outlook.then].filter((one): one is Span => !!one && one.start !== null);
  return (
    <li class="outlook">
      <p class="small"><b><bdi>{outlook.by?.name ?? outlook.by?.text ?? outlook.report?.outlet ?? "A report"}</bdi></b>{outlook.modality && <> <span class="tag">{outlook.modality}</span></>}</p>
      <Quote text={outlook.quote.text} offset={outlook.quote.start} marks={marks} report={outlook.report} />
    </li>
  );
}
