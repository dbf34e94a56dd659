/** Keys: what each does where, and the list of them that `?` shows. */
import { useLayoutEffect, useRef } from "preact/hooks";
import { signal } from "@preact/signals";

export interface Key {
  /** As typed: "j", "?", "g i" for two in a row, "Enter", "ArrowDown", "mod+z". */
  keys: string;
  what: string;
  run: (event: KeyboardEvent) => void;
}

interface Scope {
  name: string;
  keys: readonly Key[];
}

/** Scopes in use now, the outermost first: a later one's keys come before an earlier one's. */
export const scopes = signal<readonly Scope[]>([]);

/** Give a view or a part keys of its own while it is shown: from the moment on which it can be seen. */
export function useKeys(name: string, keys: readonly Key[]): void {
  const latest = useRef(keys);
  latest.current = keys;
  useLayoutEffect(() => {
    const live = keys.map((one, index) => ({ ...one, run: (event: KeyboardEvent) => latest.current[index]?.run(event) }));
    const scope = { name, keys: live };
    scopes.value = [...scopes.value, scope];
    return () => {
      scopes.value = scopes.value.filter((one) => one !== scope);
    };
  }, [name, keys.map((one) => one.keys).join()]);
}

let before = "";
let since = 0;

/** Say whether somebody is typing: then letters are letters. */
export function typing(target: EventTarget | null): boolean {
  const node = target as HTMLElement | null;
  return !!node?.closest?.("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true]");
}

export function startKeys(): () => void {
  const press = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.altKey || typing(event.target)) return;
    if (document.querySelector("dialog[open]")) return;
    const mod = event.ctrlKey || event.metaKey ? "mod+" : "";
    const typed = mod + event.key;
    const two = Date.now() - since < 900 ? `${before} ${typed}` : "";
    before = typed;
    since = Date.now();
    const found = find(two) ?? find(typed);
    if (!found) return;
    event.preventDefault();
    found.run(event);
  };
  window.addEventListener("keydown", press);
  return () => window.removeEventListener("keydown", press);
}

function find(typed: string): Key | undefined {
  if (!typed) return undefined;
  for (const scope of [...scopes.value].reverse()) {
    const found = scope.keys.find((one) => one.keys === typed);
    if (found) return found;
  }
  return undefined;
}
