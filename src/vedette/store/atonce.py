"""What a decision comes to, written with it. From a verdict on whole incidents only their grades follow, so that
nothing has to be linked; of other decisions a large case links the surroundings alone. What this cannot tell for sure
is left to linking."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import permutations

from sqlalchemy import Connection, select

from vedette.linking.grade import confidence, grade
from vedette.linking.kin import Actors, Kinship
from vedette.linking.ledger import Rulings, edited, rulings
from vedette.linking.origins import origins, voices
from vedette.linking.rules import Said
from vedette.model import Claim, Decision, Incident, Report
from vedette.store import locally, revisions, rows, some, tables

_MOST = 12  # incidents written with one decision
_ORDERED = 12  # claims whose order is tried
_UNSURE = "; a person has looked and is unsure"
Graded = tuple[str, str, float]


def apply(connection: Connection, decisions: Sequence[Decision], before: Sequence[Decision], registry: Actors) -> None:
    """Write what decisions come to that were kept since the case was linked last, one by one, as far as that can be
    told; `before` are the ones that were linked. Nothing is done where anything else was said since."""
    if rows.version(connection, "said") - (linked := rows.version(connection, "linked")) != len(decisions):
        return
    ledger, kinship = list(before), Kinship(registry)
    for number, one in enumerate(decisions, 1):
        old, new = rulings(ledger), rulings([*ledger, one])
        if not (_written(connection, old, new, kinship) or _relinked(connection, ledger, one, registry)):
            return
        ledger.append(one)
        rows.set_version(connection, "linked", linked + number)


def _written(connection: Connection, old: Rulings, new: Rulings, kinship: Kinship) -> bool:
    if (old.same, old.different, old.edits) != (new.same, new.different, new.edits):
        return False
    held = _holding(connection, _ruled(old) ^ _ruled(new))
    changed = None if held is None else [_changed(connection, one, old, new, kinship) for one in held]
    if changed is None or any(one is None for one in changed):
        return False
    revisions.renew(connection, [one for one in changed if one is not None])
    return True


def _relinked(connection: Connection, ledger: Sequence[Decision], later: Decision, registry: Actors) -> bool:
    """In a large case, link the surroundings of what a decision is about; a small one is soon linked whole."""
    if some.counts(connection)["reports"] <= locally.MANY:
        return False
    about = locally.touched(rulings(ledger), rulings([*ledger, later]))
    held = _holding(connection, ((claim, "") for claim in about))
    return held is not None and locally.relink(connection, held, ledger, later, registry)


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
    if len({one.report_id for one in denying}) > 1:
        return None
    contesting = [Said(claim=one, voice="denies", tells=True) for one in denying]
    stored, found = (incident.grade, incident.grade_reason, incident.confidence), set[Graded | None]()
    for voice in _voices(founding, some.reports(connection, {one.report_id for one in founding})):
        said = [Said(claim=one, voice=voice[one.report_id], tells=True) for one in founding]
        as_many = len(set(voice.values())) == incident.independent_origins
        if as_many and _graded(said, contesting, old, kinship) == stored:
            found.add(_graded(said, contesting, new, kinship))
    if len(found) != 1 or (now := found.pop()) is None:
        return None
    graded, reason, sure = now
    return replace(incident, grade=graded, grade_reason=reason, confidence=sure)


def _voices(claims: Sequence[Claim], reports: Sequence[Report]) -> Iterator[dict[str, str]]:
    """Give the ways in which reports can be voices, as far as they tell themselves: all one, each its own, those of an
    agency or outlet and copies of one text together. Which holds depends on all reports of the case; their number, and
    what is kept of an incident, tell."""
    ids = sorted({one.report_id for one in claims})
    yield dict.fromkeys(ids, "one")
    yield {one: one for one in ids}
    yield voices(reports, origins(reports))
    yield voices(reports, {one: one for one in ids})


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
    """Give the orders that can matter: a grade looks at the first claim, and at the first pair that disagrees."""
    if settled or len(said) == 1:
        yield said
    elif len(said) <= _ORDERED:
        for first, second in permutations(range(len(said)), 2):
            rest = (one for at, one in enumerate(said) if at not in (first, second))
            yield [said[first], said[second], *rest]
