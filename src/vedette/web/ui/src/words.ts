/** Words for values: types, modes, statuses, days, tolls. */
import type { Party, Place, Toll } from "./data/forms";

export interface Kind {
  word: string;
  /** Verb for "A … B". */
  quad: "verbal-cooperation" | "material-cooperation" | "verbal-conflict" | "material-conflict";
}

/** The 16 types of PLOVER. */
export const TYPES: Record<string, Kind> = {
  AGREE: { word: "Agree", quad: "verbal-cooperation" },
  CONSULT: { word: "Consult", quad: "verbal-cooperation" },
  SUPPORT: { word: "Support", quad: "verbal-cooperation" },
  CONCEDE: { word: "Concede", quad: "verbal-cooperation" },
  COOPERATE: { word: "Cooperate", quad: "material-cooperation" },
  AID: { word: "Aid", quad: "material-cooperation" },
  RETREAT: { word: "Retreat", quad: "material-cooperation" },
  REQUEST: { word: "Request", quad: "verbal-conflict" },
  ACCUSE: { word: "Accuse", quad: "verbal-conflict" },
  REJECT: { word: "Reject", quad: "verbal-conflict" },
  THREATEN: { word: "Threaten", quad: "verbal-conflict" },
  PROTEST: { word: "Protest", quad: "material-conflict" },
  SANCTION: { word: "Sanction", quad: "material-conflict" },
  MOBILIZE: { word: "Mobilize", quad: "material-conflict" },
  COERCE: { word: "Coerce", quad: "material-conflict" },
  ASSAULT: { word: "Assault", quad: "material-conflict" },
};

/** Say whether a type is conflict in deed. */
export const hostile = (type: string): boolean => TYPES[type]?.quad === "material-conflict";

export const STATUSES: Record<string, string> = {
  actual: "happened",
  claimed: "claimed",
  denied: "denied",
  planned: "planned",
  hypothetical: "hypothetical",
  thwarted: "thwarted",
};

export const GRADES = ["Confirmed", "Fair", "Weak", "Contested", "Discounted"] as const;

export const PRECISIONS: Record<number, string> = {
  1: "exact place",
  2: "near the place",
  3: "somewhere in the district",
  4: "somewhere in the province",
  5: "somewhere in the area",
  6: "somewhere in the country",
  7: "at sea or in the air",
};

export const DATE_PRECISIONS: Record<number, string> = {
  1: "to the day",
  2: "to a few days",
  3: "to the week",
  4: "to the month",
  5: "less than to the month",
};

export const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
export const typeWord = (type: string): string => TYPES[type]?.word ?? sentence(type.toLowerCase());
export const modeWord = (mode: string | null): string => (mode ? mode.replaceAll("-", " ") : "");

const regions = new Intl.DisplayNames(["en"], { type: "region", fallback: "code" });

/** Name a country by its two letters. */
export function countryWord(code: string | null): string {
  if (!code) return "";
  try {
    return regions.of(code) ?? code;
  } catch {
    return code;
  }
}

export function placeWord(place: Pick<Place, "name" | "text" | "country" | "adm1"> | null): string {
  if (!place) return "";
  const name = place.name ?? place.text;
  const country = countryWord(place.country);
  return name && country && name !== country ? `${name}, ${country}` : (name ?? country);
}

export const partyWord = (party: Pick<Party, "name" | "text">): string => party.name ?? party.text;

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** Write a day: "3 Jan 2024". */
export function dayWord(day: string | null): string {
  const [year, month, number] = (day ?? "").slice(0, 10).split("-").map(Number);
  return year && month && number ? `${number} ${MONTHS[month - 1]} ${year}` : "";
}

/** Write an interval as short as it can be: "3 Jan 2024", "3–9 Jan 2024", "before 3 Jan 2024". */
export function daysWord(from: string | null, to: string | null): string {
  if (!from && !to) return "day unknown";
  if (!from) return `by ${dayWord(to)}`;
  if (!to) return `since ${dayWord(from)}`;
  if (from === to) return dayWord(from);
  const [a, b] = [dayWord(from).split(" "), dayWord(to).split(" ")];
  if (a[2] !== b[2]) return `${a.join(" ")} – ${b.join(" ")}`;
  return a[1] === b[1] ? `${a[0]}–${b[0]} ${b[1]} ${b[2]}` : `${a[0]} ${a[1]} – ${b[0]} ${b[1]} ${b[2]}`;
}

/** Write a moment as the reader's clock has it. */
export function momentWord(moment: string | null): string {
  if (!moment) return "";
  const at = new Date(moment);
  return Number.isNaN(at.getTime()) ? moment : at.toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "short" });
}

/** Write a range: "3", "3–5", "at least 3". */
export function tollWord(toll: Pick<Toll, "low" | "best" | "high"> | null): string {
  if (!toll) return "";
  if (toll.high === null) return `at least ${toll.low.toLocaleString("en")}`;
  return toll.low === toll.high ? toll.best.toLocaleString("en") : `${toll.low.toLocaleString("en")}–${toll.high.toLocaleString("en")}`;
}

export const count = (n: number): string => n.toLocaleString("en");
export const many = (n: number, one: string, more = `${one}s`): string => `${count(n)} ${n === 1 ? one : more}`;
export const percent = (part: number | null): string => (part === null ? "" : `${Math.round(part * 100)} %`);
