/** Above every view: the case, the day as known, who is at the page. */
import type { Signal } from "@preact/signals";
import { me, drop } from "../data/send";
import { asOf, go, setQuery, to } from "../state/router";
import { theme, turnTheme } from "../state/theme";
import { dayWord } from "../words";
import { helpOpen } from "./help";

export function Head({ menu }: { menu: Signal<boolean> }) {
  return (
    <header class="frame-head">
      <button class="button bare frame-menu" aria-expanded={menu.value} aria-controls="nav" onClick={() => (menu.value = !menu.value)}>Menu</button>
      <a class="frame-mark" href={to("/")}>Vedette</a>
      <span class="frame-case clip" title="the case">{me.value?.case ?? ""}{me.value?.read_only && <span class="faint"> · read only</span>}</span>
      <span class="frame-space" />
      <AsOf />
      <Who />
      <button class="button bare" onClick={turnTheme} title="Dark or light (T)">{theme.value === "dark" ? "Light" : "Dark"}</button>
      <button class="button bare" onClick={() => (helpOpen.value = true)} aria-label="Keys" title="Keys (?)">?</button>
    </header>
  );
}

function AsOf() {
  return (
    <label class="as-of small" title="Read the case as it was known at the end of a day">
      <span>As known on</span>
      <input class="input" type="date" value={asOf.value ?? ""} onChange={(event) => chosen(event.currentTarget)} />
    </label>
  );
}

function chosen(field: HTMLInputElement): void {
  if (field.value === "" || /^[12]\d{3}-/.test(field.value)) setQuery({ as_of: field.value || null }, { push: true });
}

/** Never let a past state pass for the present one. */
export function AsOfLine() {
  if (!asOf.value) return null;
  return (
    <p class="as-of-line small" role="status">
      <span>As known at the end of {dayWord(asOf.value) || asOf.value}. What was published later is left out.</span>
      <a href="#" onClick={(event) => { event.preventDefault(); setQuery({ as_of: null }, { push: true }); }}>Back to now</a>
    </p>
  );
}

function Who() {
  const found = me.value;
  if (!found?.person) return null;
  return (
    <span class="who small">
      <span class="name">{found.person}{found.team && <span class="faint"> · {found.role}</span>}</span>
      {found.team && <button class="button bare" onClick={leave}>Log out</button>}
    </span>
  );
}

async function leave(): Promise<void> {
  await drop("/api/session");
  me.value = null;
  go("/login", { replace: true });
  location.reload();
}
