/** The escalation strip: conflict in deed by day and direction, with a brush. */
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { scaleUtc } from "d3-scale";
import type { StripDay } from "../data/forms";
import { brush as brushOn, type Window as Brush } from "../parts/brush";
import { Direction } from "../parts/chip";
import { ticksOf } from "../parts/ticks";
import { DAY, dayNumber, dayText } from "../incidents/model";
import { halves, sideToken, sides } from "../state/sides";
import { setQuery, to } from "../state/router";
import { colour, theme } from "../state/theme";
import { count, dayWord, many } from "../words";

export interface Way {
  from: string;
  to: string;
  direction: string;
  days: Int32Array;
  n: Int32Array;
  killed: Int32Array;
}

interface Props {
  strip: readonly StripDay[];
  window: { from: string | null; to: string | null };
}

const ROW = 34;
const AXIS = 22;
const FEW = 8;

/** Gather the days of each direction; the busiest first, those between unknown parties last. */
export function ways(strip: readonly StripDay[]): Way[] {
  const found = new Map<string, StripDay[]>();
  for (const day of strip) found.set(day.direction, [...(found.get(day.direction) ?? []), day]);
  const made = [...found].map(([direction, days]): Way => {
    const [from, against] = halves(direction);
    return { direction, from, to: against, days: Int32Array.from(days, (one) => dayNumber(one.date)), n: Int32Array.from(days, (one) => one.n), killed: Int32Array.from(days, (one) => one.killed) };
  });
  const sum = (way: Way): number => way.n.reduce((all, one) => all + one, 0);
  const dim = (way: Way): number => (way.from === "unknown" ? 1 : 0) + (way.to === "unknown" ? 1 : 0);
  return made.sort((a, b) => Number(dim(a) === 2) - Number(dim(b) === 2) || sum(b) - sum(a));
}

export function Strip({ strip, window }: Props) {
  const [all, setAll] = useState(false);
  const found = useMemo(() => ways(strip), [strip]);
  const shown = all ? found : found.slice(0, FEW);
  const span = useMemo(() => extentOf(strip), [strip]);
  const canvas = useRef<HTMLCanvasElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  const [below, setBelow] = useState(false);
  const [drawn, setDrawn] = useState<Brush>(null);
  const asked: Brush = window.from || window.to ? [window.from ? dayNumber(window.from) : span[0], window.to ? dayNumber(window.to) : span[1]] : null;
  const brushed = drawn ?? asked;
  const latest = useRef(brushed);
  latest.current = brushed;
  useLayoutEffect(() => {
    const watch = new ResizeObserver(() => {
      const node = box.current;
      if (!node) return;
      setWidth(node.clientWidth);
      setBelow(node.offsetTop > (node.previousElementSibling as HTMLElement).offsetTop);
    });
    watch.observe(box.current!);
    return () => watch.disconnect();
  }, []);
  useLayoutEffect(() => {
    if (width > 0) draw(canvas.current!, shown, span, width, brushed, below);
  }, [shown, span, width, below, brushed?.[0], brushed?.[1], theme.value, sides.value]);
  useEffect(() => {
    const node = canvas.current!;
    return brushOn({
      node,
      dayAt: (x) => span[0] + (x / Math.max(1, node.clientWidth)) * (span[1] + 1 - span[0]),
      now: () => latest.current,
      onMove: setDrawn,
      onEnd: (next) => {
        setDrawn(null);
        setQuery({ from: next ? dayText(Math.max(next[0], span[0])) : null, to: next ? dayText(Math.min(next[1], span[1])) : null });
      },
      onClick: () => false,
    });
  }, [span]);
  const inside = (way: Way): { n: number; killed: number } => {
    let [n, killed] = [0, 0];
    way.days.forEach((day, at) => {
      if (brushed && (day < brushed[0] || day > brushed[1])) return;
      n += way.n[at]!;
      killed += way.killed[at]!;
    });
    return { n, killed };
  };
  const days = brushed ? { from: dayText(brushed[0]), to: dayText(brushed[1]) } : {};
  return (
    <div class="strip">
      <ol class="strip-ways">
        {shown.map((way) => {
          const { n, killed } = inside(way);
          return (
            <li key={way.direction} style={{ height: `${ROW}px` }}>
              <a href={to("/incidents", { ...days, direction: way.direction })} title={`${way.direction}: open the incidents`}><Direction from={way.from} to={way.to} /></a>
              <span class="num"><b>{count(n)}</b></span>
              <span class="num faint" title="killed, by the best figures">{killed > 0 ? `${count(killed)} killed` : ""}</span>
            </li>
          );
        })}
      </ol>
      <div class="strip-box" ref={box}>
        <canvas ref={canvas} role="img" aria-label={`Hostile acts by day and direction, ${dayWord(dayText(span[0]))} to ${dayWord(dayText(span[1]))}; choose days by dragging or with the fields From and To`} />
      </div>
      {found.length > FEW && <button class="button bare small" onClick={() => setAll(!all)}>{all ? "The busiest only" : `All ${many(found.length, "direction")}`}</button>}
    </div>
  );
}

/** The days worth showing: few that lie far before the rest are left out. */
function extentOf(strip: readonly StripDay[]): readonly [number, number] {
  const days = strip.flatMap((one) => Array<number>(one.n).fill(dayNumber(one.date))).sort((a, b) => a - b);
  if (days.length === 0) return [0, 1];
  const low = days[Math.floor(days.length * 0.02)]!;
  const last = days.at(-1)!;
  return [Math.max(days[0]!, low - Math.max(14, (last - low) * 0.25)), last];
}

/** Draw a row a direction; where the list of their names is not beside it, each row is told its name. */
function draw(node: HTMLCanvasElement, shown: readonly Way[], span: readonly [number, number], width: number, brushed: Brush, named: boolean): void {
  const height = shown.length * ROW + AXIS;
  const ratio = devicePixelRatio || 1;
  [node.width, node.height] = [Math.round(width * ratio), Math.round(height * ratio)];
  Object.assign(node.style, { width: `${width}px`, height: `${height}px` });
  const context = node.getContext("2d")!;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  const step = width / (span[1] + 1 - span[0]);
  axis(context, span, width, height);
  const wide = Math.max(1, Math.ceil(3 / step));
  const bins = shown.map((way) => binned(way, span, wide));
  const most = Math.max(1, ...bins.flatMap((one) => [...one.n]));
  shown.forEach((way, at) => {
    const foot = (at + 1) * ROW - 0.5;
    context.fillStyle = colour("--line");
    context.fillRect(0, foot, width, 1);
    bins[at]!.n.forEach((n, bin) => {
      if (n === 0) return;
      const tall = 2 + Math.sqrt(n / most) * (ROW - 9);
      const x = bin * wide * step;
      context.fillStyle = colour(sideToken(way.from));
      context.fillRect(x, foot - tall, Math.max(2, Math.min(10, wide * step - 1)), tall);
    });
  });
  if (named) names(context, shown);
  if (brushed) shade(context, brushed, span, step, width, height - AXIS);
}

function names(context: CanvasRenderingContext2D, shown: readonly Way[]): void {
  context.font = `11px ${colour("--sans")}`;
  context.textBaseline = "top";
  context.textAlign = "start";
  context.lineWidth = 3;
  context.strokeStyle = colour("--paper");
  context.fillStyle = colour("--soft");
  shown.forEach((way, at) => {
    context.strokeText(way.direction, 0, at * ROW + 4);
    context.fillText(way.direction, 0, at * ROW + 4);
  });
}

function binned(way: Way, span: readonly [number, number], wide: number): { n: Int32Array } {
  const n = new Int32Array(Math.ceil((span[1] - span[0] + 1) / wide));
  way.days.forEach((day, at) => {
    const bin = Math.floor((day - span[0]) / wide);
    if (bin >= 0 && bin < n.length) n[bin]! += way.n[at]!;
  });
  return { n };
}

function axis(context: CanvasRenderingContext2D, span: readonly [number, number], width: number, height: number): void {
  const scale = scaleUtc([span[0] * DAY, (span[1] + 1) * DAY], [0, width]);
  context.font = `11px ${colour("--sans")}`;
  context.textBaseline = "middle";
  context.textAlign = "center";
  for (const tick of ticksOf(scale, Math.floor(width / 90))) {
    const x = Math.round(tick.x) + 0.5;
    context.strokeStyle = colour("--line");
    context.beginPath();
    context.moveTo(x, 0);
    context.lineTo(x, height - AXIS + 4);
    context.stroke();
    context.fillStyle = colour("--faint");
    const half = context.measureText(tick.word).width / 2;
    context.fillText(tick.word, Math.max(half, Math.min(width - half, x)), height - AXIS / 2 + 2);
  }
}

function shade(context: CanvasRenderingContext2D, brushed: readonly [number, number], span: readonly [number, number], step: number, width: number, height: number): void {
  const [a, b] = [(brushed[0] - span[0]) * step, (brushed[1] + 1 - span[0]) * step];
  context.fillStyle = colour("--paper");
  context.globalAlpha = 0.7;
  context.fillRect(0, 0, Math.max(0, a), height);
  context.fillRect(b, 0, Math.max(0, width - b), height);
  context.globalAlpha = 1;
  context.fillStyle = colour("--ink");
  context.fillRect(a - 0.75, 0, 1.5, height);
  context.fillRect(b - 0.75, 0, 1.5, height);
}
