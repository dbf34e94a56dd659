"""What waits for a person: the most uncertain and most consequential first."""

import math
from collections.abc import Collection, Iterable, Iterator, MutableMapping, Sequence
from dataclasses import dataclass

from vedette.codebook import codebook
from vedette.linking.doubtful import Doubt
from vedette.model import Claim, Incident

_DISPUTED = {"Contested": 1.0, "Weak": 0.75, "Discounted": 0.6, "Fair": 0.4, "Confirmed": 0.15}
_SEVERE = 10.0  # the greatest intensity of the codebook
_DEADLY = math.log1p(200)  # killed, beyond which it makes no difference any more
_SURE = 0.6  # of a claim: one less probable is shown by itself


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A thing to check: an incident, a claim of it, or a pair of incidents; why; how uncertain and how consequential
    it is (0 to 1 each)."""

    kind: str
    incident: str
    claim: str | None = None
    other: str | None = None
    why: str
    uncertainty: float
    consequence: float

    @property
    def weight(self) -> float:
        """Give what it is ordered by."""
        return self.uncertainty * (0.25 + self.consequence)


Weighed = MutableMapping[str, tuple[Incident, Waiting]]  # by incident id: in which state it was weighed


def waiting(
    incidents: Sequence[Incident],
    *,
    claims: Iterable[Claim] = (),
    looked: Collection[str] = (),
    doubts: Iterable[Doubt] = (),
    weighed: Weighed | None = None,
) -> list[Waiting]:
    """Give what no person has decided on, the weightiest first. `looked` are the claims that somebody has, `weighed`
    keeps what was found of incidents for the next time."""
    by_id, known, seen = {one.incident_id: one for one in incidents}, {} if weighed is None else weighed, set(looked)
    found = [_weighed(one, known) for one in incidents if seen.isdisjoint(one.claims)]
    if unsure := [one for one in claims if one.claim_id not in seen and _unsure(one)]:
        home = {claim: one for one in incidents for claim in one.claims}
        found += [_claim(one, home[one.claim_id]) for one in unsure if one.claim_id in home]
    found += [_pair(one, by_id) for one in doubts]
    return sorted(found, key=lambda one: (-one.weight, one.kind, one.incident, one.claim or one.other or ""))


def _weighed(one: Incident, known: Weighed) -> Waiting:
    held = known.get(one.incident_id)
    if held is None or held[0] is not one:
        held = known[one.incident_id] = (one, _incident(one))
    return held[1]


def consequence(one: Incident) -> float:
    """Give how much hangs on an incident (0 to 1): its dead, how grave its type is, what answered it."""
    dead = math.log1p(max(one.killed.best, (one.killed.high or 0) / 2)) if one.killed else 0.0
    grave = -min(0.0, codebook().types[one.type].intensity) / _SEVERE
    answered = min(1.0, len(one.reactions) / 3)
    return round(0.5 * min(1.0, dead / _DEADLY) + 0.35 * grave + 0.15 * answered, 4)


def uncertainty(one: Incident) -> float:
    """Give how unsure an incident is (0 to 1): its grade, its confidence, and how far its figures lie apart."""
    unsure = 4 * one.confidence * (1 - one.confidence)
    return round(min(1.0, 0.55 * _DISPUTED.get(one.grade, 0.5) + 0.3 * unsure + 0.15 * _spread(one)), 4)


def _spread(one: Incident) -> float:
    if one.killed is None or one.killed.high is None:
        return 0.5 if one.killed else 0.0
    return (one.killed.high - one.killed.low) / max(1, one.killed.high)


def _incident(one: Incident) -> Waiting:
    return Waiting(
        kind="incident",
        incident=one.incident_id,
        why="; ".join(_reasons(one)),
        uncertainty=uncertainty(one),
        consequence=consequence(one),
    )


def _reasons(one: Incident) -> Iterator[str]:
    yield f"{one.grade}: {one.grade_reason}" if one.grade_reason else one.grade
    if one.killed and one.killed.low != one.killed.high:
        yield "the figures of the dead differ" if one.killed.high is not None else "the figure of the dead is open"
    if one.confidence < _SURE:
        yield f"held to have happened with {one.confidence:.0%}"
    if not one.place.known:
        yield "no place is known"


def _unsure(one: Claim) -> bool:
    return one.probability < _SURE


def _claim(one: Claim, home: Incident) -> Waiting:
    return Waiting(
        kind="claim",
        incident=home.incident_id,
        claim=one.claim_id,
        why=f"read with {one.probability:.0%}: “{one.trigger.text}” as {one.type.lower()}",
        uncertainty=round(1 - abs(2 * one.probability - 1), 4),
        consequence=round(consequence(home) / max(1, len(home.claims)), 4),
    )


def _pair(one: Doubt, by_id: dict[str, Incident]) -> Waiting:
    left, right = by_id[one.left], by_id[one.right]
    return Waiting(
        kind="pair",
        incident=one.left,
        other=one.right,
        why=f"may be one: {one.score.explained()}",
        uncertainty=round(1 / (1 + math.exp(-one.score.total)) * 2, 4) if one.score.total < 0 else 1.0,
        consequence=max(consequence(left), consequence(right)),
    )
