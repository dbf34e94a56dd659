"""What a verdict on whole incidents comes to, written with it: only their grades follow from it, so that nothing has to
be linked. What this cannot tell for sure is left to linking."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import permutations

from sqlalchemy import Connection, select

from vedette.linking.grade import confidence, grade
from vedette.linking.kin import Actors, Kinship
from vedette.linking.ledger import Rulings, edited, rulings
from vedette.linking.rules import Said
from vedette.model import Claim, Decision, Incident
from vedette.store import revisions, rows, some, tables

_MOST = 12  # incidents written with one decision
_ORDERED = 4  # claims whose order is tried in every way
_UNSURE = "; a person has looked and is unsure"
Graded = tuple[str, str, float]


def apply(connection: Connection, decision: Decision, before: Sequence[Decision], registry: Actors) -> bool:
    """Write what a decision, just kept, changes; say whether that was done, so that the case is linked as it was."""
    said = rows.version(connection, "said")
    if rows.version(connection, "linked") != said - 1:
        return False
    old, new = rulings(before), rulings([*before, decision])
    if (old.same, old.different, old.edits) != (new.same, new.different, new.edits):
        return False
    held = _holding(connection, _ruled(old) ^ _ruled(new))
    changed = None if held is None else [_changed(connection, one, old, new, Kinship(registry)) for one in held]
    if changed is None or any(one is None for one in changed):
        return False
    revisions.renew(connection, [one for one in changed if one is not None])
    rows.set_version(connection, "linked", said)
    return True


def _ruled(given: Rulings) -> frozenset[tuple[str, str]]:
    """Give each claim that was judged by itself, with how."""
    kinds = {"accepted": given.accepted, "rejected": given.rejected, "unsure": given.unsure}
    return frozenset((claim, kind) for kind, claims in kinds.items() for claim in claims)


def _holding(connection: Connection, ruled: Iterable[tuple[str, str]]) -> list[Incident] | None:
    """Give the incidents that hold these claims; None where they are many."""
    found: list[Incident] = []
    left = {claim for claim, _ in ruled}
    table = tables.incidents
    while left:
        claim = min(left)
        like = select(table.c.incident_id).where(table.c.known_to.is_(None), table.c.form.contains(f'"{claim}"'))
        ids = [row.incident_id for row in connection.execute(like)]
        found += [one for one in some.incidents(connection, ids) if claim in one.claims]
        if len(found) > _MOST:
            return None
        left -= {claim}.union(*(one.claims for one in found))
    return found


def _changed(
    connection: Connection, incident: Incident, old: Rulings, new: Rulings, kinship: Kinship
) -> Incident | None:
    """Give an incident as the new rulings have it; None where more than its grade may follow from them, or where what
    is kept of it does not follow from the old ones in the way known here."""
    claims = [edited(one, new.edits.get(one.claim_id, ())) for one in some.claims(connection, incident.claims)]
    founding = [one for one in claims if one.status != "denied"]
    denying = [one for one in claims if one.status == "denied"]
    voice = _voices(founding, incident.independent_origins, connection)
    if voice is None or len({one.report_id for one in denying}) > 1:
        return None
    said = [Said(claim=one, voice=voice[one.report_id], tells=True) for one in founding]
    contesting = [Said(claim=one, voice="denies", tells=True) for one in denying]
    now, then = (_graded(said, contesting, ruled, kinship) for ruled in (new, old))
    if now is None or then != (incident.grade, incident.grade_reason, incident.confidence):
        return None
    graded, reason, sure = now
    return replace(incident, grade=graded, grade_reason=reason, confidence=sure)


def _voices(claims: Sequence[Claim], count: int, connection: Connection) -> dict[str, str] | None:
    """Give each report's voice, where their number tells: all one, each its own, or one an agency or outlet."""
    ids = sorted({one.report_id for one in claims})
    houses = {one.id: (one.agency or one.outlet or one.id).casefold() for one in some.reports(connection, ids)}
    for voice in (dict.fromkeys(ids, "one"), {one: one for one in ids}, houses):
        if len(set(voice.values())) == count and voice.keys() >= set(ids):
            return voice
    return None


def _graded(said: Sequence[Said], contesting: Sequence[Said], ruled: Rulings, kinship: Kinship) -> Graded | None:
    """Grade as `vedette.linking.derive` does; None where only some of the claims are rejected, or where the order of
    the claims, which is not known here, would matter."""
    keys = {one.claim.claim_id for one in said}
    if not said or (keys & ruled.rejected and not keys <= ruled.rejected):
        return None
    accepted, rejected = bool(keys & ruled.accepted), keys <= ruled.rejected
    unsure = not (accepted or rejected) and bool(keys & ruled.unsure)
    found = {
        grade(order, contesting, accepted=accepted, rejected=rejected, kinship=kinship)
        for order in _orders(said, settled=accepted or rejected)
    }
    if len(found) != 1:
        return None
    graded, reason = found.pop()
    return graded, reason + (_UNSURE if unsure else ""), confidence(said, graded)


def _orders(said: Sequence[Said], *, settled: bool) -> Iterator[Sequence[Said]]:
    if settled:
        return iter([said])
    return iter(permutations(said)) if len(said) <= _ORDERED else iter(())
