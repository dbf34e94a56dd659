"""Web archives: the report of each page in a .warc or .warc.gz, one record after the other."""

from collections.abc import Iterator
from dataclasses import replace
from typing import IO, Any

from vedette.model import SourceError
from vedette.reading.failure import Failure
from vedette.reading.html import page_of
from vedette.reading.limits import LARGEST_REPORT, too_large
from vedette.reading.origin import Origin
from vedette.reading.outcome import Outcome, outcomes
from vedette.reading.plain import read_plain

_PAGES = ("text/html", "application/xhtml+xml")


def read_warc(stream: IO[bytes], origin: Origin) -> Iterator[Outcome]:
    """Give the reports of all pages; raises SourceError where the archive holds none."""
    seen = 0
    for record in _records(stream, origin):
        seen += 1
        yield from _page(record, origin)
    if not seen:
        raise SourceError(
            origin.source, "is a web archive without a page, or damaged: check that it holds HTML responses"
        )


def _records(stream: IO[bytes], origin: Origin) -> Iterator[Any]:
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    try:
        for record in ArchiveIterator(stream, record_types=WarcRecordType.response, parse_http=True):
            if _type(record) in (*_PAGES, "text/plain") and _status(record) == 200:
                yield record
    except (OSError, ValueError, EOFError) as error:
        raise SourceError(origin.source, f"is a damaged web archive ({error}): what came before is kept") from error


def _type(record: Any) -> str:
    return str(record.http_content_type or "").split(";")[0].strip().lower()


def _status(record: Any) -> int:
    return int(record.http_headers.status_code or 200) if record.http_headers else 200


def _page(record: Any, origin: Origin) -> Iterator[Outcome]:
    url = str(record.headers.get("WARC-Target-URI") or "").strip("<>") or origin.url
    here = replace(origin, source=f"{origin.source}: {url}", url=url, charset=record.http_charset)
    try:
        raw = record.reader.read(LARGEST_REPORT + 1)
        if len(raw) > LARGEST_REPORT:
            raise too_large(here.source, len(raw))
        if _type(record) in _PAGES:
            yield from outcomes(page_of(raw, here), source=here.source)
        else:
            yield from read_plain(raw, here)
    except SourceError as error:
        yield Failure(source=error.source, problem=error.problem)
