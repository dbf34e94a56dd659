/** The timeline drawn on canvas: dots with whiskers where they are few, bars where they are many. */
import { scaleUtc } from "d3-scale";
import { ticksOf } from "../parts/ticks";
import { colour } from "../state/theme";
import { sideToken } from "../state/sides";
import type { Chosen } from "./choose";
import { dayOf, whisker, type Lane, type Span } from "./lanes";
import { DAY, type Model } from "./model";

export interface Scene {
  model: Model;
  chosen: Chosen;
  lanes: readonly Lane[];
  laneOf: Int8Array;
  span: Span;
  width: number;
  laneHeight: number;
  axis: number;
  brush: readonly [number, number] | null;
  active: number | null;
  picked: ReadonlySet<number>;
}

const DOT = 2.6;

export const xOf = (scene: Pick<Scene, "span" | "width">) => {
  const { first, last } = scene.span;
  const step = scene.width / Math.max(1, last + 1 - first);
  return (day: number): number => (day + 0.5 - first) * step;
};

/** Draw all; gives where each dot lies, so that a pointer can find it. */
export function draw(context: CanvasRenderingContext2D, scene: Scene): Float32Array {
  const { width, lanes, laneHeight, axis } = scene;
  const height = lanes.length * laneHeight + axis;
  context.clearRect(0, 0, width, height);
  frame(context, scene, height);
  const dots = lanesDrawn(context, scene);
  if (scene.brush) brushed(context, scene, height - axis);
  return dots;
}

function frame(context: CanvasRenderingContext2D, scene: Scene, height: number): void {
  const { width, lanes, laneHeight, axis, span } = scene;
  const scale = scaleUtc([span.first * DAY, (span.last + 1) * DAY], [0, width]);
  const line = colour("--line");
  context.font = `11px ${colour("--sans")}`;
  context.textBaseline = "middle";
  context.fillStyle = colour("--faint");
  context.strokeStyle = line;
  context.lineWidth = 1;
  for (const tick of ticksOf(scale, Math.floor(width / 90))) {
    const x = Math.round(tick.x) + 0.5;
    context.beginPath();
    context.moveTo(x, 0);
    context.lineTo(x, height - axis + 4);
    context.stroke();
    const half = context.measureText(tick.word).width / 2;
    context.textAlign = "center";
    context.fillText(tick.word, Math.max(half, Math.min(width - half, x)), height - axis / 2 + 2);
  }
  for (let at = 1; at <= lanes.length; at++) {
    context.beginPath();
    context.moveTo(0, at * laneHeight + 0.5);
    context.lineTo(width, at * laneHeight + 0.5);
    context.stroke();
  }
}

/** Where a lane holds more than fits as dots, its days are drawn as bars. */
function lanesDrawn(context: CanvasRenderingContext2D, scene: Scene): Float32Array {
  const { model, chosen, laneOf, lanes, span, width, laneHeight } = scene;
  const x = xOf(scene);
  const days = span.last - span.first + 1;
  const wide = Math.max(1, Math.ceil((2 * DOT + 0.6) / (width / days)));
  const bins = Math.ceil(days / wide);
  const counts = lanes.map(() => new Uint16Array(bins));
  const rows: number[] = [];
  for (let row = 0; row < model.n; row++) {
    if (chosen.fails[row] !== 0 || !model.dated[row] || laneOf[row]! < 0) continue;
    const day = dayOf(model, row);
    if (day < span.first || day > span.last) continue;
    counts[laneOf[row]!]![Math.floor((day - span.first) / wide)]!++;
    rows.push(row);
  }
  const room = Math.floor((laneHeight - 6) / (2 * DOT + 0.6));
  const highest = counts.map((lane) => lane.reduce((most, one) => Math.max(most, one), 0));
  const most = Math.max(...highest, 1);
  const dense = highest.map((one) => one > room);
  bars(context, scene, counts, dense, most, wide, bins);
  return dots(context, scene, rows, dense, x, wide, bins);
}

function bars(context: CanvasRenderingContext2D, scene: Scene, counts: Uint16Array[], dense: boolean[], most: number, wide: number, bins: number): void {
  const { lanes, laneHeight, span, width } = scene;
  const step = width / (span.last - span.first + 1);
  counts.forEach((lane, at) => {
    if (!dense[at]) return;
    context.fillStyle = colour(sideToken(lanes[at]!.name));
    context.globalAlpha = 0.8;
    const own = lane.reduce((high, one) => Math.max(high, one), 1);
    const scaled = (laneHeight - 5) / Math.sqrt(Math.max(own, most * 0.25));
    for (let bin = 0; bin < bins; bin++) {
      const tall = Math.sqrt(lane[bin]!) * scaled;
      if (tall > 0) context.fillRect(bin * wide * step, (at + 1) * laneHeight - Math.max(1, tall), Math.max(1, wide * step - 0.5), Math.max(1, tall));
    }
    context.globalAlpha = 1;
  });
}

function dots(context: CanvasRenderingContext2D, scene: Scene, rows: readonly number[], dense: boolean[], x: (day: number) => number, wide: number, bins: number): Float32Array {
  const { model, laneOf, lanes, laneHeight, span, active, picked } = scene;
  const stacks = lanes.map(() => new Uint8Array(bins));
  const colours = lanes.map((lane) => colour(sideToken(lane.name)));
  const ink = colour("--ink");
  const places: number[] = [];
  for (const row of rows) {
    const lane = laneOf[row]!;
    const chosen = row === active || picked.has(row);
    if (dense[lane] && !chosen) continue;
    const day = dayOf(model, row);
    const bin = Math.floor((day - span.first) / wide);
    const level = dense[lane] ? 0 : stacks[lane]![bin]!++;
    const [px, py] = [x(day), (lane + 1) * laneHeight - 4 - DOT - level * (2 * DOT + 0.6)];
    const [from, to] = whisker(model, row);
    context.strokeStyle = context.fillStyle = chosen ? ink : colours[lane]!;
    if (from !== to) {
      context.globalAlpha = chosen ? 1 : 0.35;
      context.lineWidth = 1;
      context.beginPath();
      context.moveTo(x(from), py);
      context.lineTo(x(to), py);
      context.stroke();
      context.globalAlpha = 1;
    }
    context.beginPath();
    context.arc(px, py, chosen ? DOT + 1.2 : DOT, 0, 7);
    if (model.columns.statement[row] && !chosen) {
      context.lineWidth = 1.1;
      context.stroke();
    } else context.fill();
    places.push(px, py, row);
  }
  return Float32Array.from(places);
}

function brushed(context: CanvasRenderingContext2D, scene: Scene, height: number): void {
  const { span, width, brush } = scene;
  const step = width / (span.last + 1 - span.first);
  const [a, b] = [(brush![0] - span.first) * step, (brush![1] + 1 - span.first) * step];
  context.fillStyle = colour("--paper");
  context.globalAlpha = 0.68;
  context.fillRect(0, 0, Math.max(0, a), height);
  context.fillRect(b, 0, Math.max(0, width - b), height);
  context.globalAlpha = 1;
  context.strokeStyle = colour("--ink");
  context.lineWidth = 1.5;
  for (const edge of [a, b]) {
    context.beginPath();
    context.moveTo(edge, 0);
    context.lineTo(edge, height);
    context.stroke();
  }
}
