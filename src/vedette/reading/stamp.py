"""The day stamped on a page in a line of its own ("Published on 12 Dec 2023"), and full dates in words."""

import re
from collections.abc import Iterable
from datetime import date

from vedette.model import Basis, Furniture, Published

_MONTHS = {
    name: number for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), start=1)
}
_MONTH = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"\b(?P<year>(?:19|20)\d\d)-(?P<number>\d\d)-(?P<day>\d\d)(?!\d)",
        rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s-]+(?:of\s+)?{_MONTH}[\s,-]+(?P<year>(?:19|20)\d\d)\b",
        rf"\b{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>(?:19|20)\d\d)\b",
    )
)
_SLASHED = re.compile(r"\b(?P<first>\d{1,2})[/.](?P<second>\d{1,2})[/.](?P<year>(?:19|20)\d\d)\b")
_STAMPS = ("date line of the page", "byline", "header")
_UPDATED = re.compile(r"\b(?:updated|modified)\b", re.IGNORECASE)


def stamped(furniture: Iterable[Furniture]) -> Published | None:
    """Give the day stamped on the text, or None; a line that says "published" goes before one that says "updated"."""
    lines = [piece.text for piece in furniture if piece.reason in _STAMPS]
    for line in sorted(lines, key=lambda line: bool(_UPDATED.search(line))):
        if day := day_in(line):
            return on(day, Basis.DATELINE, f"the line '{' '.join(line.split())}'")
    return None


def on(day: date, basis: Basis, reason: str = "") -> Published:
    """Give a publication date that is known to the day."""
    return Published(start=day, end=day, precision="day", basis=basis, reasons=(reason,) if reason else ())


def day_in(text: str) -> date | None:
    """Give the first full date in `text`; 12/11/2023 counts only where one reading of it is possible."""
    for form in _FORMS:
        for match in form.finditer(text):
            if day := _day(match):
                return day
    return _slashed(text)


def _day(match: re.Match[str]) -> date | None:
    found = match.groupdict()
    month = int(found["number"]) if "number" in found else _MONTHS[found["month"][:3].casefold()]
    return _made(int(found["year"]), month, int(found["day"]))


def _slashed(text: str) -> date | None:
    match = _SLASHED.search(text)
    if not match:
        return None
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    days = {day for day in (_made(year, first, second), _made(year, second, first)) if day}
    return days.pop() if len(days) == 1 else None


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
