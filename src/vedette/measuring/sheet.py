"""The bytes of a spreadsheet's file as a table of texts: CSV of any usual mark and encoding, gzipped or not."""

from __future__ import annotations

import csv
import gzip
import io
import zlib
from typing import TYPE_CHECKING

from vedette.model.errors import SourceError, UsageError

if TYPE_CHECKING:
    import polars as pl

_MARKS = (",", ";", "\t")
_FOREIGN = "taken as read: it is not in UTF-8; look whether its names came out right"
_GZIP = b"\x1f\x8b"
Notes = list[str]


def sheet(content: bytes) -> tuple[pl.DataFrame, Notes]:
    """Give a CSV's rows, every cell a text or null, and what was taken as read of its encoding.

    The mark between columns is the one that stands most often in the header: comma, semicolon or tab. Raises UsageError
    for what is empty, no text, or has a row of more cells than the header.
    """
    raw, notes = _text(_unpacked(content))
    if not raw.strip():
        raise UsageError("is empty; give a CSV with a header")
    return _table(raw, mark_of(raw)), notes


def mark_of(raw: bytes) -> str:
    """Give the mark that parts the columns of the first line."""
    head = raw.lstrip().partition(b"\n")[0].decode("utf-8", "replace")
    return max(_MARKS, key=head.count)


def _unpacked(content: bytes) -> bytes:
    if not content.startswith(_GZIP):
        return content
    try:
        return gzip.decompress(content)
    except (OSError, EOFError, zlib.error) as error:
        raise UsageError(f"is a damaged gzip file ({error}); fetch it again") from error


def _text(content: bytes) -> tuple[bytes, Notes]:
    """Give text as UTF-8; the usual case, which is that already, is passed on as it is."""
    from vedette.reading.decoding import decode, wide

    if not content.startswith((b"\xff\xfe", b"\xfe\xff")) and not wide(content):
        if b"\x00" in content[:4096]:
            raise UsageError("is neither a case nor a CSV or Parquet file; give one of these")
        try:
            content.decode("utf-8")
            return content, []
        except UnicodeDecodeError:
            pass
    try:
        text = decode(content, source="")
    except SourceError as error:
        raise UsageError(error.problem) from error
    return text.removeprefix("\ufeff").encode(), [
        "taken as read: it is not in UTF-8; look whether its names came out right"
    ]


def _table(raw: bytes, mark: str) -> pl.DataFrame:
    import polars as pl

    try:
        return pl.read_csv(io.BytesIO(raw), separator=mark, infer_schema=False)
    except pl.exceptions.PolarsError as error:
        raise UsageError(_why(raw, mark) or f"cannot be read as a table ({_first(error)}); give a CSV") from error


def _why(raw: bytes, mark: str) -> str | None:
    """Say which row does not fit the header: one with more cells, or one that a quotation mark leaves open."""
    rows = csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""), delimiter=mark, strict=True)
    try:
        width = len(next(rows))
        for row in rows:
            if len(row) > width:
                return f"line {rows.line_num} has {len(row)} cells, the header {width}; mend or remove that line"
    except csv.Error as error:
        return f"line {rows.line_num}: a quotation mark is open or stray ({error}); mend that line"
    return None


def _first(error: Exception) -> str:
    return str(error).splitlines()[0][:120]
