"""CSV with flat columns, safe to open in a spreadsheet."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from vedette.formats.columns import columns_of, flat

FORMULA = ("=", "+", "-", "@", "\t", "\r")
BYTE_ORDER_MARK = "\ufeff"


def rows(forms: Iterable[Mapping[str, Any]], record: str, *, spreadsheet: bool = False) -> Iterator[str]:
    """Write records as CSV, a heading first, one row at a time.

    With `spreadsheet` the text opens right in Excel: a byte order mark and CRLF line ends (RFC 4180); without, it is
    plain UTF-8 with LF for pipes. In both a text that a spreadsheet would run as a formula gets a leading "'".
    """
    end = "\r\n" if spreadsheet else "\n"
    yield (BYTE_ORDER_MARK if spreadsheet else "") + _row([c.column for c in columns_of(record)], end)
    for form in forms:
        yield _row([cell(value) for value in flat(form, record).values()], end)


def cell(value: Any) -> str:
    """Write one value: lists joined by "; ", truth in small letters, nothing as nothing, formulas disarmed."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return guarded("; ".join(map(str, value)))
    return guarded(value) if isinstance(value, str) else str(value)


def guarded(text: str) -> str:
    """Put "'" before a text that a spreadsheet would take for a formula."""
    return f"'{text}" if text.startswith(FORMULA) else text


def _row(cells: list[str], end: str) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator=end).writerow(cells)
    return buffer.getvalue()
