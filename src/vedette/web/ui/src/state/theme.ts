/** Light or dark: the system's, until the reader chooses. */
import { computed, effect, signal } from "@preact/signals";

export type Theme = "light" | "dark";

const KEPT = "vedette.theme";
const system = signal<Theme>("light");
const chosen = signal<Theme | null>(null);
export const theme = computed<Theme>(() => chosen.value ?? system.value);

export function turnTheme(): void {
  chosen.value = theme.value === "dark" ? "light" : "dark";
  try {
    localStorage.setItem(KEPT, chosen.value);
  } catch {
    // Not kept then.
  }
}

export function startTheme(): void {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  system.value = dark.matches ? "dark" : "light";
  dark.addEventListener("change", () => (system.value = dark.matches ? "dark" : "light"));
  const kept = document.documentElement.dataset.theme;
  if (kept === "dark" || kept === "light") chosen.value = kept;
  effect(() => {
    document.documentElement.dataset.theme = theme.value;
  });
}

const held = new Map<string, string>();

/** Give a colour of the theme as it stands, for what draws on canvas; reading it follows the theme. Asked of the browser
 * once: to ask again would make it work out all styles while a brush is drawn. */
export function colour(token: string): string {
  const key = `${theme.value} ${token}`;
  let found = held.get(key);
  if (found === undefined) {
    document.documentElement.dataset.theme = theme.value;
    found = getComputedStyle(document.documentElement).getPropertyValue(token).trim();
    if (found) held.set(key, found);
  }
  return found;
}
