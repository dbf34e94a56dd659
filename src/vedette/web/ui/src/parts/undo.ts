/** Taking decisions back, and saying so. */
import { Problem } from "../data/get";
import { decide } from "../data/send";
import { say } from "./toast";

/** Take decisions back; gives the incidents that hold now what they were about, none where it was refused. */
export async function takeBack(ids: readonly string[]): Promise<readonly string[]> {
  try {
    const made = await decide({ kind: "undo", ids, reason: "taken back" });
    say("Taken back.");
    return made.incidents;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    say(`${error.what}. ${error.todo}`);
    return [];
  }
}
