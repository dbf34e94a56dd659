/** Offsets in the data count code points, those of strings here count UTF-16 units: the way from the one to the other. */

const ASTRAL = /[\ud800-\udbff][\udc00-\udfff]/;

/** Give the function that turns an offset in code points into one in units; what lies outside the text is moved to its ends. */
export function unitsOf(text: string): (point: number) => number {
  if (!ASTRAL.test(text)) return (point) => Math.max(0, Math.min(text.length, point));
  const starts: number[] = [];
  let at = 0;
  for (const letter of text) {
    starts.push(at);
    at += letter.length;
  }
  starts.push(at);
  return (point) => starts[Math.max(0, Math.min(starts.length - 1, point))]!;
}
