"""What a case says at one moment: now, or as it was known on a day, or as the case held it on a day."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from typing import TypeVar

from sqlalchemy import Connection

from vedette.linking import Linked, link
from vedette.linking.ids import lasting
from vedette.linking.kin import Actors
from vedette.model import Claim, Decision, Incident, Report
from vedette.store import revisions, rows, some

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A moment on two axes: what reports had told by the end of a day, and what the case held by the end of a day.

    None leaves an axis open: all that was ever published, all that the case holds.
    """

    published: date | None = None
    recorded: date | None = None

    @property
    def now(self) -> bool:
        """Say whether nothing is left out."""
        return self.published is None and self.recorded is None

    @property
    def last(self) -> date:
        """Give the earlier of the two days: nothing that came later may have a say."""
        return min(day for day in (self.published, self.recorded, date.max) if day is not None)

    def knows(self, published: date, added: date) -> bool:
        """Say whether a report published and added on these days was known."""
        return (self.published is None or published <= self.published) and (
            self.recorded is None or added <= self.recorded
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """The reports, claims and decisions that linking works from, since when the case has known each incident id, and
    the day on which each report was known."""

    reports: tuple[Report, ...]
    claims: tuple[Claim, ...]
    decisions: tuple[Decision, ...]
    since: Mapping[str, str] = field(default_factory=dict)
    days: Mapping[str, date] = field(default_factory=dict)

    def linked(self, registry: Actors) -> Linked:
        """Link what the snapshot holds; incidents keep the ids under which the case knows them."""
        linked = link(self.claims, reports=self.reports, decisions=self.decisions, registry=registry)
        return lasting(linked, published={one.claim_id: one.published for one in self.claims}, since=self.since)

    def known_from(self, incident: Incident) -> datetime:
        """Give since when an incident was known: as the case had it by then, else the day of its first report."""
        if incident.incident_id in self.since:
            return datetime.fromisoformat(self.since[incident.incident_id])
        first = min(self.days[ref.report_id] for ref in incident.reports)
        return datetime.combine(first, time.min, UTC)


def take(connection: Connection) -> Snapshot:
    """Give all that the case says now."""
    return take_at(connection, Moment())


def take_at(connection: Connection, moment: Moment) -> Snapshot:
    """Give what could be known at a moment; the same whenever it is asked, and whatever comes later.

    A report is known from the day on which it was published, for an interval from its last day; one without a date
    from the day on which the case got it. A decision counts from the day on which it was made, and the name that the
    case gave an incident from the day on which it gave it.
    """
    days, since = rows.days(connection), revisions.first_known(connection)
    known = {id_: published for id_, (published, added) in days.items() if moment.knows(published, added)}
    few = len(known) < len(days) / 2
    reports = some.reports(connection, known) if few else rows.load_reports(connection)
    claims = some.claims_of_reports(connection, known) if few else rows.load_claims(connection)
    return Snapshot(
        reports=tuple(one for one in reports if one.id in known),
        claims=told_by(claims, known),
        decisions=tuple(one for one in rows.load_decisions(connection) if one.at.date() <= moment.last),
        since={id_: at for id_, at in since.items() if date.fromisoformat(at[:10]) <= moment.last},
        days=known,
    )


def leaves_nothing_out(connection: Connection, moment: Moment) -> bool:
    """Say whether all that the case holds was known: its reports and decisions, and the names of its incidents. Then
    what is kept of now is the answer, by whatever version it was linked."""
    return (
        all(moment.knows(published, added) for published, added in rows.days(connection).values())
        and all(one.at.date() <= moment.last for one in rows.load_decisions(connection))
        and all(date.fromisoformat(at[:10]) <= moment.last for at in revisions.first_known(connection).values())
    )


def told_by(ones: "list[T]", reports: Mapping[str, object]) -> tuple[T, ...]:
    """Give the claims, tallies ... that these reports make."""
    return tuple(one for one in ones if one.report_id in reports)  # type: ignore[attr-defined]
