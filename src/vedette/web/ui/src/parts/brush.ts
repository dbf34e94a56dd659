/** A brush over days: drag to choose a window, drag it to move it, its edges to change it; a click sets it free. */
export type Window = readonly [number, number] | null;

interface Given {
  node: HTMLElement;
  /** Day under a point, in days and parts of one. */
  dayAt: (x: number) => number;
  now: () => Window;
  /** While it is drawn. */
  onMove: (window: Window) => void;
  /** When it is let go. */
  onEnd: (window: Window) => void;
  /** A click that did not move. */
  onClick: (event: PointerEvent) => boolean;
}

const EDGE = 6; // pixels
const STILL = 4;

export function brush({ node, dayAt, now, onMove, onEnd, onClick }: Given): () => void {
  const start = (down: PointerEvent): void => {
    if (down.button !== 0) return;
    node.setPointerCapture(down.pointerId);
    const moved = mover(dayAt, now(), down.offsetX);
    let window: Window = now();
    let still = true;
    const move = (event: PointerEvent): void => {
      if (still && Math.abs(event.offsetX - down.offsetX) < STILL) return;
      still = false;
      onMove((window = moved(event.offsetX)));
    };
    const end = (event: PointerEvent): void => {
      node.removeEventListener("pointermove", move);
      node.removeEventListener("pointerup", end);
      node.removeEventListener("pointercancel", end);
      if (!still) onEnd(window);
      else if (!onClick(event)) onEnd(null);
    };
    node.addEventListener("pointermove", move);
    node.addEventListener("pointerup", end);
    node.addEventListener("pointercancel", end);
  };
  const hover = (event: PointerEvent): void => {
    if (event.buttons === 0) node.style.cursor = cursor(dayAt, now(), event.offsetX);
  };
  node.addEventListener("pointerdown", start);
  node.addEventListener("pointermove", hover);
  return () => {
    node.removeEventListener("pointerdown", start);
    node.removeEventListener("pointermove", hover);
  };
}

type Hold = "first" | "last" | "all" | "none";

function hold(dayAt: Given["dayAt"], window: Window, x: number): Hold {
  if (!window) return "none";
  const near = (day: number): boolean => dayAt(x - EDGE) <= day && day <= dayAt(x + EDGE);
  if (near(window[0])) return "first";
  if (near(window[1] + 1)) return "last";
  const day = dayAt(x);
  return day > window[0] && day < window[1] + 1 ? "all" : "none";
}

function mover(dayAt: Given["dayAt"], window: Window, startX: number): (x: number) => Window {
  const held = hold(dayAt, window, startX);
  const begun = Math.floor(dayAt(startX));
  const sorted = (a: number, b: number): Window => [Math.min(a, b), Math.max(a, b)];
  return (x) => {
    const day = Math.floor(dayAt(x));
    if (held === "none" || !window) return sorted(begun, day);
    if (held === "first") return sorted(Math.round(dayAt(x)), window[1]);
    if (held === "last") return sorted(window[0], Math.round(dayAt(x)) - 1);
    return [window[0] + day - begun, window[1] + day - begun];
  };
}

const CURSORS: Record<Hold, string> = { first: "ew-resize", last: "ew-resize", all: "grab", none: "crosshair" };
const cursor = (dayAt: Given["dayAt"], window: Window, x: number): string => CURSORS[hold(dayAt, window, x)];
