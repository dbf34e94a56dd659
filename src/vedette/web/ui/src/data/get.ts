/** Data of the server: kept by its tag, asked for again when something was decided. */
import { signal } from "@preact/signals";
import { useEffect, useState } from "preact/hooks";
import type { Address } from "./address";

/** What the server tells when it cannot answer: always in this form. */
export class Problem extends Error {
  constructor(
    readonly code: string,
    readonly what: string,
    readonly where: string,
    readonly todo: string,
    readonly status: number,
  ) {
    super(what);
  }
}

interface Held {
  tag: string;
  data: unknown;
}

const held = new Map<string, Held>();
const MOST = 60;
/** Counts what this page has changed; what is on screen is asked for again when it rises. */
export const changes = signal(0);

/** Get JSON from an address; throws Problem. The same data is given as the very same object. */
export async function get<T>(address: Address<T>, abort?: AbortSignal): Promise<T> {
  const kept = held.get(address);
  const headers: Record<string, string> = kept ? { "if-none-match": kept.tag } : {};
  const answer = await asked(address, { headers, signal: abort ?? null });
  if (answer.status === 304 && kept) return kept.data as T;
  if (!answer.ok) throw await problemOf(answer);
  const data: unknown = await answer.json();
  keep(address, { tag: answer.headers.get("etag") ?? "", data });
  return data as T;
}

function keep(address: string, found: Held): void {
  held.delete(address);
  held.set(address, found);
  if (held.size > MOST) held.delete(held.keys().next().value!);
}

export async function asked(address: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address, { credentials: "same-origin", ...init });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new Problem("offline", "the server does not answer", address, "start it again with vedette serve", 0);
  }
}

export async function problemOf(answer: Response): Promise<Problem> {
  const told = (await answer.json().catch(() => null)) as { error?: Partial<Problem> } | null;
  const { code = "http", what = `the server answered ${answer.status}`, where = "", todo = "" } = told?.error ?? {};
  return new Problem(code, what, where, todo, answer.status);
}

export interface Got<T> {
  data: T | null;
  problem: Problem | null;
  loading: boolean;
}

/** Follow the data at an address: what is held at once, what is new when it has come. null asks for nothing. */
export function useData<T>(address: Address<T> | null): Got<T> {
  const first = address === null ? null : ((held.get(address)?.data as T | undefined) ?? null);
  const [state, setState] = useState<Got<T> & { address: string | null }>({
    address, data: first, problem: null, loading: address !== null,
  });
  const version = changes.value;
  useEffect(() => {
    if (address === null) return;
    const abort = new AbortController();
    const now = held.get(address)?.data as T | undefined;
    setState((old) => ({ address, data: now ?? (old.address === address ? old.data : null), problem: null, loading: true }));
    get(address, abort.signal).then(
      (data) => !abort.signal.aborted && setState({ address, data, problem: null, loading: false }),
      (problem: unknown) => {
        if (abort.signal.aborted || !(problem instanceof Problem)) return;
        setState((old) => ({ ...old, address, problem, loading: false }));
      },
    );
    return () => abort.abort();
  }, [address, version]);
  return state.address === address ? state : { data: first, problem: null, loading: address !== null };
}
