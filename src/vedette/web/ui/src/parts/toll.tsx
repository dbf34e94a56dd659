/** How many: the best figure, and the range where figures differ. */
import type { Toll as Form } from "../data/forms";
import { count } from "../words";

interface Props {
  toll: Pick<Form, "low" | "best" | "high"> | null;
  word?: string;
}

export function Toll({ toll, word }: Props) {
  if (!toll) return <span class="faint" title="no report gives a figure">–</span>;
  const high = toll.high === null ? "or more" : count(toll.high);
  const open = toll.high === null;
  const ranged = open || toll.low !== toll.high;
  return (
    <span class="toll">
      <b>{count(toll.best)}</b>{word && ` ${word}`}
      {ranged && <span class="range">{open ? (toll.low < toll.best ? ` (${count(toll.low)} ${high})` : " or more") : ` (${count(toll.low)}–${high})`}</span>}
    </span>
  );
}
