"""A published text as it was fetched."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from vedette.model.span import Span


class Basis(StrEnum):
    """How the publication date of a report is known, the surest first."""

    GIVEN = "given"
    METADATA = "metadata"
    FEED = "feed"
    ADDRESS = "address"
    DATELINE = "dateline"
    INFERRED = "inferred"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """When a report was published: the interval `start`..`end` (days, both included), how exact, and how we know.

    `precision` is "day", "interval" or "unknown"; an unknown date has neither bound; `reasons` says in words what
    each bound of an inferred interval rests on.
    """

    start: date | None
    end: date | None
    precision: str
    basis: Basis
    reasons: tuple[str, ...] = ()

    @property
    def day(self) -> date | None:
        """The day that relative dates count from: the last of the interval, or None if unknown."""
        return self.end


UNPUBLISHED = Published(start=None, end=None, precision="unknown", basis=Basis.UNKNOWN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """A stretch of the raw text that is no reporting (menu, credit, boilerplate) and was cut out, and why."""

    text: str
    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One published text. `text` is the body that every quote of a claim points into.

    `sha256` is of the bytes fetched; `id` of url, title and body, so that the same text from the same address is
    the same report; a file's name is no address, so that the same text in another file is the same report too.
    `captions` are spans of `text` that are picture captions. `agency` is the news agency whose copy the text says it
    is, if any. Furniture offsets count in the raw text, before the cut.
    """

    id: str
    sha256: str
    url: str
    outlet: str | None
    agency: str | None
    title: str | None
    text: str
    language: str | None
    published: Published
    furniture: tuple[Furniture, ...] = ()
    captions: tuple[Span, ...] = ()

    @property
    def day(self) -> date | None:
        """The day that relative dates of this report count from, or None if unknown."""
        return self.published.day
