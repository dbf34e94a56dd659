"""When something happened, as an interval that says how exact it is."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum


class DatePrecision(IntEnum):
    """UCDP's date_prec: how exact a date is."""

    DAY = 1
    FEW_DAYS = 2
    WEEK = 3
    MONTH = 4
    YEAR = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A time phrase resolved: the happening lies within `from_`..`to` (days, both included).

    `from_` or `to` None leaves that side open; both None means unknown. `text`, `start`, `end` quote the phrase in
    the body that the date was taken from, `basis` says how; they are None only where no phrase gave the date: it is
    unknown, or no later than the report. `inherited` says that the phrase dates something else (an act told before,
    the one that answers this one, the paragraph), and the happening by way of it.
    """

    text: str | None = None
    start: int | None = None
    end: int | None = None
    from_: date | None = None
    to: date | None = None
    precision: DatePrecision | None = None
    basis: str = "unknown"
    inherited: bool = False

    @property
    def stated(self) -> bool:
        """Say whether a phrase of its own dates the happening."""
        return self.text is not None and not self.inherited

    @property
    def known(self) -> bool:
        """Say whether at least one bound is known."""
        return self.from_ is not None or self.to is not None

    def distance(self, other: "When") -> int | None:
        """Give the days between the two intervals (0 when they overlap), None when either is unknown."""
        if not (self.known and other.known):
            return None
        gap = max((self.from_ or date.min) - (other.to or date.max), (other.from_ or date.min) - (self.to or date.max))
        return max(gap, timedelta()).days


UNDATED = When()


def precision_of(from_: date, to: date) -> DatePrecision:
    """Give UCDP's date_prec for an interval of days."""
    days = (to - from_).days + 1
    limits = ((1, DatePrecision.DAY), (6, DatePrecision.FEW_DAYS), (7, DatePrecision.WEEK), (31, DatePrecision.MONTH))
    return next((level for most, level in limits if days <= most), DatePrecision.YEAR)
