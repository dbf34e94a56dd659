/** A circle on the globe as a polygon. */
const EARTH = 6371.0088; // km
const STEPS = 48;

export function circle(lon: number, lat: number, km: number): [number, number][] {
  const [far, rad] = [km / EARTH, Math.PI / 180];
  const [phi, lambda] = [lat * rad, lon * rad];
  return Array.from({ length: STEPS + 1 }, (_, step) => {
    const turn = (step / STEPS) * 2 * Math.PI;
    const to = Math.asin(Math.sin(phi) * Math.cos(far) + Math.cos(phi) * Math.sin(far) * Math.cos(turn));
    const by = lambda + Math.atan2(Math.sin(turn) * Math.sin(far) * Math.cos(phi), Math.cos(far) - Math.sin(phi) * Math.sin(to));
    return [by / rad, to / rad];
  });
}
