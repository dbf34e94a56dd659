/** The frame round every view. */
import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import { signal } from "@preact/signals";
import { AsOfLine, Head } from "./parts/head";
import { Nav } from "./parts/nav";
import { Help, helpOpen } from "./parts/help";
import { Toasts } from "./parts/toast";
import { Empty, ErrorLine, Waiting } from "./parts/told";
import { meet, me } from "./data/send";
import { Problem } from "./data/get";
import { loader, match, shown, type Route, type ViewProps } from "./routes";
import { go, here, path, to } from "./state/router";
import { startKeys, useKeys } from "./state/keys";
import { turnTheme } from "./state/theme";

const menu = signal(false);
const met = signal<Problem | null>(null);

export function App() {
  useEffect(startKeys, []);
  useEffect(() => void meet().then(guard, (problem: unknown) => problem instanceof Problem && (met.value = problem)), []);
  useKeys("Everywhere", [
    { keys: "?", what: "show the keys", run: () => (helpOpen.value = true) },
    { keys: "/", what: "look for words", run: () => (document.querySelector<HTMLElement>("[data-search]") ?? document.body).focus() },
    { keys: "T", what: "dark or light", run: turnTheme },
    ...shown.filter((route) => route.key).map((route) => ({ keys: `g ${route.key}`, what: route.title, run: () => go(to(route.path)) })),
  ]);
  const found = match(path.value);
  return (
    <div class="frame">
      <a class="skip" href="#main">Skip to the content</a>
      <Head menu={menu} />
      <AsOfLine />
      <Nav open={menu.value} />
      <main class="frame-main" id="main" tabIndex={-1}>
        {met.value && <ErrorLine problem={met.value} />}
        {found ? <View key={found.route.path} route={found.route} params={found.params} /> : <Nowhere />}
      </main>
      <Toasts />
      <Help />
    </div>
  );
}

/** Without an account nothing but the login is shown. */
function guard(): void {
  if (me.value && !me.value.role && path.value !== "/login") {
    go(`/login?then=${encodeURIComponent(here.value.path + location.search)}`, { replace: true });
  }
}

function View({ route, params }: { route: Route; params: Record<string, string> }) {
  const [part, setPart] = useState<ComponentType<ViewProps> | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    menu.value = false;
    document.title = route.path === "/" ? "Vedette" : `${route.title} – Vedette`;
    loader(route)?.().then((found) => setPart(() => found.default), () => setFailed(true));
  }, [route]);
  if (failed) return <Empty title="This view could not be loaded" doing={<a class="button" href={location.href} target="_self">Load again</a>}>The server may have been renewed or ended.</Empty>;
  const Part = part;
  return Part ? <Part params={params} /> : <Waiting what={route.title} />;
}

function Nowhere() {
  return (
    <Empty title="Nothing at this address" doing={<a class="button" href={to("/")}>To the overview</a>}>
      Check the address, or choose a view from the list.
    </Empty>
  );
}
