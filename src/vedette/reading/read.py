"""Sources to reports: a file, a folder, an address, or "-" for standard input."""

from collections.abc import Iterator
from datetime import date
from gzip import BadGzipFile, GzipFile
from pathlib import Path
from typing import IO, cast
from zlib import error as ZlibError

from vedette.model import Report, SourceError
from vedette.reading.failure import Failure
from vedette.reading.limits import LARGEST_REPORT, too_large
from vedette.reading.lines import read_lines
from vedette.reading.opening import open_file, open_input
from vedette.reading.origin import Origin
from vedette.reading.plain import read_plain
from vedette.reading.sniff import Kind, binary, kind_of

_HEAD = 64_000


def read(
    source: str, *, published: date | None = None, outlet: str | None = None, url: str | None = None
) -> Iterator[Report | Failure]:
    """Read every report of `source`, a file, folder, http(s) address, feed, .jsonl, .warc(.gz) or "-".

    `published`, `outlet` and `url` go before what the source itself says. What cannot be read is given as a Failure
    in its place and the rest is read on; nothing is raised for bad content.
    """
    origin = Origin(source=source, url=url or _url(source), outlet=outlet, published=published)
    try:
        yield from _read(origin)
    except SourceError as error:
        yield Failure(source=error.source, problem=error.problem)


def _url(source: str) -> str:
    return source if source == "-" or source.startswith(("http://", "https://")) else f"file:{source}"


def _read(origin: Origin) -> Iterator[Report | Failure]:
    with open_input() if origin.source == "-" else open_file(Path(origin.source)) as stream:
        yield from read_stream(stream, origin)


def read_stream(stream: IO[bytes], origin: Origin, *, name: str | None = None) -> Iterator[Report | Failure]:
    """Read what `stream` (which can be rewound) holds, whatever its form; raises SourceError where it holds none."""
    name = name or origin.source
    head = _head(stream, origin)
    if problem := binary(head) if kind_of(head, name) is not Kind.GZIP and kind_of(head, name) is not Kind.WARC else None:
        raise SourceError(origin.source, f"is {problem}" + ("" if ":" in problem else ": no text to read"))
    kind = kind_of(head, name)
    if kind is Kind.GZIP:
        yield from read_stream(cast(IO[bytes], GzipFile(fileobj=stream)), origin, name=name.removesuffix(".gz"))
    elif kind is Kind.JSONL:
        yield from read_lines(stream, origin)
    else:
        yield from read_plain(_whole(stream, origin), origin)


def _head(stream: IO[bytes], origin: Origin) -> bytes:
    try:
        head = stream.read(_HEAD)
    except IsADirectoryError as error:
        raise SourceError(origin.source, "is a folder") from error
    except (BadGzipFile, ZlibError, EOFError) as error:
        raise SourceError(origin.source, f"is a damaged gzip file ({error}): fetch it again") from error
    if not head.strip(b"\xef\xbb\xbf \t\r\n\x0b\x0c"):
        raise SourceError(origin.source, "is empty: nothing to read")
    stream.seek(0)
    return head


def _whole(stream: IO[bytes], origin: Origin) -> bytes:
    raw = stream.read(LARGEST_REPORT + 1)
    if len(raw) > LARGEST_REPORT:
        raise too_large(origin.source, stream.seek(0, 2))
    return raw
