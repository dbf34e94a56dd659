/** A still map in SVG: for one place, and where a browser has no WebGL. */
import { geoMercator, geoPath } from "d3-geo";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { atlas, type Atlas } from "./atlas";
import { circle } from "./circle";
import "./plain-map.css";

export interface Pin {
  key: string;
  lon: number;
  lat: number;
  /** How far round it the place may lie; 0: exact. */
  km: number;
  radius: number;
  hue: string;
  word?: string;
  title: string;
}

interface Props {
  label: string;
  pins: readonly Pin[];
  /** Codes of countries that are shaded. */
  shaded?: readonly string[];
  /** West, south, east, north. */
  bounds: readonly [number, number, number, number];
  height: number;
  active?: string | null;
  onPin?: (key: string) => void;
}

export function PlainMap({ label, pins, shaded = [], bounds, height, active, onPin }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  const [shapes, setShapes] = useState<Atlas | null>(null);
  useEffect(() => void atlas().then(setShapes, () => undefined), []);
  useLayoutEffect(() => {
    const watch = new ResizeObserver(() => setWidth(box.current!.clientWidth));
    watch.observe(box.current!);
    return () => watch.disconnect();
  }, []);
  const [west, south, east, north] = bounds;
  const projection = useMemo(() => fitted(width, height, [west, south, east, north]), [width, height, west, south, east, north]);
  const path = useMemo(() => geoPath(projection), [projection]);
  const near = useMemo(() => shapes?.countries.features ?? [], [shapes]);
  return (
    <div class="plain-map" ref={box} style={{ height: `${height}px` }}>
      {width > 0 && (
        <svg width={width} height={height} role="img" aria-label={label}>
          {near.map((one) => <path key={one.id} class="plain-land" d={path(one) ?? undefined} />)}
          {shaded.map((code) => {
            const shape = shapes?.byCode(code);
            return shape && <path key={code} class="plain-shaded" d={path(shape) ?? undefined} />;
          })}
          {near.map((one) => <Name key={one.id} path={path} country={one} width={width} height={height} />)}
          {pins.filter((pin) => pin.km > 0).map((pin) => <path key={pin.key} class="plain-area" d={path({ type: "Polygon", coordinates: [circle(pin.lon, pin.lat, pin.km).reverse()] }) ?? undefined} />)}
          {pins.map((pin) => {
            const [x, y] = projection([pin.lon, pin.lat]) ?? [0, 0];
            return (
              <g key={pin.key} class={`plain-pin ${pin.hue} ${pin.km > 0 ? "vague" : ""} ${pin.key === active ? "active" : ""}`} transform={`translate(${x} ${y})`} onClick={() => onPin?.(pin.key)}>
                <title>{pin.title}</title>
                <circle r={pin.radius} />
                {pin.word && <text dy="0.35em">{pin.word}</text>}
              </g>
            );
          })}
        </svg>
      )}
    </div>
  );
}

function fitted(width: number, height: number, [west, south, east, north]: readonly number[]) {
  const corners = { type: "MultiPoint" as const, coordinates: [[west!, south!], [east!, north!]] };
  return geoMercator().fitExtent([[24, 24], [Math.max(48, width - 24), height - 24]], corners).clipExtent([[-4, -4], [width + 4, height + 4]]);
}

/** Name a country where the middle of what is seen of it lies. */
function Name({ path, country, width, height }: { path: ReturnType<typeof geoPath>; country: Atlas["countries"]["features"][number]; width: number; height: number }) {
  const seen = path.area(country);
  if (seen < 1400) return null;
  const [x, y] = path.centroid(country);
  const room = country.properties.name.length * 6;
  if (!(x > room / 2 && x < width - room / 2 && y > 10 && y < height - 10)) return null;
  return <text class="plain-name" x={x} y={y}>{country.properties.name}</text>;
}
