/** Who comes in, where a team shares a case. */
import { useState } from "preact/hooks";
import { Problem } from "../data/get";
import { me, meet, send } from "../data/send";
import { Empty, ErrorLine } from "../parts/told";
import { go, query } from "../state/router";
import "./login.css";

export default function Login() {
  const [problem, setProblem] = useState<Problem | null>(null);
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const given = new FormData(event.currentTarget as HTMLFormElement);
    try {
      await send("/api/session", { name: given.get("name"), password: given.get("password") });
      await meet();
      go(inside(query.value.get("then")), { replace: true });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setProblem(error);
    }
  };
  if (me.value && !me.value.team) return <Empty title="No account is needed" doing={<a class="button main" href="/">To the overview</a>}>This case is served to you alone.</Empty>;
  return (
    <form class="login" onSubmit={(event) => void submit(event)}>
      <h1>Log in</h1>
      <label>Name<input class="input" name="name" autocomplete="username" required /></label>
      <label>Password<input class="input" name="password" type="password" autocomplete="current-password" required /></label>
      {problem && <ErrorLine problem={problem} />}
      <button class="button main">Log in</button>
    </form>
  );
}

/** Lead on to addresses of this page alone. */
function inside(address: string | null): string {
  return address && /^\/(?![/\\])/.test(address) ? address : "/";
}
