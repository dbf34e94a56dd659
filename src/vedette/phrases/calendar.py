"""The calendar's names and its arithmetic."""

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

MONTHS = {
    name: n
    for n, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
WEEKDAYS = {
    name: n
    for n, names in enumerate(
        (
            ("monday", "mon"),
            ("tuesday", "tues", "tue"),
            ("wednesday", "weds", "wed"),
            ("thursday", "thurs", "thur", "thu"),
            ("friday", "fri"),
            ("saturday", "sat"),
            ("sunday", "sun"),
        )
    )
    for name in names
}
WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SEASONS = {"spring": (3, "SP"), "summer": (6, "SU"), "autumn": (9, "FA"), "fall": (9, "FA"), "winter": (12, "WI")}
MONTH = (
    r"(?:"
    + "|".join(
        rf"{name}\.?" if len(name) <= 4 and name != "may" else name for name in sorted(MONTHS, key=len, reverse=True)
    )
    + r")(?![a-z])"
)
WEEKDAY = (
    r"(?:"
    + "|".join(rf"{name}\.?" if len(name) <= 5 else name for name in sorted(WEEKDAYS, key=len, reverse=True))
    + r")(?![a-z])"
)
DAY = timedelta(days=1)


def month_of(word: str) -> int:
    """Give the number of a month's name or abbreviation."""
    return MONTHS[word.lower().rstrip(".")]


def weekday_of(word: str) -> int:
    """Give the number of a weekday's name or abbreviation, Monday being 0."""
    return WEEKDAYS[word.lower().rstrip(".")]


def day_or_none(year: int, month: int, day: int) -> date | None:
    """Build a date, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def whole_month(year: int, month: int) -> tuple[date, date]:
    """Give the first and last day of a month."""
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def whole_year(year: int) -> tuple[date, date]:
    """Give the first and last day of a year."""
    return date(year, 1, 1), date(year, 12, 31)


def whole_season(year: int, name: str) -> tuple[date, date]:
    """Give the three months of a northern season; the winter of a year begins in its December."""
    first = SEASONS[name][0]
    last = add_months(date(year, first, 1), 2)
    return date(year, first, 1), whole_month(last.year, last.month)[1]


def whole_week(day: date) -> tuple[date, date]:
    """Give Monday and Sunday of the week that holds `day`."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + 6 * DAY


def add_months(day: date, months: int) -> date:
    """Shift by calendar months; the day is cut to the month's length, the year to what a date can hold."""
    index = min(max(day.year * 12 + day.month - 1 + months, 12), 9999 * 12 + 11)
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def add_days(day: date, days: int) -> date:
    """Shift by days, cut to what a date can hold."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


def weekday_before(day: date, weekday: int, *, strictly: bool = False) -> date:
    """Give the last such weekday on or before `day` (`strictly`: before it)."""
    back = (day.weekday() - weekday) % 7
    return add_days(day, -(back or (7 if strictly else 0)))


def weekday_after(day: date, weekday: int, *, strictly: bool = False) -> date:
    """Give the first such weekday on or after `day` (`strictly`: after it)."""
    ahead = (weekday - day.weekday()) % 7
    return add_days(day, ahead or (7 if strictly else 0))


def easter(year: int) -> date:
    """Give western Easter Sunday (Meeus, Jones and Butcher's rule)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e, f = b // 4, b % 4, (b + 8) // 25
    g, i, k = (b - f + 1) // 3, c // 4, c % 4
    h = (19 * a + b - d - g + 15) % 30
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


HOLIDAYS: dict[str, Callable[[int], date]] = {
    "christmas eve": lambda year: date(year, 12, 24),
    "christmas day": lambda year: date(year, 12, 25),
    "christmas": lambda year: date(year, 12, 25),
    "boxing day": lambda year: date(year, 12, 26),
    "new year's eve": lambda year: date(year, 12, 31),
    "new year 's day": lambda year: date(year, 1, 1),
    "new year's day": lambda year: date(year, 1, 1),
    "new year's": lambda year: date(year, 1, 1),
    "valentine's day": lambda year: date(year, 2, 14),
    "may day": lambda year: date(year, 5, 1),
    "victory day": lambda year: date(year, 5, 9),
    "thanksgiving day": lambda year: weekday_after(date(year, 11, 1), 3) + 21 * DAY,
    "thanksgiving": lambda year: weekday_after(date(year, 11, 1), 3) + 21 * DAY,
    "halloween": lambda year: date(year, 10, 31),
    "palm sunday": lambda year: easter(year) - 7 * DAY,
    "maundy thursday": lambda year: easter(year) - 3 * DAY,
    "good friday": lambda year: easter(year) - 2 * DAY,
    "easter sunday": easter,
    "easter monday": lambda year: easter(year) + DAY,
    "easter": easter,
}
