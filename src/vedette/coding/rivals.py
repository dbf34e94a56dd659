"""A second voice's figure in one sentence: "four dead, police said; a doctor spoke of two" makes two claims."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from vedette.coding.clauses import subject_of
from vedette.coding.document import Document, Sentence
from vedette.coding.fates import fate_of
from vedette.model import Mark, Role, RoleMark, Span, cut
from vedette.phrases.numbers import quantities

_BREAK = re.compile(r";\s+|,\s+(?:while|whereas|but)\s+", re.I)
_VOICE = re.compile(
    r"\b(?:said|says|put|puts|spoke of|knew of|counted|reported|gave|gives|told|according to|cited|confirmed)\b", re.I
)
_WHO = re.compile(
    r"(?P<who>(?:\s+(?:dead|killed|deaths|bodies|wounded|injured|hurt|people|civilians|soldiers|fighters|others|victims|"
    r"members|men|women|children))*)(?=\s*(?:[.,;]|and\b|$))",
    re.I,
)
_ELSEWHERE = re.compile(r"\b(?:in|near|at|outside|on) [A-Z]")
_TOLLS = (Role.KILLED, Role.INJURED)


def with_rivals(told: Document, document: Document) -> Document:
    """Give `document` a mark more for each figure that another voice of a sentence sets against the first; `told` is
    the document before figures were moved to the acts they belong to."""
    sentences = tuple(
        _with(now, tuple(_rivals(before))) for before, now in zip(told.sentences, document.sentences, strict=True)
    )
    return replace(document, sentences=sentences)


def _with(sentence: Sentence, rivals: tuple[Mark, ...]) -> Sentence:
    if not rivals:
        return sentence
    marks = sorted((*sentence.tagged.marks, *rivals), key=lambda mark: mark.trigger.start)
    return replace(sentence, tagged=replace(sentence.tagged, marks=tuple(marks)))


def _rivals(sentence: Sentence) -> Iterator[Mark]:
    text = sentence.tagged.text
    breaks = [found.end() for found in _BREAK.finditer(text)]
    if not breaks:
        return
    for start, end in pairwise([*breaks, len(text)]):
        clause = cut(text, start, end)
        if any(clause.holds(mark.trigger) for mark in sentence.tagged.marks if mark.type == "ASSAULT"):
            continue
        told = [mark for mark in sentence.tagged.marks if mark.trigger.end <= start and _counts(mark)]
        if told and (rival := _rival(told[-1], clause, text)) is not None:
            yield rival


def _counts(mark: Mark) -> bool:
    return mark.type == "ASSAULT" and any(mark.of(role) for role in _TOLLS)


def _rival(mark: Mark, clause: Span, text: str) -> Mark | None:
    """Give the mark of a clause that does nothing but set a figure of its own voice against the one before it."""
    voice = _VOICE.search(text, clause.start, clause.end)
    if voice is None or _ELSEWHERE.search(clause.text):
        return None
    tolls = tuple(_tolls(mark, clause, text, voice.end()))
    if not tolls:
        return None
    who = subject_of(text, voice.start())
    roles = (*tolls, RoleMark(role=Role.SOURCE, span=cut(text, *who))) if who and who[0] >= clause.start else tolls
    return replace(mark, trigger=tolls[0].span, mode=None, mode_probability=0.0, roles=roles)


def _tolls(mark: Mark, clause: Span, text: str, start: int) -> Iterator[RoleMark]:
    """Give the figures of the clause; one whose fate it does not say is of the fate that was told before it."""
    before = next(role for role in _TOLLS if mark.of(role))
    seen: set[Role] = set()
    for number in quantities(text[: clause.end]):
        found = _WHO.match(text, number.end) if number.start >= start else None
        if found:
            span = cut(text, number.start, found.end("who"))
            role = fate_of(span, text) or before
            if role not in seen:
                seen.add(role)
                yield RoleMark(role=role, span=span)
