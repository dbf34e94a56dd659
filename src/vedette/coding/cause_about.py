"""What a condemnation, a protest or a punishment is about: the act in its object or subject."""

import re

from vedette.coding.act_phrase import FILE, act_in, whole_phrase
from vedette.coding.blaming import blame_in
from vedette.coding.clauses import subject_of
from vedette.coding.cues import pattern
from vedette.coding.document import Sentence
from vedette.model import Mark, Span, cut

_REACH = 90  # characters from a verb to what it is about
_ABOUT = frozenset(("ACCUSE", "PROTEST", "SANCTION", "REQUEST", "REJECT"))
_BLAMING = re.compile(r"(?:accus|blam|alleg|charg|investigat)\w*", re.IGNORECASE)
_BREAK = re.compile(r"[;:“”\"]|\b(?:that|saying|calling|and|but|who|which|as)\b", re.IGNORECASE)
_PASSIVE = re.compile(r"\b(?:was|were|been|being|is|are)\s+(?:\w+ly\s+|widely\s+)?$", re.IGNORECASE)
_POINTER = re.compile(r"\b(?:that|this|those|these)\s+$", re.IGNORECASE)
_NAMES = re.compile(r"(?:call|describ|brand|label|term|declar)\w*", re.IGNORECASE)
_NAMING = re.compile(
    r"\s+(?P<what>(?:the|this|that|these|those|its|their|his)\s+(?:[\w’'-]+\s+){0,3}?(?:attack|strike|airstrike|raid|bombing|"
    r"shelling|assault|killing|assassination|ambush|incursion|offensive|invasion|arrest|seizure|blockade|massacre|"
    r"abduction|bombardment|operation|deployment|drill|deportation|expulsion|execution|siege|crackdown)s?)\b",
    re.IGNORECASE,
)
_CALLED = re.compile(r"\s*what\s+(?:it|he|she|they|[A-Z]\w+)\s+(?:called|described\s+as|termed)\s+", re.IGNORECASE)


def about(mark: Mark, sentence: Sentence, others: tuple[Mark, ...]) -> Span | None:
    """Give the act that a verbal or peaceful act answers, where its own grammar says so."""
    return _object(mark, sentence) or _subject(mark, sentence, others)


def _object(mark: Mark, sentence: Sentence) -> Span | None:
    """Read "condemned the killing of X", "was condemned", "sanctions on the colonel over the raid"."""
    text = sentence.tagged.text
    if (blame := blame_in(mark, text)) is not None:
        return blame[0]
    if mark.type not in _ABOUT or _BLAMING.match(mark.trigger.text):
        return None
    if pattern(FILE, "objecting").match(mark.trigger.text):
        if _PASSIVE.search(text, 0, mark.trigger.start):
            return _pointed(act_in(text, subject_of(text, mark.trigger.start)), text)
        direct = _CALLED.match(text, mark.trigger.end)
        found = act_in(text, whole_phrase(text, direct.end() if direct else mark.trigger.end))
        if found is not None:
            return found
    if (named := _NAMING.match(text, mark.trigger.end)) and _NAMES.fullmatch(mark.trigger.text):
        return cut(text, *named.span("what"))
    return _after_preposition(mark, text)


def _pointed(span: Span | None, text: str) -> Span | None:
    """Give a subject with the "that" before it, which looks like a conjunction."""
    before = _POINTER.search(text, 0, span.start) if span else None
    return cut(text, before.start(), span.end) if span and before else span


def _after_preposition(mark: Mark, text: str) -> Span | None:
    stop = _BREAK.search(text, mark.trigger.end)
    end = min(stop.start() if stop else len(text), mark.trigger.end + _REACH)
    for cue in pattern(FILE, "about").finditer(text, mark.trigger.end, end):
        phrase = act_in(text, whole_phrase(text, cue.end()))
        if phrase is not None:
            return phrase
    return None


def _subject(mark: Mark, sentence: Sentence, others: tuple[Mark, ...]) -> Span | None:
    """Read "the killing sparked protests": the subject of a verb of causing is the cause of the act after it."""
    text = sentence.tagged.text
    for cue in pattern(FILE, "causing").finditer(text, 0, mark.trigger.start):
        between = [other for other in others if cue.end() <= other.trigger.start < mark.trigger.start]
        if between or mark.trigger.start - cue.end() > _REACH // 2 or _PASSIVE.search(text, 0, cue.start()):
            continue
        found = act_in(text, subject_of(text, cue.start()))
        if found is not None:
            return found
    return None
