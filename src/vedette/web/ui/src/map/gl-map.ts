/** The map of incidents by MapLibre: its own chunk, drawn when the rest of the view already stands. */
import { GeoJSONSource, Map as GlMap, NavigationControl, ScaleControl, setWorkerUrl, type MapLayerMouseEvent } from "maplibre-gl";
import "maplibre-gl/dist/maplibre-gl.css";
import worker from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import type { FeatureCollection, GeoJSON } from "geojson";
import { radius, type Cluster } from "../incidents/clusters";
import type { Model } from "../incidents/model";
import { atlas, type Atlas } from "./atlas";
import { bounds, collection, discs, names, points, shaded } from "./scene";
import { style } from "./style";

setWorkerUrl(worker);

export interface Shown {
  model: Model;
  rows: Int32Array;
  active: number | null;
}

export interface Handlers {
  onCluster: (cluster: Cluster) => void;
  onMove: (at: string) => void;
}

const LAYERS = ["points", "points-vague"];

export class IncidentMap {
  private readonly map: GlMap;
  private shapes: Atlas | null = null;
  private own: GeoJSON | null = null;
  private shown: Shown | null = null;
  private clusters: Cluster[] = [];
  private zoom = -1;
  private ready = false;
  private drawn: Int32Array | null = null;

  constructor(node: HTMLElement, first: Shown, at: string | null, private readonly handlers: Handlers) {
    this.shown = first;
    const held = camera(at);
    const box = bounds(first.model);
    this.map = new GlMap({
      container: node, style: style(), attributionControl: false, dragRotate: false, pitchWithRotate: false, fadeDuration: 0, minZoom: 0.5, maxZoom: 12, renderWorldCopies: true,
      canvasContextAttributes: { antialias: false, powerPreference: "low-power" }, pixelRatio: Math.min(2, window.devicePixelRatio || 1),
      ...(held ?? (box ? { bounds: [box[0], box[1], box[2], box[3]], fitBoundsOptions: { padding: 46, maxZoom: 6 } } : { center: [30, 25], zoom: 1.2 })),
    });
    this.map.touchZoomRotate.disableRotation();
    this.map.keyboard.disableRotation();
    this.map.addControl(new NavigationControl({ showCompass: false }), "top-right");
    this.map.addControl(new ScaleControl({ maxWidth: 90 }), "bottom-left");
    this.map.on("load", () => void this.begin());
    this.map.on("zoom", () => this.redrawn());
    this.map.on("moveend", (event) => event.originalEvent && this.handlers.onMove(this.at()));
    this.map.on("click", LAYERS, (event) => this.pressed(event));
    this.map.on("mouseenter", LAYERS, () => (this.map.getCanvas().style.cursor = "pointer"));
    this.map.on("mouseleave", LAYERS, () => (this.map.getCanvas().style.cursor = ""));
  }

  private async begin(): Promise<void> {
    this.ready = true;
    this.show(this.shown!);
    this.shapes = await atlas();
    this.ground();
    this.show(this.shown!, true);
  }

  /** Draw what does not change with the selection. */
  private ground(): void {
    if (!this.shapes) return;
    this.data("land", this.shapes.countries);
    this.data("borders", this.shapes.borders as unknown as GeoJSON);
    this.data("coasts", this.shapes.coasts as unknown as GeoJSON);
    this.data("names", names(this.shapes));
    if (this.own) this.data("own", this.own);
  }

  private data(source: string, given: GeoJSON): void {
    void (this.map.getSource(source) as GeoJSONSource | undefined)?.setData(given);
  }

  /** Show chosen rows; only what changed is sent on. */
  show(next: Shown, all = false): void {
    this.shown = next;
    if (!this.ready) return;
    const rowsChanged = all || this.drawn !== next.rows;
    if (rowsChanged) {
      this.drawn = next.rows;
      this.place();
      this.data("areas", discs(next.model, next.rows));
      if (this.shapes) this.data("shaded", shaded(next.model, next.rows, this.shapes));
    }
    this.mark();
  }

  private place(): void {
    const { model, rows } = this.shown!;
    this.zoom = Math.round(this.map.getZoom());
    const { geojson, found } = points(model, rows, this.zoom);
    this.clusters = found;
    this.data("points", geojson);
  }

  /** Ring the active row. */
  private mark(): void {
    const { model, active } = this.shown!;
    const placed = active !== null && !Number.isNaN(model.lon[active]);
    const near = placed ? this.clusters.find((one) => one.row === active || (one.one && one.lon === model.lon[active!] && one.lat === model.lat[active!])) : undefined;
    const [lon, lat] = near ? [near.lon, near.lat] : placed ? [model.lon[active!]!, model.lat[active!]!] : [0, 0];
    this.data("active", collection(placed ? [{ type: "Feature", properties: { radius: radius(near?.n ?? 1) }, geometry: { type: "Point", coordinates: [lon, lat] } }] : []));
  }

  private redrawn(): void {
    if (!this.ready || Math.round(this.map.getZoom()) === this.zoom) return;
    this.place();
    this.mark();
  }

  private pressed(event: MapLayerMouseEvent): void {
    const cluster = this.clusters[Number(event.features?.[0]?.properties.id)];
    if (!cluster) return;
    if (cluster.n > 1 && !cluster.one && this.map.getZoom() < 11) {
      this.map.easeTo({ center: [cluster.lon, cluster.lat], zoom: Math.min(12, this.map.getZoom() + 2), duration: 300 });
    } else this.handlers.onCluster(cluster);
  }

  /** Bring a row into sight. */
  reveal(row: number): void {
    const { model } = this.shown!;
    const at: [number, number] = [model.lon[row]!, model.lat[row]!];
    if (!Number.isNaN(at[0]) && !this.map.getBounds().contains(at)) this.map.easeTo({ center: at, duration: 300 });
  }

  whole(): void {
    const box = bounds(this.shown!.model);
    if (box) this.map.fitBounds([box[0], box[1], box[2], box[3]], { padding: 46, maxZoom: 6, duration: 300 });
  }

  /** Draw the user's own lines above the land. */
  base(given: FeatureCollection | null): void {
    this.own = given;
    this.data("own", given ?? collection([]));
  }

  /** Take on the colours of the theme. */
  recolour(): void {
    if (!this.ready) return;
    const next = style();
    for (const layer of next.layers) {
      for (const [name, value] of Object.entries(layer.paint ?? {})) this.map.setPaintProperty(layer.id, name as never, value as never);
    }
  }

  private at(): string {
    const { lng, lat } = this.map.getCenter();
    return `${lng.toFixed(2)},${lat.toFixed(2)},${this.map.getZoom().toFixed(1)}`;
  }

  remove(): void {
    this.map.remove();
  }
}

function camera(at: string | null): { center: [number, number]; zoom: number } | null {
  const [lon, lat, zoom] = (at ?? "").split(",").map(Number);
  const given = [lon, lat, zoom].every((one) => Number.isFinite(one));
  return given && Math.abs(lat!) <= 85 ? { center: [lon!, lat!], zoom: zoom! } : null;
}
