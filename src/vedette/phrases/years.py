"""The year of a date that is written without one."""

from collections.abc import Callable
from datetime import date

from vedette.model import Basis
from vedette.phrases.calendar import (
    whole_month,
)
from vedette.phrases.clock import Clock, Stretch

Rule = Callable[[int], date | None]


def with_year(build: Rule, clock: Clock, value: str, *, grain: str, weekday: int | None = None) -> Stretch | None:
    """Give a date built by `build(year)` its year; `value` is its TIMEX3 form with XXXX for the year.

    In a history, or in a text without publication date, the year is the one that the whole story gives, or the one
    next to the anchor; else the last one before the publication (the next after it, in the future tense). Two years
    that both fit give an interval.
    """
    if clock.given is not None and (weekday is None or _falls_on(build(clock.given), weekday)):
        return _dated(build, (clock.given, clock.given), value, basis="year by the dates told around it", grain=grain)
    if clock.anchor and (clock.history or not clock.dated):
        year = _nearest_to_anchor(build, clock.anchor, weekday)
        basis = f"year of the text's last date ({clock.anchor.isoformat()})"
        return _dated(build, (year, year), value, basis=basis, grain=grain)
    if clock.start is None or clock.end is None:
        return Stretch(from_=None, to=None, value=value, basis="year unknown")
    early, late = (
        _allowed_year(build, day, weekday, future=clock.future) for day in _nows(clock, clock.start, clock.end)
    )
    why = "the next after the publication" if clock.future else "the last before the publication"
    return _dated(build, (early, late), value, basis=f"year inferred: {why}", grain=grain)


def _falls_on(day: date | None, weekday: int) -> bool:
    return day is not None and day.weekday() == weekday


def _nows(clock: Clock, start: date, end: date) -> tuple[date, date]:
    """Give the first and last day to read a date without a year from.

    An inferred interval of less than a year begins with the last day that the text names, so that all others are
    before it; a short one of another basis may hold the day itself.
    """
    if clock.future or (clock.published.basis == Basis.INFERRED and (end - start).days <= 366):
        return start, start
    return (end, end) if (end - start).days <= 92 else (start, end)


def _allowed_year(build: Rule, now: date, weekday: int | None, *, future: bool) -> int | None:
    """Give the year nearest to `now` on the side that the tense asks for (and on which the weekday falls)."""
    years = range(now.year, now.year + 9) if future else range(now.year, max(now.year - 12, 1), -1)
    return next((year for year in years if (day := build(year)) and _fits(day, now, weekday, future=future)), None)


def _fits(day: date, now: date, weekday: int | None, *, future: bool) -> bool:
    right_side = day >= now if future else day <= now
    return right_side and (weekday is None or day.weekday() == weekday)


def _nearest_to_anchor(build: Rule, anchor: date, weekday: int | None) -> int | None:
    """Give the year that puts a narrated date next to the anchor; a story mostly goes forward."""
    years = (anchor.year, anchor.year + 1, anchor.year - 1)
    built = [(year, day) for year in years if 1 < year < 9999 and (day := build(year))]
    fitting = [(year, day) for year, day in built if weekday is None or day.weekday() == weekday] or built
    return min(fitting, key=lambda pair: _distance(pair[1], anchor))[0] if fitting else None


def _distance(day: date, anchor: date) -> int:
    ahead = (day - anchor).days
    return abs(ahead) if ahead >= 0 or day.year == anchor.year else -ahead + 150


def _dated(build: Rule, years: tuple[int | None, int | None], value: str, *, basis: str, grain: str) -> Stretch | None:
    first, last = years
    if first is None or last is None:
        return Stretch(from_=None, to=None, value=value, basis="no year fits")
    early, late = build(first), build(last)
    if early is None or late is None:
        return None
    if grain == "month":
        early, late = whole_month(early.year, early.month)[0], whole_month(late.year, late.month)[1]
    if first != last:
        return Stretch(from_=early, to=late, value=value, basis=f"year not certain ({first} to {last})")
    return Stretch(from_=early, to=late, value=value.replace("XXXX", f"{first:04}"), basis=basis)
