/** The dead and the wounded: best figure large, the range drawn beneath. */
import type { TollSum } from "../data/forms";
import { count, many } from "../words";

export function TollOf({ word, toll, most }: { word: string; toll: TollSum; most: number }) {
  const at = (n: number): number => (100 * n) / Math.max(1, most);
  const open = toll.open > 0;
  const ranged = open || toll.low !== toll.high;
  return (
    <div class="toll-of">
      <p class="toll-figure"><b>{count(toll.best)}</b> {word}</p>
      {ranged && <svg class="toll-line" height="14" width="100%" aria-hidden="true">
        <line class="base" x1="0" x2="100%" y1="7" y2="7" />
        <line x1={`${at(toll.low)}%`} x2={`${at(Math.max(toll.high, toll.best))}%`} y1="7" y2="7" />
        <line class="end" x1={`${at(toll.low)}%`} x2={`${at(toll.low)}%`} y1="3" y2="11" />
        {!open && <line class="end" x1={`${at(toll.high)}%`} x2={`${at(toll.high)}%`} y1="3" y2="11" />}
        <circle cx={`${at(toll.best)}%`} cy="7" r="4" />
      </svg>}
      {toll.incidents === 0
        ? <p class="small soft">no report gives a figure</p>
        : <p class="small soft">{ranged ? `${count(toll.low)} to ${open ? `${count(toll.high)} or more` : count(toll.high)}` : "no report differs"}, in {many(toll.incidents, "incident")} with a figure{open && `; ${count(toll.open)} open upwards`}</p>}
    </div>
  );
}
