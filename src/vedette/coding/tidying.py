"""Marks and roles that words take back: a shot man is not dead, "two of the dead were officers" tells no other toll."""

import re
from dataclasses import replace

from vedette.coding.document import Sentence
from vedette.coding.no_act import tells_no_act
from vedette.model import Mark, Role, RoleMark, cut
from vedette.phrases.needed import sought

_SHOT = re.compile(r"(?:shot|shooting)", re.I)
_DEAD = re.compile(
    r"\b(?:dead|kill\w*|fatal\w*|died|dies|dying|deaths?|murder\w*|assassinat\w*|slain|execut\w*|lives|massacre\w*|toll|"
    r"casualt\w+|martyr\w*|body|bodies|victims?)\b",
    re.I,
)
_OF_THEM = re.compile(
    r"\W*(?:(?:at least|about|most|some|all but|more than)\s+)?[\w-]+\s+of\s+(?:the|those)\s+"
    r"(?:dead|killed|victims|wounded|injured|"
    r"casualties|fatalities)\b",
    re.I,
)
_EFFECT = re.compile(r"(?:dead|killed|victims?|wounded|injured|casualties|died|fatalities)", re.I)
_DEFINES = sought(
    r"\b(?:the|this|that|a)\s+(?:term|word|phrase|expression|label|euphemism)\s+[^.;]{0,60}?\b(?:used|uses|means?|meaning|refers?|stands?|"
    r"denotes?|covers?|applied)\b|\bwhich\s+(?:means|refers\s+to)\b|\ba\s+(?:term|word|phrase|euphemism)\s+(?:\w+\s+){0,5}?for\b",
    re.I,
)  # what a word means has not happened
_DIGEST = re.compile(
    r"\W*(?:\d{1,2}[:.]\d\d\s+)?(?:what\s+we\s+(?:cover|are\s+covering|are\s+following)|here(?:['’]s|\s+is)\s+what\s+we|in\s+today['’]s|"
    r"coming\s+up|also\s+(?:today|in\s+the\s+news|inside))\b[^.;]*:",
    re.I,
)  # a list of headlines tells no act
_JUDGES = re.compile(
    r"(?:unacceptable|illegal|unjustified|reprehensible|unlawful|outrageous|unprovoked|disproportionate)", re.I
)
_ANSWERS = re.compile(r"(?:retaliated|responded|replied|answered|hit\s+back|struck\s+back)", re.I)
_WITH = re.compile(r"\s+(?:[\w’'-]+\s+){0,4}?(?:with|by)\s+")
_NEAR = 40  # characters
_HURT = frozenset((Role.KILLED, Role.INJURED))
_SHARE = re.compile(r"(?:most|many|some|all|half|several|a number)\s+of\s+(?:the|those|them)\b", re.I)
_PASSIVE = re.compile(r"\b(?:was|were|been|being|is|are)\s+(?:(?:also|widely|\w+ly)\s+)?$")
_AT = re.compile(r"\s(?:at|toward|towards|against|into|on)\s+(?=\w)")


def without_slips(sentence: Sentence) -> Sentence:
    """Give the sentence without parts of a toll told before, deaths that are none, and weapons as part of a target."""
    if not sentence.tagged.marks:
        return sentence
    text = sentence.tagged.text
    parts = "of th" in text and _OF_THEM.match(text) is not None
    if _DIGEST.match(text):
        return sentence.marked(())
    defines = _DEFINES.search(text)
    kept = (
        mark
        for mark in sentence.tagged.marks
        if not (parts and _EFFECT.fullmatch(mark.trigger.text))
        and not (defines and mark.trigger.start >= defines.end())
        and not _is_said_again(mark, sentence)
        and not tells_no_act(mark, text)
    )
    marks = tuple(_tidied(mark, text) for mark in kept)
    return sentence if marks == sentence.tagged.marks else sentence.marked(marks)


def _is_said_again(mark: Mark, sentence: Sentence) -> bool:
    """Say whether a word of judgement only tells what an accusation before it says ("said the strike was illegal"), or
    "retaliated" only opens what it was done with ("retaliated with a barrage")."""
    text, trigger = sentence.tagged.text, mark.trigger
    others = [other for other in sentence.tagged.marks if other is not mark]
    if mark.type == "ACCUSE" and _JUDGES.fullmatch(trigger.text):
        return any(other.type == "ACCUSE" and other.trigger.end <= trigger.start for other in others)
    with_what = _WITH.match(text, trigger.end) if _ANSWERS.fullmatch(trigger.text) else None
    return with_what is not None and any(
        other.type == "ASSAULT" and with_what.end() <= other.trigger.start < with_what.end() + _NEAR for other in others
    )


def without_accuser(mark: Mark, sentence: Sentence) -> Mark:
    """Let who "was blamed" be the accused: who stands before a passive accuses nobody."""
    text = sentence.tagged.text
    if mark.type != "ACCUSE" or not _PASSIVE.search(text, 0, mark.trigger.start):
        return mark
    accused = [role for role in mark.roles if role.role == Role.ACTOR and role.span.end <= mark.trigger.start]
    if not accused:
        return mark
    kept = [role for role in mark.roles if role not in accused and role.role != Role.TARGET]
    return replace(mark, roles=(*kept, *(replace(role, role=Role.TARGET) for role in accused)))


def _tidied(mark: Mark, text: str) -> Mark:
    if mark.type != "ASSAULT":
        return mark
    roles = mark.roles
    if _SHOT.fullmatch(mark.trigger.text) and mark.of(Role.KILLED) and not _DEAD.search(text):
        roles = tuple(replace(role, role=Role.INJURED) if role.role == Role.KILLED else role for role in roles)
    if any(role.role in _HURT and _SHARE.match(role.span.text) for role in roles):
        roles = tuple(role for role in roles if role.role not in _HURT or not _SHARE.match(role.span.text))
    weapons = mark.of(Role.WEAPON)
    if weapons:
        roles = tuple(_aimed(role, text) if _begins_in(role, mark) else role for role in roles)
    return mark if roles == mark.roles else replace(mark, roles=roles)


def _begins_in(role: RoleMark, mark: Mark) -> bool:
    return role.role == Role.TARGET and any(
        weapon.start <= role.span.start < weapon.end < role.span.end for weapon in mark.of(Role.WEAPON)
    )


def _aimed(role: RoleMark, text: str) -> RoleMark:
    """Cut "a drone at" from "a drone at the carrier"."""
    at = _AT.search(role.span.text)
    return replace(role, span=cut(text, role.span.start + at.end(), role.span.end)) if at else role
