"""The place of an incident."""

from collections.abc import Sequence

from vedette.linking.features.where import coarse, kilometres, radius
from vedette.linking.rules.said import Said
from vedette.model import NOWHERE, Place

_NO_PRECISION = 9


def place(said: Sequence[Said]) -> Place:
    """Give the most exact place of the largest group of places that can be one.

    Each known place gathers the voices whose places can be the same (same name, or as near as their precision leaves
    open). The place with most voices wins, then the most exact, then the one with most voices of its very name.
    """
    known = [one for one in said if one.claim.place.known]
    if not known:
        return NOWHERE
    return min(known, key=lambda one: _rank(one, known)).claim.place


def _rank(one: Said, known: Sequence[Said]) -> tuple[int, int, int, str, str]:
    here = one.claim.place
    fitting = {other.voice for other in known if _fits(here, other.claim.place)}
    named = {other.voice for other in known if other.claim.place.name == here.name}
    return -len(fitting), int(here.precision or _NO_PRECISION), -len(named), here.name or "", one.claim.claim_id


def _fits(left: Place, right: Place) -> bool:
    if left.name == right.name and left.country == right.country:
        return True
    if left.located and right.located and not (coarse(left) or coarse(right)):
        return kilometres(left, right) <= radius(left) + radius(right)
    return left.country == right.country
