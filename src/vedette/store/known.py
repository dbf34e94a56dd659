"""What a case knows at a moment: read from what is kept where that is now, else linked anew."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from vedette.linking.kin import Actors
from vedette.model import Affiliation, Claim, Incident, Outlook, Reaction, Report, Tally
from vedette.store import revisions, rows, snapshot, tables
from vedette.store.snapshot import Moment


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """The incidents and reactions that were known."""

    incidents: Sequence[Incident]
    reactions: Sequence[Reaction]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The reports that were known, and what they say less their claims' links."""

    reports: Sequence[Report]
    claims: Sequence[Claim]
    tallies: Sequence[Tally]
    outlooks: Sequence[Outlook]
    affiliations: Sequence[Affiliation]


def known(connection: Connection, moment: Moment, registry: Actors) -> Known:
    """Give the incidents and reactions of a moment."""
    if moment.now:
        return Known(
            incidents=revisions.current_incidents(connection), reactions=revisions.current_reactions(connection)
        )
    taken = snapshot.take_at(connection, moment)
    linked = taken.linked(registry)
    return Known(
        incidents=[replace(one, known_from=taken.known_from(one)) for one in linked.incidents],
        reactions=linked.reactions,
    )


def told(connection: Connection, moment: Moment) -> Told:
    """Give the reports of a moment and what they say."""
    taken = snapshot.take_at(connection, moment)
    ids = {one.id for one in taken.reports}
    return Told(
        reports=taken.reports,
        claims=taken.claims,
        tallies=[one for one in rows.load(connection, tables.tallies, Tally) if one.report_id in ids],
        outlooks=[one for one in rows.load(connection, tables.outlooks, Outlook) if one.report_id in ids],
        affiliations=[one for one in rows.load(connection, tables.affiliations, Affiliation) if one.report_id in ids],
    )
