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
  /** The values, or what makes them: asked only while the facet is open. */
  values: readonly Value[] | (() => readonly Value[]);
  /** How many are chosen, where values are made. */
  chosen?: number;
  onTurn: (value: string) => void;
  open?: boolean;
  few?: number;
}

export function Facet({ title, values: given, chosen = 0, onTurn, open: first = true, few = 6 }: Props) {
  const [all, setAll] = useState(false);
  const [open, setOpen] = useState(first || chosen > 0);
  const values = typeof given !== "function" ? given : open ? given() : [];
  if (values.length === 0 && (open || typeof given !== "function")) return null;
  const most = values.reduce((high, one) => Math.max(high, one.n), 1);
  const on = values.filter((one) => one.on);
  const shown = all ? values.slice(0, 200) : values.filter((one, at) => at < few || one.on);
  return (
    <details class="facet" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
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
