"""Drones, missiles and boats brought down: no blow of those who did it, but the attack that these were sent on, which
failed ("Air defences shot down three drones over the city")."""

import re
from collections.abc import Sequence
from dataclasses import replace

from vedette.linking.facts import Facts
from vedette.linking.features import when, where
from vedette.linking.referring import is_part
from vedette.model import Claim, Span, Toll

_DOWNS = re.compile(
    r"(?:shot|shoot(?:ing)?|shoots|brought|bringing|took|taking|taken)\s+(?:\w+\s+)?down|shot|downed|downing|"
    r"intercept\w*|repel(?:led|ling|s)?|neutrali[sz]\w+|engaged|jammed|"
    r"(?P<broke>destroy(?:ed|ing|s)?|sank|sunk|sinking|hit)",
    re.IGNORECASE,
)
_SENT = re.compile(
    r"(?:\b(?:one-way|attack|attacking|suicide|kamikaze|explosive|explosives-laden|unmanned|sea|naval|hostile|enemy|incoming|"
    r"bomb-laden|FPV|ballistic|cruise|anti-ship)\s+(?:\w+\s+)?)?"
    r"\b(?:drones?|UAVs?|missiles?|rockets?|projectiles?|munitions?|(?:unmanned|explosive|drone|suicide|sea)[\w\s-]*boats?)$",
    re.IGNORECASE,
)
_MANY = re.compile(
    r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|several|dozens?|all|most|some|both)\b|s$", re.I
)
_PRIZE = re.compile(
    r"\b(?:reconnaissance|surveillance|spy|observation|MQ-?\d|Reaper|Predator|Global Hawk|Hermes|Heron)\b"
)
_ON_ITS_WAY = re.compile(
    r"\b(?:air[- ]defen[cs]\w+|anti-aircraft|(?:tried|trying|attempt\w*|about)\s+to|head(?:ed|ing)\s+(?:for|towards?)|"
    r"aimed\s+at|approach\w*|launched|fired|flying|before\s+(?:they|it)\s+(?:could\s+)?reach\w*|in\s+the\s+air)\b",
    re.IGNORECASE,
)
_OBJECT = re.compile(
    r"^\s+((?:an?|the|two|three|several|\d+)\s+(?:[\w-]+\s+){0,3}?(?:drones?|UAVs?|missiles?|rockets?|projectiles?|munitions?))\b",
    re.IGNORECASE,
)
_PARTS_WERE = re.compile(
    r"\b(?:one|two|three|four|five|six|\d+|both|all|most|some|several|the\s+(?:other|second|first|rest|others))(?:\s+of\s+them)?\s+"
    r"(?:was|were)\s+$",
    re.IGNORECASE,
)
_MODES = {"drone": "drone", "UAV": "drone", "boat": "drone"}
_NEAR = 400  # characters between what was brought down and the attack that it belongs to
_BLOWS = frozenset({"drone", "aerial", "heavy-weapons", "other", "explosives", None})


def as_attack(claim: Claim) -> Claim:
    """Give a claim of an interception as one of the attack: nobody named as its doer, what came down as its weapon."""
    if not _intercepts(claim):
        return claim
    sent = tuple(Span(text=party.text, start=party.start, end=party.end) for party in claim.target)
    words = " ".join(span.text for span in sent)
    mode = next((mode for word, mode in _MODES.items() if re.search(rf"\b{word}", words, re.I)), "heavy-weapons")
    return replace(
        claim,
        actor=(),
        target=(),
        weapon=(*claim.weapon, *sent),
        killed=_people(claim.killed, sent),
        injured=_people(claim.injured, sent),
        status="thwarted",
        mode=mode,
    )


def _people(toll: Toll | None, sent: tuple[Span, ...]) -> Toll | None:
    """Give a toll, unless it counts what was brought down."""
    return None if toll is not None and any(span.start == toll.start for span in sent) else toll


def interceptors(claim: Claim) -> frozenset[str]:
    """Give the names of those who brought something down; none where a claim tells no interception."""
    return frozenset(party.actor_id or party.text for party in claim.actor) if _intercepts(claim) else frozenset()


def _intercepts(claim: Claim) -> bool:
    found = _DOWNS.fullmatch(claim.trigger.text)
    if claim.type != "ASSAULT" or found is None or claim.status in ("planned", "denied"):
        return False
    text = claim.sentence.text
    after = [span.text for span in claim.weapon if span.start >= claim.trigger.end] or _OBJECT.findall(_after(claim))
    if not claim.target and after:
        return found["broke"] is None and all(_was_sent(sent, text) for sent in after)
    if not claim.target:
        return (
            found["broke"] is None
            and _PARTS_WERE.search(text[: claim.trigger.start - claim.sentence.start]) is not None
        )
    if found["broke"] and claim.status != "thwarted" and not _ON_ITS_WAY.search(text):
        return False
    if claim.trigger.text.casefold() == "shot" and not re.match(r"\s+(?:\S+\s+){0,6}?down\b", _after(claim)):
        return False
    return all(_was_sent(party.text, text) and party.actor_id is None for party in claim.target)


def _after(claim: Claim) -> str:
    return claim.sentence.text[claim.trigger.end - claim.sentence.start :]


def _was_sent(phrase: str, text: str) -> bool:
    if is_part(phrase):
        return True
    head = re.split(r"\b(?:that|which|fired|launched|of|from|over|heading|aimed)\b", phrase)[0].strip(" ,")
    sent = _SENT.search(head)
    if sent is None or _PRIZE.search(phrase):
        return False
    armed = " " in sent.group().strip()  # "attack drone", where a bare "drone" may be one that only looked on
    return armed or _MANY.search(head) is not None or _ON_ITS_WAY.search(text) is not None


def brought_down(one: Facts) -> bool:
    """Say whether a claim, as `as_attack` gives it, only tells what was brought down."""
    claim = one.claim
    told = _DOWNS.fullmatch(claim.trigger.text) is not None and claim.status == "thwarted"
    return told and not (claim.actor or claim.target) and bool(claim.weapon)


def attack_of(one: Facts, told: Sequence[Facts]) -> Facts | None:
    """Give the attack of its report, told nearby, that something brought down was sent on; None where there is none."""
    if not brought_down(one):
        return None
    near = [other for other in told if other is not one and _may_hold(other, one)]
    return min(near, key=lambda other: (_away(one, other), other.key), default=None)


def _may_hold(other: Facts, one: Facts) -> bool:
    if other.family != one.family or other.claim.mode not in _BLOWS or brought_down(other) or other.claim.aggregate:
        return False
    if other.thin or other.reference or other.claim.background != one.claim.background or _away(one, other) > _NEAR:
        return False
    checks = [*when(one, other), *(where(one, other) if one.own_place else ())]
    return not any(reason.bars for reason in checks)


def _away(one: Facts, other: Facts) -> int:
    return abs(one.claim.trigger.start - other.claim.trigger.start)
