"""Whom an answer in words is meant for where it names only what was done or said: "rejected the accusation"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from vedette.coding.clauses import noun_phrase
from vedette.coding.cues import pattern
from vedette.coding.document import Document, Sentence
from vedette.coding.where_referent import referent
from vedette.model import Label, Mark, Role, RoleMark, Span, cut

BACK = 3  # sentences in which what is answered may have been said before
_ANSWERS = frozenset(("ACCUSE", "REJECT", "THREATEN"))
_ACTORS = frozenset((Label.COUNTRY, Label.GROUP, Label.ORG, Label.PERSON))
_NO_PARTY = re.compile(r"\b(?:with|by|from|in|at|on|for|to|against)\s+(?:the\s+)?$", re.I)
_BY = re.compile(r"\b(?:by|from|of)\s+(?:the\s+)?$", re.I)
_UNLESS = re.compile(r"\b(?:if|unless|until)\s+", re.I)
_CALLED = re.compile(r"(?:call|describ|brand|label|term|declar|denounc|condemn)\w*", re.I)
_IN_WHAT = re.compile(r",?\s+in\s+what\s+(?:[\w.’'-]+\s+){1,7}$", re.I)
_SAID = re.compile(
    r"\b(?:(?P<ACCUSE>accusations?|allegations?|charges?|claims?)|"
    r"(?P<REQUEST>demands?|requests?|calls?|appeals?|proposals?|offers?|plans?)|(?P<THREATEN>threats?|ultimatums?|warnings?))\b",
    re.I,
)
_DEEDS = frozenset(("ASSAULT", "COERCE", "MOBILIZE", "SANCTION"))


def opponent(mark: Mark, sentence: Sentence, document: Document) -> tuple[Mark, Sentence] | None:
    """Give the act, with its sentence, whose actors an accusation, a refusal or a threat is meant for; None where the
    words name them themselves."""
    if mark.type not in _ANSWERS:
        return None
    told = mark.of(Role.TARGET)
    if not told:
        return next(_unnamed(mark, sentence, document), None)
    if len(told) > 1 or not (_SAID.search(told[0].text) or _is_act(told[0])):
        return None
    return _owner(told[0], mark, sentence) or next(_before(told[0], mark, sentence, document), None)


def _is_act(span: Span) -> bool:
    return pattern("cause.toml", "acts").search(span.text) is not None and span.text[:1].islower()


def _owner(span: Span, mark: Mark, sentence: Sentence) -> tuple[Mark, Sentence] | None:
    """Give a mark whose actor is named in the phrase: "a demand by Marland", "Marland's raid"."""
    text = sentence.tagged.text
    for name in sentence.tagged.names:
        inside = span.holds(name.span) or (_follows(span, name.span, text) and mark.trigger.end <= span.start)
        lead = text[span.start if span.holds(name.span) else span.end : name.span.start]
        if name.label in _ACTORS and inside and (_BY.search(lead) or not _NO_PARTY.search(lead)):
            return replace(mark, roles=(RoleMark(role=Role.ACTOR, span=name.span),)), sentence
    return None


def _follows(span: Span, name: Span, text: str) -> bool:
    return re.fullmatch(r"\s+(?:by|from)\s+(?:the\s+)?", text[span.end : name.start]) is not None


def _before(span: Span, mark: Mark, sentence: Sentence, document: Document) -> Iterator[tuple[Mark, Sentence]]:
    """Give what the phrase points to: the act in it, else what was said before by somebody else."""
    said = _SAID.search(span.text)
    if said is None:
        yield from _deeds(span, sentence, document)
        return
    types = {said.lastgroup, "AGREE"} if said.lastgroup == "REQUEST" else {said.lastgroup}  # "the offer"
    here = [one for one in sentence.tagged.marks if one.trigger.end <= mark.trigger.start]
    for one in reversed(here):
        if one.type in types and one.of(Role.ACTOR):
            yield one, sentence
    for earlier in document.before(sentence, BACK):
        for one in reversed(earlier.tagged.marks):
            if one.type in types and one.of(Role.ACTOR) and not earlier.caption:
                yield one, earlier


def _deeds(span: Span, sentence: Sentence, document: Document) -> Iterator[tuple[Mark, Sentence]]:
    """Give the act that a phrase tells, or the one told before that it points back to, where it says who did it."""
    for one in sentence.tagged.marks:
        if one.type in _DEEDS and span.holds(one.trigger):
            if one.of(Role.ACTOR):
                yield one, sentence
            elif (back := referent(one, sentence, document)) is not None and back[0].of(Role.ACTOR):
                yield back


def _unnamed(mark: Mark, sentence: Sentence, document: Document) -> Iterator[tuple[Mark, Sentence]]:
    text = sentence.tagged.text
    if mark.type == "THREATEN":
        for found in _UNLESS.finditer(text, mark.trigger.end):
            if (phrase := noun_phrase(text, found.end())) is not None:
                yield from _deeds(cut(text, *phrase), sentence, document)
    if mark.type == "ACCUSE" and _CALLED.match(mark.trigger.text):
        what = _IN_WHAT.search(text, 0, mark.trigger.start)
        told = [one for one in sentence.tagged.marks if what and one.type in _DEEDS and one.trigger.end <= what.start()]
        yield from ((one, sentence) for one in reversed(told) if one.of(Role.ACTOR))
        for cause in mark.of(Role.CAUSE):
            yield from _deeds(cause, sentence, document)
