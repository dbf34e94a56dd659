/** What `?` shows: the keys of the view and of the page. */
import { signal } from "@preact/signals";
import { scopes } from "../state/keys";
import { Dialog } from "./dialog";

export const helpOpen = signal(false);

export function Help() {
  return (
    <Dialog title="Keys" open={helpOpen.value} onClose={() => (helpOpen.value = false)}>
      <div class="keys">
        {[...scopes.value].reverse().map((scope) => (
          <section key={scope.name}>
            <h3>{scope.name}</h3>
            <dl>
              {scope.keys.map((one) => (
                <>
                  <dt>{shownKeys(one.keys).map((key) => <><kbd>{key}</kbd>{" "}</>)}</dt>
                  <dd>{one.what}</dd>
                </>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p class="small faint help-foot"><a href="/licences.txt" target="_blank" rel="noopener">Licences</a> of the works that this page is built from.</p>
    </Dialog>
  );
}

const NAMES: Record<string, string> = { ArrowDown: "↓", ArrowUp: "↑", ArrowLeft: "←", ArrowRight: "→", " ": "Space", "mod+z": "Ctrl Z" };
const shownKeys = (keys: string): string[] => (NAMES[keys] ? [NAMES[keys]] : keys.split(" ").map((one) => NAMES[one] ?? one));
