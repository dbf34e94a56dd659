"""The dates that a text sets as it goes on: what "two days later" counts from."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import islice, takewhile

from vedette.coding.document import Document, Sentence
from vedette.coding.perdocument import PerDocument
from vedette.coding.story import with_story
from vedette.coding.when_phrase import is_of_a_paper
from vedette.model import Basis, Published, Span
from vedette.phrases.calendar import add_days
from vedette.phrases.clock import Clock, Stretch
from vedette.phrases.find import find_times
from vedette.phrases.times import read_time

_BOUNDING = re.compile(r"^(?:since|until|till|by|before|from|as of|between|up to|through|prior to)\b", re.I)
_BACK = re.compile(r"\b(?:before|earlier|ago|previous \w+)$", re.I)
_FAR = 12  # sentences back that may still set the date
_SAYING = re.compile(
    r"\b(?:said|says|told(?: \w+){1,3}|announced|reported|added|warned|noted|confirmed|acknowledged|statement|"
    r"interview|briefing|news conference|demanded|urged|appealed|condemned|denounced|vowed|pledged|promised|threatened|"
    r"claimed|claimed responsibility|accused|blamed|spoke|called on (?:\w+ ){1,4}|insisted|denied|rejected)\W+"
    r"(?:(?:on|late|early|in|a|statement|the|[A-Z]\w+)\W+){0,4}$",
    re.I,
)
_OPEN_GAP = re.compile(r"\s(?:after|before)$", re.I)
_GOES_ON = re.compile(r"\s+(?!(?:in|on|at|and)\b)[\w“\"‘]")
_RUNNING = re.compile(r"(?:so far )?this (?:year|month)$", re.I)
_SINCE = re.compile(r"\b(?:since|until)\s+(?:[\w’'.-]+\s+){2,14}$")
_ASIDE = re.compile(r",\s+(?:which|who|whose|where)\s[^,;.]{0,120}$")
_LAST_TIME = re.compile(
    r"\b(?:last|only\s+other)\s+(?:such\s+)?(?:time|attack|raid|strike)\b[^.;]{0,80}\b(?:was|came|in|on)\s+$"
)
_CLOSED = re.compile(r"[^,;.]{0,60},")
_AHEAD = re.compile(r"\b(?:will|would|plans?\s+to|due\s+to|scheduled|expected\s+to|set\s+to)\s[^,;.”\"]{0,80}$")
_KEPT: PerDocument[dict[tuple[int, bool, bool], Clock]] = PerDocument(dict)
_HISTORY = 330  # days before the publication from which a narrated date makes its paragraph a history


def clock_at(
    sentence: Sentence, document: Document, offset: int, *, paragraph: bool = False, told: bool = False
) -> Clock:
    """Give the clock at `offset` of a sentence: the publication and the last date set before, in the same paragraph
    or else (unless `paragraph`) in an earlier one; a history paragraph keeps its own year. With `told` the days on
    which something was said set no date."""
    clock = _within(_before(sentence, document, paragraph=True, told=told), sentence, document, offset, told=told)
    if clock.anchor or paragraph or sentence.caption:
        return clock
    anchored = _within(_before(sentence, document, paragraph=False, told=told), sentence, document, offset, told=told)
    return anchored if not clock.dated else replace(anchored, history=False)


def _before(sentence: Sentence, document: Document, *, paragraph: bool, told: bool) -> Clock:
    """Give the clock as the sentence begins, worked out once a document."""
    kept, key = _KEPT.of(document), (sentence.index, paragraph, told)
    if key not in kept:
        kept[key] = _worked_out(sentence, document, paragraph=paragraph, told=told)
    return kept[key]


def _worked_out(sentence: Sentence, document: Document, *, paragraph: bool, told: bool) -> Clock:
    clock = Clock(published=_bounded(document.report.published))
    before = (document.sentences[index] for index in range(sentence.index - 1, -1, -1))
    if paragraph:
        near = takewhile(lambda one: one.paragraph == sentence.paragraph, before)
        return _through(clock, document, list(near)[::-1], (), told=told)
    far = list(islice((one for one in before if not one.caption), _FAR))[::-1]
    return _through(clock, document, far, [one for one in far if one.paragraph != sentence.paragraph], told=told)


def _bounded(published: Published) -> Published:
    """Give a text of which only the first possible day is known a year from then: the first year that fits is read,
    and weekdays stay intervals."""
    if published.start is None or published.end is not None:
        return published
    return replace(published, end=add_days(published.start, 366), basis=Basis.INFERRED)


def _through(
    clock: Clock, document: Document, sentences: list[Sentence], past: Sequence[Sentence], *, told: bool
) -> Clock:
    """Move the clock through sentences; a glance back ("the day before") in one of `past` paragraphs moves nothing.
    A history ends with its paragraph."""
    paragraph = None
    for one in sentences:
        if one.paragraph != paragraph and clock.dated and clock.history:
            clock = replace(clock, history=False)
        paragraph = one.paragraph
        for span in find_times(one.tagged.text):
            if (one not in past or not _BACK.search(span.text)) and not (told and _of_saying(span, one)):
                clock = _moved(clock, span, one, document)
    return clock


def _within(clock: Clock, sentence: Sentence, document: Document, offset: int, *, told: bool) -> Clock:
    for span in find_times(sentence.tagged.text):
        if span.end <= offset and not (told and _of_saying(span, sentence)):
            clock = _moved(clock, span, sentence, document)
    return clock


def _of_saying(span: Span, sentence: Sentence) -> bool:
    """Say whether a time phrase dates a saying ("the ministry said on Saturday")."""
    return _SAYING.search(sentence.tagged.text[: span.start]) is not None


def _moved(clock: Clock, span: Span, sentence: Sentence, document: Document) -> Clock:
    """Move the anchor to the date a phrase sets; bounds ("since 2014"), vague stretches and what is told in an aside
    or lies ahead set none."""
    if _BOUNDING.match(span.text) or _beside_the_story(span, sentence.tagged.text):
        return clock
    read = read_time(span.text, with_story(clock, sentence.in_body(span), document))
    day = _set_by(read) if read else None
    if day is None or read is None or _RUNNING.match(span.text):
        return clock
    said = sentence.in_body(span)
    return replace(clock, anchor=day, until=read.to, said=said, history=_is_history(day, clock))


def _beside_the_story(span: Span, text: str) -> bool:
    """Say whether a date stands in a clause "since ...", in a relative clause that commas close, with "would", after
    "the last time was in", or counts from what is told after it ("two days after rebels came")."""
    before = text[: span.start]
    if is_of_a_paper(span, text):
        return True
    if _OPEN_GAP.search(span.text) and _GOES_ON.match(text, span.end):
        return True
    if _ASIDE.search(before) is not None and _CLOSED.match(text, span.end) is not None:
        return True
    if _LAST_TIME.search(before) is not None:
        return True
    return _SINCE.search(before) is not None or _AHEAD.search(before) is not None


def _set_by(read: Stretch) -> date | None:
    if read.from_ is None or read.to is None or read.value in ("PRESENT_REF", "FUTURE_REF", "PAST_REF"):
        return None
    return read.from_ if (read.to - read.from_).days <= 366 and not read.value.startswith("P") else None


def _is_history(day: date, clock: Clock) -> bool:
    start = clock.published.start or clock.published.end
    return start is None or (start - day).days > _HISTORY
