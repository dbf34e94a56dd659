"""Denials laid beside the incident they deny."""

from collections.abc import Mapping, Sequence

from vedette.linking.facts import Facts
from vedette.linking.kin import Kin, Kinship
from vedette.linking.score import score

_BONUS = 1.2  # a denial names less of what it denies than a report of it does


def denials(
    denied: Sequence[Facts], clusters: Sequence[Sequence[Facts]], *, kinship: Kinship
) -> Mapping[int, list[Facts]]:
    """Give for the place of each cluster the denials that fit it best; a denial that fits none is left out."""
    found: dict[int, list[Facts]] = {}
    by_family: dict[str, list[int]] = {}
    for at, members in enumerate(clusters):
        by_family.setdefault(members[0].family, []).append(at)
    for one in denied:
        near = [at for at in by_family.get(one.family, ()) if _near(one, clusters[at])]
        fits = [(_fit(one, clusters[at], kinship), -at) for at in near]
        best = max(fits, default=(0.0, 0))
        if best[0] > 0 and _may_contest(one, clusters[-best[1]], kinship):
            found.setdefault(-best[1], []).append(one)
    return found


def _near(one: Facts, members: Sequence[Facts]) -> bool:
    """Leave out, cheaply, what lies in another month."""
    first = members[0]
    if one.to is None or first.to is None or one.claim.report_id == first.claim.report_id:
        return True
    return abs(one.to - first.to) <= 45 or not first.dated


def _fit(one: Facts, members: Sequence[Facts], kinship: Kinship) -> float:
    return max(score(one, other, kinship=kinship).total for other in members) + _BONUS


def _may_contest(one: Facts, members: Sequence[Facts], kinship: Kinship) -> bool:
    """Say whether what is denied is this: "A did not strike B" says nothing of what C did to B."""
    actors = [party for other in members for party in other.claim.actor]
    return kinship.nearest(one.claim.actor, actors) is not Kin.APART
