"""Second coding: claims drawn for a coder who does not see the program's answer, and what that coder says."""

import csv
import hashlib
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime

from sqlalchemy import Connection, select

from vedette.codebook import codebook
from vedette.model import Claim, Report, UsageError, to_json
from vedette.model.ids import content_id
from vedette.model.opinion import CODED, NOTHING, Opinion
from vedette.store import rows, tables

_SHOWN = ("claim_id", "url", "outlet", "published", "before", "sentence", "after", "happening")
_AROUND = 300  # characters shown before and after the sentence


def drawn(claims: Sequence[Claim], number: int, *, seed: int = 0) -> list[Claim]:
    """Draw claims by chance, the same ones for the same seed; a case that grows keeps most of them."""
    if number < 1:
        raise UsageError(f"a sample of {number}: is none; draw 1 claim or more")

    def lot(claim: Claim) -> bytes:
        return hashlib.sha256(f"{seed}:{claim.claim_id}".encode()).digest()

    return sorted(claims, key=lot)[:number]


def sheet(claims: Iterable[Claim], reports: Mapping[str, Report]) -> Iterator[list[str]]:
    """Give the rows of a sheet to be filled in, the heading first: the words of the report, and no answer."""
    yield [*_SHOWN, *CODED]
    for one in claims:
        body, at = reports[one.report_id].text, one.sentence
        yield [
            one.claim_id,
            one.url,
            one.outlet or "",
            str(one.published or ""),
            " ".join(body[max(0, at.start - _AROUND) : at.start].split()),
            " ".join(at.text.split()),
            " ".join(body[at.end : at.end + _AROUND].split()),
            one.trigger.text,
            *("" for _ in CODED),
        ]


def read_sheet(text: str, *, name: str, coder: str, at: datetime, known: Iterable[str]) -> list[Opinion]:
    """Read a sheet that a coder has filled in; an empty cell says nothing, "-" that the report tells nothing.

    Raises UsageError that names the line and the cell that does not fit.
    """
    if not coder.strip():
        raise UsageError("opinions: need the name of the coder")
    table = csv.DictReader(io.StringIO(text.lstrip("\ufeff")))
    if table.fieldnames is None or "claim_id" not in table.fieldnames:
        raise UsageError(f"{name}: is not a sheet of `vedette sample` (no column claim_id); give that file, filled in")
    held, found = set(known), []
    for number, row in enumerate(table, start=2):
        if row["claim_id"] not in held:
            raise UsageError(f"{name}, line {number}: the case holds no claim {row['claim_id']}")
        for field in CODED:
            value = (row.get(field) or "").strip()
            if value:
                _check(field, value, f"{name}, line {number}")
                parts = (row["claim_id"], coder, field, value, at.isoformat())
                opinion_id = content_id("op", *parts)
                found.append(
                    Opinion(
                        opinion_id=opinion_id, claim_id=row["claim_id"], coder=coder, at=at, field=field, value=value
                    )
                )
    return found


def keep(connection: Connection, opinions: Sequence[Opinion]) -> None:
    """Add opinions; none is ever changed."""
    if opinions:
        connection.execute(
            tables.opinions.insert(),
            [
                {
                    "opinion_id": one.opinion_id,
                    "claim_id": one.claim_id,
                    "coder": one.coder,
                    "at": to_json(one.at),
                    "form": rows.dump(to_json(one)),
                }
                for one in opinions
            ],
        )


def load(connection: Connection) -> list[Opinion]:
    """Give all opinions, oldest first."""
    held = select(tables.opinions.c.opinion_id).limit(1)
    if connection.execute(held).first() is None:
        return []
    return sorted(rows.load(connection, tables.opinions, Opinion), key=lambda one: (one.at, one.opinion_id))


def _check(field: str, value: str, where: str) -> None:
    if value == NOTHING and field not in ("type", "status"):
        return
    try:
        _read(field, value)
    except (ValueError, KeyError) as error:
        raise UsageError(f"{where}: {value!r} does not fit {field}; mend that cell, or leave it empty") from error


def _read(field: str, value: str) -> object:
    if field == "type":
        return codebook().types[value.upper()]
    if field == "status":
        return codebook().statuses[value.casefold()]
    if field in ("from", "to"):
        return date.fromisoformat(value)
    if field in ("killed", "injured") and int(value) < 0:
        raise ValueError(value)
    return value
