/** Lanes by side over time, with a brush. */
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { brush as brushOn, type Window as Brush } from "../parts/brush";
import { Side } from "../parts/chip";
import { theme } from "../state/theme";
import { count, dayWord, many } from "../words";
import type { Chosen } from "./choose";
import { draw } from "./draw-lanes";
import { extent, laneOf, lanes, type Span } from "./lanes";
import { dayText, type Model } from "./model";

interface Props {
  model: Model;
  chosen: Chosen;
  /** The window, in numbers of days. */
  window: Brush;
  span: Span | null;
  active: number | null;
  picked: ReadonlySet<number>;
  onBrush: (window: Brush, done: boolean) => void;
  onActive: (row: number) => void;
}

const AXIS = 22;

export function Timeline(props: Props) {
  const { model, chosen, window: brushed, active, picked } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  const all = useMemo(() => lanes(model), [model]);
  const owners = useMemo(() => laneOf(model, all), [model, all]);
  const whole = useMemo(() => extent(model), [model]);
  const span = props.span ?? whole;
  const laneHeight = Math.max(24, Math.min(64, Math.floor(262 / Math.max(1, all.length))));
  const dots = useRef<Float32Array>(new Float32Array());
  const latest = useRef(props);
  latest.current = props;
  useLayoutEffect(() => {
    const watch = new ResizeObserver(() => setWidth(box.current!.clientWidth));
    watch.observe(box.current!);
    return () => watch.disconnect();
  }, []);
  useLayoutEffect(() => {
    if (width === 0) return;
    const context = sized(canvas.current!, width, all.length * laneHeight + AXIS);
    dots.current = draw(context, { model, chosen, lanes: all, laneOf: owners, span, width, laneHeight, axis: AXIS, brush: brushed, active, picked });
  }, [model, chosen, all, span, width, brushed?.[0], brushed?.[1], active, picked, theme.value]);
  useEffect(() => {
    const node = canvas.current!;
    const dayAt = (x: number): number => span.first + (x / Math.max(1, node.clientWidth)) * (span.last + 1 - span.first);
    return brushOn({
      node, dayAt,
      now: () => latest.current.window,
      onMove: (window) => latest.current.onBrush(clamped(window, span), false),
      onEnd: (window) => latest.current.onBrush(clamped(window, span), true),
      onClick: (event) => {
        const row = nearest(dots.current, event.offsetX, event.offsetY);
        if (row !== null) latest.current.onActive(row);
        return row !== null;
      },
    });
  }, [span]);
  const inLane = useMemo(() => {
    const found = new Int32Array(all.length);
    for (let row = 0; row < model.n; row++) if (chosen.fails[row] === 0 && owners[row]! >= 0) found[owners[row]!]!++;
    return found;
  }, [model, chosen, all, owners]);
  const undated = useMemo(() => model.n - model.dated.reduce((sum, one) => sum + one, 0), [model]);
  const told = `${many(chosen.total, "incident")} in ${many(all.length, "lane")}, ${dayWord(dayText(span.first))} to ${dayWord(dayText(span.last))}. Choose days by dragging, or with the fields From and To.`;
  return (
    <figure class="timeline">
      <ol class="timeline-lanes" aria-hidden="true">
        {all.map((lane, at) => (
          <li key={lane.name} style={{ height: `${laneHeight}px` }}>
            <Side name={lane.name} /><span class="num faint">{count(inLane[at]!)}</span>
          </li>
        ))}
      </ol>
      <div class="timeline-box" ref={box}>
        <canvas ref={canvas} role="img" aria-label={told} />
      </div>
      <figcaption class="tiny faint">
        <span><i class="key-dot" />deed</span><span><i class="key-ring" />words</span><span><i class="key-whisker" />days it may lie on</span>
        {undated > 0 && <span>{many(undated, "incident")} without a day</span>}
      </figcaption>
    </figure>
  );
}

function sized(node: HTMLCanvasElement, width: number, height: number): CanvasRenderingContext2D {
  const ratio = window.devicePixelRatio || 1;
  const [w, h] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (node.width !== w || node.height !== h) {
    node.width = w;
    node.height = h;
    node.style.width = `${width}px`;
    node.style.height = `${height}px`;
  }
  const context = node.getContext("2d")!;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  return context;
}

function clamped(given: Brush, span: Span): Brush {
  if (!given) return null;
  const [a, b] = [Math.max(span.first, given[0]), Math.min(span.last, given[1])];
  return a <= b ? [a, b] : null;
}

/** Give the row whose dot is nearest to a point, null where none is near. */
function nearest(dots: Float32Array, x: number, y: number): number | null {
  let [best, found]: [number, number | null] = [64, null];
  for (let at = 0; at < dots.length; at += 3) {
    const far = (dots[at]! - x) ** 2 + (dots[at + 1]! - y) ** 2;
    if (far < best) [best, found] = [far, dots[at + 2]!];
  }
  return found;
}
