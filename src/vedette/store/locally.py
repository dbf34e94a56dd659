"""What a decision comes to in a large case: the surroundings of the claims that it is about are linked twice, with it
and without, and what differs is what follows from it. Where the surroundings linked without it do not give what is
kept, more hangs together than is seen here, and the whole case has to be linked."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select

from vedette.linking import Linked
from vedette.linking.ids import founded_by
from vedette.linking.kin import Actors
from vedette.linking.ledger import Rulings, edited, rulings
from vedette.model import Claim, Decision, Incident
from vedette.store import revisions, some, tables
from vedette.store.snapshot import Snapshot

MANY = 2000  # reports from which on a case is not linked whole for one decision
_NEAR = timedelta(days=3)
_MOST = 600  # claims linked with one decision


def touched(old: Rulings, new: Rulings) -> frozenset[str]:
    """Give the claims of which one ledger says something else than the other."""
    pairs = {*(old.same ^ new.same), *(old.different ^ new.different)}
    single = (old.accepted ^ new.accepted) | (old.rejected ^ new.rejected) | (old.unsure ^ new.unsure)
    changed = {one for one in {*old.edits, *new.edits} if old.edits.get(one) != new.edits.get(one)}
    return frozenset({*(claim for pair in pairs for claim in pair), *single, *changed})


def relink(
    connection: Connection, held: Sequence[Incident], before: Sequence[Decision], later: Decision, registry: Actors
) -> bool:
    """Write what a decision comes to; `held` are the incidents that hold the claims it is about. Say whether that was
    possible."""
    old, new = rulings(before), rulings([*before, later])
    about = {*touched(old, new), *(claim for one in held for claim in one.claims)}
    claims = _around(connection, about, new)
    if claims is None:
        return False
    without = _linked(connection, claims, before, registry)
    given = _linked(connection, claims, [*before, later], registry)
    before_, after = _differing(without, given), _differing(given, without)
    kept = {one.incident_id: one for one in some.incidents(connection, _ids(before_) | _ids(after))}
    if _forms(kept.values()) != _forms(before_.incidents):
        return False
    revisions.exchange(connection, before_, after)
    return True


def _around(connection: Connection, about: Iterable[str], ruled: Rulings) -> list[Claim] | None:
    """Give the claims that may be about what these are about: of the same reports, or of the same days and countries;
    None where they are too many."""
    known = some.claims(connection, about)
    after = [edited(one, ruled.edits.get(one.claim_id, ())) for one in known]
    near = [_near(one) for one in {*known, *after}]
    table = tables.claims.c
    asked = or_(table.report_id.in_({one.report_id for one in known}), *(one for one in near if one is not None))
    ids = [row.claim_id for row in connection.execute(select(table.claim_id).where(asked).limit(_MOST + 1))]
    return None if len(ids) > _MOST else some.claims(connection, {*ids, *(one.claim_id for one in known)})


def _near(claim: Claim) -> ColumnElement[bool] | None:
    """Ask for the claims that a claim may be one happening with: some days around it, in its country or in none."""
    table, day = tables.claims.c, claim.published
    first, last = claim.when.from_ or claim.when.to or day, claim.when.to or claim.when.from_ or day
    if first is None or last is None:
        return None
    begin, end = str(max(first, date.min + _NEAR) - _NEAR), str(min(last, date.max - _NEAR) + _NEAR)
    days = and_(
        func.coalesce(table.from_day, table.to_day) <= end, func.coalesce(table.to_day, table.from_day) >= begin
    )
    country = claim.place.country
    return days if country is None else and_(days, or_(table.country == country, table.country.is_(None)))


def _linked(connection: Connection, claims: Sequence[Claim], decisions: Sequence[Decision], registry: Actors) -> Linked:
    since = revisions.first_known_of(connection, [founded_by(one.claim_id) for one in claims])
    reports = some.reports(connection, {one.report_id for one in claims})
    taken = Snapshot(reports=tuple(reports), claims=tuple(claims), decisions=tuple(decisions), since=since)
    return taken.linked(registry)


def _differing(one: Linked, other: Linked) -> Linked:
    """Give of what was linked what the other does not have in the very same state."""
    forms, reactions = _forms(other.incidents), set(other.reactions)
    return Linked(
        incidents=tuple(held for held in one.incidents if forms.get(held.incident_id) != revisions.form(held)),
        reactions=tuple(link for link in one.reactions if link not in reactions),
    )


def _forms(incidents: Iterable[Incident]) -> dict[str, str]:
    return {one.incident_id: revisions.form(one) for one in incidents}


def _ids(linked: Linked) -> set[str]:
    return {one.incident_id for one in linked.incidents}


__all__ = ["MANY", "relink", "touched"]
