"""The whole phrase that names a source, from what a tagger found of it."""

import re

from vedette.coding.clauses import noun_phrase
from vedette.coding.cues import pattern
from vedette.coding.document import Sentence
from vedette.coding.speech import noun_with_author
from vedette.model import Mark, Span, cut

_NOBODY = re.compile(r"(?:no|nobody|none|neither)\b", re.I)
_LEAD = re.compile(r"(?:by|according\s+to|from|to)\s+", re.I)
_LINK = re.compile(r"\s+(?:for|of|at|in|from|close)(?:\s+(?:the|an?|its|his|their))?$", re.I)
_TAIL = re.compile(
    r"(?:\s+(?:who|which|that|neither|either|each|both|and|or|has|have|had|is|are|was|were|not|also))+$", re.I
)
_CITES = re.compile(r",\s+(?:citing|quoting|which|who)\b", re.I)
_PAPER = re.compile(
    r"(?<=\w)['’]s?\s+(?:claim|statement|allegation|account|announcement|report|accusation|version)s?$", re.I
)
_HANGING = re.compile(r"\b(?:of|in|from|at|by|for|on|after|during|near|against|with|behind|to)\b", re.I)
_ARTICLE = re.compile(r"(?:(?:the|an?)\s+)?", re.I)
_BLAMES = re.compile(
    r"\s+(?:blames?d?|accus(?:ed?|es)|alleges?d?|suspects?|wants?|fears?|believes?|says?|said|claims?|claimed|warn(?:s|ed)?|feared)\b",
    re.I,
)


def whole_source(span: Span, text: str) -> Span | None:
    """Give the phrase that names a source whole ("a spokesman for the group") and without what follows it; None where
    it names nobody."""
    if _NOBODY.match(span.text):
        return None
    author = _with_author(span, text)
    lead = _LEAD.match(author.text)
    start = author.start + (lead.end() if lead else 0)
    end = _end(cut(text, start, author.end), text)
    return cut(text, start, end) if end > start else author


def _with_author(span: Span, text: str) -> Span:
    """Lengthen "a statement" to "a statement by the ministry"."""
    stretch = noun_with_author(text, span.start)
    return cut(text, *stretch) if stretch and stretch[0] == span.start and stretch[1] > span.end else span


def _end(span: Span, text: str) -> int:
    """Give where the phrase ends: before a verb that the tagger took in, after what "for the" leads to."""
    if cites := _CITES.search(span.text):
        return span.start + cites.start()
    if paper := _PAPER.search(span.text):
        return span.start + paper.start()
    if (verb := _BLAMES.search(span.text)) is not None and not pattern("speech.toml", "papers").search(span.text):
        return span.start + verb.start()
    if _LINK.search(span.text):
        rest = noun_phrase(text, span.end)
        return rest[1] if rest and rest[0] - span.end <= 1 else span.start + len(_LINK.sub("", span.text))
    tail = _TAIL.search(span.text)
    return span.start + tail.start() if tail else span.end


def speaks_not(span: Span, sentence: Sentence) -> bool:
    """Say whether a phrase cannot be who speaks: words in quotation marks, an act, a clause with a verb of its own."""
    text = sentence.tagged.text
    if re.search(r"[“\"]\s*$", text[: span.start]) and re.match(r"\s*[,.]?[”\"]", text[span.end :]):
        return True
    inside = [mark for mark in sentence.tagged.marks if span.holds(mark.trigger)]
    return any(_is_act(span, mark) or _is_verb(span, mark, text) for mark in inside)


def _is_act(span: Span, mark: Mark) -> bool:
    before = span.text[: mark.trigger.start - span.start]
    return mark.type == "ASSAULT" and mark.trigger.end == span.end and _ARTICLE.fullmatch(before) is not None


def _is_verb(span: Span, mark: Mark, text: str) -> bool:
    """Say whether a trigger within a phrase is its verb: words stand before and after it, and no preposition before."""
    before, after = text[span.start : mark.trigger.start], text[mark.trigger.end : span.end]
    return len(before.split()) > 1 and bool(after.strip() or " " in mark.trigger.text) and not _HANGING.search(before)
