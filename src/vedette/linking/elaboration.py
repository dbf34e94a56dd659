"""Sentences that tell more of an act their report told before: what it hit ("The drone struck the barracks"), one of
several places that were struck, a later or another toll."""

import re
from collections import defaultdict
from collections.abc import Sequence

from vedette.linking.facts import Facts
from vedette.linking.features import when, where
from vedette.linking.interception import attack_of
from vedette.linking.kin import Kin, Kinship
from vedette.linking.kinds import modes_mix, verbal
from vedette.linking.referring import party_refers, refers
from vedette.model import Place, WherePrecision

_LOOKED_AT = 8
_STEP = 0.25  # what an act loses for each one told since
_TOLL = re.compile(r"(?:killed|died|dead|wounded|injured|hurt|perished|deaths?|toll|casualties)", re.IGNORECASE)
_ANOTHER = re.compile(
    r"\b(?:another|separate(?:ly)?|second|third|elsewhere|also|earlier|later|meanwhile|in addition|further|"
    r"previous(?:ly)?|more|afterwards?|since|hours? after|days? after)\b",
    re.IGNORECASE,
)
_SEVERAL = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|dozens?|several|multiple|many|various|\d+)\b(?:[^,;]*)s\b",
    re.IGNORECASE,
)


def elaborations(facts: Sequence[Facts], *, kinship: Kinship) -> dict[str, str]:
    """Give the act told before in its report to each claim that only tells more of that act (ids of claims)."""
    by_report: dict[str, list[Facts]] = defaultdict(list)
    for one in sorted(facts, key=lambda fact: (fact.claim.trigger.start, fact.key)):
        if not verbal(one.claim.type):
            by_report[one.claim.report_id].append(one)
    return {
        one.key: act.key
        for told in by_report.values()
        for at, one in enumerate(told)
        if one.antecedent is None
        and not one.claim.caption
        and (act := attack_of(one, told) or _act_of(one, told[:at], kinship)) is not None
    }


def says_where(one: Facts) -> bool:
    """Say whether a claim names an exact place itself, by which other reports may know its act."""
    return one.own_place and _fine(one.claim.place)


def _act_of(one: Facts, before: Sequence[Facts], kinship: Kinship) -> Facts | None:
    acts = [other for other in before if _can_hold(other, one)]
    if tells_toll(one):
        return _best(one, acts, kinship)
    if _ANOTHER.search(_lead(one)):
        return None
    if _takes_up(one):
        return _best(one, [other for other in acts if _alike(other, one)], kinship)
    return _best(one, [other for other in acts if _holds(other, one)], kinship)


def tells_toll(one: Facts) -> bool:
    """Say whether a claim names victims alone: no doer, weapon, day or place of its own."""
    claim = one.claim
    figures = [toll.text for toll in (claim.killed, claim.injured) if toll is not None]
    only = _TOLL.fullmatch(claim.trigger.text) is not None or claim.trigger.text in figures
    return only and bool(figures) and not (claim.actor or claim.weapon or one.own_day or one.own_place)


def _can_hold(other: Facts, one: Facts) -> bool:
    """Say whether an earlier claim tells an act by itself, of the same family and background."""
    return (
        other.family == one.family
        and not (other.thin or other.reference or other.claim.caption or other.claim.aggregate or tells_toll(other))
        and other.claim.background == one.claim.background
        and not one.claim.aggregate
    )


def _best(one: Facts, acts: Sequence[Facts], kinship: Kinship) -> Facts | None:
    """Give the act that fits best of those that day, place and parties allow, the nearer going first."""
    ranked = [
        (_fit(one, other, kinship) - _STEP * away, -away, other.key, other)
        for away, other in enumerate(reversed(acts[-_LOOKED_AT:]))
        if _allowed(one, other, kinship)
    ]
    return max(ranked)[3] if ranked else None


def _allowed(one: Facts, other: Facts, kinship: Kinship) -> bool:
    if one.own_day and any(feature.bars or feature.weight < -1 for feature in when(one, other)):
        return False
    if one.own_place and any(feature.bars for feature in where(one, other)):
        return False
    return kinship.nearest(one.claim.actor, other.claim.actor) is not Kin.APART


def _fit(one: Facts, other: Facts, kinship: Kinship) -> float:
    near = kinship.nearest(one.claim.actor, other.claim.actor)
    known = 1.0 if near in (Kin.SAME, Kin.PART) else 0.0
    return known + (0.6 if one.claim.mode == other.claim.mode else 0.0)


def _alike(other: Facts, one: Facts) -> bool:
    left, right = other.claim.mode, one.claim.mode
    mixed = not left or not right or "other" in (left, right) or left == right or modes_mix(left, right)
    return mixed and other.claim.sentence.start != one.claim.sentence.start


def _takes_up(one: Facts) -> bool:
    """Say whether a claim's target, or where it has no doer its weapon, is something told before."""
    claim = one.claim
    if one.own_place:
        return False
    if claim.target:
        return all(party_refers(party) for party in claim.target) or _by_known_weapon(one)
    return _by_known_weapon(one)


def _by_known_weapon(one: Facts) -> bool:
    return not one.claim.actor and bool(one.claim.weapon) and all(refers(span.text) for span in one.claim.weapon)


def _holds(other: Facts, one: Facts) -> bool:
    """Say whether an act told of several targets, at no exact place, holds one of its kind told with an exact place."""
    if other.claim.sentence.start == one.claim.sentence.start or other.claim.mode != one.claim.mode:
        return False
    several = any(_SEVERAL.search(party.text) for party in other.claim.target)
    return several and says_where(one) and not _fine(other.claim.place)


def _fine(place: Place) -> bool:
    return place.known and place.precision is not None and place.precision < WherePrecision.FIRST_ORDER


def _lead(one: Facts) -> str:
    return one.claim.sentence.text[: max(0, one.claim.trigger.start - one.claim.sentence.start)]
