"""Bytes of any form to reports: told apart by content, handed to the reader of the form."""

import zlib
from collections.abc import Iterator
from gzip import BadGzipFile, GzipFile
from typing import IO, cast

from vedette.model import Report, SourceError
from vedette.reading.failure import Failure
from vedette.reading.limits import LARGEST_REPORT, too_large
from vedette.reading.lines import read_lines
from vedette.reading.origin import Origin
from vedette.reading.plain import read_plain
from vedette.reading.sniff import Kind, binary, kind_of

_HEAD = 64_000
_BLANK = b"\xef\xbb\xbf \t\r\n\x0b\x0c"


def read_stream(stream: IO[bytes], origin: Origin, *, name: str | None = None) -> Iterator[Report | Failure]:
    """Read what `stream` (which can be rewound) holds, whatever its form; raises SourceError where it holds none."""
    name = name or origin.source
    try:
        head = stream.read(_HEAD)
        stream.seek(0)
        yield from _read(stream, head, origin, name=name)
    except (BadGzipFile, zlib.error, EOFError) as error:
        raise SourceError(origin.source, f"is a damaged gzip file ({error}): fetch it again") from error


def _read(stream: IO[bytes], head: bytes, origin: Origin, *, name: str) -> Iterator[Report | Failure]:
    if not head.strip(_BLANK):
        raise SourceError(origin.source, "is empty: nothing to read")
    kind = kind_of(head, name)
    if kind is Kind.GZIP:
        yield from read_stream(
            cast(IO[bytes], GzipFile(fileobj=stream, mode="rb")), origin, name=name.removesuffix(".gz")
        )
    elif kind is Kind.WARC:
        from vedette.reading.warc import read_warc

        yield from read_warc(stream, origin)
    else:
        _refuse_binary(head, origin)
        yield from _read_text(stream, kind, origin)


def _read_text(stream: IO[bytes], kind: Kind, origin: Origin) -> Iterator[Report | Failure]:
    if kind is Kind.JSONL:
        yield from read_lines(stream, origin)
        return
    raw = _whole(stream, origin)
    # The readers of markup load large libraries; only a source that needs one pays for it.
    if kind is Kind.HTML:
        from vedette.reading.html import read_html

        yield from read_html(raw, origin)
    elif kind is Kind.FEED:
        from vedette.reading.feed import read_feed

        yield from read_feed(raw, origin)
    else:
        yield from read_plain(raw, origin)


def _refuse_binary(head: bytes, origin: Origin) -> None:
    if problem := binary(head):
        advice = "" if ":" in problem else ": there is no text to read"
        raise SourceError(origin.source, f"is {problem}{advice}")


def _whole(stream: IO[bytes], origin: Origin) -> bytes:
    raw = stream.read(LARGEST_REPORT + 1)
    if len(raw) > LARGEST_REPORT:
        raise too_large(origin.source, stream.seek(0, 2))
    return raw
