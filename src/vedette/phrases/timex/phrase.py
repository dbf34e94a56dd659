"""A time phrase and what it says."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from vedette.model import Span
from vedette.phrases.timex.interval import interval


class Kind(StrEnum):
    """TIMEX3's types."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a phrase says: its TIMEX3 type and value ("1943-07", "P3D", "PAST_REF")."""

    kind: Kind
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TimePhrase:
    """A phrase in its text and what it says."""

    span: Span
    said: Said

    @property
    def value(self) -> str:
        """Give the TIMEX3 value."""
        return self.said.value

    @property
    def bounds(self) -> tuple[date, date] | None:
        """Give the first and last day of a date, None for lengths, sets, open values and years before our era."""
        return interval(self.said.value)


def dated(value: str) -> Said:
    """Give a date (or a time of day, by its value)."""
    return Said(kind=Kind.TIME if "T" in value else Kind.DATE, value=value)


def length(value: str) -> Said:
    """Give a length of time."""
    return Said(kind=Kind.DURATION, value=value)
