/** The fields of a claim: what each says in words, where its words stand, and whether two claims agree. */
import type { Claim, Party, Span } from "../data/forms";
import { daysWord, modeWord, partyWord, placeWord, STATUSES, tollWord, typeWord } from "../words";

export type FieldName = "what" | "status" | "who" | "whom" | "where" | "when" | "with" | "killed" | "injured" | "because" | "source";

export interface Field {
  name: FieldName;
  title: string;
  /** Short label set beside its words in a text. */
  label: string;
  /** Words for a claim's value; "" where it says nothing. */
  word: (claim: Claim) => string;
  spans: (claim: Claim) => readonly Span[];
  /** What is compared; "" where it says nothing. */
  key: (claim: Claim) => string;
  /** Name under which a decision edits it. */
  edit?: string;
}

type Maybe = { text?: string | null; start?: number | null; end?: number | null } | string | null | undefined;

/** Keep what has a place in the text. */
const spans = (...given: Maybe[]): Span[] =>
  given.filter((one): one is Span => typeof one === "object" && one !== null && typeof one.start === "number" && typeof one.end === "number");
const words = (parties: readonly Party[]): string => parties.map(partyWord).join(", ");
/** Parties are compared by whom the registry knows; a phrase that names nobody contradicts nobody. */
const known = (parties: readonly Party[]): string => parties.map((one) => one.actor_id).filter(Boolean).sort().join(" ");
const weapons = (claim: Claim): string => claim.weapon.map((one) => (typeof one === "string" ? one : one.text)).join(", ");

export const FIELDS: readonly Field[] = [
  { name: "what", title: "What", label: "what", word: (c) => [typeWord(c.type), modeWord(c.mode)].filter(Boolean).join(", "), spans: (c) => spans(c.trigger), key: (c) => c.type, edit: "type" },
  { name: "status", title: "Status", label: "", word: (c) => STATUSES[c.status] ?? c.status, spans: () => [], key: (c) => c.status, edit: "status" },
  { name: "who", title: "Who", label: "who", word: (c) => words(c.actor), spans: (c) => spans(...c.actor), key: (c) => known(c.actor), edit: "actor" },
  { name: "whom", title: "To whom", label: "to whom", word: (c) => words(c.target), spans: (c) => spans(...c.target), key: (c) => known(c.target), edit: "target" },
  { name: "where", title: "Where", label: "where", word: (c) => placeWord(c.place), spans: (c) => spans(c.place), key: (c) => c.place?.name ?? "", edit: "place" },
  { name: "when", title: "When", label: "when", word: (c) => (c.when && (c.when.from || c.when.to) ? daysWord(c.when.from, c.when.to) : ""), spans: (c) => spans(c.when), key: (c) => (c.when?.precision === 1 ? `${c.when.from}` : ""), edit: "from" },
  { name: "with", title: "With", label: "with", word: weapons, spans: (c) => spans(...c.weapon), key: () => "", edit: "weapon" },
  { name: "killed", title: "Killed", label: "killed", word: (c) => tollWord(c.killed), spans: (c) => spans(c.killed), key: (c) => tollWord(c.killed), edit: "killed" },
  { name: "injured", title: "Injured", label: "injured", word: (c) => tollWord(c.injured), spans: (c) => spans(c.injured), key: (c) => tollWord(c.injured), edit: "injured" },
  { name: "because", title: "Because of", label: "because", word: (c) => c.cause?.text ?? "", spans: (c) => spans(c.cause), key: () => "" },
  { name: "source", title: "According to", label: "says", word: (c) => c.source?.name ?? c.source?.text ?? "", spans: (c) => spans(c.source), key: () => "" },
];

export const EDITABLE = ["type", "mode", "status", "from", "to", "place", "country", "actor", "target", "weapon", "killed", "injured", "aggregate", "background"] as const;

/** Give what most claims say in a field, null where none says anything. */
export function most(claims: readonly Claim[], field: Field): string | null {
  const counted = new Map<string, number>();
  for (const claim of claims) {
    const key = field.key(claim);
    if (key) counted.set(key, (counted.get(key) ?? 0) + 1);
  }
  return [...counted].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** Say whether claims contradict one another in a field. */
export const disagree = (claims: readonly Claim[], field: Field): boolean => new Set(claims.map(field.key).filter(Boolean)).size > 1;
