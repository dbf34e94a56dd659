"""Some of what a case holds: what is asked for and nothing else is read."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, Table, func, select

from vedette.model import Claim, Incident, Report, from_json
from vedette.store import rows, tables

_AT_ONCE = 500  # ids in one question


def claims(connection: Connection, ids: Iterable[str]) -> list[Claim]:
    """Give the claims of these ids; those that are not there are left out."""
    return [from_json(Claim, form) for form in _forms(connection, tables.claims, "claim_id", ids)]


def incidents(connection: Connection, ids: Iterable[str]) -> list[Incident]:
    """Give the present incidents of these ids; those that are not there are left out."""
    table, found = tables.incidents, []
    for batch in _batches(ids):
        asked = select(table).where(table.c.known_to.is_(None), table.c.incident_id.in_(batch))
        for row in connection.execute(asked):
            form = {**json.loads(row.form), "revision": row.revision, "known_from": row.first_known}
            found.append(from_json(Incident, form))
    return found


def claims_of_report(connection: Connection, report_id: str) -> list[Claim]:
    """Give the claims of one report, by id."""
    table = tables.claims
    asked = select(table.c.form).where(table.c.report_id == report_id).order_by(table.c.claim_id)
    return [from_json(Claim, json.loads(row.form)) for row in connection.execute(asked)]


def claims_of_reports(connection: Connection, report_ids: Iterable[str]) -> list[Claim]:
    """Give the claims that these reports make."""
    return [from_json(Claim, form) for form in _forms(connection, tables.claims, "report_id", report_ids)]


def reports(connection: Connection, ids: Iterable[str]) -> list[Report]:
    """Give the reports of these ids with what was cut out of them; those that are not there are left out."""
    found = list(_forms(connection, tables.reports, "report_id", ids))
    cut: dict[str, list[Any]] = {form["id"]: [] for form in found}
    pieces = tables.furniture
    for batch in _batches(cut):
        asked = select(pieces).where(pieces.c.report_id.in_(batch)).order_by(pieces.c.report_id, pieces.c.place)
        for row in connection.execute(asked):
            cut[row.report_id].append(json.loads(row.form))
    return [from_json(Report, {**form, "furniture": cut[form["id"]]}) for form in found]


def counts(connection: Connection) -> dict[str, int]:
    """Give how many reports, claims and decisions there are."""
    held = {"reports": tables.reports, "claims": tables.claims, "decisions": tables.decisions}
    return {
        name: connection.execute(select(func.count()).select_from(table)).scalar_one() for name, table in held.items()
    }


def versions(connection: Connection) -> tuple[int, int, int]:
    """Give the counters of what was said and of what of it is linked, and the number of decisions."""
    decided = connection.execute(select(func.count()).select_from(tables.decisions)).scalar_one()
    return rows.version(connection, "said"), rows.version(connection, "linked"), decided


def claims_by_report(connection: Connection) -> dict[str, int]:
    """Give for each report that makes any how many claims it makes."""
    column = tables.claims.c.report_id
    return {row[0]: row[1] for row in connection.execute(select(column, func.count()).group_by(column))}


def forms(connection: Connection, known: Mapping[str, int]) -> tuple[dict[str, int], list[dict[str, Any]]]:
    """Give the present revision of each incident, and the forms of those that are not known in it."""
    table = tables.incidents
    live = select(table.c.incident_id, table.c.revision).where(table.c.known_to.is_(None))
    present = {row.incident_id: row.revision for row in connection.execute(live)}
    fresh = [id_ for id_, revision in present.items() if known.get(id_) != revision]
    whole = select(table).where(table.c.known_to.is_(None))
    few = len(fresh) < len(present) / 2
    asked = (whole.where(table.c.incident_id.in_(batch)) for batch in _batches(fresh)) if few else iter([whole])
    found = [
        {**json.loads(row.form), "revision": row.revision, "known_from": row.first_known}
        for one in asked
        for row in connection.execute(one)
    ]
    return present, found


def _forms(connection: Connection, table: Table, key: str, ids: Iterable[str]) -> Iterator[dict[str, Any]]:
    for batch in _batches(ids):
        for row in connection.execute(select(table.c.form).where(table.c[key].in_(batch)).order_by(table.c[key])):
            yield json.loads(row.form)


def _batches(ids: Iterable[str]) -> Iterator[list[str]]:
    listed = list(dict.fromkeys(ids))
    return (listed[at : at + _AT_ONCE] for at in range(0, len(listed), _AT_ONCE))
