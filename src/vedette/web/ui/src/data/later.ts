/** What the server is still working out is asked for again. */
import { useEffect } from "preact/hooks";
import { changes } from "./get";

const WAIT = 4000; // ms

/** Ask again, for as long as something is missing, for what is on screen. */
export function useLater(missing: boolean): void {
  const version = changes.value;
  useEffect(() => {
    if (!missing) return;
    const timer = setTimeout(() => (changes.value += 1), WAIT);
    return () => clearTimeout(timer);
  }, [missing, version]);
}
