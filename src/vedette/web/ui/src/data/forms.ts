/** The forms in which data comes, as the design and OpenAPI say. */
import type { ROLES } from "./send";

export interface Me {
  person: string | null;
  role: (typeof ROLES)[number] | null;
  csrf: string;
  case: string;
  read_only?: boolean;
  team: boolean;
  version: string;
}

export interface Span {
  text: string;
  start: number;
  end: number;
}

export interface Party extends Span {
  actor_id: string | null;
  name: string | null;
  kind: string | null;
  country: string | null;
}

export interface Place {
  text: string | null;
  start?: number | null;
  end?: number | null;
  name: string | null;
  lat: number | null;
  lon: number | null;
  country: string | null;
  adm1: string | null;
  precision: number | null;
  basis: string | null;
  geoname_id?: number | null;
}

export interface Toll {
  low: number;
  best: number;
  high: number | null;
  text?: string | null;
  start?: number | null;
  end?: number | null;
  of?: string | null;
  claims?: string[];
}

export interface When {
  text: string | null;
  start: number | null;
  end: number | null;
  from: string | null;
  to: string | null;
  precision: number | null;
  basis: string | null;
}

export interface ReportRef {
  report_id: string;
  url: string | null;
  outlet: string | null;
  agency?: string | null;
  title?: string | null;
  published: string | null;
  language?: string | null;
}

export interface Claim {
  claim_id: string;
  report_id: string;
  url: string | null;
  outlet: string | null;
  published: string | null;
  sentence: Span;
  trigger: Span;
  type: string;
  mode: string | null;
  status: string;
  probability: number;
  actor: Party[];
  target: Party[];
  place: Place | null;
  when: When | null;
  weapon: (Span | string)[];
  killed: Toll | null;
  injured: Toll | null;
  count?: (Span & { value?: number }) | null;
  cause: Span | null;
  source: (Span & { actor_id?: string | null; name?: string | null }) | null;
}

export interface Incident {
  incident_id: string;
  type: string;
  mode: string | null;
  status: string;
  from: string | null;
  to: string | null;
  date_precision: number | null;
  place: Place;
  actors: Party[];
  targets: Party[];
  weapons: string[];
  killed: Toll | null;
  injured: Toll | null;
  independent_origins: number;
  reports: ReportRef[];
  claims: string[];
  grade: string;
  confidence: number;
  revision: number | string;
  known_from: string | null;
  summary: string;
  statement: boolean;
  reviewed: boolean;
  aggregate?: boolean;
  background?: boolean;
  [more: string]: unknown;
}

export type Brief = Pick<
  Incident,
  "incident_id" | "type" | "mode" | "status" | "from" | "to" | "place" | "actors" | "targets" | "killed" | "injured" | "grade"
  | "summary" | "statement" | "reviewed"
>;

export interface Coded {
  values: string[];
  codes: (number | null)[];
}

export interface CodedLists {
  values: string[];
  codes: number[][];
}

export interface CodedParties extends CodedLists {
  ids: (string | null)[];
  kinds: (string | null)[];
  countries: (string | null)[];
}

type Numbers = (number | null)[];

/** All incidents in columns. */
export interface Columns {
  n: number;
  revision: number | string;
  as_of: string | null;
  ids: string[];
  from: (string | null)[];
  to: (string | null)[];
  date_precision: Numbers;
  lat: Numbers;
  lon: Numbers;
  precision: Numbers;
  killed_low: Numbers;
  killed_best: Numbers;
  killed_high: Numbers;
  injured_low: Numbers;
  injured_best: Numbers;
  injured_high: Numbers;
  origins: Numbers;
  confidence: Numbers;
  statement: number[];
  reviewed: number[];
  aggregate: number[];
  background: number[];
  summary: string[];
  type: Coded;
  mode: Coded;
  status: Coded;
  grade: Coded;
  place: Coded;
  country: Coded;
  adm1: Coded;
  side: Coded;
  against: Coded;
  actors: CodedParties;
  targets: CodedParties;
  outlets: CodedLists;
}

export interface Reaction {
  from: string;
  because_of: string;
  basis: "stated" | "inferred";
  kind: string | null;
  probability: number | null;
  quote: string | null;
  report_id: string | null;
  incident: Brief;
  report: ReportRef | null;
}

export interface Decision {
  decision_id: string;
  kind?: string;
  verdict: string;
  subjects: string[];
  person: string;
  at: string;
  reason: string;
  field: string | null;
  value: string | null;
  undoes: string | null;
  in_force: boolean;
}

export interface Step {
  at: string | null;
  what?: string;
  why?: string;
  [more: string]: unknown;
}

export interface WholeIncident {
  incident: Incident;
  claims: Claim[];
  reports: Record<string, ReportRef & { text: string }>;
  reactions: { before: Reaction[]; after: Reaction[] };
  history: Step[];
  decisions: Decision[];
}

export interface StripDay {
  date: string;
  direction: string;
  n: number;
  killed: number;
}

export interface TollSum {
  low: number;
  best: number;
  high: number;
  open: number;
  incidents: number;
}

export interface Overview {
  as_of: string | null;
  revision: number | string;
  changed_since: { since: string; new: string[]; changed: string[]; gone: string[]; decisions: number } | null;
  /** Origins are null in a large case until they are counted. */
  counts: Record<"incidents" | "statements" | "unreviewed" | "reports" | "claims" | "decisions", number> & { origins: number | null };
  strip: StripDay[];
  tolls: { killed: TollSum; injured: TollSum };
  tallies: Record<string, unknown>[];
  outlooks: Record<string, unknown>[];
  last_run: Record<string, unknown> | null;
}
