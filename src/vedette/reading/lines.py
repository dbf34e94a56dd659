"""JSON Lines: one report a line, with the fields url, outlet, title, date and text."""

import json
import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import IO, Any

from vedette.model import Basis, Published, SourceError
from vedette.reading.address import day_of
from vedette.reading.decoding import decode
from vedette.reading.failure import Failure
from vedette.reading.limits import LARGEST_REPORT, too_large
from vedette.reading.origin import Origin
from vedette.reading.outcome import Outcome, outcomes
from vedette.reading.report import report_of
from vedette.reading.stamp import day_in, on

_MOST_FAILURES = 50
_LEADING_DAY = re.compile(r"\d{4}-\d\d-\d\d$")


def read_lines(stream: IO[bytes], origin: Origin) -> Iterator[Outcome]:
    """Give the report of each line; a line that has none is a Failure with its number, the rest is read on."""
    failed = 0
    for number, raw in _lines(stream):
        source = f"{origin.source}:{number}"
        for outcome in _line(raw, source, origin):
            failed += isinstance(outcome, Failure)
            if isinstance(outcome, Failure) and failed > _MOST_FAILURES:
                continue
            yield outcome
    if failed > _MOST_FAILURES:
        yield Failure(source=origin.source, problem=f"has {failed - _MOST_FAILURES} more lines that could not be read")


def _lines(stream: IO[bytes]) -> Iterator[tuple[int, bytes]]:
    number = 0
    while raw := stream.readline(4 * LARGEST_REPORT):
        number += 1
        if raw.strip():
            yield number, raw


def _line(raw: bytes, source: str, origin: Origin) -> Iterator[Outcome]:
    try:
        yield from _reports(_form(raw, source), raw, source, origin)
    except SourceError as error:
        yield Failure(source=error.source, problem=error.problem)


def _form(raw: bytes, source: str) -> dict[str, Any]:
    try:
        form = json.loads(decode(raw, source=source))
    except (ValueError, RecursionError) as error:
        raise SourceError(source, f"is not JSON ({error}): give one object a line") from error
    if not isinstance(form, dict):
        raise SourceError(source, "is no JSON object: give one a line, with url, outlet, title, date and text")
    return form


def _reports(form: dict[str, Any], raw: bytes, source: str, origin: Origin) -> Iterator[Outcome]:
    text = _string(form, "text", "body")
    if text is None:
        raise SourceError(source, 'has no "text": skipped; give the body of the report in the field "text"')
    if len(text) > LARGEST_REPORT:
        raise too_large(source, len(text))
    url = _string(form, "url") or f"{origin.url}#{source.rpartition(':')[2]}"
    published, written = _published(form, origin), form.get("date", form.get("published"))
    if published is None and written:
        yield Failure(
            source=source,
            problem=f'has a "date" that is none ({written!r}): the report is kept without it; '
            "write YYYY-MM-DD, or null",
        )
    report = report_of(
        text,
        url=url,
        raw=raw.strip(),
        outlet=origin.outlet or _string(form, "outlet"),
        title=_string(form, "title"),
        published=published or _in_address(url),
        record=" ".join(str(form.get(name) or "") for name in ("outlet", "date", "published")).strip(),
    )
    yield from outcomes(report, source=source)


def _string(form: dict[str, Any], *names: str) -> str | None:
    values = (form.get(name) for name in names)
    return next((value for value in values if isinstance(value, str) and value.strip()), None)


def _published(form: dict[str, Any], origin: Origin) -> Published | None:
    if origin.published:
        return on(origin.published, Basis.GIVEN)
    value = form.get("date", form.get("published"))
    if isinstance(value, dict):
        value = value.get("end")
    if value is None or value == "":
        return None
    day = day_of_value(value)
    return on(day, Basis.METADATA, 'the field "date"') if day else None


def day_of_value(value: object) -> date | None:
    """Give the day of an ISO date or timestamp (the day in its own zone) or of a date in words, else None."""
    text = str(value).strip()
    try:
        return datetime.fromisoformat(text).date()
    except ValueError:
        return day_in(text)


def _in_address(url: str) -> Published | None:
    day = day_of(url)
    return on(day, Basis.ADDRESS, f"the address {url}") if day else None
