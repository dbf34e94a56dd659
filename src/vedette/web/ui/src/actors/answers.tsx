/** Who answers whom: links of action and reaction, counted by the parties that acted. */
import { useData } from "../data/get";
import { Side } from "../parts/chip";
import { dataOf, to } from "../state/router";
import { count } from "../words";

const MOST = 12;

export function Answers() {
  const { data } = useData(dataOf("/chains.json", { limit: 1 }));
  const found = data?.answering ?? [];
  if (found.length === 0) return null;
  return (
    <section class="section">
      <div class="section-head"><h2>Who answers whom</h2><span class="small faint">links of the record; what the times of acts tell stands under <a href={to("/reactions")}>Reactions</a></span><a class="more" href={to("/chains")}>all</a></div>
      <div class="plain-scroll" tabIndex={0}>
        <table class="plain">
          <thead><tr><th>Who</th><th>answers</th><th class="num">Stated in a report</th><th class="num">Inferred</th></tr></thead>
          <tbody>{found.slice(0, MOST).map((one) => <tr key={`${one.who} ${one.whom}`}><td><Side name={one.who} /></td><td><Side name={one.whom} /></td><td class="num">{count(one.stated)}</td><td class="num">{count(one.inferred)}</td></tr>)}</tbody>
        </table>
      </div>
    </section>
  );
}
