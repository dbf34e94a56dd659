"""What a user gives with a source: its path, and the day on which it was published."""

import os
from datetime import UTC, date, datetime, timedelta

from vedette.model.errors import UsageError


def source_of(given: object) -> str:
    """Give a source as text; raises UsageError for what is neither text nor a path."""
    if isinstance(given, str | os.PathLike):
        return os.fspath(given)
    kind = type(given).__name__
    raise UsageError(f"a source is a path or an address, not a {kind}: read several with one call each")


def day_of_publication(given: object) -> date | None:
    """Give a day given as a date or as YYYY-MM-DD; raises UsageError for what is no day or lies in the future."""
    day = _day(given)
    if day and day > last_day():
        raise UsageError(f"{day} is in the future: give the day on which the report was published")
    return day


def last_day(today: date | None = None) -> date:
    """Give the last day that can be today somewhere: a page dated beyond the date line may be a day ahead."""
    return (today or datetime.now(UTC).date()) + timedelta(days=1)


def _day(given: object) -> date | None:
    if isinstance(given, datetime):
        return given.date()
    if given is None or isinstance(given, date):
        return given
    try:
        return date.fromisoformat(str(given).strip())
    except ValueError as error:
        raise UsageError(f"{given!r} is no day of the calendar; write it as YYYY-MM-DD") from error
