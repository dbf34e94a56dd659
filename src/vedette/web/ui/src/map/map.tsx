/** The map of chosen incidents: MapLibre where WebGL is, a still map where it is not. */
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Cluster } from "../incidents/clusters";
import { radius, REACH, clusters } from "../incidents/clusters";
import type { Model } from "../incidents/model";
import { say } from "../parts/toast";
import { sideClass, sides } from "../state/sides";
import { query, setQuery } from "../state/router";
import { theme } from "../state/theme";
import { count, many } from "../words";
import { atlas, BORDER_NOTE } from "./atlas";
import type { IncidentMap } from "./gl-map";
import { ownMap } from "./own";
import { PlainMap } from "./plain-map";
import { bounds } from "./scene";
import "./map.css";

interface Props {
  model: Model;
  rows: Int32Array;
  active: number | null;
  onCluster: (cluster: Cluster) => void;
  height: number;
}

export function MapOf({ model, rows, active, onCluster, height }: Props) {
  const [gl] = useState(hasGl);
  const placed = useMemo(() => rows.reduce((sum, row) => sum + (Number.isNaN(model.lon[row]) ? 0 : 1), 0), [model, rows]);
  const map = useRef<IncidentMap | null>(null);
  const [own, setOwn] = useState<string | null>(null);
  const base = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    const found = await ownMap(file);
    if (typeof found === "string") return say(found);
    map.current?.base(found);
    setOwn(file.name);
  };
  return (
    <figure class="map">
      {gl ? <Gl {...{ model, rows, active, onCluster, height, map }} /> : <Still {...{ model, rows, active, onCluster, height }} />}
      <figcaption class="tiny faint">
        <span><i class="key-full" />exact</span><span><i class="key-hollow" />in the circle</span><span><i class="key-shade" />country only</span>
        {rows.length > placed && <span>{count(rows.length - placed)} without a place</span>}
        <span>{BORDER_NOTE}</span>
      </figcaption>
      {gl && (
        <span class="map-own">
          <button class="linkish" onClick={() => map.current?.whole()}>whole record</button>
          {own ? <button class="linkish" onClick={() => { map.current?.base(null); setOwn(null); }}>without {own}</button> : (
            <label class="linkish" title="Lines of your own, as provinces or front lines: a GeoJSON file. It stays in this browser.">own lines…
              <input class="unseen" type="file" accept=".geojson,.json" onChange={(event) => void base(event.currentTarget.files?.[0])} />
            </label>
          )}
        </span>
      )}
    </figure>
  );
}

const REST = 90; // ms

type GlProps = Props & { map: { current: IncidentMap | null } };

function Gl({ model, rows, active, onCluster, height, map }: GlProps) {
  const node = useRef<HTMLDivElement>(null);
  const [failed, setFailed] = useState(false);
  const latest = useRef({ model, rows, active, onCluster });
  latest.current = { model, rows, active, onCluster };
  useEffect(() => {
    let gone = false;
    void atlas().catch(() => undefined); // on its way while the chunk of the map is
    const at = query.value.get("map");
    // The lists come first: the map waits for a free moment, and loads its chunk then.
    const begin = (): void => void import("./gl-map").then(({ IncidentMap: Made }) => {
      if (gone) return;
      map.current = new Made(node.current!, latest.current, at, { onCluster: (one) => latest.current.onCluster(one), onMove: (seen) => setQuery({ map: seen }) });
    }).catch(() => setFailed(true));
    const idle = window.requestIdleCallback as typeof window.requestIdleCallback | undefined; // Safari has none
    const waiting = idle ? idle(begin, { timeout: 1200 }) : window.setTimeout(begin, 50);
    return () => {
      gone = true;
      if (idle) cancelIdleCallback(waiting);
      else clearTimeout(waiting);
      map.current?.remove();
      map.current = null;
    };
  }, []);
  // The map follows when the pointer rests: drawing it at each step of a brush would hold up the lists.
  useEffect(() => {
    const following = setTimeout(() => map.current?.show(latest.current), REST);
    return () => clearTimeout(following);
  }, [model, rows, active, sides.value]);
  useEffect(() => void (active !== null && map.current?.reveal(active)), [active]);
  useEffect(() => map.current?.recolour(), [theme.value]);
  if (failed) return <Still {...{ model, rows, active, onCluster, height }} />;
  return <div class="map-box" ref={node} style={{ height: `${height}px` }} />;
}

const STILL_ZOOM = 5;

function Still({ model, rows, active, onCluster, height }: Props) {
  const found = useMemo(() => clusters(model, rows, STILL_ZOOM), [model, rows]);
  const pins = found.map((one, at) => ({
    key: String(at), lon: one.lon, lat: one.lat, km: one.exact ? 0 : (REACH[model.precision[one.row]!] ?? 40), radius: radius(one.n),
    hue: one.share >= 0.6 ? sideClass(model.columns.side.values[one.side]) : "side-x", ...(one.n > 1 ? { word: count(one.n) } : {}),
    title: one.place >= 0 ? `${model.columns.place.values[one.place]}: ${count(one.n)}` : count(one.n),
  }));
  const box = bounds(model) ?? [-20, -10, 70, 55];
  const near = found.findIndex((one) => active !== null && one.lon === model.lon[active] && one.lat === model.lat[active]);
  return <PlainMap label={`${many(rows.length, "incident")} on a map`} pins={pins} bounds={box} height={height} active={String(near)} onPin={(key) => onCluster(found[Number(key)]!)} />;
}

function hasGl(): boolean {
  try {
    const canvas = document.createElement("canvas");
    const context = canvas.getContext("webgl2");
    context?.getExtension("WEBGL_lose_context")?.loseContext();
    return !!context;
  } catch {
    return false;
  }
}
