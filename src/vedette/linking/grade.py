"""How well an incident is supported, in the grades that Airwars publishes.

Confirmed: the party that did it says so, or a person accepted it. Fair: two or more independent voices. Weak: one
voice. Contested: voices name different parties, or the named party denies it. Discounted: those who deny it outweigh
those who claim it, or a person rejected it.
"""

from collections.abc import Iterator, Sequence

from vedette.linking.kin import Kin, Kinship, label
from vedette.linking.kinds import verbal
from vedette.linking.rules.responsible import owns
from vedette.linking.rules.said import Said

GRADES = ("Confirmed", "Fair", "Weak", "Contested", "Discounted")
_TRUST = {"actual": 1.0, "thwarted": 1.0, "claimed": 0.6}
_MOST = 0.99


def grade(
    said: Sequence[Said], contesting: Sequence[Said], *, accepted: bool, rejected: bool, kinship: Kinship
) -> tuple[str, str]:
    """Give the grade and the reason for it in words."""
    voices, deniers = {one.voice for one in said}, {one.voice for one in contesting}
    if rejected:
        return "Discounted", "a person rejected it"
    if accepted:
        return "Confirmed", "a person accepted it"
    if len(deniers) > len(voices) and all(one.claim.status == "claimed" for one in said):
        return "Discounted", f"{_voices(len(deniers))} deny it, {_voices(len(voices))} only claim it"
    if (against := _contested(said, contesting, kinship)) is not None:
        return "Contested", against
    owner = _owned(said, kinship)
    if owner and (len(voices) > 1 or not verbal(said[0].claim.type)):
        return "Confirmed", f"{owner} says so itself" + (f", {_voices(len(voices))}" if len(voices) > 1 else "")
    if len(voices) > 1:
        return "Fair", f"{_voices(len(voices))}"
    return "Weak", "one voice only" + (f": {said[0].claim.outlet}" if said[0].claim.outlet else "")


def confidence(said: Sequence[Said], graded: str) -> float:
    """Give the probability that it happened: 1 - product over voices of (1 - p), p the surest claim of a voice.

    Claims held at a distance count 0.6; a contested incident counts 0.6 of that, a discounted one 0.1.
    """
    best: dict[str, float] = {}
    for one in said:
        best[one.voice] = max(best.get(one.voice, 0.0), one.claim.probability * _TRUST.get(one.claim.status, 0.5))
    doubt = 1.0
    for voice in sorted(best):
        doubt *= 1.0 - min(best[voice], _MOST)
    return round(min(_MOST, 1.0 - doubt) * {"Contested": 0.6, "Discounted": 0.1}.get(graded, 1.0), 4)


def _contested(said: Sequence[Said], contesting: Sequence[Said], kinship: Kinship) -> str | None:
    if contesting:
        named = sorted({_who_says(one) for one in contesting} - {""})
        return f"denied by {', '.join(named)}" if named else "a report denies it"
    rivals = next(_rivals(said, kinship), None)
    return f"laid to {rivals[0]} and to {rivals[1]}" if rivals else None


def _who_says(one: Said) -> str:
    if one.claim.source:
        return one.claim.source.name or one.claim.source.text
    return label(one.claim.actor[0]) if one.claim.actor else ""


def _rivals(said: Sequence[Said], kinship: Kinship) -> Iterator[tuple[str, str]]:
    """Give the parties of other voices that have nothing to do with each other."""
    for i, one in enumerate(said):
        for two in said[i + 1 :]:
            if one.voice != two.voice and _known(one) and _known(two):
                left, right = one.claim.actor, two.claim.actor
                if kinship.nearest(left, right) is Kin.APART:
                    yield label(left[0]), label(right[0])


def _known(one: Said) -> bool:
    return bool(one.claim.actor) and all(party.actor_id for party in one.claim.actor)


def _owned(said: Sequence[Said], kinship: Kinship) -> str | None:
    """Give the source that tells of an act as its own; one that only speaks of "the strikes" owns to none."""
    for one in said:
        source = one.claim.source
        whole = bool(one.claim.target) or verbal(one.claim.type)
        if source and whole and any(owns(source, party, kinship) for party in one.claim.actor):
            return source.name or source.text
    return None


def _voices(count: int) -> str:
    return f"{count} independent voices" if count > 1 else "one voice"
