"""What an act responds to, as far as the text says so."""

import re

from vedette.coding.act_phrase import FILE, act_in, whole_phrase, with_day
from vedette.coding.cause_about import about
from vedette.coding.cues import pattern
from vedette.coding.document import Sentence
from vedette.model import Mark, Role, Span, cut

_ANSWERS = frozenset(
    ("ASSAULT", "COERCE", "THREATEN", "ACCUSE", "MOBILIZE", "SANCTION", "REQUEST", "REJECT", "PROTEST")
)
_FORCE = frozenset(("ASSAULT", "COERCE"))
_AFTER_ACTS = frozenset(("ASSAULT", "THREATEN", "ACCUSE", "SANCTION", "COERCE", "PROTEST", "MOBILIZE"))
_ACTS_OF_VERBS = frozenset(("ASSAULT", "COERCE", "MOBILIZE", "SANCTION"))
_ANSWERING = re.compile(r"(?:answer|respond|repli|react)", re.IGNORECASE)
_WITH_WHAT = re.compile(r"\s+(?:\w+\s+)?(?:with|by)\b")
_CLAUSE_ENDS = re.compile(r"[;.](?:\s|$)|,\s(?!(?:killing|wounding|injuring|leaving|destroying|damaging)\b)")
_VERB_GAP = 3  # characters between what is blamed and the act that tells it
_NO_CAUSE = re.compile(r"(?:it|this|that|them|him|her|us|those|[a-z]+(?:ed|ing)?)", re.ASCII)


def cause_of(mark: Mark, sentence: Sentence, *, others: tuple[Mark, ...] = ()) -> Span | None:
    """Give the phrase (offsets in the body) that says what an act answers, or None.

    Cue words come first ("in retaliation for X"), then what a condemnation or protest is about, then the tagger's
    cause, then what makes the one acted against responsible ("fighters behind the attack"), then "after" and
    "following" an act, then a cue that stands alone ("In retaliation,"), which points back to the text before.
    `others` are the sentence's marks: the cause goes to the act nearest before or after it.
    """
    if mark.type not in _ANSWERS:
        return None
    for find in (_led, about, _tagged, _blamed, _after, _after_clause, _alone):
        span = find(mark, sentence, others)
        if span is not None and (find is _alone or not _is_self(span, mark)):
            return sentence.in_body(span)
    return None


def _is_self(span: Span, mark: Mark) -> bool:
    return span.overlaps(mark.trigger)


def _tagged(mark: Mark, sentence: Sentence, others: tuple[Mark, ...]) -> Span | None:
    """Give the tagger's cause, unless it is one word that names nothing or belongs to the trigger's own phrase."""
    text = sentence.tagged.text
    return next(
        (
            with_day(span, text)
            for span in mark.of(Role.CAUSE)
            if not _NO_CAUSE.fullmatch(span.text)
            and (span.end > mark.trigger.start or text[span.end : mark.trigger.start].strip())
        ),
        None,
    )


def _led(mark: Mark, sentence: Sentence, others: tuple[Mark, ...]) -> Span | None:
    text = sentence.tagged.text
    for cue in pattern(FILE, "before").finditer(text):
        phrase = whole_phrase(text, cue.end())
        if phrase is not None and _nearest(mark, cue.start(), cut(text, *phrase), others):
            return cut(text, *phrase)
    for cue in pattern(FILE, "answering").finditer(text):
        span = act_in(text, whole_phrase(text, cue.end()))
        if span is not None and _nearest(mark, cue.start(), span, others):
            return span
    return None


def _blamed(mark: Mark, sentence: Sentence, others: tuple[Mark, ...]) -> Span | None:
    """Read "an airstrike against fighters responsible for a missile attack on a base"."""
    text = sentence.tagged.text
    for cue in pattern(FILE, "blamed").finditer(text, mark.trigger.end):
        later = [other for other in others if other.trigger.start >= cue.end() and other.type == "ASSAULT"]
        between = [other for other in others if mark.trigger.start < other.trigger.start < cue.start()]
        if mark.type not in {"ASSAULT", "COERCE", "SANCTION"} or between or not later:
            continue
        if later[0].trigger.start - cue.end() > 60 or re.search(r"[;.]\s", text[mark.trigger.end : cue.start()]):
            continue
        phrase = whole_phrase(text, cue.end())
        if phrase is not None and phrase[0] <= later[0].trigger.start < phrase[1] + _VERB_GAP:
            return cut(text, *phrase)
    return None


def _after(mark: Mark, sentence: Sentence, others: tuple[Mark, ...]) -> Span | None:
    text = sentence.tagged.text
    for cue in pattern(FILE, "after").finditer(text):
        span = act_in(text, whole_phrase(text, cue.end()))
        if span is None or (cue.group().lower().endswith("after") and mark.type not in _AFTER_ACTS):
            continue
        if _nearest(mark, cue.start(), span, others):
            return span
    return None


def _after_clause(mark: Mark, sentence: Sentence, others: tuple[Mark, ...]) -> Span | None:
    """Read "closed the border after gunmen attacked a post": an act of force by somebody else, told as a clause."""
    text, doers = sentence.tagged.text, mark.of(Role.ACTOR)
    if mark.type not in _AFTER_ACTS or not doers:
        return None
    for cue in pattern(FILE, "after").finditer(text):
        acts = [other for other in others if other.type in _FORCE and 0 <= other.trigger.start - cue.end() <= 80]
        act = min(acts, key=lambda other: other.trigger.start, default=None)
        if act is None or (mark.trigger.start > cue.end() and mark.trigger.start < act.trigger.start):
            continue
        theirs, start = act.of(Role.ACTOR), _first_word(text, cue.end())
        clause = text[start : act.trigger.start]
        if _same(doers, theirs) or not any(start <= span.start < act.trigger.start for span in theirs):
            continue
        if re.search(r"[,;:]", clause):
            continue
        span = cut(text, start, _clause_end(act, text))
        if _nearest(mark, cue.start(), span, others):
            return span
    return None


def _first_word(text: str, start: int) -> int:
    return start + len(text[start:]) - len(text[start:].lstrip())


def _same(doers: tuple[Span, ...], others: tuple[Span, ...]) -> bool:
    return any(one.overlaps(other) or one.text == other.text for one in doers for other in others)


def _clause_end(act: Mark, text: str) -> int:
    """Give the end of what an act's clause tells: its last target, place or victim before another clause."""
    stop = _CLAUSE_ENDS.search(text[act.trigger.end :])
    close = act.trigger.end + (stop.start() if stop else len(text) - act.trigger.end)
    ends = (role.span.end for role in act.roles if act.trigger.end <= role.span.start and role.span.end <= close)
    return max(ends, default=act.trigger.end)


def _alone(mark: Mark, sentence: Sentence, others: tuple[Mark, ...]) -> Span | None:
    text = sentence.tagged.text
    for cue in pattern(FILE, "alone").finditer(text):
        span = cut(text, cue.start(), cue.end())
        if _ANSWERING.match(span.text) and mark.type not in _ACTS_OF_VERBS:
            continue
        if span.overlaps(mark.trigger):
            return span
        if _WITH_WHAT.match(text, cue.end()) and _ANSWERING.match(span.text):
            if mark.trigger == _next_act(cue.end(), (*others, mark)):
                return span
        elif _nearest(mark, cue.start(), span, others):
            return span
    return None


def _next_act(position: int, marks: tuple[Mark, ...]) -> Span | None:
    """Give the first act of force told after a position: what somebody "replied with"."""
    later = [other.trigger for other in marks if other.trigger.start >= position and other.type in _ACTS_OF_VERBS]
    return min(later, key=lambda trigger: trigger.start, default=None)


def _nearest(mark: Mark, cue: int, phrase: Span, others: tuple[Mark, ...]) -> bool:
    """Say whether `mark` is the act that a cause belongs to: the last before its cue, else the first after it and
    what the same doer does beside that."""
    acts = [other for other in (*others, mark) if other.type in _ANSWERS and not phrase.overlaps(other.trigger)]
    before = [other for other in acts if other.trigger.start <= cue]
    if before:
        return max(before, key=lambda other: other.trigger.start).trigger == mark.trigger
    first = min(acts, key=lambda other: other.trigger.start, default=None)
    if first is None or first.trigger == mark.trigger:
        return first is not None
    return mark in acts and _together(first, mark)


def _together(first: Mark, other: Mark) -> bool:
    """Say whether two acts of a sentence have one doer ("declared an emergency and imposed a curfew")."""
    return _same(first.of(Role.ACTOR), other.of(Role.ACTOR)) and other.status == first.status
