/** What the map shows, as GeoJSON: clusters, areas, shaded countries, names. */
import { geoArea, geoCentroid } from "d3-geo";
import type { Feature, FeatureCollection, Geometry, Point, Polygon } from "geojson";
import { areas, byCountry, clusters, radius, type Cluster } from "../incidents/clusters";
import type { Model } from "../incidents/model";
import { sideClass } from "../state/sides";
import { count } from "../words";
import { circle } from "./circle";
import type { Atlas, Country } from "./atlas";

export const collection = <G extends Geometry>(features: Feature<G>[]): FeatureCollection<G> => ({ type: "FeatureCollection", features });
const point = (lon: number, lat: number, properties: Record<string, unknown>): Feature<Point> => ({ type: "Feature", properties, geometry: { type: "Point", coordinates: [lon, lat] } });

/** A hue only where one side acted in most of them. */
const HALF = 0.6;

export function points(model: Model, rows: Iterable<number>, zoom: number): { geojson: FeatureCollection<Point>; found: Cluster[] } {
  const found = clusters(model, rows, zoom).sort((a, b) => b.n - a.n);
  const sides = model.columns.side.values;
  const features = found.map((one, id) => {
    const big = radius(one.n);
    return point(one.lon, one.lat, {
      id, n: one.n, exact: one.exact, radius: big, words: one.n > 1 ? count(one.n) : "", offset: [(big + 4) / 11, 0],
      hue: one.share >= HALF ? sideClass(sides[one.side]).slice(5) : "x", place: one.place >= 0 ? (model.columns.place.values[one.place] ?? "") : "",
    });
  });
  return { geojson: collection(features), found };
}

export function discs(model: Model, rows: Iterable<number>): FeatureCollection<Polygon> {
  return collection(areas(model, rows).map((one) => ({ type: "Feature", properties: { n: one.n }, geometry: { type: "Polygon", coordinates: [circle(one.lon, one.lat, one.km)] } })));
}

/** Countries shaded by how much is known of them no closer. */
export function shaded(model: Model, rows: Iterable<number>, shapes: Atlas): FeatureCollection {
  const counted = byCountry(model, rows);
  const most = Math.max(1, ...counted.values());
  const found: Feature[] = [];
  for (const [code, n] of counted) {
    const shape = shapes.byCode(model.columns.country.values[code]!);
    if (shape) found.push({ type: "Feature", geometry: shape.geometry, properties: { shade: 0.02 + 0.05 * Math.sqrt(n / most), n } });
  }
  return collection(found);
}

/** Names of countries, each in the middle of its largest part. */
export function names(shapes: Atlas): FeatureCollection<Point> {
  return collection(shapes.countries.features.filter((one) => one.geometry).map((one) => {
    const main = largest(one);
    const [lon, lat] = geoCentroid(main);
    return point(lon, lat, { name: one.properties.name, rank: -geoArea(main) });
  }));
}

function largest(country: Country): Feature<Polygon> {
  const parts = country.geometry.type === "Polygon" ? [country.geometry.coordinates] : country.geometry.coordinates;
  const polygons = parts.map((coordinates): Feature<Polygon> => ({ type: "Feature", properties: {}, geometry: { type: "Polygon", coordinates } }));
  return polygons.reduce((best, one) => (geoArea(one) > geoArea(best) ? one : best));
}

const placed = (model: Model, row: number): boolean => !Number.isNaN(model.lon[row]) && model.precision[row]! < 6;

/** The part of the world that holds most of the rows: [west, south, east, north]; null where none has a place. */
export function bounds(model: Model): [number, number, number, number] | null {
  const lon: number[] = [];
  const lat: number[] = [];
  const deeds = model.columns.statement.some((said, row) => !said && placed(model, row));
  for (let row = 0; row < model.n; row++) {
    if (!placed(model, row) || (deeds && model.columns.statement[row])) continue; // words are said in capitals far off
    lon.push(model.lon[row]!);
    lat.push(model.lat[row]!);
  }
  if (lon.length === 0) return null;
  const cut = (list: number[], part: number): number => list.sort((a, b) => a - b)[Math.round(part * (list.length - 1))]!;
  return [cut(lon, 0.06), cut(lat, 0.06), cut(lon, 0.94), cut(lat, 0.94)];
}
