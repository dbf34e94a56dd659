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

/** Give a colour of the theme as it stands, for what draws on canvas; reading it follows the theme. */
export function colour(token: string): string {
  void theme.value;
  return getComputedStyle(document.documentElement).getPropertyValue(token).trim();
}
