/** All views: where each stands, what opens it, its file in views/. To add one: a line here, a file there with a default
 * export that takes { params }. A view whose file is not there is not shown. */
import type { ComponentType } from "preact";

export interface ViewProps {
  params: Record<string, string>;
}

export interface Route {
  path: string;
  title: string;
  /** File in views/. */
  view: string;
  /** Typed after "g" to go there; only routes of the navigation have one. */
  key?: string;
  /** A gap before it in the navigation. */
  apart?: boolean;
  /** The view needs the whole width and height of the window. */
  wide?: boolean;
}

export const ROUTES: readonly Route[] = [
  { path: "/", title: "Overview", view: "overview", key: "o" },
  { path: "/incidents", title: "Incidents", view: "incidents", key: "i", wide: true },
  { path: "/incidents/:id", title: "Incident", view: "incident" },
  { path: "/queue", title: "Queue", view: "queue", key: "q", apart: true },
  { path: "/same", title: "Same or different", view: "same", key: "d" },
  { path: "/actors", title: "Actors", view: "actors", key: "a", apart: true },
  { path: "/actors/:id", title: "Actor", view: "actor" },
  { path: "/chains", title: "Chains", view: "chains", key: "c" },
  { path: "/statements", title: "Statements", view: "statements", key: "t" },
  { path: "/outlooks", title: "Outlooks", view: "outlooks" },
  { path: "/tallies", title: "Tallies", view: "tallies" },
  { path: "/escalation", title: "Escalation", view: "escalation", key: "e" },
  { path: "/reactions", title: "Reactions", view: "reactions", key: "r" },
  { path: "/sources", title: "Sources", view: "sources", key: "s", apart: true },
  { path: "/reports/:id", title: "Report", view: "report" },
  { path: "/add", title: "Add", view: "add", key: "n" },
  { path: "/login", title: "Log in", view: "login" },
];

type Loaded = { default: ComponentType<ViewProps> };
const files = import.meta.glob<Loaded>("./views/*.tsx");

export const loader = (route: Route): (() => Promise<Loaded>) | undefined => files[`./views/${route.view}.tsx`];
export const shown = ROUTES.filter((route) => loader(route));

/** Give the view of a path and what its address holds. */
export function match(path: string): { route: Route; params: Record<string, string> } | null {
  for (const route of shown) {
    const names = [...route.path.matchAll(/:(\w+)/g)].map((found) => found[1]!);
    const found = new RegExp(`^${route.path.replace(/:\w+/g, "([^/]+)")}/?$`).exec(path);
    if (found) return { route, params: Object.fromEntries(names.map((name, at) => [name, decoded(found[at + 1]!)])) };
  }
  return null;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
