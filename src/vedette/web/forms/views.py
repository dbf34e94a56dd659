"""The forms of what each address gives."""

from datetime import date, datetime
from typing import Any, Literal

from pydantic import Field

from vedette.store.runs import Run as RunNoun
from vedette.web.forms.nouns import (
    Actor,
    Affiliation,
    Claim,
    Decision,
    Form,
    Incident,
    Membership,
    Office,
    Outlook,
    Party,
    Place,
    Reaction,
    Report,
    Span,
    Tally,
    TollRange,
    form_of,
)

Run: Any = form_of(RunNoun)


class Problem(Form):
    """Why a request was refused."""

    code: str
    what: str
    where: str
    todo: str


class Error(Form):
    """The one form of errors."""

    error: Problem


class Served(Incident):  # type: ignore[misc]
    """An incident as it is served: `statement` says whether it is verbal, `reviewed` whether a person has decided."""

    statement: bool
    reviewed: bool


class IncidentPage(Form):
    """A page of incidents; `next` is the cursor of the page after it."""

    items: list[Served]
    total: int
    next: str | None


class Brief(Form):
    """An incident beside others."""

    incident_id: str
    type: str
    mode: str | None
    status: str
    from_: date | None = Field(alias="from")
    to: date | None
    place: Place
    actors: list[Party]
    targets: list[Party]
    killed: TollRange | None
    injured: TollRange | None
    grade: str
    summary: str
    statement: bool
    reviewed: bool


class Head(Form):
    """A report where it is cited; `url` is a bare name where it is no address of the web."""

    report_id: str
    title: str | None
    outlet: str | None
    agency: str | None
    published: date | None
    language: str | None
    url: str


class Told(Head):
    """A report with its text."""

    text: str


class Linked(Reaction):  # type: ignore[misc]
    """A reaction, the incident at its other end, and the report that states it."""

    incident: Brief
    report: Head | None


class Sides(Form):
    """What an incident answers, and what answers it."""

    before: list[Linked]
    after: list[Linked]


class Change(Form):
    """A field of an incident that changed."""

    field: str
    before: Any
    after: Any


class Step(Form):
    """A state of an incident, and what led to it."""

    axis: str
    at: str
    incident_id: str | None
    changes: list[Change]
    because: list[str]
    incident: Incident | None


class Ruling(Decision):  # type: ignore[misc]
    """A decision, and whether it is in force."""

    in_force: bool


class IncidentWhole(Form):
    """An incident with all that is known of it."""

    incident: Served
    claims: list[Claim]
    reports: dict[str, Told]
    reactions: Sides
    history: list[Step]
    decisions: list[Ruling]


class Coded(Form):
    """Texts of a column: for each row the place of its own among the values."""

    values: list[str]
    codes: list[int | None]


class CodedLists(Form):
    """The same for rows of several texts."""

    values: list[str]
    codes: list[list[int]]


class CodedParties(CodedLists):
    """The same for parties: names, with their registry ids, kinds and countries beside them."""

    ids: list[str | None]
    kinds: list[str | None]
    countries: list[str | None]


class Columns(Form):
    """All incidents in columns."""

    n: int
    revision: int
    as_of: date | None
    ids: list[str]
    from_: list[date | None] = Field(alias="from")
    to: list[date | None]
    date_precision: list[int | None]
    lat: list[float | None]
    lon: list[float | None]
    precision: list[int | None]
    killed_low: list[int | None]
    killed_best: list[int | None]
    killed_high: list[int | None]
    injured_low: list[int | None]
    injured_best: list[int | None]
    injured_high: list[int | None]
    origins: list[int]
    confidence: list[float]
    statement: list[int]
    reviewed: list[int]
    aggregate: list[int]
    background: list[int]
    summary: list[str]
    type: Coded
    mode: Coded
    status: Coded
    grade: Coded
    place: Coded
    country: Coded
    adm1: Coded
    side: Coded
    against: Coded
    actors: CodedParties
    targets: CodedParties
    outlets: CodedLists


class Waits(Form):
    """A thing to check."""

    kind: Literal["incident", "claim", "pair"]
    incident: str
    claim: str | None
    other: str | None
    why: str
    uncertainty: float
    consequence: float
    weight: float
    shown: Brief | None
    shown_other: Brief | None


class Queue(Form):
    """What waits for a person; while `comparing`, pairs of incidents are still to come."""

    items: list[Waits]
    total: int
    comparing: bool


class Feature(Form):
    """A reason for or against two claims being about one happening."""

    name: str
    weight: float
    words: str


class Why(Form):
    """What a score rests on."""

    text: str
    features: list[Feature]


class Pair(Form):
    """Two incidents that may be one; the two claims most alike; above 0 they would be one."""

    left: Served
    right: Served
    claims: list[Claim]
    score: float
    why: Why


class Same(Form):
    """Pairs of incidents that may be one."""

    items: list[Pair]
    total: int


class Strip(Form):
    """Conflict of a day in one direction."""

    date: date
    direction: str
    n: int
    killed: int


class Sum(Form):
    """A toll summed over incidents; `open` counts those without an upper end."""

    low: int
    best: int
    high: int
    open: int
    incidents: int


class Tolls(Form):
    """The dead and the wounded."""

    killed: Sum
    injured: Sum


class Counts(Form):
    """How much the case holds; `origins` is null until it is counted."""

    incidents: int
    statements: int
    unreviewed: int
    origins: int | None
    reports: int
    claims: int
    decisions: int


class Changed(Form):
    """What changed since a moment: ids of incidents."""

    since: datetime
    new: list[str]
    changed: list[str]
    gone: list[str]
    decisions: int


class CitedOutlook(Outlook):  # type: ignore[misc]
    """An outlook and its report."""

    report: Head | None


class CitedTally(Tally):  # type: ignore[misc]
    """A tally beside the record, and its report."""

    in_record: int
    record_low: int
    record_high: int
    silent_months: list[str]
    thin_months: list[str]
    silent_places: list[str]
    beside: str
    report: Head | None


class Overview(Form):
    """What is to be known first."""

    as_of: date | None
    revision: int
    changed_since: Changed | None
    counts: Counts
    strip: list[Strip]
    tolls: Tolls
    tallies: list[CitedTally]
    outlooks: list[CitedOutlook]
    last_run: Run | None


class Outlooks(Form):
    """Who foresees what."""

    items: list[CitedOutlook]


class Tallies(Form):
    """What somebody counted."""

    items: list[CitedTally]


class Statement(Brief):
    """An act in words, with its words."""

    intensity: float
    quote: Span | None
    trigger: Span | None
    report: Head | None


class Statements(Form):
    """Acts in words."""

    items: list[Statement]


class Met(Form):
    """An entry of the registry that the case meets."""

    actor_id: str
    name: str
    kind: str | None
    country: str | None
    as_actor: int
    as_target: int
    first: date | None
    last: date | None


class Actors(Form):
    """The entries met."""

    items: list[Met]


class Holder(Office):  # type: ignore[misc]
    """Who holds or held an office."""

    actor_id: str
    name: str


class Member(Membership):  # type: ignore[misc]
    """Who belongs to an actor."""

    actor_id: str
    name: str


class CitedAffiliation(Affiliation):  # type: ignore[misc]
    """A relation that a report states."""

    report: Head | None


class ActorWhole(Form):
    """An entry of the registry with its incidents."""

    actor: Actor
    names: dict[str, str]
    holders: list[Holder]
    members: list[Member]
    affiliations: list[CitedAffiliation]
    as_actor: list[Brief]
    as_target: list[Brief]


class Node(Form):
    """An actor of the network."""

    id: str
    name: str | None
    kind: str | None
    country: str | None
    n: int


class Edge(Form):
    """Who acts against, with or under whom."""

    who: str
    whom: str
    kind: Literal["against", "with", "under"]
    n: int
    killed: int


class Network(Form):
    """Who stands to whom."""

    nodes: list[Node]
    edges: list[Edge]


class ChainLink(Reaction):  # type: ignore[misc]
    """A reaction and the report that states it."""

    report: Head | None


class Answering(Form):
    """Who answers whom, by the parties that acted, and how often: as stated in a report, and inferred."""

    who: str
    whom: str
    stated: int
    inferred: int


class Chains(Form):
    """Links of action and reaction, the newest first, their incidents with the side that acted, and runs of them, the
    first act first; `total` links there are of the days asked for, `stated` and `inferred` in all."""

    incidents: dict[str, Brief]
    sides: dict[str, str]
    links: list[ChainLink]
    chains: list[list[str]]
    total: int
    stated: int
    inferred: int
    answering: list[Answering]


class Outlet(Form):
    """An outlet and what it tells; origins, copies and confirmed are null until they are counted."""

    outlet: str
    reports: int
    origins: int | None
    copies: int | None
    agencies: list[str]
    claims: int
    incidents: int
    confirmed: int | None


class Listed(Head):
    """A report in the list of all."""

    claims: int


class FirstLast(Form):
    """The first and the last day on which a report was published, and how many have no date."""

    first: date | None
    last: date | None
    undated: int


class ReportPage(Form):
    """Reports of a page, how many there are in all, and after how many the next page begins."""

    items: list[Listed]
    total: int
    next: int | None


class Sources(Form):
    """Who tells of the case."""

    outlets: list[Outlet]
    languages: dict[str, int]
    published: FirstLast
    reports: int
    counted: bool
    runs: list[Run]


class Month(Form):
    """How much was read about a month."""

    month: str
    country: str | None
    reports: int
    outlets: int
    incidents: int
    longest_gap: int
    level: str


class Coverage(Form):
    """How much was read, and the countries that incidents name."""

    items: list[Month]
    countries: list[str]


class Mark(Form):
    """A span of a report's text that a claim rests on."""

    start: int
    end: int
    kind: str
    claim_id: str
    probability: float


class Placed(Claim):  # type: ignore[misc]
    """A claim and the incident that holds it."""

    incident_id: str | None


class ReportWhole(Report):  # type: ignore[misc]
    """A report with its marks, claims and incidents."""

    marks: list[Mark]
    claims: list[Placed]
    incidents: list[Brief]


class Me(Form):
    """Who is at the page."""

    person: str | None
    role: Literal["reader", "coder", "editor", "admin"] | None
    csrf: str
    case: str
    read_only: bool
    team: bool
    version: str


class Escalation(Form):
    """Series, tension and episodes, as measuring gives them; `notes` says what could not be measured."""

    every: str
    by: str
    series: list[dict[str, Any]]
    tension: list[dict[str, Any]]
    episodes: list[dict[str, Any]]
    notes: list[str]


class Reacts(Form):
    """Who reacts to whom, as measuring gives it."""

    reactions: list[dict[str, Any]]
    reciprocity: list[dict[str, Any]]
    notes: list[str]
