"""What a case says at one moment: now, or as it was known on a day."""

from dataclasses import dataclass
from datetime import date, datetime, time

from sqlalchemy import Connection

from vedette.linking import Linked, link
from vedette.linking.kin import Actors
from vedette.model import Claim, Decision, Report
from vedette.store import rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """The reports, claims and decisions that linking works from."""

    reports: tuple[Report, ...]
    claims: tuple[Claim, ...]
    decisions: tuple[Decision, ...]

    def linked(self, registry: Actors) -> Linked:
        """Link what the snapshot holds."""
        return link(self.claims, reports=self.reports, decisions=self.decisions, registry=registry)


def take(connection: Connection) -> Snapshot:
    """Give all that the case says now."""
    return Snapshot(
        reports=tuple(rows.load_reports(connection)),
        claims=tuple(rows.load_claims(connection)),
        decisions=tuple(rows.load_decisions(connection)),
    )


def take_as_of(connection: Connection, day: date) -> Snapshot:
    """Give what could be known at the end of `day`.

    A report counts when it was published on or before that day: for an interval its last day counts, for an unknown
    date the day on which the case got the report. A decision counts from the day on which it was made.
    """
    whole, added = take(connection), rows.added_days(connection)
    reports = tuple(one for one in whole.reports if (one.day or date.fromisoformat(added[one.id])) <= day)
    ids = {one.id for one in reports}
    end = datetime.combine(day, time.max)
    return Snapshot(
        reports=reports,
        claims=tuple(one for one in whole.claims if one.report_id in ids),
        decisions=tuple(one for one in whole.decisions if one.at.replace(tzinfo=None) <= end),
    )
