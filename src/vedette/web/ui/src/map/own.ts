/** A map of the user's own: GeoJSON from a file, read and checked here, sent nowhere. */
import type { FeatureCollection } from "geojson";

const LARGEST = 30_000_000; // bytes

/** Give the shapes of a file, or a line that says why it cannot be used. */
export async function ownMap(file: File): Promise<FeatureCollection | string> {
  if (file.size > LARGEST) return `${file.name} is larger than 30 MB; simplify its shapes first.`;
  try {
    const given = JSON.parse(await file.text()) as { type?: string; features?: unknown };
    if (given.type === "FeatureCollection" && Array.isArray(given.features)) return given as FeatureCollection;
    return `${file.name} is no GeoJSON FeatureCollection.`;
  } catch {
    return `${file.name} is no GeoJSON; save it as GeoJSON (WGS 84) and choose it again.`;
  }
}
