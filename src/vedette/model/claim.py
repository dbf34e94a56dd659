"""What one report says of one happening."""

from dataclasses import dataclass
from datetime import date

from vedette.model.actor import Party
from vedette.model.place import NOWHERE, Place
from vedette.model.span import Span
from vedette.model.toll import Toll
from vedette.model.when import UNDATED, When


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Whom a report names as its source: the quote, the registry's id if known, and the sources behind it."""

    text: str
    start: int
    end: int
    actor_id: str | None = None
    name: str | None = None
    via: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many happenings a mention stands for ("dozens of strikes"): low <= high, high None is open upwards."""

    low: int
    high: int | None
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What ONE report says of ONE happening. Every span is a quote of the report's body.

    `aggregate` marks a run of happenings told as one; `background` one that the report tells as history; `caption`
    one told by a picture's caption. `probability` is the tagger's, calibrated.
    """

    claim_id: str
    report_id: str
    url: str
    outlet: str | None
    published: date | None
    sentence: Span
    trigger: Span
    type: str
    mode: str | None
    status: str
    probability: float
    actor: tuple[Party, ...] = ()
    target: tuple[Party, ...] = ()
    place: Place = NOWHERE
    when: When = UNDATED
    weapon: tuple[Span, ...] = ()
    killed: Toll | None = None
    injured: Toll | None = None
    count: Count | None = None
    cause: Span | None = None
    source: Source | None = None
    aggregate: bool = False
    background: bool = False
    caption: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """A claim that counts incidents over a stretch of time; compared with the record, never an incident.

    low <= number of incidents <= high (None: open upwards), between the days `from_` and `to`.
    """

    tally_id: str
    report_id: str
    low: int
    high: int | None
    from_: date | None
    to: date | None
    of: str
    type: str
    quote: Span
    sentence: Span
    actor: tuple[Party, ...] = ()
    target: tuple[Party, ...] = ()
    places: tuple[Place, ...] = ()
    source: Source | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """A claim about what may come: who foresees what, under which condition, in which words (the modality)."""

    outlook_id: str
    report_id: str
    by: Party | None
    if_: Span | None
    then: Span
    modality: str
    quote: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Affiliation:
    """A relation between actors that a text states, hedge kept: evidence for the registry.

    `rel`: part_of, backed_by, linked_to, allied_with, leads; `status` actual or claimed.
    """

    affiliation_id: str
    report_id: str
    actor: Party
    rel: str
    of: Party
    status: str
    hedge: str | None
    quote: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Coding:
    """All that one report says: what `vedette.code(report)` gives."""

    report_id: str
    claims: tuple[Claim, ...] = ()
    tallies: tuple[Tally, ...] = ()
    outlooks: tuple[Outlook, ...] = ()
    affiliations: tuple[Affiliation, ...] = ()
