"""Plain text to a report."""

from collections.abc import Iterator

from vedette.model import Basis, Published
from vedette.reading.address import day_of
from vedette.reading.decoding import decode
from vedette.reading.origin import Origin
from vedette.reading.outcome import Outcome, outcomes
from vedette.reading.report import report_of
from vedette.reading.stamp import on


def read_plain(raw: bytes, origin: Origin) -> Iterator[Outcome]:
    """Give the report of a plain text."""
    text = decode(raw, source=origin.source, charset=origin.charset)
    report = report_of(text, url=origin.url, raw=raw, outlet=origin.outlet, published=published_of(origin))
    yield from outcomes(report, source=origin.source)


def published_of(origin: Origin) -> Published | None:
    """Give the date that the user gave, or else the one in the address."""
    if origin.published:
        return on(origin.published, Basis.GIVEN)
    day = day_of(origin.url)
    return on(day, Basis.ADDRESS, f"the address {origin.url}") if day else None
