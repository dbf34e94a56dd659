"""What a case says at one moment: now, or as it was known on a day."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time

from sqlalchemy import Connection

from vedette.linking import Linked, link
from vedette.linking.ids import lasting
from vedette.linking.kin import Actors
from vedette.model import Claim, Decision, Report
from vedette.store import revisions, rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """The reports, claims and decisions that linking works from, and since when the case has known each incident id."""

    reports: tuple[Report, ...]
    claims: tuple[Claim, ...]
    decisions: tuple[Decision, ...]
    since: Mapping[str, str] = field(default_factory=dict)

    def linked(self, registry: Actors) -> Linked:
        """Link what the snapshot holds; incidents keep the ids under which the case knows them."""
        linked = link(self.claims, reports=self.reports, decisions=self.decisions, registry=registry)
        return lasting(linked, published={one.claim_id: one.published for one in self.claims}, since=self.since)


def take(connection: Connection) -> Snapshot:
    """Give all that the case says now."""
    return Snapshot(
        reports=tuple(rows.load_reports(connection)),
        claims=tuple(rows.load_claims(connection)),
        decisions=tuple(rows.load_decisions(connection)),
        since=revisions.first_known(connection),
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
        since=whole.since,
    )
