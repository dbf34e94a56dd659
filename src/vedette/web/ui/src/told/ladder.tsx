/** The ladder: statements by day, the hardest words on the highest rung. */
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { scaleUtc } from "d3-scale";
import type { Brief } from "../data/forms";
import { ticksOf } from "../parts/ticks";
import { sideClass } from "../state/sides";
import { partyWord, typeWord } from "../words";

/** Types that are words, the mildest first. */
export const RUNGS = ["AGREE", "CONSULT", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"] as const;

const ROW = 26;
const HEAD = 22;
const LEFT = 84;

interface Props {
  statements: readonly Brief[];
  chosen: string | null;
  onChoose: (id: string) => void;
}

const middle = (one: Brief): number | null => {
  const days = [one.from, one.to].filter((day): day is string => !!day).map((day) => Date.parse(day));
  return days.length ? days.reduce((sum, day) => sum + day, 0) / days.length : null;
};

export function Ladder({ statements, chosen, onChoose }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const watch = new ResizeObserver(() => setWidth(box.current?.clientWidth ?? 0));
    watch.observe(box.current!);
    return () => watch.disconnect();
  }, []);
  const placed = statements.map((one) => ({ one, at: middle(one), rung: RUNGS.indexOf(one.type as (typeof RUNGS)[number]) })).filter((dot) => dot.at !== null && dot.rung >= 0);
  const days = placed.map((dot) => dot.at!).sort((a, b) => a - b);
  const [first, last] = [days[Math.floor(days.length * 0.03)] ?? 0, days.at(-1) ?? 1];
  const scale = scaleUtc([first, Math.max(last, first + 864e5)], [LEFT + 12, Math.max(LEFT + 40, width - 14)]).clamp(true);
  const height = HEAD + RUNGS.length * ROW;
  const y = (rung: number): number => (RUNGS.length - rung - 0.5) * ROW;
  const taken = new Map<string, number>();
  return (
    <div class="ladder" ref={box}>
      {width > 0 && (
        <svg width={width} height={height} role="group" aria-label="Statements by day; the hardest words on the highest rung">
          {RUNGS.map((type, rung) => (
            <g key={type}>
              <line x1={LEFT} x2={width} y1={y(rung) + ROW / 2} y2={y(rung) + ROW / 2} class="ladder-line" />
              <text x={LEFT - 10} y={y(rung) + 4} text-anchor="end" class="ladder-word">{typeWord(type)}</text>
            </g>
          ))}
          {ticksOf(scale, Math.floor((width - LEFT) / 90)).map((tick) => <text key={tick.x} x={Math.min(width - 32, tick.x)} y={height - 6} text-anchor="middle" class="ladder-tick">{tick.word}</text>)}
          {placed.map(({ one, at, rung }) => {
            const x = Math.round(scale(at!));
            const spot = `${rung} ${Math.round(x / 7)}`;
            const among = taken.get(spot) ?? 0;
            taken.set(spot, among + 1);
            const party = one.actors[0];
            return (
              <circle
                key={one.incident_id} cx={x} cy={y(rung) + 7 - (among % 4) * 5} r={one.incident_id === chosen ? 6 : 4} class={`ladder-dot ${sideClass(party ? partyWord(party) : null)}${one.incident_id === chosen ? " chosen" : ""}`}
                tabIndex={-1} onClick={() => onChoose(one.incident_id)}
              >
                <title>{one.summary}</title>
              </circle>
            );
          })}
        </svg>
      )}
    </div>
  );
}
