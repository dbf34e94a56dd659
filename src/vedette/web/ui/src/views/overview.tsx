/** What is to be known first. */
import { useData } from "../data/get";
import type { Overview as Form } from "../data/forms";
import { ErrorLine, Waiting } from "../parts/told";
import { dataOf } from "../state/router";
import { count } from "../words";

export default function Overview() {
  const { data, problem } = useData<Form>(dataOf("/overview.json"));
  if (problem) return <ErrorLine problem={problem} />;
  if (!data) return <Waiting what="Overview" />;
  return <h1>{count(data.counts.incidents)} incidents</h1>;
}
