"""An act and the act that it answers are two: what is said of one, in the phrase that calls the other, is kept apart
("The army called the raid an answer to the shelling of Gao two days before")."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from vedette.codebook.acts import act_noun
from vedette.linking.causes import cause_of
from vedette.linking.interception import as_attack, interceptors
from vedette.linking.kinds import verbal
from vedette.model import Claim, Place, When

_ANSWERS = ("retaliation", "response", "pre-emption")


def untangled(claims: Iterable[Claim]) -> list[Claim]:
    """Give the claims, each answer without the day and place of what it answers, and each answered act without those
    that it only has from its answer."""
    by_report: dict[str, list[Claim]] = defaultdict(list)
    listed = _intercepted(list(claims))
    for one in listed:
        by_report[one.report_id].append(one)
    return [_of_its_own(_answer(one), by_report[one.report_id]) for one in listed]


def _intercepted(claims: list[Claim]) -> list[Claim]:
    """Give what was brought down as a failed attack, and no attack of one sentence to those who brought it down."""
    saviours: dict[tuple[str, int], frozenset[str]] = {}
    for one in claims:
        if who := interceptors(one):
            saviours[one.report_id, one.sentence.start] = who
    return [_less(as_attack(one), saviours.get((one.report_id, one.sentence.start), frozenset())) for one in claims]


def _less(one: Claim, saviours: frozenset[str]) -> Claim:
    if not saviours or verbal(one.type):
        return one
    kept = tuple(party for party in one.actor if (party.actor_id or party.text) not in saviours)
    return replace(one, actor=kept) if len(kept) < len(one.actor) else one


def answers(one: Claim, other: Claim) -> bool:
    """Say whether one act is stated to answer another, which the stated cause calls."""
    if one.cause is None or one.report_id != other.report_id or verbal(one.type) or verbal(other.type):
        return False
    if not one.cause.holds(other.trigger) or one.cause.holds(one.trigger):
        return False
    cause = cause_of(one)
    return cause is not None and cause.kind in _ANSWERS


def _answer(one: Claim) -> Claim:
    """Take from an answer that a noun calls ("the raid was an answer to ...") the day and the place that stand in the
    words for what it answers."""
    called = act_noun(one.trigger.text) is not None
    if one.cause is None or not called or verbal(one.type) or one.cause.holds(one.trigger):
        return one
    begin, end = one.cause.start, one.cause.end
    cause = cause_of(one)
    if cause is None or cause.kind not in _ANSWERS:
        return one
    when, place = one.when, one.place
    if when.start is not None and begin <= when.start < end:
        when = When()
    if place.start is not None and begin <= place.start < end:
        place = Place()
    return replace(one, when=when, place=place)


def _of_its_own(one: Claim, beside: Iterable[Claim]) -> Claim:
    """Take from an answered act the day and the place that it was only given because its answer has them."""
    for answer in (other for other in beside if answers(other, one)):
        if one.when.inherited and (one.when.from_, one.when.to) == (answer.when.from_, answer.when.to):
            one = replace(one, when=When())
        carried = one.place.start is None or not one.sentence.start <= one.place.start < one.sentence.end
        if carried and one.place.name is not None and one.place.name == answer.place.name:
            one = replace(one, place=Place())
    return one
