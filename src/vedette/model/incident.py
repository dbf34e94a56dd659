"""What we hold to have happened."""

from dataclasses import dataclass
from datetime import date, datetime

from vedette.model.actor import Party
from vedette.model.place import NOWHERE, Place
from vedette.model.when import DatePrecision


@dataclass(frozen=True, slots=True, kw_only=True)
class TollRange:
    """Low, best and high figure that the claims of an incident give, and the claims that carry it."""

    low: int
    best: int
    high: int | None
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SideToll:
    """The toll of one side, of those killed or injured: "actor" (who did it), "target", "civilian", or "unknown" (what
    the others leave of the whole)."""

    side: str
    low: int
    best: int
    high: int | None
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Responsibility:
    """A party that claims name as the doer: "accused" by others, "claimed" by itself, "denied"; `by` names who says
    so, the outlet where a report names no source."""

    party: Party
    stance: str
    by: tuple[str, ...]
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRef:
    """A report that tells of an incident."""

    report_id: str
    url: str
    outlet: str | None
    published: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReactionRef:
    """A reaction seen from one incident: `direction` "to" (what answered it) or "because_of" (what it answered)."""

    direction: str
    incident_id: str
    basis: str
    probability: float
    quote: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """The claims about one occurrence, and fields derived from them by written rules.

    `known_from` is when the case first held it; `revision` counts the states it has had; `summary` is one sentence.
    """

    incident_id: str
    type: str
    mode: str | None
    status: str
    from_: date | None
    to: date | None
    date_precision: DatePrecision | None
    place: Place = NOWHERE
    actors: tuple[Party, ...] = ()
    targets: tuple[Party, ...] = ()
    weapons: tuple[str, ...] = ()
    killed: TollRange | None = None
    injured: TollRange | None = None
    killed_by_side: tuple[SideToll, ...] = ()
    injured_by_side: tuple[SideToll, ...] = ()
    responsibility: tuple[Responsibility, ...] = ()
    independent_origins: int = 1
    reports: tuple[ReportRef, ...] = ()
    claims: tuple[str, ...] = ()
    reactions: tuple[ReactionRef, ...] = ()
    grade: str = "Weak"
    grade_reason: str = ""
    confidence: float = 0.0
    aggregate: bool = False
    background: bool = False
    revision: int = 1
    known_from: datetime | None = None
    summary: str = ""
