/** The network of actors, drawn by cytoscape: who acts against, with and under whom. */
import cytoscape, { type Core, type ElementDefinition } from "cytoscape";
import type { Edge, Network } from "../data/forms";
import { sideToken } from "../state/sides";
import { colour } from "../state/theme";
import { apart, sizeOf } from "./apart";

export type Kinds = Readonly<Record<Edge["kind"], boolean>>;

/** Keep the busiest actors and the edges between them, of the kinds asked for. */
export function kept(data: Network, kinds: Kinds, most = 60): Network {
  const edges = data.edges.filter((edge) => kinds[edge.kind] && edge.who !== edge.whom);
  const weight = new Map<string, number>();
  for (const { who, whom, n } of edges) for (const id of [who, whom]) weight.set(id, (weight.get(id) ?? 0) + n);
  const ids = new Set([...weight].sort((a, b) => b[1] - a[1]).slice(0, most).map(([id]) => id));
  return { nodes: data.nodes.filter((node) => ids.has(node.id)), edges: edges.filter((edge) => ids.has(edge.who) && ids.has(edge.whom)) };
}

/** How many actors have room for their names in a box. */
export const roomFor = (box: HTMLElement): number => Math.max(8, Math.min(60, Math.floor((box.clientWidth * box.clientHeight) / 11_000)));

/** Draw into a box; gives what takes the drawing away. */
export function draw(box: HTMLElement, data: Network, onOpen: (id: string) => void): () => void {
  quiet();
  const graph = cytoscape({ container: box, elements: elements(data), style: styles(), layout: { name: "cose", animate: false, randomize: false, nodeRepulsion: () => 240_000, idealEdgeLength: () => 80, componentSpacing: 60, gravity: 0.6, numIter: 1500, nodeDimensionsIncludeLabels: true }, maxZoom: 3, minZoom: 0.2 });
  place(graph, box);
  graph.on("zoom", () => readable(graph));
  graph.on("tap", "node", (event) => onOpen(event.target.id() as string));
  const over = (graph: Core, on: boolean) => (event: { target: { closedNeighborhood(): { addClass(name: string): void } } }): void => {
    graph.elements().removeClass("near far");
    if (!on) return;
    graph.elements().addClass("far");
    const near = event.target.closedNeighborhood() as unknown as cytoscape.Collection;
    near.removeClass("far").addClass("near");
  };
  graph.on("mouseover", "node", over(graph, true) as never);
  graph.on("mouseout", "node", over(graph, false) as never);
  return () => graph.destroy();
}

/** Fill the box with what was laid out, and move apart what would be written over one another. */
function place(graph: Core, box: HTMLElement): void {
  const nodes = graph.nodes().toArray();
  const spots = nodes.map((node) => ({ ...node.position(), ...sizeOf(node.data("name") as string, node.data("size") as number) }));
  for (const [axis, half, room] of [["x", "wide", box.clientWidth], ["y", "tall", box.clientHeight]] as const) {
    const [low, high] = [Math.min(...spots.map((one) => one[axis])), Math.max(...spots.map((one) => one[axis]))];
    for (const one of spots) one[axis] = one[half] + ((one[axis] - low) / Math.max(1, high - low)) * (room - 2 * one[half]);
  }
  apart(spots, box.clientWidth, box.clientHeight);
  nodes.forEach((node, at) => node.position({ x: spots[at]!.x, y: spots[at]!.y - spots[at]!.up }));
  graph.viewport({ zoom: 1, pan: { x: 0, y: 0 } });
}

/** Names and nodes keep their size on the screen however far the drawing is zoomed. */
function readable(graph: Core): void {
  const unit = 1 / graph.zoom();
  graph.style().selector("node").style({ "font-size": 11 * unit, "text-margin-y": 4 * unit, "text-max-width": `${110 * unit}px`, width: (node: cytoscape.NodeSingular) => (node.data("size") as number) * unit, height: (node: cytoscape.NodeSingular) => (node.data("size") as number) * unit } as never).selector("edge").style({ width: (edge: cytoscape.EdgeSingular) => (edge.data("width") as number) * unit, "arrow-scale": 0.8 } as never).update();
}

const SHEET = "__________cytoscape_stylesheet";

/** Cytoscape writes a style sheet into the page, which the page forbids; it does not where one of its name is there. Ours says the same. */
function quiet(): void {
  if (document.getElementById(SHEET)) return;
  const held = document.createElement("meta");
  held.id = SHEET;
  document.head.append(held);
}

/** Nodes begin on a circle in their order, so that the same data is laid out alike each time. */
function elements(data: Network): ElementDefinition[] {
  const most = Math.max(1, ...data.nodes.map((node) => node.n));
  const turn = (2 * Math.PI) / Math.max(1, data.nodes.length);
  return [
    ...data.nodes.map((node, at) => ({
      data: { id: node.id, name: node.name ?? node.id, size: 10 + 26 * Math.sqrt(node.n / most), hue: colour(sideToken(node.name ?? node.id)) },
      position: { x: 300 * Math.cos(at * turn), y: 300 * Math.sin(at * turn) },
    })),
    ...data.edges.map((edge, at) => ({ data: { id: `edge-${at}`, source: edge.who, target: edge.whom, kind: edge.kind, width: 1 + Math.log2(edge.n + 1) } })),
  ];
}

function styles(): cytoscape.StylesheetJson {
  const [ink, soft, line, sheet] = ["--ink", "--soft", "--line-strong", "--sheet"].map(colour) as [string, string, string, string];
  return [
    { selector: "node", style: { width: "data(size)", height: "data(size)", "background-color": "data(hue)", label: "data(name)", color: ink, "font-size": 11, "text-valign": "bottom", "text-margin-y": 4, "text-wrap": "wrap", "text-max-width": "110px", "text-background-color": sheet, "text-background-opacity": 0.8, "text-background-padding": "1px" } },
    { selector: "edge", style: { width: "data(width)", "curve-style": "bezier", "line-color": line, "target-arrow-color": line, "arrow-scale": 0.8 } },
    { selector: 'edge[kind = "against"]', style: { "line-color": soft, "target-arrow-color": soft, "target-arrow-shape": "triangle" } },
    { selector: 'edge[kind = "with"]', style: { "line-style": "dotted" } },
    { selector: 'edge[kind = "under"]', style: { "line-style": "dashed", "target-arrow-shape": "diamond" } },
    { selector: ".far", style: { opacity: 0.15 } },
    { selector: ".near", style: { opacity: 1 } },
  ];
}
