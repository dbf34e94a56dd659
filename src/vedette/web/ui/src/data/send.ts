/** What changes something: decisions, logging in and out, adding. */
import { signal } from "@preact/signals";
import { asked, changes, problemOf } from "./get";
import type { Changed, Changing } from "./address";
import type { Decided, Judgement, Me } from "./forms";

type Sent = Readonly<Record<string, unknown>>;

export const me = signal<Me | null>(null);

/** Ask who is at the page; its token is needed for all that follows. */
export async function meet(): Promise<Me> {
  const answer = await asked("/api/me", {});
  if (!answer.ok) throw await problemOf(answer);
  return (me.value = (await answer.json()) as Me);
}

/** Send a change; throws Problem. Gives what the server answers. */
export function send<P extends Changing<"post">>(address: P, body: Sent | FormData): Promise<Changed<P, "post">> {
  return change(address, body, "POST");
}

/** Take away what is at an address; throws Problem. */
export function drop<P extends Changing<"delete">>(address: P): Promise<Changed<P, "delete">> {
  return change(address, undefined, "DELETE");
}

async function change<T>(address: string, body: Sent | FormData | undefined, method: "POST" | "DELETE"): Promise<T> {
  const { csrf } = me.value ?? (await meet());
  const form = body instanceof FormData;
  const headers: Record<string, string> = { "x-vedette-csrf": csrf };
  if (!form && body !== undefined) headers["content-type"] = "application/json";
  const answer = await asked(address, { method, headers, body: form ? body : body === undefined ? null : JSON.stringify(body) });
  if (!answer.ok) throw await problemOf(answer);
  return (await answer.json()) as T;
}

/** Write a decision; all that is on screen is asked for again. */
export async function decide(given: Judgement): Promise<Decided> {
  const made = await send("/api/decisions", { reason: "", ...given });
  changes.value += 1;
  return made;
}

export const ROLES = ["reader", "coder", "editor", "admin"] as const;

/** Say whether the person at the page may do what a role may. */
export function may(role: (typeof ROLES)[number]): boolean {
  const held = me.value?.role;
  return !!held && !me.value?.read_only && ROLES.indexOf(held) >= ROLES.indexOf(role);
}
