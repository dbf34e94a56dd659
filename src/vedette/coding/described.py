"""An act told inside another one to say whom it was aimed at: "against militiamen responsible for an attack on X"."""

import re
from dataclasses import replace

from vedette.coding.clauses import noun_phrase
from vedette.coding.document import Sentence
from vedette.model import Label, Mark, Role, RoleMark, Span, cut

_DOERS = re.compile(
    r"\s+(?:(?:who|that|which)\s+(?:had\s+|have\s+|were\s+|are\s+|was\s+)?)?(?:allegedly\s+|reportedly\s+)?"
    r"(?:responsible\s+for|behind|accused\s+of|blamed\s+for|suspected\s+of|involved\s+in|implicated\s+in|launched|"
    r"carried\s+out|staged|mounted)\s+(?:(?:launching|carrying\s+out|staging|mounting|conducting|the|an?|two|three|"
    r"several|recent|deadly|of|\d+|[a-z-]+)\s+){0,5}?"
    r"(?P<act>attacks?|strikes?|bombings?|raids?|killings?|ambush(?:es)?|shellings?|assaults?|explosions?|massacres?)\b",
    re.IGNORECASE,
)
_END = re.compile(r",|;|\baccording to\b|\bsaid\b|\bin (?:response|retaliation)\b", re.IGNORECASE)
_WHICH = re.compile(
    r"(?:\s+(?!and\b|that\b|which\b)[\w'’.-]+){0,6}?,?\s+(?:that|which)\s+(?:had\s+|have\s+|has\s+)?"
    r"(?:kill|wound|injur|left|hurt|claim|martyr|maim)\w*\b",
    re.IGNORECASE,
)
_IN_WHICH = re.compile(
    r"(?:\s+(?!and\b|that\b|which\b|who\b|but\b)[\w'’.-]+){0,14}?,?\s+in\s+which\s+(?P<who>[^,;]{2,60}?)\s+"
    r"(?:(?:also|reportedly)\s+)?(?:(?P<died>died|perished|were\s+killed|was\s+killed|lost\s+their\s+lives)|"
    r"(?:were|was)\s+(?:\w+ly\s+)?(?:wounded|injured|hurt))\b",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(r"[,;]|\b(?:while|after|before|when)\b", re.IGNORECASE)
_TOLLS = frozenset((Role.KILLED, Role.INJURED))
_AIM = re.compile(r"\s+(?:on|against|at|targeting)\s+", re.IGNORECASE)
_MOVED = frozenset((Role.PLACE, Role.TARGET, Role.KILLED, Role.INJURED, Role.ACTOR, Role.TIME))


def with_described(sentence: Sentence) -> Sentence:
    """Give an act that describes another one's target a mark of its own, and what stands in its words to it alone."""
    for outer in sentence.tagged.marks:
        for target in outer.of(Role.TARGET):
            found = _DOERS.match(sentence.tagged.text, target.end)
            if found and outer.trigger.end <= target.start and outer.type in ("ASSAULT", "COERCE"):
                return _parted(sentence, outer, target, cut(sentence.tagged.text, *found.span("act")))
    return sentence


def with_own_tolls(sentence: Sentence) -> Sentence:
    """Leave the toll of "a drone attack that killed two" to that attack, and take it from the acts around it."""
    text, marks = sentence.tagged.text, sentence.tagged.marks
    if len(marks) < 2:
        return sentence
    for act in marks:
        found = _WHICH.match(text, act.trigger.end) if act.type == "ASSAULT" else None
        if found:
            stop = _CLAUSE_END.search(text, found.end())
            clause = cut(text, found.start(), stop.start() if stop else len(text))
            marks = tuple(other if other.trigger == act.trigger else _less(other, clause) for other in marks)
        marks = _in_which(act, marks, text) if act.type == "ASSAULT" else marks
    return sentence if marks == sentence.tagged.marks else _with_marks(sentence, marks)


def _in_which(act: Mark, marks: tuple[Mark, ...], text: str) -> tuple[Mark, ...]:
    """Give the toll of "a raid on the camp, in which two died," to that raid alone."""
    found = _IN_WHICH.match(text, act.trigger.end)
    if found is None or any(act.trigger.end <= other.trigger.start < found.start("who") for other in marks):
        return marks
    clause, who = cut(text, found.start("who"), found.end()), cut(text, *found.span("who"))
    role = RoleMark(role=Role.KILLED if found["died"] else Role.INJURED, span=who)
    return tuple(_told(other, role) if other.trigger == act.trigger else _less(other, clause) for other in marks)


def _told(mark: Mark, toll: RoleMark) -> Mark:
    return mark if mark.of(toll.role) else replace(mark, roles=(*mark.roles, toll))


def _less(mark: Mark, clause: Span) -> Mark:
    kept = tuple(role for role in mark.roles if role.role not in _TOLLS or not clause.holds(role.span))
    return replace(mark, roles=kept)


def _with_marks(sentence: Sentence, marks: tuple[Mark, ...]) -> Sentence:
    return replace(sentence, tagged=replace(sentence.tagged, marks=marks))


def _parted(sentence: Sentence, outer: Mark, target: Span, act: Span) -> Sentence:
    text = sentence.tagged.text
    stop = _END.search(text, act.end)
    words = cut(text, target.end, stop.start() if stop else len(text))
    inner = [mark for mark in sentence.tagged.marks if words.holds(mark.trigger)]
    known = next((mark for mark in inner if mark.trigger.overlaps(act)), None) or (inner[-1] if inner else None)
    moved = tuple(role for role in outer.roles if role.role in _MOVED and words.holds(role.span))
    mark = _described(known or _new(outer, act, sentence), target, moved, sentence, words)
    kept = replace(outer, roles=tuple(role for role in outer.roles if role not in moved))
    others = [other for other in sentence.tagged.marks if other is not outer and other is not known]
    marks = tuple(sorted((*others, kept, mark), key=lambda one: one.trigger.start))
    return _with_marks(sentence, marks)


def _new(outer: Mark, act: Span, sentence: Sentence) -> Mark:
    return replace(outer, trigger=act, type="ASSAULT", mode=None, mode_probability=0.0, status="actual", roles=())


def _described(mark: Mark, doers: Span, moved: tuple[RoleMark, ...], sentence: Sentence, words: Span) -> Mark:
    """Fill the inner act: its doers, whom it aimed at, where; nothing that stands outside of its words."""
    roles = [role for role in mark.roles if words.holds(role.span) and role.role != Role.ACTOR]
    roles += [role for role in moved if role.role != Role.ACTOR and role not in roles]
    roles = [role for role in roles if role.role != Role.TARGET] + _aim(mark, sentence, words)
    if not any(role.role == Role.PLACE for role in roles):
        roles += [
            RoleMark(role=Role.PLACE, span=name.span)
            for name in sentence.tagged.names
            if name.label == Label.PLACE and words.holds(name.span) and name.span.start > mark.trigger.end
        ][:1]
    return replace(mark, roles=(RoleMark(role=Role.ACTOR, span=doers), *roles))


def _aim(mark: Mark, sentence: Sentence, words: Span) -> list[RoleMark]:
    text = sentence.tagged.text
    aim = _AIM.match(text, mark.trigger.end)
    phrase = noun_phrase(text, aim.end(), limit=words.end) if aim else None
    if phrase is None:
        return [role for role in mark.roles if role.role == Role.TARGET and words.holds(role.span)]
    return [RoleMark(role=Role.TARGET, span=cut(text, *phrase))]
