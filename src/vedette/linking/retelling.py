"""Sentences that go on about the act told just before: its toll ("Five people were killed there"), and what the doer
says of it ("The army said it had struck a depot"), how it ranks ("It was the deadliest attack this year")."""

import re
from collections.abc import Sequence

from vedette.codebook.acts import act_noun
from vedette.linking.facts import Facts
from vedette.linking.features.when import when
from vedette.linking.features.where import where
from vedette.linking.kin import Kin, Kinship
from vedette.linking.kinds import modes_mix

_TOLL = re.compile(r"(?:killed|died|dead|wounded|injured|hurt|perished|dying|maimed)", re.IGNORECASE)
_NEAR = 3  # characters between two sentences of one paragraph
_SAYS = re.compile(
    r"\b(?:said|says|claimed|claims|confirmed|acknowledged|announced|admitted|insisted|added|boasted)\s+"
    r"(?:(?:that|on|later|it|its|they|their|he|she|[A-Z]\w+day|forces|troops|fighters|jets|aircraft|warplanes|men)\s+){1,5}"
    r"(?:had|have|has)\s+(?:\w+ly\s+)?$"
)
_RANKED = re.compile(
    r"\b(?:it|this|that)\s+(?:was\s+|is\s+|as\s+)?(?:one\s+of\s+)?the\s+(?:[\w-]+\s+)?"
    r"(?:deadliest|worst|bloodiest|heaviest|largest|biggest|most|first|second|third|\w+th|latest|fiercest|gravest)\b[^,;.]{0,70}$",
    re.IGNORECASE,
)
_THE = re.compile(r"[“\"]?(?:The|These|This|Those)\s+(?:[\w-]+\s+){0,2}")
_DOER = (Kin.SAME, Kin.PART)
_LOOKED_AT = 4


def only_tells_toll(one: Facts) -> bool:
    """Say whether a claim names victims alone: nobody who did it, no day or place of its own."""
    claim = one.claim
    return (
        _TOLL.fullmatch(claim.trigger.text) is not None
        and not claim.actor
        and not claim.weapon
        and not (one.own_day or one.own_place or claim.aggregate)
    )


def toll_of(one: Facts, before: Sequence[Facts]) -> Facts | None:
    """Give the act of the sentence right before, in one paragraph, whose toll a claim tells; it has none yet."""
    if not only_tells_toll(one):
        return None
    last = [
        other
        for other in before
        if 0 <= one.claim.sentence.start - other.claim.sentence.end <= _NEAR and other.claim.type == "ASSAULT"
    ]
    bare = [other for other in last if other.claim.killed is None and not other.claim.aggregate]
    return bare[-1] if bare and len(bare) == len(last) and not _elsewhere(one, bare[-1]) else None


def retold(one: Facts, before: Sequence[Facts], *, kinship: Kinship) -> Facts | None:
    """Give the act told shortly before that its own doer speaks of ("Moscow said it had hit barracks")."""
    claim = one.claim
    if one.own_day or claim.aggregate:
        return None
    if not _SAYS.search(claim.sentence.text[: claim.trigger.start - claim.sentence.start]):
        return None
    for other in reversed(before[-_LOOKED_AT:]):
        doer = kinship.nearest(claim.actor, other.claim.actor)
        meant = doer in (*_DOER, Kin.COUNTRY) or not claim.actor
        if meant and not other.claim.aggregate and one_kind(one, other):
            return None if _elsewhere(one, other) else other
    return None


def ranked_of(one: Facts, before: Sequence[Facts]) -> Facts | None:
    """Give the act just told that a sentence ranks ("making it the deadliest attack on the city this year")."""
    claim = one.claim
    if not _RANKED.search(claim.sentence.text[: claim.trigger.start - claim.sentence.start]):
        return None
    near = [other for other in before[-_LOOKED_AT:] if other.claim.type == claim.type and not other.claim.aggregate]
    return next((other for other in reversed(near) if not only_tells_toll(other)), None)


def gone_on(one: Facts, before: Sequence[Facts]) -> Facts | None:
    """Give the act of the sentence right before, about which a sentence goes on that begins with its noun ("The raids
    began around midnight")."""
    claim = one.claim
    if claim.aggregate or not _THE.fullmatch(claim.sentence.text[: claim.trigger.start - claim.sentence.start]):
        return None
    if act_noun(claim.trigger.text) is None:
        return None
    last = [other for other in before if 0 <= claim.sentence.start - other.claim.sentence.end <= _NEAR]
    acts = [other for other in last if other.claim.type == claim.type and not other.claim.aggregate]
    if len(acts) != 1 or acts[0].claim.background != claim.background or not one_kind(one, acts[0]):
        return None
    both_days = one.own_day and acts[0].own_day
    apart = both_days and any(reason.bars or reason.weight < 0 for reason in when(one, acts[0]))
    return None if apart or (acts[0].own_place and _elsewhere(one, acts[0])) else acts[0]


def one_kind(one: Facts, other: Facts) -> bool:
    """Say whether two claims may tell one kind of act: one type, and no two modes that reports keep apart."""
    left, right = one.claim.mode, other.claim.mode
    if one.claim.type != other.claim.type:
        return False
    return not left or not right or left == right or "other" in (left, right) or modes_mix(left, right)


def _elsewhere(one: Facts, other: Facts) -> bool:
    return one.own_place and any(reason.bars for reason in where(one, other))
