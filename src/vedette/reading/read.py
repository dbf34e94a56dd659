"""Sources to reports: a file, a folder, an address, or "-" for standard input."""

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

from vedette.model import Report, SourceError
from vedette.reading.failure import Failure
from vedette.reading.fetch import fetch, is_address
from vedette.reading.folder import files_in
from vedette.reading.given import day_of_publication, source_of
from vedette.reading.opening import open_file, open_input
from vedette.reading.origin import Origin
from vedette.reading.stream import read_stream


def read(
    source: str | os.PathLike[str],
    *,
    published: date | str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    public_only: bool = False,
) -> Iterator[Report | Failure]:
    """Read every report of `source`: a file, folder, http(s) address, feed, .jsonl, .warc(.gz), or "-".

    `published`, `outlet` and `url` go before what the source itself says; with `public_only` nothing is fetched but
    from the open network. What cannot be read is given as a Failure in its place and the rest is read on; nothing is
    raised for bad content. Raises UsageError at once for a source that is none, and for a day (a date or YYYY-MM-DD)
    that is none or in the future.
    """
    name = source_of(source)
    day = day_of_publication(published)
    known = Origin(source=name, url=url or _url(name), outlet=outlet, published=day, public_only=public_only)
    return _told(known)


def _told(origin: Origin) -> Iterator[Report | Failure]:
    try:
        yield from _read(origin)
    except SourceError as error:
        yield Failure(source=error.source, problem=error.problem)


def _url(source: str) -> str:
    return source if source == "-" or is_address(source) else f"file:{source}"


def _read(origin: Origin) -> Iterator[Report | Failure]:
    if origin.source == "-":
        with open_input() as stream:
            yield from read_stream(stream, origin)
    elif is_address(origin.source):
        yield from _address(origin)
    elif "://" in origin.source and not Path(origin.source).exists():
        raise SourceError(origin.source, "is an address that cannot be read: give one that begins with http or https")
    elif Path(origin.source).is_dir():
        yield from _folder(origin)
    else:
        with open_file(Path(origin.source)) as stream:
            yield from read_stream(stream, origin)


def _address(origin: Origin) -> Iterator[Report | Failure]:
    page = fetch(origin.source, public_only=origin.public_only)
    yield from read_stream(BytesIO(page.raw), replace(origin, charset=page.charset, fetched=True))


def _folder(origin: Origin) -> Iterator[Report | Failure]:
    for path in files_in(Path(origin.source)):
        yield from read(str(path), published=origin.published, outlet=origin.outlet)
