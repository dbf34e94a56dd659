/** Shapes of countries (Natural Earth by world-atlas), from a file of our own. */
import type { Feature, FeatureCollection, MultiPolygon, Polygon } from "geojson";
import type { GeometryCollection, Topology } from "topojson-specification";
import { feature, mesh } from "topojson-client";
import type { MultiLineString } from "geojson";
import fine from "world-atlas/countries-50m.json?url";
import { NUMBERS } from "../geo/codes";

export type Country = Feature<Polygon | MultiPolygon, { name: string }>;

export interface Atlas {
  countries: FeatureCollection<Polygon | MultiPolygon, { name: string }>;
  borders: MultiLineString;
  coasts: MultiLineString;
  byCode: (code: string) => Country | undefined;
}

let asked: Promise<Atlas> | null = null;

export function atlas(): Promise<Atlas> {
  return (asked ??= load().catch((error: unknown) => {
    asked = null;
    throw error;
  }));
}

async function load(): Promise<Atlas> {
  const topology = (await (await fetch(fine)).json()) as Topology<{ countries: GeometryCollection<{ name: string }> }>;
  const object = topology.objects.countries;
  const countries = feature(topology, object) as Atlas["countries"];
  const byNumber = new Map(countries.features.map((one) => [String(one.id), one]));
  return {
    countries,
    borders: mesh(topology, object, (a, b) => a !== b),
    coasts: mesh(topology, object, (a, b) => a === b),
    byCode: (code) => byNumber.get(NUMBERS.get(code) ?? ""),
  };
}

export const BORDER_NOTE = "Borders: Natural Earth; no claim about whose land it is.";
