/** The columns of the table of incidents. */
import { Act, Grade } from "../parts/chip";
import type { Column } from "../parts/table";
import { Toll } from "../parts/toll";
import { sideClass } from "../state/sides";
import { to } from "../state/router";
import { count, countryWord, daysWord, STATUSES } from "../words";
import type { Model } from "./model";

interface Given {
  model: Model;
  picked: (id: string) => boolean;
  onPick: (row: number, extend: boolean) => void;
  /** There is room for a column of types. */
  roomy: boolean;
}

const word = (model: Model, name: "type" | "mode" | "status" | "grade" | "place" | "country" | "side" | "against", row: number): string | null => model.columns[name].values[model.codes[name][row]!] ?? null;

function Toll2({ model, row, name }: { model: Model; row: number; name: "killed" | "injured" }) {
  const { columns } = model;
  const best = columns[`${name}_best`][row];
  return <Toll toll={best === null || best === undefined ? null : { low: columns[`${name}_low`][row]!, best, high: columns[`${name}_high`][row] ?? null }} />;
}

export function columnsOf({ model, picked, onPick, roomy }: Given): Column[] {
  const { columns } = model;
  return [
    {
      name: "pick", head: <span class="unseen">Chosen</span>, width: "2rem",
      cell: (row) => <input type="checkbox" tabIndex={-1} aria-label={`choose: ${columns.summary[row]}`} checked={picked(columns.ids[row]!)} onClick={(event) => onPick(row, event.shiftKey)} />,
    },
    { name: "when", head: "When", sort: "when", width: "7.4rem", cell: (row) => <span class={model.dated[row] ? undefined : "faint"}>{daysWord(columns.from[row] ?? null, columns.to[row] ?? null)}</span> },
    {
      name: "what", head: "What happened", width: "minmax(12.5rem, 1fr)",
      cell: (row) => <span class="row-what"><Pair from={word(model, "side", row)} to={word(model, "against", row)} /><a class="row-link clip" href={to(`/incidents/${columns.ids[row]}`)} dir="auto">{columns.summary[row]}</a>{!roomy && word(model, "status", row) !== "actual" && <span class="tag">{STATUSES[word(model, "status", row) ?? ""]}</span>}</span>,
    },
    ...(!roomy ? [] : [{ name: "type", head: "Type", sort: "type", width: "8.5rem", cell: (row: number) => <Act incident={{ type: word(model, "type", row) ?? "", mode: word(model, "mode", row), status: word(model, "status", row) ?? "actual" }} /> } satisfies Column]),
    { name: "place", head: "Where", sort: "place", width: "9.4rem", cell: (row) => <Where place={word(model, "place", row)} country={word(model, "country", row)} precision={model.precision[row]!} /> },
    { name: "killed", head: "Killed", sort: "killed", width: "5.4rem", end: true, cell: (row) => <Toll2 model={model} row={row} name="killed" /> },
    { name: "injured", head: "Injured", sort: "injured", width: "4.2rem", end: true, cell: (row) => <Toll2 model={model} row={row} name="injured" /> },
    { name: "origins", head: "Origins", sort: "origins", width: "4.2rem", end: true, cell: (row) => <span title="independent origins that tell of it">{count(model.origins[row]!)}</span> },
    { name: "grade", head: "Grade", sort: "grade", width: "7.3rem", cell: (row) => <><Grade grade={word(model, "grade", row) ?? ""} />{model.reviewed[row] === 1 && <span title="reviewed"> ✓<span class="unseen"> reviewed</span></span>}</> },
  ];
}

/** Who and to whom, as two dots in their hues. */
function Pair({ from, to: against }: { from: string | null; to: string | null }) {
  return (
    <span class="row-sides" title={`${from ?? "unknown"} → ${against ?? "unknown"}`}>
      <i class={sideClass(from)} /><i class={`${sideClass(against)} hollow`} />
    </span>
  );
}

function Where({ place, country, precision }: { place: string | null; country: string | null; precision: number }) {
  if (!place && !country) return <span class="faint">unknown</span>;
  const land = countryWord(country);
  const vague = precision >= 3 && precision <= 5 ? "near " : "";
  return <span title={[place, land].filter(Boolean).join(", ")}>{place && place !== land ? <>{vague && <span class="faint">{vague}</span>}{place}<span class="faint">, {country}</span></> : land}</span>;
}
