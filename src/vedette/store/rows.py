"""Nouns as rows, and back."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any, TypeVar

from sqlalchemy import Connection, Table, func, select

from vedette.model import Claim, Coding, Decision, Report, from_json, to_json
from vedette.store import tables

T = TypeVar("T")


def now() -> str:
    """Give the present moment as the case writes it."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def dump(form: Any) -> str:
    """Write a JSON form so that equal forms are equal texts."""
    return json.dumps(form, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def known(connection: Connection, report_id: str) -> bool:
    """Say whether the case holds the report."""
    held = select(tables.reports.c.report_id).where(tables.reports.c.report_id == report_id)
    return connection.execute(held).first() is not None


def keep(connection: Connection, report: Report, coding: Coding) -> None:
    """Write a report and all that it says."""
    number = connection.execute(select(func.coalesce(func.max(tables.reports.c.number), 0))).scalar_one() + 1
    connection.execute(
        tables.reports.insert(),
        {
            "report_id": report.id,
            "number": number,
            "url": report.url,
            "outlet": report.outlet,
            "published_end": to_json(report.day),
            "added_at": now(),
            "form": dump(to_json(replace(report, furniture=()))),
        },
    )
    _insert(
        connection,
        tables.furniture,
        (
            {"report_id": report.id, "place": place, "reason": one.reason, "form": dump(to_json(one))}
            for place, one in enumerate(report.furniture)
        ),
    )
    _insert(connection, tables.claims, (claim_row(one) for one in _once(coding.claims, "claim_id")))
    for table, key, ones in (
        (tables.tallies, "tally_id", coding.tallies),
        (tables.outlooks, "outlook_id", coding.outlooks),
        (tables.affiliations, "affiliation_id", coding.affiliations),
    ):
        _insert(
            connection,
            table,
            ({key: getattr(one, key), "report_id": report.id, "form": dump(to_json(one))} for one in _once(ones, key)),
        )


def load(connection: Connection, table: Table, kind: type[T]) -> list[T]:
    """Give all nouns of a table, in the order of their keys."""
    ordered = select(table.c.form).order_by(*table.primary_key.columns)
    return [from_json(kind, json.loads(row.form)) for row in connection.execute(ordered)]


def load_reports(connection: Connection) -> list[Report]:
    """Give all reports in the order in which they came, with what was cut out of them."""
    cut: dict[str, list[Any]] = {}
    pieces = tables.furniture
    for row in connection.execute(select(pieces).order_by(pieces.c.report_id, pieces.c.place)):
        cut.setdefault(row.report_id, []).append(json.loads(row.form))
    ordered = select(tables.reports.c.report_id, tables.reports.c.form).order_by(tables.reports.c.number)
    return [
        from_json(Report, {**json.loads(row.form), "furniture": cut.get(row.report_id, [])})
        for row in connection.execute(ordered)
    ]


def load_claims(connection: Connection) -> list[Claim]:
    """Give all claims by id."""
    return load(connection, tables.claims, Claim)


def load_decisions(connection: Connection) -> list[Decision]:
    """Give the ledger, oldest first."""
    return sorted(load(connection, tables.decisions, Decision), key=lambda one: (one.at, one.decision_id))


def days(connection: Connection) -> Mapping[str, tuple[date, date]]:
    """Give for each report the day on which it was published (by then at least; unknown: the second), and the day on
    which the case got it."""
    table = tables.reports
    found = {}
    for row in connection.execute(select(table.c.report_id, table.c.published_end, table.c.added_at)):
        added = date.fromisoformat(row.added_at[:10])
        found[row.report_id] = (date.fromisoformat(row.published_end) if row.published_end else added, added)
    return found


def version(connection: Connection, key: str) -> int:
    """Give a counter of the case: "said" grows with every report and decision, "linked" is what linking has seen."""
    value = connection.execute(select(tables.meta.c.value).where(tables.meta.c.key == key)).scalar_one()
    return int(value)


def set_version(connection: Connection, key: str, value: int) -> None:
    """Set a counter of the case."""
    connection.execute(tables.meta.update().where(tables.meta.c.key == key).values(value=str(value)))


def claim_row(claim: Claim) -> dict[str, Any]:
    return {
        "claim_id": claim.claim_id,
        "report_id": claim.report_id,
        "type": claim.type,
        "status": claim.status,
        "from_day": to_json(claim.when.from_),
        "to_day": to_json(claim.when.to),
        "country": claim.place.country,
        "form": dump(to_json(claim)),
    }


def _once(ones: Iterable[T], key: str) -> Iterator[T]:
    """Give each noun once: two mentions with one id are one."""
    return iter({getattr(one, key): one for one in ones}.values())


def _insert(connection: Connection, table: Table, rows: Iterable[dict[str, Any]]) -> None:
    if listed := list(rows):
        connection.execute(table.insert(), listed)


__all__ = [
    "days",
    "dump",
    "keep",
    "known",
    "load",
    "load_claims",
    "load_decisions",
    "load_reports",
    "now",
    "set_version",
    "version",
]
