"""What a case knows at a moment: read from what is kept where that is now, else linked anew."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from sqlalchemy import Connection, Table, select

from vedette.linking.kin import Actors
from vedette.model import Incident, Reaction
from vedette.store import revisions, rows, snapshot, tables
from vedette.store.coverage import Reading, reading_of
from vedette.store.snapshot import Moment

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """The incidents and reactions that were known."""

    incidents: Sequence[Incident]
    reactions: Sequence[Reaction]


def known(connection: Connection, moment: Moment, registry: Actors) -> Known:
    """Give the incidents and reactions of a moment."""
    if moment.now or snapshot.leaves_nothing_out(connection, moment):
        return Known(
            incidents=revisions.current_incidents(connection), reactions=revisions.current_reactions(connection)
        )
    taken = snapshot.take_at(connection, moment)
    linked = taken.linked(registry)
    return Known(
        incidents=[replace(one, known_from=taken.known_from(one)) for one in linked.incidents],
        reactions=linked.reactions,
    )


def said(connection: Connection, moment: Moment, table: Table, kind: type[T]) -> list[T]:
    """Give the tallies, outlooks or affiliations that were known, without reading anything else."""
    found = rows.load(connection, table, kind)
    if moment.now or not found:
        return found
    ids = report_ids(connection, moment)
    return [one for one in found if one.report_id in ids]  # type: ignore[attr-defined]


def report_ids(connection: Connection, moment: Moment) -> frozenset[str]:
    """Give the ids of the reports that were known."""
    days = rows.days(connection)
    return frozenset(id_ for id_, (published, added) in days.items() if moment.knows(published, added))


def read(connection: Connection, moment: Moment, incidents: Sequence[Incident]) -> Reading:
    """Lay out what had been read, from the columns of the tables alone."""
    ids, one, two = report_ids(connection, moment), tables.reports.c, tables.claims.c
    reports = (
        (row.report_id, date.fromisoformat(row.published_end) if row.published_end else None, row.outlet or row.url)
        for row in connection.execute(select(one.report_id, one.published_end, one.outlet, one.url))
        if row.report_id in ids
    )
    pairs = (
        (row.report_id, row.country)
        for row in connection.execute(select(two.report_id, two.country).distinct())
        if row.report_id in ids
    )
    return reading_of(reports, pairs, incidents)
