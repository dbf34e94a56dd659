"""A page of a long list, and where the next one begins."""

import base64
import binascii
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from vedette.web.problem import wrong
from vedette.web.snapshot import Snapshot

MOST = 1000  # rows of one page


def page(
    snapshot: Snapshot, rows: NDArray[np.int64], *, limit: int, cursor: str | None
) -> tuple[Sequence[int], str | None]:
    """Give the row numbers of a page and the cursor of the next one, None after the last.

    A cursor names the last row given: rows that come or go meanwhile do not make any be given twice or left out.
    """
    start = _after(snapshot, rows, cursor) if cursor else 0
    found = [int(number) for number in rows[start : start + limit]]
    more = start + limit < len(rows)
    return found, _cursor(start + limit, snapshot.forms[found[-1]]["incident_id"]) if found and more else None


def _cursor(offset: int, last: str) -> str:
    return base64.urlsafe_b64encode(f"{offset}~{last}".encode()).decode().rstrip("=")


def _after(snapshot: Snapshot, rows: NDArray[np.int64], cursor: str) -> int:
    offset, last = _read(cursor)
    if 0 < offset <= len(rows) and snapshot.forms[int(rows[offset - 1])]["incident_id"] == last:
        return offset
    at = np.flatnonzero(rows == snapshot.at.get(last, -1))
    return int(at[0]) + 1 if len(at) else min(offset, len(rows))


def _read(cursor: str) -> tuple[int, str]:
    try:
        text = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode()
        offset, _, last = text.partition("~")
        return max(0, int(offset)), last
    except (binascii.Error, ValueError) as error:
        raise wrong(
            "the cursor is not one of ours", "cursor", "take `next` of the page before, or leave it out"
        ) from error
