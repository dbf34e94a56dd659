"""An incident derived from its claims by the written rules."""

from collections.abc import Mapping, Sequence

from vedette.linking.grade import confidence, grade
from vedette.linking.kin import Kinship
from vedette.linking.ledger import Rulings
from vedette.linking.rules import Said, by_side, days, mode, parties, place, responsible, status, toll, type_
from vedette.linking.summary import summary
from vedette.model import Claim, Incident, Report, ReportRef
from vedette.model.ids import content_id


def derive(
    said: Sequence[Said],
    contesting: Sequence[Said] = (),
    *,
    reports: Mapping[str, Report],
    rulings: Rulings,
    kinship: Kinship,
) -> Incident:
    """Derive an incident from the claims that found it and those that contest it."""
    standing = [one for one in said if one.claim.claim_id not in rulings.rejected] or list(said)
    rejected = standing[0].claim.claim_id in rulings.rejected
    accepted = any(one.claim.claim_id in rulings.accepted for one in standing)
    telling = [one for one in standing if one.tells] or standing
    sort = type_(telling)
    how, when, where = mode(telling, of=sort), days(telling), place(telling)
    actors = parties(standing, lambda claim: claim.actor, kinship=kinship)
    targets = parties(standing, lambda claim: claim.target, kinship=kinship)
    killed, injured = toll(standing, lambda claim: claim.killed), toll(standing, lambda claim: claim.injured)
    graded, reason = grade(standing, contesting, accepted=accepted, rejected=rejected, kinship=kinship)
    if not (accepted or rejected) and any(one.claim.claim_id in rulings.unsure for one in standing):
        reason += "; a person has looked and is unsure"
    held, aggregate = status(telling), standing[0].claim.aggregate
    everyone = [one.claim for one in (*said, *contesting)]
    return Incident(
        incident_id=incident_id([one.claim for one in said]),
        type=sort,
        mode=how,
        status=held,
        from_=when.from_,
        to=when.to,
        date_precision=when.precision,
        place=where,
        actors=actors,
        targets=targets,
        weapons=weapons(standing),
        killed=killed,
        injured=injured,
        killed_by_side=by_side(standing, lambda claim: claim.killed, whole=killed),
        injured_by_side=by_side(standing, lambda claim: claim.injured, whole=injured),
        responsibility=responsible(standing, contesting, kinship=kinship),
        independent_origins=len({one.voice for one in standing}),
        reports=report_refs(everyone, reports),
        claims=tuple(sorted(claim.claim_id for claim in everyone)),
        grade=graded,
        grade_reason=reason,
        confidence=confidence(standing, graded),
        aggregate=aggregate,
        background=all(one.claim.background for one in standing),
        summary=summary(
            type_=sort,
            mode=how,
            status=held,
            actors=actors,
            targets=targets,
            place=where,
            from_=when.from_,
            to=when.to,
            killed=killed,
            injured=injured,
            aggregate=aggregate,
        ),
    )


def incident_id(claims: Sequence[Claim]) -> str:
    """Name an incident after its first claim: the earliest published, then the smallest id.

    So a later report that joins an incident leaves its id as it is.
    """
    undated = "9999-12-31"
    first = min(claims, key=lambda one: (one.published.isoformat() if one.published else undated, one.claim_id))
    return content_id("inc", first.claim_id)


def weapons(said: Sequence[Said]) -> tuple[str, ...]:
    """Give the weapons as the claims word them, each once, in the order of the alphabet."""
    named = {span.text.casefold(): span.text for one in reversed(said) for span in one.claim.weapon}
    return tuple(named[key] for key in sorted(named))


def report_refs(claims: Sequence[Claim], reports: Mapping[str, Report]) -> tuple[ReportRef, ...]:
    """Give the reports of the claims, the earliest first."""
    refs = {
        one.report_id: ReportRef(report_id=one.report_id, url=one.url, outlet=one.outlet, published=one.published)
        for one in claims
    }
    return tuple(sorted(refs.values(), key=lambda ref: (ref.published is None, ref.published or 0, ref.report_id)))
