/** Where the reader is: path and query of the address, and going elsewhere. */
import { computed, signal } from "@preact/signals";
import type { Address, Data } from "../data/address";

export interface Here {
  path: string;
  query: URLSearchParams;
}

const read = (): Here => ({ path: location.pathname, query: new URLSearchParams(location.search) });

export const here = signal<Here>(read());
export const path = computed(() => here.value.path);
export const query = computed(() => here.value.query);
/** The day as known on which all is read; null: now. */
export const asOf = computed(() => query.value.get("as_of"));

export type Patch = Record<string, string | number | readonly string[] | null | undefined>;

/** Go to an address of the page. */
export function go(href: string, options: { replace?: boolean; stay?: boolean } = {}): void {
  const to = new URL(href, location.href);
  const moved = to.pathname !== location.pathname;
  history[options.replace ? "replaceState" : "pushState"](null, "", to.pathname + to.search + to.hash);
  here.value = read();
  if (moved && !options.stay) window.scrollTo(0, 0);
}

/** Change parts of the query: null or an empty list takes one out. */
export function setQuery(patch: Patch, options: { push?: boolean } = {}): void {
  const next = patched(query.value, patch);
  if (next.toString() !== query.value.toString()) {
    go(addressOf(path.value, next), { replace: !options.push, stay: true });
  }
}

/** Give the address of a view; the as-of day goes along. */
export function to(view: string, patch: Patch = {}): string {
  return addressOf(view, patched(new URLSearchParams(), { as_of: asOf.value, ...patch }));
}

/** Give the address of data: of a view's path, with the as-of day. */
export function dataOf<const A extends string>(view: A, patch: Patch = {}): Address<Data<A>> {
  return to(view, patch) as Address<Data<A>>;
}

function patched(given: URLSearchParams, patch: Patch): URLSearchParams {
  const next = new URLSearchParams(given);
  for (const [name, value] of Object.entries(patch)) {
    next.delete(name);
    if (Array.isArray(value)) for (const one of value) next.append(name, one);
    else if (value !== null && value !== undefined && value !== "") next.set(name, String(value));
  }
  return next;
}

function addressOf(view: string, given: URLSearchParams): string {
  const text = given.toString().replaceAll("%2C", ",").replaceAll("%3A", ":");
  return text ? `${view}?${text}` : view;
}

/** Data, printable pages and outside addresses are the browser's own business. */
function ours(link: HTMLAnchorElement): boolean {
  const plain = !link.target && !link.hasAttribute("download") && link.origin === location.origin;
  return plain && !/\.\w+$|^\/situation|\/print$/.test(link.pathname);
}

export function startRouter(): void {
  window.addEventListener("popstate", () => (here.value = read()));
  document.addEventListener("click", (event) => {
    const link = (event.target as Element | null)?.closest?.("a[href]") as HTMLAnchorElement | null;
    const modified = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0;
    if (!link || modified || event.defaultPrevented || !ours(link)) return;
    if (link.pathname === location.pathname && link.search === location.search && link.hash) return;
    event.preventDefault();
    go(link.href);
  });
}
