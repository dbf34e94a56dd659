/** How the map looks: our own shapes in the colours of the theme, no tile, no glyph, no sprite from anywhere. */
import type { FilterSpecification, StyleSpecification } from "maplibre-gl";
import type { FeatureCollection } from "geojson";
import { colour } from "../state/theme";

const EMPTY: FeatureCollection = { type: "FeatureCollection", features: [] };
const FONT = ["Inter Variable"];

export const HUES = ["0", "1", "2", "3", "4", "5", "x"] as const;

export function style(): StyleSpecification {
  const paper = colour("--sheet");
  const hue = ["match", ["get", "hue"], ...HUES.slice(0, -1).flatMap((one) => [one, colour(`--side-${one}`)]), colour("--side-x")] as unknown as string;
  const exact: FilterSpecification = ["==", ["get", "exact"], true];
  const vague: FilterSpecification = ["==", ["get", "exact"], false];
  return {
    version: 8,
    sources: Object.fromEntries(["land", "borders", "coasts", "names", "shaded", "areas", "own", "points", "active"].map((name) => [name, { type: "geojson" as const, data: EMPTY }])),
    layers: [
      { id: "sea", type: "background", paint: { "background-color": colour("--sea") } },
      { id: "land", type: "fill", source: "land", paint: { "fill-color": colour("--land"), "fill-antialias": false } },
      { id: "shaded", type: "fill", source: "shaded", paint: { "fill-color": colour("--ink"), "fill-opacity": ["get", "shade"] } },
      { id: "own", type: "line", source: "own", paint: { "line-color": colour("--faint"), "line-width": 0.7 } },
      { id: "coasts", type: "line", source: "coasts", paint: { "line-color": colour("--border"), "line-width": 0.6 } },
      { id: "borders", type: "line", source: "borders", paint: { "line-color": colour("--border"), "line-width": 1 } },
      { id: "areas", type: "fill", source: "areas", paint: { "fill-color": colour("--ink"), "fill-opacity": 0.05 } },
      { id: "areas-edge", type: "line", source: "areas", paint: { "line-color": colour("--faint"), "line-width": 0.8, "line-dasharray": [3, 3] } },
      {
        id: "names", type: "symbol", source: "names",
        layout: { "text-field": ["get", "name"], "text-font": FONT, "text-size": 11, "text-letter-spacing": 0.08, "text-transform": "uppercase", "text-max-width": 7, "text-padding": 6, "symbol-sort-key": ["get", "rank"] },
        paint: { "text-color": colour("--faint"), "text-halo-color": colour("--land"), "text-halo-width": 1.2 },
      },
      { id: "points-vague", type: "circle", source: "points", filter: vague, paint: { "circle-radius": ["get", "radius"], "circle-color": paper, "circle-opacity": 0.9, "circle-stroke-color": hue, "circle-stroke-width": 1.8 } },
      { id: "points", type: "circle", source: "points", filter: exact, paint: { "circle-radius": ["get", "radius"], "circle-color": hue, "circle-opacity": 0.92, "circle-stroke-color": paper, "circle-stroke-width": 1 } },
      {
        id: "active", type: "circle", source: "active",
        paint: { "circle-radius": ["+", ["get", "radius"], 4], "circle-color": "rgba(0,0,0,0)", "circle-stroke-color": colour("--ink"), "circle-stroke-width": 2 },
      },
      {
        id: "counts", type: "symbol", source: "points", filter: [">", ["get", "n"], 1],
        layout: { "text-field": ["get", "words"], "text-font": FONT, "text-size": 11, "text-allow-overlap": true, "text-ignore-placement": true },
        paint: { "text-color": ["case", ["get", "exact"], paper, colour("--ink")] },
      },
      {
        id: "places", type: "symbol", source: "points", filter: ["!=", ["get", "place"], ""],
        layout: {
          "text-field": ["get", "place"], "text-font": FONT, "text-size": 11, "text-anchor": "left", "text-offset": ["get", "offset"], "text-optional": true, "text-padding": 3,
          "symbol-sort-key": ["-", ["get", "n"]], "text-max-width": 12,
        },
        paint: { "text-color": colour("--soft"), "text-halo-color": colour("--land"), "text-halo-width": 1.4 },
      },
    ],
  } as StyleSpecification;
}
