"""The days that a TIMEX3 value covers."""

import re
from datetime import date

from vedette.phrases.calendar import DAY, add_months, whole_month, whole_season, whole_year

_VALUE = re.compile(
    r"(?P<y>\d{4})(?:-(?:(?P<m>\d\d)(?:-(?P<d>\d\d))?|W(?P<w>\d\d)(?:-(?P<end>WE))?|Q(?P<q>[1-4])|H(?P<h>[12])|"
    r"(?P<s>SP|SU|FA|WI)))?(?:T.*|-XX.*)?"
)
_SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}


def interval(value: str) -> tuple[date, date] | None:
    """Give the first and last day of a TIMEX3 date, or None where it is open, a length, or before our era."""
    if re.fullmatch(r"\d{2,3}", value):
        years = 10 ** (4 - len(value))
        return date(int(value) * years, 1, 1), date(int(value) * years + years - 1, 12, 31)
    found = _VALUE.fullmatch(value)
    if found is None or found["y"] == "0000":
        return None
    try:
        return _days(found)
    except ValueError:
        return None


def _days(found: re.Match[str]) -> tuple[date, date]:
    year = int(found["y"])
    if found["d"]:
        day = date(year, int(found["m"]), int(found["d"]))
        return day, day
    if found["m"]:
        return whole_month(year, int(found["m"]))
    if found["w"]:
        monday = date.fromisocalendar(year, int(found["w"]), 1)
        return (monday + 5 * DAY if found["end"] else monday), monday + 6 * DAY
    if found["s"]:
        return whole_season(year, _SEASONS[found["s"]])
    if found["q"] or found["h"]:
        months = 3 if found["q"] else 6
        first = date(year, (int(found["q"] or found["h"]) - 1) * months + 1, 1)
        return first, add_months(first, months) - DAY
    return whole_year(year)
