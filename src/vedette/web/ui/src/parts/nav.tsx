/** The list of views. */
import { match, shown } from "../routes";
import { path, query, to } from "../state/router";

const KEPT = ["from", "to"]; // the window of time goes along to where it means something
const FIRST: Record<string, string> = { "/incidents/:id": "/incidents", "/actors/:id": "/actors", "/reports/:id": "/sources", "/outlooks": "/statements", "/tallies": "/" };

export function Nav({ open }: { open: boolean }) {
  const found = match(path.value)?.route.path ?? "";
  const here = FIRST[found] ?? found;
  const kept = Object.fromEntries(KEPT.map((name) => [name, query.value.get(name)]));
  return (
    <nav class={open ? "frame-nav open" : "frame-nav"} id="nav" aria-label="Views">
      <ul>
        {shown.filter((route) => route.key).map((route) => (
          <>
            {route.apart && <li class="break" aria-hidden="true" />}
            <li key={route.path}>
              <a href={to(route.path, kept)} aria-current={here === route.path ? "page" : undefined}>
                {route.title}
                <kbd aria-hidden="true">g {route.key}</kbd>
              </a>
            </li>
          </>
        ))}
        <li class="break" aria-hidden="true" />
        <li><a href={to("/situation", kept)}>Situation report</a></li>
      </ul>
    </nav>
  );
}
