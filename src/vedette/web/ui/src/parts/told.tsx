/** What is told in place of data: nothing there, an error, waiting. */
import type { ComponentChildren } from "preact";
import type { Problem } from "../data/get";
import { setQuery } from "../state/router";

interface EmptyProps {
  title: string;
  children?: ComponentChildren;
  doing?: ComponentChildren;
}

export function Empty({ title, children, doing }: EmptyProps) {
  return (
    <div class="empty">
      <h2>{title}</h2>
      {children && <p>{children}</p>}
      {doing && <div class="doing">{doing}</div>}
    </div>
  );
}

/** Nothing was known on the day as of which is read; the line above the view leads back to now. */
export function Unknown({ what }: { what: string }) {
  return <Empty title="Nothing was known yet">No {what} of the case was published by the end of that day.</Empty>;
}

/** What is decided is decided now: a day gone by has nothing that waits. */
export function NowAlone({ title }: { title: string }) {
  return <Empty title={title} doing={<button class="button" onClick={() => setQuery({ as_of: null }, { push: true })}>Back to now</button>}>A day gone by is shown; what waits for a person waits now.</Empty>;
}

export function ErrorLine({ problem }: { problem: Pick<Problem, "what" | "where" | "todo"> }) {
  return (
    <p class="error-line" role="alert">
      <span><b>{problem.what}</b>{problem.where && <span class="soft"> ({problem.where})</span>}</span>
      {problem.todo && <span>{problem.todo}</span>}
    </p>
  );
}

/** Shown only after a while, so that fast answers do not flicker. */
export function Waiting({ what }: { what: string }) {
  return <p class="waiting" role="status">{what}</p>;
}

export function Nothing({ children }: { children: ComponentChildren }) {
  return <p class="nothing">{children}</p>;
}
