/** A facet: the values of a field, how many rows each has under the other filters; pressing takes one in or out. */
import { useState } from "preact/hooks";
import { count } from "../words";

export interface Value {
  value: string;
  word: string;
  n: number;
  on: boolean;
  /** Class that sets its hue. */
  hue?: string;
}

interface Props {
  title: string;
  values: readonly Value[];
  onTurn: (value: string) => void;
  open?: boolean;
  few?: number;
}

export function Facet({ title, values, onTurn, open = true, few = 6 }: Props) {
  const [all, setAll] = useState(false);
  if (values.length === 0) return null;
  const most = Math.max(1, ...values.map((one) => one.n));
  const on = values.filter((one) => one.on);
  const shown = all ? values.slice(0, 200) : values.filter((one, at) => at < few || one.on);
  return (
    <details class="facet" open={open || on.length > 0}>
      <summary>{title}{on.length > 0 && <span class="on">{on.length} chosen</span>}</summary>
      <ul>
        {shown.map((one) => (
          <li key={one.value}>
            <button class={one.n === 0 && !one.on ? "none" : undefined} aria-pressed={one.on} onClick={() => onTurn(one.value)} title={one.word}>
              <span class="bar" style={{ width: `${(100 * one.n) / most}%` }} />
              <span class="value">{one.hue ? <span class={`chip ${one.hue}`}><span dir="auto">{one.word}</span></span> : <bdi>{one.word}</bdi>}</span>
              <span class="n num">{count(one.n)}</span>
            </button>
          </li>
        ))}
      </ul>
      {values.length > few && (
        <button class="button bare tiny more" aria-expanded={all} onClick={() => setAll(!all)}>{all ? "Fewer" : `All ${count(values.length)}`}</button>
      )}
    </details>
  );
}
