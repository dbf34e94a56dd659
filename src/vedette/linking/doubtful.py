"""Pairs of incidents that may be one: what a person should look at."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from vedette.linking.candidates import pairs
from vedette.linking.facts import Facts, facts_of
from vedette.linking.kin import Actors, Kinship
from vedette.linking.ledger import Rulings, rulings
from vedette.linking.origins import origins
from vedette.linking.score import Score, score
from vedette.model import Claim, Decision, Incident, Report

_NEARLY = -2.5  # of the score above which two claims are one happening (0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """Two incidents and how surely they are one (below 0: held apart), by the two claims of theirs most alike."""

    left: str
    right: str
    claims: tuple[str, str]
    score: Score


def doubtful(
    incidents: Sequence[Incident],
    *,
    claims: Mapping[str, Claim],
    reports: Mapping[str, Report],
    decisions: Iterable[Decision] = (),
    registry: Actors | None = None,
    origin: Mapping[str, str] | None = None,
    least: float = _NEARLY,
) -> list[Doubt]:
    """Give the pairs of incidents that are held apart by little, the most alike first; none that a person ruled on.
    `origin` is each report's origin, where that is known."""
    home = {claim: one.incident_id for one in incidents for claim in one.claims}
    told = [claims[key] for key in home if key in claims]
    held = {one.report_id for one in told}
    if origin is None:
        origin = origins(one for one in reports.values() if one.id in held)
    facts = facts_of(told, reports=reports, origin=origin)
    kinship, ruled = Kinship(registry), _ruled(rulings(decisions), home)
    best: dict[tuple[str, str], Doubt] = {}
    for i, j in pairs(facts):
        found = _doubt(facts[i], facts[j], home, kinship)
        if found is None or (found.left, found.right) in ruled or found.score.total < least:
            continue
        if (key := (found.left, found.right)) not in best or best[key].score.total < found.score.total:
            best[key] = found
    return sorted(best.values(), key=lambda one: (-one.score.total, one.left, one.right))


def _doubt(one: Facts, two: Facts, home: Mapping[str, str], kinship: Kinship) -> Doubt | None:
    left, right = home[one.key], home[two.key]
    if left == right:
        return None
    if left > right:
        one, two, left, right = two, one, right, left
    found = score(one, two, kinship=kinship)
    return None if found.barred else Doubt(left=left, right=right, claims=(one.key, two.key), score=found)


def _ruled(given: Rulings, home: Mapping[str, str]) -> set[tuple[str, str]]:
    """Give the pairs of incidents of which a person has said that they differ."""
    found = set()
    for one, two in given.different:
        if one in home and two in home:
            left, right = sorted((home[one], home[two]))
            found.add((left, right))
    return found
