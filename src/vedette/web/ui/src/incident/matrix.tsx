/** Claims by fields: who says what, and where they disagree. */
import type { Claim, WholeIncident } from "../data/forms";
import { dayWord, many, percent } from "../words";
import { FIELDS, most } from "./fields";

interface Props {
  whole: WholeIncident;
  claims: readonly Claim[];
  chosen: string | null;
  onChoose: (claim: Claim) => void;
}

export function Matrix({ whole, claims, chosen, onChoose }: Props) {
  const fields = FIELDS.filter((field) => claims.some((claim) => field.word(claim)));
  const common = new Map(fields.map((field) => [field.name, most(claims, field)]));
  return (
    <div class="matrix-box" tabIndex={0} role="region" aria-label="Claims by fields">
      <table class="matrix">
        <caption class="unseen">{many(claims.length, "claim")}: what each says of each field; cells that differ from most are marked ≠</caption>
        <thead><tr><th scope="col">Claim</th>{fields.map((field) => <th key={field.name} scope="col">{field.title}</th>)}</tr></thead>
        <tbody>
          {claims.map((claim) => (
            <tr key={claim.claim_id} class={chosen === claim.claim_id ? "chosen" : undefined}>
              <th scope="row">
                <button class="linkish" onClick={() => onChoose(claim)} title="show its words in the text"><bdi>{whole.reports[claim.report_id]?.outlet ?? claim.outlet ?? "unnamed outlet"}</bdi></button>
                <span class="faint tiny">{dayWord(claim.published)}{claim.published && " · "}<span title="how sure the reading is">{percent(claim.probability)}</span></span>
              </th>
              {fields.map((field) => {
                const key = field.key(claim);
                const differs = !!key && common.get(field.name) !== key;
                return <td key={field.name} class={differs ? "differs" : undefined} dir="auto">{differs && <abbr title="differs from what most say">≠ </abbr>}{field.word(claim) || <span class="faint">–</span>}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
