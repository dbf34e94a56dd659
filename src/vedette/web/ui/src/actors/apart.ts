/** Names that would be written over one another are moved apart. */

/** A thing with its name below it: its middle, half its width and height, and how far the thing itself stands above the middle. */
export interface Spot {
  x: number;
  y: number;
  wide: number;
  tall: number;
  up: number;
}

const LETTER = 5.8; // pixels, of a name in the size of the drawing
const LINE = 13;
const WIDEST = 110;
const ROUNDS = 120;

/** Give the room that a thing of a size and its name below take. */
export function sizeOf(name: string, size: number): Pick<Spot, "wide" | "tall" | "up"> {
  const long = name.length * LETTER;
  const lines = Math.ceil(long / WIDEST);
  const tall = (size + 6 + lines * LINE) / 2;
  return { wide: Math.max(size, Math.min(long, WIDEST)) / 2 + 2, tall, up: tall - size / 2 };
}

/** Push what overlaps apart, along the way that is shorter, within the room; what finds no room stays as near as it can. */
export function apart(spots: Spot[], width: number, height: number): void {
  for (let round = 0; round < ROUNDS; round++) {
    let moved = false;
    spots.forEach((one, at) => {
      for (const other of spots.slice(at + 1)) moved = push(one, other) || moved;
    });
    for (const one of spots) {
      one.x = Math.max(one.wide, Math.min(width - one.wide, one.x));
      one.y = Math.max(one.tall, Math.min(height - one.tall, one.y));
    }
    if (!moved) return;
  }
}

function push(one: Spot, other: Spot): boolean {
  const [dx, dy] = [other.x - one.x, other.y - one.y];
  const [overX, overY] = [one.wide + other.wide - Math.abs(dx), one.tall + other.tall - Math.abs(dy)];
  if (overX <= 0 || overY <= 0) return false;
  if (overX < overY) {
    const step = ((dx < 0 ? -1 : 1) * overX) / 2;
    one.x -= step;
    other.x += step;
  } else {
    const step = ((dy < 0 ? -1 : 1) * overY) / 2;
    one.y -= step;
    other.y += step;
  }
  return true;
}
