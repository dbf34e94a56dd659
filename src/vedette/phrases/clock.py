"""What a time phrase is read against, and what it then says."""

from dataclasses import dataclass, replace
from datetime import date

from vedette.model import Published, Span
from vedette.phrases.calendar import add_days

_FEW_DAYS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """When the text speaks: its publication interval, the last date it set (`anchor`), and the tense of the clause.

    `tense` is "past", "future" or None (taken as past). `history` says that the anchor is of another time than the
    publication, so that dates without a year belong to the anchor's. `until` is the last day of what set the anchor:
    the month of "in March"; `said` is its phrase in the body. `given` is the year that a date without one has by the
    whole of a text that tells history or names no day of publication.
    """

    published: Published
    anchor: date | None = None
    until: date | None = None
    said: Span | None = None
    tense: str | None = None
    history: bool = False
    given: int | None = None

    @property
    def start(self) -> date | None:
        """The first day on which the text can have been published; the anchor in a text without publication date."""
        return self.published.start if self.dated else self.anchor

    @property
    def end(self) -> date | None:
        """The last day on which the text can have been published; the anchor in a text without publication date."""
        return self.published.end if self.dated else self.anchor

    @property
    def dated(self) -> bool:
        """Say whether the publication date is known, or bounded on both sides."""
        return self.published.start is not None and self.published.end is not None

    @property
    def future(self) -> bool:
        """Say whether the clause speaks of what is to come."""
        return self.tense == "future"

    @property
    def to_the_day(self) -> bool:
        """Say whether the anchor is a day or a few, from which "the next day" can be counted."""
        return self.anchor is not None and (self.until is None or (self.until - self.anchor).days <= _FEW_DAYS)

    def at(self, anchor: date | None) -> "Clock":
        """Give the same clock with another anchor."""
        return replace(self, anchor=anchor, until=None, said=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """What a time phrase says: days `from_`..`to` (None: open), its TIMEX3 `value`, and in words how it was read."""

    from_: date | None
    to: date | None
    value: str
    basis: str

    @property
    def known(self) -> bool:
        """Say whether at least one bound is known."""
        return self.from_ is not None or self.to is not None

    def widened(self, *, before: int = 0, after: int = 0, basis: str) -> "Stretch":
        """Give the stretch with days added at its ends."""
        return replace(
            self,
            from_=self.from_ and add_days(self.from_, -before),
            to=self.to and add_days(self.to, after),
            basis=f"{self.basis}, {basis}",
        )


def a_day(day: date, basis: str, value: str | None = None) -> Stretch:
    """Give the stretch of one day."""
    return Stretch(from_=day, to=day, value=value or day.isoformat(), basis=basis)


def days(bounds: tuple[date, date], value: str, basis: str) -> Stretch:
    """Give the stretch between two days."""
    return Stretch(from_=bounds[0], to=bounds[1], value=value, basis=basis)
