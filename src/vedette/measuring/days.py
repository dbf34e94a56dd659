"""Days as files of events write them, and the interval that a day and its precision stand for."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, datetime, timedelta
from functools import lru_cache

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$")
_MONTH = re.compile(r"(\d{4})-(\d{2})$")
_YEAR = re.compile(r"(1[89]\d\d|20\d\d)$")
_PLAIN = re.compile(r"(\d{4})(\d{2})(\d{2})(?:\.0)?$")
_WORDS = ("%d %B %Y", "%d-%B-%Y", "%d %b %Y", "%d-%b-%Y", "%B %d, %Y", "%b %d, %Y")
Days = tuple[date, date]
_OPEN = 31  # days within which an act lies of which only the last day is known


def interval_of(
    *, from_: str | None = None, to: str | None = None, precision: str | None = None, acled_precision: str | None = None
) -> Days | None:
    """Give the first and last day on which an act can have happened; None where its date cannot be read.

    `precision` (UCDP's: 3 a week, 4 a month, 5 a year) and `acled_precision` (2 a week, 3 a month) widen a single day.
    """
    start, end = read_day(from_), read_day(to)
    if start is None and end is not None and not (from_ or "").strip():
        return end[1] - timedelta(days=_OPEN - 1), end[1]  # "by Friday": taken to lie within a month before
    if start is None:
        return None
    if end is not None:
        return (start[0], end[1]) if end[1] >= start[0] else None
    if start[0] != start[1]:
        return start
    acled = {"2": 3, "3": 4}.get((acled_precision or "").removesuffix(".0"))
    ucdp = {"2": 2, "3": 3, "4": 4, "5": 5}.get((precision or "").removesuffix(".0"))
    return widened(start[0], acled or ucdp or 1)


def widened(day: date, precision: int) -> Days:
    """Give the days round one that a precision leaves open: UCDP's date_prec, 1 to 5."""
    if precision >= 5:
        return date(day.year, 1, 1), date(day.year, 12, 31)
    if precision == 4:
        return day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])
    gap = timedelta(days={2: 1, 3: 3}.get(precision, 0))
    return day - gap, day + gap


@lru_cache(maxsize=100_000)
def read_day(text: str | None) -> Days | None:
    """Read a day, month or year: 2024-05-17 (with a time or not), 20240517, 17 May 2024, May 17, 2024, 2024-05, 2024.

    None for what is none, and for 5/6/2024, whose day and month cannot be told apart.
    """
    said = (text or "").strip()
    try:
        if found := _ISO.match(said) or _PLAIN.match(said):
            day = date(*(int(part) for part in found.groups()))
            return day, day
        if found := _MONTH.match(said):
            return widened(date(int(found[1]), int(found[2]), 1), 4)
        if found := _YEAR.match(said):
            return widened(date(int(found[1]), 1, 1), 5)
    except ValueError:
        return None
    return next((days for form in _WORDS if (days := _worded(said, form))), None)


def _worded(text: str, form: str) -> Days | None:
    try:
        day = datetime.strptime(text, form).date()
    except ValueError:
        return None
    return day, day
