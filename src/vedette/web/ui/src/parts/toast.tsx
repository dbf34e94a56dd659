/** Short lines about what was just done, read out to those who cannot see them. */
import { signal } from "@preact/signals";

interface Toast {
  id: number;
  text: string;
  doing?: { word: string; run: () => void } | undefined;
}

const toasts = signal<readonly Toast[]>([]);
let last = 0;

/** Say what was done; `doing` offers one more thing, as a rule to undo it. */
export function say(text: string, doing?: Toast["doing"]): void {
  const toast = { id: ++last, text, doing };
  toasts.value = [...toasts.value.slice(-2), toast];
  setTimeout(() => drop(toast.id), doing ? 9000 : 5000);
}

const drop = (id: number): void => void (toasts.value = toasts.value.filter((one) => one.id !== id));

export function Toasts() {
  return (
    <div class="toasts" role="status" aria-live="polite">
      {toasts.value.map((one) => (
        <p class="toast" key={one.id}>
          <span>{one.text}</span>
          {one.doing && <button onClick={() => { drop(one.id); one.doing?.run(); }}>{one.doing.word}</button>}
        </p>
      ))}
    </div>
  );
}
