"""Dates written as such: "21 November 2023", "Nov. 21", "11/21/2023", "March 2022", "2011", "the 1990s", "the 21st"."""

import re
from collections.abc import Callable
from datetime import date

from vedette.phrases.calendar import (
    HOLIDAYS,
    MONTH,
    MONTHS,
    SEASONS,
    WEEKDAY,
    add_months,
    day_or_none,
    month_of,
    weekday_of,
    whole_month,
    whole_season,
    whole_year,
)
from vedette.phrases.clock import Clock, Stretch, a_day, days
from vedette.phrases.years import with_year

_D = r"(?P<d>[0-3]?\d)(?:st|nd|rd|th)?"
_Y = r"(?P<y>1[4-9]\d\d|20\d\d)"
_M = rf"(?P<m>{MONTH})"
_W = rf"(?:(?P<w>{WEEKDAY}),?\s+(?:the\s+|\()?)?"
ISO = re.compile(r"\b(?P<y>1[4-9]\d\d|20\d\d)-(?P<m>[01]\d)-(?P<d>[0-3]\d)\b")
NUMERIC = re.compile(rf"\b(?P<a>[0-3]?\d)[/.](?P<b>[0-3]?\d)[/.]{_Y}\b")
DMY = re.compile(rf"{_W}\b{_D}(?:\s+day)?(?:\s+of)?\s+{_M},?\s*{_Y}\b")
MDY = re.compile(rf"{_W}\b{_M}\s+(?:the\s+)?{_D}\s*,?\s*(?:in\s+)?{_Y}\b")
DM = re.compile(rf"{_W}\b{_D}(?:\s+of)?\s+{_M}(?!\s*,?\s*\d{{4}})")
MD = re.compile(rf"{_W}\b{_M}\s+(?:the\s+)?{_D}(?![\d:])(?!\s*,?\s*(?:1[4-9]|20)\d\d\b)")
MY = re.compile(rf"\b{_M}\s*(?:,|of)?\s*{_Y}\b")
ONLY_MONTH = re.compile(rf"\b{_M}(?!\s+\d)")
YEAR = re.compile(rf"(?<![\d.,$€£-]){_Y}(?![\d,.]*\d)(?!s\b)")
DECADE = re.compile(r"\b(?P<y>1[4-9]\d0|20\d0) ?'?s\b")
NAMED_DECADE = re.compile(r"\b(?P<n>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\b")
SEASON = re.compile(
    rf"\b(?P<n>{'|'.join(SEASONS)})(?:\s+(?:of\s+)?{_Y})?\b|\b(?P<y2>(?:1[4-9]|20)\d\d)\s+(?P<n2>{'|'.join(SEASONS)})"
    r"\b"
)
QUARTER = re.compile(rf"\b(?P<n>first|second|third|fourth|last)\s+quarter(?:\s+of)?(?:\s+{_Y})?")
HALF = re.compile(rf"\b(?P<n>first|second|latter|last)\s+half\s+of\s+{_Y}")
ONLY_DAY = re.compile(
    r"\bthe\s+(?P<d>[0-3]?\d)(?:st|nd|rd|th)\b(?!\s+(?:day|consecutive|century|straight|time|week|month|hour))"
)
HOLIDAY = re.compile(
    rf"\b(?P<n>{'|'.join(sorted(HOLIDAYS, key=len, reverse=True))})\b(?:\s*,?\s*(?:of\s+|in\s+)?{_Y})?"
)
NINE_ELEVEN = re.compile(r"\b9/11\b|\b26/11\b|\b7/7\b")
_KNOWN_DAYS = {"9/11": date(2001, 9, 11), "26/11": date(2008, 11, 26), "7/7": date(2005, 7, 7)}
_DECADES = {
    "twenties": 1920,
    "thirties": 1930,
    "forties": 1940,
    "fifties": 1950,
    "sixties": 1960,
    "seventies": 1970,
    "eighties": 1980,
    "nineties": 1990,
}


def read_written(text: str, clock: Clock) -> Stretch | None:
    """Read the most exact written date of a phrase in lower case, or None."""
    return next((read for reader in _READERS if (read := reader(text, clock)) is not None), None)


def full_date(text: str) -> date | None:
    """Read a date that names day, month and year, or None."""
    if found := ISO.search(text):
        return day_or_none(int(found["y"]), int(found["m"]), int(found["d"]))
    if found := DMY.search(text) or MDY.search(text):
        return day_or_none(int(found["y"]), month_of(found["m"]), int(found["d"]))
    return _numeric(text)


def _numeric(text: str) -> date | None:
    """Read 21/11/2023; a date that could be read in two ways (5/6/2023) is none; with points the day is first."""
    if not (found := NUMERIC.search(text)):
        return None
    a, b, year = int(found["a"]), int(found["b"]), int(found["y"])
    orders = ((b, a),) if "." in found[0] else ((b, a), (a, b))
    readings = {day for month, d in orders if (day := day_or_none(year, month, d))}
    return readings.pop() if len(readings) == 1 else None


def _full(text: str, clock: Clock) -> Stretch | None:
    day = full_date(text)
    return a_day(day, "date in the text") if day else None


def _either(text: str, clock: Clock) -> Stretch | None:
    """Read a date that could be read in two ways (5/6/2023): the one that had come by the publication, else from the
    first to the last of the two."""
    if not (found := NUMERIC.search(text)):
        return None
    a, b, year = int(found["a"]), int(found["b"]), int(found["y"])
    readings = sorted(day for month, d in ((a, b), (b, a)) if (day := day_or_none(year, month, d)))
    if len(readings) != 2:
        return None
    past = [day for day in readings if clock.end and day <= clock.end and not clock.future]
    if len(past) == 1:
        return a_day(past[0], "date in the text, the day first or the month: the other is yet to come")
    return days((readings[0], readings[1]), f"{year}", "date in the text, the day first or the month")


def _yearless(text: str, clock: Clock) -> Stretch | None:
    found = MD.search(text) or DM.search(text)
    if not found:
        return None
    month, day = month_of(found["m"]), int(found["d"])
    wanted = weekday_of(found["w"]) if found["w"] else None
    return yearless(month, day, clock, weekday=wanted)


def yearless(month: int, day: int, clock: Clock, *, weekday: int | None = None) -> Stretch | None:
    """Give a day and month their year: the nearest that the publication date, the anchor and a weekday allow."""
    if day_or_none(2000, month, day) is None:
        return None
    value = f"XXXX-{month:02}-{day:02}"

    def build(year: int) -> date | None:
        return day_or_none(year, month, day)

    return with_year(build, clock, value, weekday=weekday, grain="day")


def _month_year(text: str, clock: Clock) -> Stretch | None:
    if not (found := MY.search(text)):
        return None
    year, month = int(found["y"]), month_of(found["m"])
    return days(whole_month(year, month), f"{year:04}-{month:02}", "month in the text")


def _month(text: str, clock: Clock) -> Stretch | None:
    found = ONLY_MONTH.search(text)
    if not found or (text.strip() in MONTHS and len(text.strip()) < 3):
        return None
    month = month_of(found["m"])
    if clock.dated and not clock.history and re.search(rf"\blast\s+{MONTH}", text) and clock.start:
        clock = Clock(published=clock.published, anchor=clock.anchor)
    return with_year(lambda year: day_or_none(year, month, 1), clock, f"XXXX-{month:02}", grain="month")


def _holiday(text: str, clock: Clock) -> Stretch | None:
    if found := NINE_ELEVEN.search(text):
        return a_day(_KNOWN_DAYS[found[0]], "known date")
    if not (found := HOLIDAY.search(text)):
        return None
    rule = HOLIDAYS[found["n"]]
    if found["y"]:
        return a_day(rule(int(found["y"])), found["n"])
    read = with_year(rule, clock, f"XXXX-{found['n']}", grain="day")
    return read and Stretch(
        from_=read.from_,
        to=read.to,
        value=read.from_.isoformat() if read.from_ else read.value,
        basis=f"{found['n']}, {read.basis}",
    )


def _season(text: str, clock: Clock) -> Stretch | None:
    if not (found := SEASON.search(text)):
        return None
    name, year = found["n"] or found["n2"], found["y"] or found["y2"]
    if year:
        return days(whole_season(int(year), name), f"{year}-{SEASONS[name][1]}", "season in the text")
    return _yearless_season(name, text, clock)


def _yearless_season(name: str, text: str, clock: Clock) -> Stretch | None:
    now = clock.anchor if clock.history or not clock.dated else clock.start
    if now is None:
        return Stretch(from_=None, to=None, value=f"XXXX-{SEASONS[name][1]}", basis="year unknown")
    if re.search(r"\bnext\b", text):
        ahead = now.year + (whole_season(now.year, name)[0] <= now)
        return days(whole_season(ahead, name), f"{ahead:04}-{SEASONS[name][1]}", "season, year inferred")
    year = (
        now.year - 1
        if (
            re.search(r"\blast\b", text)
            or (whole_season(now.year, name)[0] > now and clock.dated and not clock.history and not clock.future)
        )
        else now.year
    )
    return days(whole_season(year, name), f"{year:04}-{SEASONS[name][1]}", "season, year inferred")


def _quarter(text: str, clock: Clock) -> Stretch | None:
    if found := HALF.search(text):
        year, first = int(found["y"]), found["n"] == "first"
        bounds = (date(year, 1, 1), date(year, 6, 30)) if first else (date(year, 7, 1), date(year, 12, 31))
        return days(bounds, f"{year:04}-H{1 if first else 2}", "half of a year")
    if not (found := QUARTER.search(text)) or not (found["y"] or clock.start):
        return None
    year = int(found["y"]) if found["y"] else (clock.start or date.min).year
    number = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}[found["n"]]
    start = date(year, 3 * number - 2, 1)
    last = add_months(start, 2)
    return days((start, whole_month(last.year, last.month)[1]), f"{year:04}-Q{number}", "quarter")


def _decade(text: str, clock: Clock) -> Stretch | None:
    if found := DECADE.search(text):
        start = int(found["y"])
    elif found := NAMED_DECADE.search(text):
        start = _DECADES[found["n"]]
    else:
        return None
    ends = [int(more["y"]) for more in DECADE.finditer(text)] or [start]
    return days((date(start, 1, 1), date(max(ends) + 9, 12, 31)), f"{start // 10}", "decade")


def _year(text: str, clock: Clock) -> Stretch | None:
    if not (found := YEAR.search(text)):
        return None
    return days(whole_year(int(found["y"])), found["y"], "year in the text")


def _only_day(text: str, clock: Clock) -> Stretch | None:
    """Read "the 13th": of the anchor's month if the text set one, else the last (next) before the publication."""
    found = ONLY_DAY.search(text)
    if not found or not 1 <= int(found["d"]) <= 31:
        return None
    number, now = int(found["d"]), clock.anchor or clock.end
    if now is None:
        return Stretch(from_=None, to=None, value=f"XXXX-XX-{number:02}", basis="month unknown")
    months = (now, add_months(now.replace(day=1), -1), add_months(now.replace(day=1), 1))
    built = [day for month in months if (day := day_or_none(month.year, month.month, number))]
    if clock.anchor is None:
        built = [day for day in built if (day >= now if clock.future else day <= now)] or built
    return a_day(built[0], "month of the text's last date" if clock.anchor else "month inferred")


_READERS: tuple[Callable[[str, Clock], Stretch | None], ...] = (
    _full,
    _either,
    _yearless,
    _month_year,
    _holiday,
    _quarter,
    _season,
    _month,
    _decade,
    _year,
    _only_day,
)
