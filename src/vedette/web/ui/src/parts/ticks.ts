/** Words below a line of time: the year is told once, where it begins to hold. */
import { scaleUtc } from "d3-scale";
import { utcFormat } from "d3-time-format";

const DAY = 864e5;
const [year, month, day] = [utcFormat("%Y"), utcFormat("%b"), utcFormat("%-d %b")];

export interface Tick {
  at: Date;
  x: number;
  word: string;
}

/** Give so many ticks of a scale at most: days, months or years as they have room. */
export function ticksOf(scale: ReturnType<typeof scaleUtc<number>>, most: number): Tick[] {
  const ticks = scale.ticks(Math.max(2, most));
  const step = ticks.length > 1 ? +ticks[1]! - +ticks[0]! : 0;
  let told = "";
  return ticks.map((at): Tick => {
    const x = scale(at);
    const own = year(at);
    if (step >= 360 * DAY || (at.getUTCMonth() === 0 && at.getUTCDate() === 1)) {
      told = own;
      return { at, x, word: own };
    }
    const word = step >= 27 * DAY ? month(at) : day(at);
    const fresh = told !== own;
    told = own;
    return { at, x, word: fresh ? `${word} ${own}` : word };
  });
}
