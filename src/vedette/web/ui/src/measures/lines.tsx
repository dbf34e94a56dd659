/** Small charts over time: a line with its interval, bars with whiskers; days that nobody covered are hatched. */
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { area, line } from "d3-shape";
import { scaleLinear, scaleUtc } from "d3-scale";
import { ticksOf } from "../parts/ticks";
import { dayWord } from "../words";

export interface Point {
  day: string;
  value: number;
  low: number;
  high: number;
  uncovered?: boolean;
}

interface Props {
  label: string;
  points: readonly Point[];
  kind: "line" | "bars";
  extent: readonly [string, string];
  most: number;
  hue?: string;
  height?: number;
}

const FOOT = 18;
const LEFT = 34;
const at = (day: string): number => Date.parse(day);

export function Chart({ label, points, kind, extent, most, hue = "side-x", height = 96 }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const watch = new ResizeObserver(() => setWidth(box.current?.clientWidth ?? 0));
    watch.observe(box.current!);
    return () => watch.disconnect();
  }, []);
  const x = scaleUtc([at(extent[0]), Math.max(at(extent[1]), at(extent[0]) + 864e5)], [LEFT, Math.max(LEFT + 10, width - 6)]);
  const y = scaleLinear([Math.min(0, ...points.map((one) => one.low)), Math.max(most, 1e-9)], [height - FOOT, 6]).nice(3);
  const bar = points.length > 1 ? Math.max(1.5, Math.min(10, (x(at(points[1]!.day)) - x(at(points[0]!.day))) * 0.7)) : 6;
  const band = area<Point>((one) => x(at(one.day)), (one) => y(one.low), (one) => y(one.high));
  const path = line<Point>((one) => x(at(one.day)), (one) => y(one.value));
  return (
    <div class={`chart ${hue}`} ref={box}>
      {width > 0 && (
        <svg width={width} height={height} role="img" aria-label={`${label}, ${dayWord(extent[0])} to ${dayWord(extent[1])}`}>
          {y.ticks(3).map((tick) => (
            <g key={tick}>
              <line x1={LEFT} x2={width} y1={y(tick)} y2={y(tick)} class="chart-rule" />
              <text x={LEFT - 5} y={y(tick) + 3.5} text-anchor="end" class="chart-tick">{tick.toLocaleString("en")}</text>
            </g>
          ))}
          {ticksOf(x, Math.floor(width / 130)).map((tick) => <text key={tick.x} x={Math.min(width - 30, tick.x)} y={height - 4} text-anchor="middle" class="chart-tick">{tick.word}</text>)}
          {points.filter((one) => one.uncovered).map((one) => <rect key={`none ${one.day}`} x={x(at(one.day)) - bar / 2} y={6} width={bar} height={height - FOOT - 6} class="chart-none" />)}
          {kind === "line" ? (
            <>
              <path d={band([...points]) ?? ""} class="chart-band" />
              <path d={path([...points]) ?? ""} class="chart-line" />
            </>
          ) : points.map((one) => (
            <g key={one.day}>
              <rect x={x(at(one.day)) - bar / 2} y={Math.min(y(0), y(one.value))} width={bar} height={Math.abs(y(0) - y(one.value))} class="chart-bar" />
              {one.high - one.low > 0.05 && <line x1={x(at(one.day))} x2={x(at(one.day))} y1={y(one.low)} y2={y(one.high)} class="chart-whisker" />}
              <title>{`${dayWord(one.day)}: ${one.value.toFixed(1)} (${one.low.toFixed(0)}–${one.high.toFixed(0)})`}</title>
            </g>
          ))}
        </svg>
      )}
    </div>
  );
}
