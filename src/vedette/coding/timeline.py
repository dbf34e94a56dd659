"""The dates that a text sets as it goes on: what "two days later" counts from."""

import re
from dataclasses import replace
from datetime import date

from vedette.coding.document import Document, Sentence
from vedette.model import Span
from vedette.phrases.clock import Clock, Stretch
from vedette.phrases.find import find_times
from vedette.phrases.times import read_time

_BOUNDING = re.compile(r"^(?:since|until|till|by|before|from|as of|between|up to|through|prior to)\b", re.I)
_HISTORY = 330  # days before the publication from which a narrated date makes its paragraph a history


def clock_at(sentence: Sentence, document: Document, offset: int, *, paragraph: bool = False) -> Clock:
    """Give the clock at `offset` of a sentence: the publication and the last date set before, in the same paragraph
    or else (unless `paragraph`) in an earlier one; a history paragraph keeps its own year."""
    clock = Clock(published=document.report.published)
    near = [one for one in document.sentences[: sentence.index] if one.paragraph == sentence.paragraph]
    clock = _through(clock, near, sentence, offset)
    if clock.anchor or paragraph or sentence.caption:
        return clock
    far = [one for one in document.sentences[: sentence.index] if not one.caption][-12:]
    anchored = _through(Clock(published=document.report.published), far, sentence, offset)
    return anchored if not clock.dated else replace(anchored, history=False)


def _through(clock: Clock, before: list[Sentence], sentence: Sentence, offset: int) -> Clock:
    for one in before:
        for span in find_times(one.tagged.text):
            clock = _moved(clock, span)
    for span in find_times(sentence.tagged.text):
        if span.end <= offset and not _own_clause(span, sentence):
            clock = _moved(clock, span)
    return clock


def _own_clause(span: Span, sentence: Sentence) -> bool:
    return False


def _moved(clock: Clock, span: Span) -> Clock:
    """Move the anchor to the date a phrase sets; bounds ("since 2014") and vague stretches set none."""
    if _BOUNDING.match(span.text):
        return clock
    read = read_time(span.text, clock)
    day = _set_by(read) if read else None
    if day is None:
        return clock
    return replace(clock, anchor=day, history=_is_history(day, clock))


def _set_by(read: Stretch) -> date | None:
    if read.from_ is None or read.to is None or read.value in ("PRESENT_REF", "FUTURE_REF", "PAST_REF"):
        return None
    return read.from_ if (read.to - read.from_).days <= 366 and not read.value.startswith("P") else None


def _is_history(day: date, clock: Clock) -> bool:
    start = clock.published.start or clock.published.end
    return start is None or (start - day).days > _HISTORY
