/** The forms in which data comes. All but the last are made from the server's description of itself (`make types`). */
export type {
  ActorWhole, Brief, ChainLink, Chains, Claim, Coded, CodedLists, CodedParties, Columns, Decided, Edge, IncidentWhole as WholeIncident, Job, Linked as Reaction, Mark, Me,
  Met, Month, Network, Node, Outlet, Overview, Pair, Party, Place, Placed, ReportWhole, Ruling as Decision, Run, Served as Incident, Span, Statement, Step, Strip as StripDay,
  Sum as TollSum, Waits, When, Why, CitedOutlook as Outlook, CitedTally as Tally, Head as ReportRef, Listed, Told,
} from "./api";
import type { Judgement as Judged, Toll as Claimed, TollRange } from "./api";

/** How many people: by a claim, or by all claims of an incident. */
export type Toll = Claimed | TollRange;

export type Judgement = Readonly<Partial<Omit<Judged, "kind" | "ids">>> & { readonly kind: Judged["kind"]; readonly ids: readonly string[] };
