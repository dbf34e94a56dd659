"""Evidence from who did it to whom."""

from collections.abc import Iterator

from vedette.linking.facts import Facts
from vedette.linking.features.feature import Feature
from vedette.linking.kin import Kin, Kinship
from vedette.model import Claim

_ACTOR = {Kin.SAME: 1.1, Kin.PART: 0.8, Kin.ALLIED: 0.5, Kin.COUNTRY: 0.3, Kin.UNKNOWN: 0.0, Kin.APART: -1.6}
_TARGET = {Kin.SAME: 1.3, Kin.PART: 0.8, Kin.ALLIED: 0.3, Kin.COUNTRY: 0.3, Kin.UNKNOWN: 0.0, Kin.APART: -1.5}
_SIDES = (Kin.SAME, Kin.PART, Kin.ALLIED)
_SAID = {
    Kin.SAME: "the same",
    Kin.PART: "one part of the other",
    Kin.ALLIED: "allied",
    Kin.COUNTRY: "of one country",
    Kin.APART: "not related",
}


def who(one: Facts, two: Facts, kinship: Kinship) -> Iterator[Feature]:
    """Compare the parties; a blow and the blow that answers it have their parties the other way round."""
    left, right = one.claim, two.claim
    actors, targets = kinship.nearest(left.actor, right.actor), kinship.nearest(left.target, right.target)
    if _turned(left, right, kinship):
        yield Feature("sides", -5.0, "the actor of one is the target of the other", bars=True)
        return
    if actors is not Kin.UNKNOWN:
        yield Feature("actor", _ACTOR[actors], f"actors are {_SAID[actors]}")
    if targets is not Kin.UNKNOWN:
        yield Feature("target", _TARGET[targets], f"targets are {_SAID[targets]}")


def _turned(left: Claim, right: Claim, kinship: Kinship) -> bool:
    actors, targets = kinship.nearest(left.actor, right.actor), kinship.nearest(left.target, right.target)
    if actors in _SIDES or targets in _SIDES:
        return False
    crossed = [
        kin in _SIDES for kin in (kinship.nearest(left.actor, right.target), kinship.nearest(left.target, right.actor))
    ]
    return all(crossed) or (any(crossed) and Kin.APART in (actors, targets))
