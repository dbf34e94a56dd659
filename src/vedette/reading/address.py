"""The day that an address or a file name carries."""

import re
from datetime import date

_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"[/_-](?P<year>(?:19|20)\d\d)[/_-](?P<month>\d\d|[a-z]{3})[/_-](?P<day>\d\d?)(?=[/_.-]|$)",
        r"(?:^|[/_.-])(?P<year>20\d\d)(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])(?=[/_.-]|$)",
    )
)
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()


def day_of(url: str) -> date | None:
    """Give the day in an address ("/2023/12/09/", "/2023-12-09-", "/20231209/") or None."""
    path = "/" + re.split("[?#]", url, maxsplit=1)[0]
    for form in _FORMS:
        for match in form.finditer(path):
            if day := _day(match["year"], match["month"].casefold(), match["day"]):
                return day
    return None


def _day(year: str, month: str, day: str) -> date | None:
    number = _MONTHS.index(month) + 1 if month in _MONTHS else int(month) if month.isdigit() else 0
    try:
        return date(int(year), number, int(day))
    except ValueError:
        return None
