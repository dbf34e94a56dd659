"""When something happened."""

import re
from dataclasses import replace
from datetime import date

from vedette.coding.document import Document, Sentence
from vedette.coding.governing import governing
from vedette.coding.live import posted_on
from vedette.coding.nesting import answered_by
from vedette.coding.recall import opening, recalled, told_before
from vedette.coding.story import with_story
from vedette.coding.timeline import clock_at
from vedette.coding.wars import since_the_outbreak
from vedette.coding.when_gap import by_gap, gap_from, gap_to, gap_to_day, gap_to_told, is_gap
from vedette.coding.when_phrase import (
    dates_nothing,
    is_background,
    is_of_a_clause_before,
    is_of_a_paper,
    is_of_the_announcement,
    is_of_the_cause,
    is_of_the_charge,
    is_of_the_word,
    is_of_what_came_of_it,
)
from vedette.coding.when_then import attached, beside_event, owning, then
from vedette.coding.where_referent import goes_on, is_retold, referent
from vedette.model import UNDATED, DatePrecision, Mark, Published, Role, Span, When, precision_of
from vedette.phrases.clock import Clock, Stretch
from vedette.phrases.find import find_times
from vedette.phrases.times import beside, read_time

_STATEMENT = frozenset(("planned", "hypothetical"))
_WILL = re.compile(
    r"\b(?:will|would|shall|plans?|planned|planning|scheduled|due|expected|set to|next|tomorrow|going to|if|could|may|"
    r"might|until|upcoming|by (?:the end|next|\d)|'ll)\b"
)
_SPOKEN = frozenset({"ACCUSE", "REJECT", "REQUEST", "THREATEN", "SUPPORT", "CONSULT", "AGREE"})
_WEEK = 7  # days: a longer stretch that an act set is not when others spoke of it
_SAID = frozenset(("ACCUSE", "REJECT"))
_HAPPENED = re.compile(
    r"(?:The|This)\s+(?:[\w-]+\s+){1,3}?(?:happened|occurred|took\s+place|was\s+carried\s+out|came)\s+(?!after\b|as\b|days?\b|hours?\b)"
)
_HAS = re.compile(r"\b(?:has|have)\s+(?:\w+ly\s+|also\s+|always\s+|since\s+)?$")
_PHYSICAL = frozenset({"ASSAULT", "COERCE", "PROTEST", "RETREAT", "MOBILIZE", "AID"})


def when_of(mark: Mark, sentence: Sentence, document: Document) -> When:
    """Tell when one happening took place, as exactly as the text says, and why we think so.

    In this order: the mark's own time phrases; the act that answers it, which came later; a time phrase that governs
    its clause; an earlier incident that the phrase names; the last date that the paragraph set; else no date but the
    report's day as the last one possible for fresh news.
    """
    clock = replace(clock_at(sentence, document, mark.trigger.start), tense=_tense(mark, sentence))
    own = _own(mark, sentence, document, clock)
    if own is not None and own.known:
        return _captioned(own, sentence)
    if (
        (span := attached(mark, sentence))
        and (read := read_time(span.text, with_story(clock, sentence.in_body(span), document)))
        and read.known
    ):
        return _captioned(_when(read, sentence.in_body(span)), sentence)
    if found := _by_gap(mark, sentence, document):
        return _captioned(found, sentence)
    if answer := _answer_to(mark, sentence):
        outer = when_of(answer, sentence, document)
        if outer.stated:
            return _before_the_answer(outer, answer)
    if found := _around(mark, sentence, document, clock):
        return _captioned(found, sentence)
    if found := _told_next(mark, sentence, document):
        return found
    if bound := _spoken_of(mark, sentence, clock):
        return _continued(mark, sentence, document) or bound
    return _inherited(mark, sentence, document, clock)


def _spoken_of(mark: Mark, sentence: Sentence, clock: Clock) -> When | None:
    """Bound an act by the day on which somebody claimed or confirmed it or cared for those it hurt: it was no later."""
    for span in find_times(sentence.tagged.text):
        if span.end <= mark.trigger.start and is_of_the_word(span, mark, sentence):
            read = read_time(span.text, clock)
            if read is not None and read.to is not None:
                return replace(UNDATED, to=read.to, basis=f"no later than it was spoken of ({read.to.isoformat()})")
    return None


def _told_next(mark: Mark, sentence: Sentence, document: Document) -> When | None:
    """Give the day that the sentence after an act tells of it: "The attack happened on Tuesday"."""
    if mark.type not in _PHYSICAL or mark.status in _STATEMENT or sentence.caption:
        return None
    following = document.sentences[sentence.index + 1 : sentence.index + 2]
    if not following or not _HAPPENED.match(following[0].tagged.text):
        return None
    acts = [one for one in sentence.tagged.marks if one.type == mark.type]
    told = [one for one in following[0].tagged.marks if one.type == mark.type]
    clock = clock_at(following[0], document, 0)
    when = _own(told[0], following[0], document, clock) if told and acts[0] is mark else None
    return replace(when, inherited=True) if when is not None and when.from_ is not None else None


def _by_gap(mark: Mark, sentence: Sentence, document: Document) -> When | None:
    """Date one of two acts of a sentence by the other and the time that lies between them."""
    if counted_from := gap_to_day(mark, sentence):
        span, gap, way = counted_from
        read = read_time(span.text, clock_at(sentence, document, span.start))
        if read is not None and read.known:
            return _counted(_when(read, sentence.in_body(span)), gap, way, document)
    if counted := gap_to(mark, sentence):
        other, gap, way = counted
        outer = _by_itself(other, sentence, document)
        if outer is None or not outer.stated:
            outer = _inherited(other, sentence, document, clock_at(sentence, document, other.trigger.start))
        return _counted(outer, gap, way, document)
    if (told := gap_to_told(mark, sentence)) and (before := _last_act(sentence, document)):
        outer = when_of(*before, document)
        return _counted(outer, *told, document)
    if counted := gap_from(mark, sentence):
        other, gap, way = counted
        clock = clock_at(sentence, document, other.trigger.start)
        inner = _own(other, sentence, document, clock)
        return _counted(inner, gap, way, document) if inner and inner.known else None
    return None


def _last_act(sentence: Sentence, document: Document) -> tuple[Mark, Sentence] | None:
    """Give the act that the sentence before tells of: the first of those that it does not only retell."""
    earlier = document.sentences[sentence.index - 1] if sentence.index else None
    if earlier is None or earlier.caption:
        return None
    acts = (mark for mark in earlier.tagged.marks if mark.type in _PHYSICAL and mark.status == "actual")
    return next(((mark, earlier) for mark in acts if not is_retold(mark, earlier)), None)


def _by_itself(mark: Mark, sentence: Sentence, document: Document) -> When | None:
    clock = replace(clock_at(sentence, document, mark.trigger.start), tense=_tense(mark, sentence))
    own = _own(mark, sentence, document, clock)
    return own if own is not None and own.known else _around(mark, sentence, document, clock)


def _counted(when: When, gap: str, way: int, document: Document) -> When | None:
    read = by_gap(when, gap, way, document)
    if read is None or read.from_ is None:
        return None
    return replace(when, from_=read.from_, to=read.to, precision=_exact(read), basis=read.basis, inherited=True)


def _answer_to(mark: Mark, sentence: Sentence) -> Mark | None:
    """Give the act that answers this one, unless the answers run in a circle."""
    answer, seen = answered_by(mark, sentence), [mark]
    first = answer
    while answer is not None:
        if answer in seen:
            return None
        seen.append(answer)
        answer = answered_by(answer, sentence)
    return first


def _around(mark: Mark, sentence: Sentence, document: Document, clock: Clock) -> When | None:
    """Look for the date around the mark: in its clause, or in an incident that the text told before."""
    span = governing(mark, sentence)
    span = None if span and (is_gap(span, mark, sentence) or is_of_a_paper(span, sentence.tagged.text)) else span
    words = _said_of(span, mark, sentence) if span else ""
    if (
        span
        and not is_of_the_announcement(span, mark, sentence)
        and not is_of_what_came_of_it(span, mark, sentence)
        and not is_of_the_charge(span, mark, sentence)
        and (read := read_time(words, _clock(span, sentence, document, clock)))
        and read.known
    ):
        return _when(read, sentence.in_body(span))
    if found := then(mark, sentence, document):
        return _when(found[1], sentence.in_body(found[0]))
    if (span := opening(mark, sentence) or beside_event(mark, sentence)) and (
        read := recalled(span, mark, sentence, document, when_of)
    ):
        return _when(read, sentence.in_body(span))
    if span and (read := _by_another(span, mark, sentence, document)):
        return _when(read, sentence.in_body(span))
    return told_before(mark, sentence, document, when_of)


def _by_another(span: Span, mark: Mark, sentence: Sentence, document: Document) -> Stretch | None:
    """Date a mark by the happening in a phrase such as "hours after the raid", where an earlier sentence told it."""
    for other in sentence.tagged.marks:
        if other is not mark and span.holds(other.trigger) and (when := _continued(other, sentence, document)):
            way = re.search(r"\b(after|following|before|during)\b", span.text, re.I)
            read = Stretch(from_=when.from_, to=when.to, value="", basis=when.basis)
            if way is None or way[1].lower() == "during":
                return read
            gap = span.text[: way.start()].strip().lower()
            return beside(read, gap or "shortly", -1 if way[1].lower() == "before" else 1, _plain(document))
    return None


def _plain(document: Document) -> Clock:
    return Clock(published=document.report.published)


def resolve(
    phrase: str, *, start: int, published: Published, anchor: date | None = None, tense: str | None = None
) -> When:
    """Read one time phrase that stands at `start` of a body; `anchor` is the last date that the text set before it.

    An anchor of another time than the publication (or in a text without one) gives dates without a year theirs.
    """
    clock = Clock(published=published, anchor=anchor, tense=tense, history=_of_another_time(anchor, published))
    read = read_time(phrase, clock)
    span = Span(text=phrase, start=start, end=start + len(phrase))
    return (
        _when(read, span)
        if read
        else replace(UNDATED, text=phrase, start=start, end=span.end, basis="no date in the phrase")
    )


def _of_another_time(anchor: date | None, published: Published) -> bool:
    if anchor is None:
        return False
    return published.start is None or (published.start - anchor).days > 366


def _when(read: Stretch, span: Span) -> When:
    """Turn what a phrase says into the date of a happening, quoted."""
    return When(
        text=span.text,
        start=span.start,
        end=span.end,
        from_=read.from_,
        to=read.to,
        precision=_exact(read),
        basis=read.basis,
    )


def _exact(read: Stretch) -> DatePrecision | None:
    return precision_of(read.from_, read.to) if read.from_ and read.to else None


def _own(mark: Mark, sentence: Sentence, document: Document, clock: Clock) -> When | None:
    """Read the mark's own time phrases; of several the day that owns it, else the narrowest, the first of equals."""
    found: list[When] = []
    owner = owning(mark, sentence)
    for span in (owner,) if owner else mark.of(Role.TIME):
        body = _with_preposition(span, sentence)
        if (
            dates_nothing(body, mark, sentence)
            or is_gap(span, mark, sentence)
            or is_of_a_clause_before(span, mark, sentence)
            or is_of_the_cause(span, mark)
            or is_of_what_came_of_it(span, mark, sentence)
        ):
            continue
        if (remembered := recalled(body, mark, sentence, document, when_of)) is not None:
            found.append(_when(remembered, sentence.in_body(body)))
        elif read := read_time(_said_of(body, mark, sentence), _clock(body, sentence, document, clock)):
            found.append(_when(read, sentence.in_body(body)))
    known = [when for when in found if when.known]
    return min(known, key=_width, default=found[0] if found else None)


_OPEN_GAP = re.compile(r"(?:just\s+|only\s+)?(?:minutes|hours|days|weeks|months|years)\s+after(?:wards)?", re.I)
_PAST_BY = re.compile(r"\s+after(?:wards)?$", re.I)


def _said_of(span: Span, mark: Mark, sentence: Sentence) -> str:
    """Give a time phrase as it dates the mark: what stands after "five weeks after" was five weeks ago.

    "Hours after" leaves open how long ago: it dates nothing by itself.
    """
    between = sentence.tagged.text[span.end : mark.trigger.start]
    if span.end <= mark.trigger.start and not re.search(r"[,;]", between):
        return "" if _OPEN_GAP.fullmatch(span.text) else _PAST_BY.sub(" ago", span.text)
    return span.text


def _clock(span: Span, sentence: Sentence, document: Document, clock: Clock) -> Clock:
    """Give the clock where a phrase begins: "two days later" counts from what was told before it, not from itself."""
    there = replace(clock_at(sentence, document, span.start), tense=clock.tense)
    return with_story(there, sentence.in_body(span), document)


def _width(when: When) -> int:
    return (when.to - when.from_).days if when.from_ and when.to else 10**6


_LEADING = re.compile(
    r"\b(?:since|until|till|before|after|by|between|from|as of|through|shortly after|soon after|"
    r"within|within the|for|for the|over the|in the|early on|late on|earlier on)\s+(?:the\s+)?$",
    re.I,
)
_ZONE = re.compile(r",?\s(?:(?:[A-Z]\w+|local)\stime|GMT|UTC|E[SD]?T)\b")
_WHEN = re.compile(r",?\s+when\s")
_HALVES = re.compile(r"\b[\w-]+\s+and\s+$")


def _with_preposition(span: Span, sentence: Sentence) -> Span:
    """Take in what a tagger may leave out: a preposition that bounds ("since | Oct. 17"), the clock that told it."""
    text = sentence.tagged.text
    if _WHEN.match(text, span.end):  # "since May, when": what comes then was in May
        return span
    halves = _HALVES.search(text[: span.start]) if span.text.startswith("a half") else None
    found = halves or _LEADING.search(text[: span.start])
    zone = _ZONE.match(text, span.end)
    start, end = found.start() if found else span.start, zone.end() if zone else span.end
    return Span(text=text[start:end], start=start, end=end)


def _tense(mark: Mark, sentence: Sentence) -> str | None:
    """Tell whether the happening lies ahead: planned or possible, and not told in the past."""
    if mark.status not in _STATEMENT:
        return "past"
    text = sentence.tagged.text
    ahead = _WILL.search(text) or re.search(r"\bto\s+(?:\w+\s+){0,2}$", text[: mark.trigger.start])
    return "future" if ahead else None


def _captioned(when: When, sentence: Sentence) -> When:
    """Mark a caption's date as what it is: the day the picture shows, the act being of that day or shortly before."""
    return replace(when, basis=f"date of the picture ({when.basis})") if sentence.caption else when


def _before_the_answer(outer: When, answer: Mark) -> When:
    """Date an act by the one that answers it: on or before its day."""
    if outer.to is None:
        return replace(UNDATED, basis=f'before the "{answer.trigger.text}" that answers it')
    basis = f'before the "{answer.trigger.text}" that answers it ({outer.to.isoformat()})'
    return replace(outer, from_=None, precision=None, basis=basis, inherited=True)


def _inherited(mark: Mark, sentence: Sentence, document: Document, clock: Clock) -> When:
    """Give the last date the paragraph set to a happening that goes on with its story, else the bound of fresh news."""
    if (
        clock.anchor
        and not sentence.caption
        and mark.status not in _STATEMENT
        and not is_background(sentence.tagged.text)
        and not _said_since(mark, sentence)
    ):
        near = clock_at(sentence, document, mark.trigger.start, paragraph=True, told=mark.type in _PHYSICAL)
        last = near.until or near.anchor
        if (
            near.anchor is not None
            and last is not None
            and not (mark.type in _SPOKEN and (last - near.anchor).days > _WEEK)
        ):
            said = near.said
            return When(
                text=said.text if said else None,
                start=said.start if said else None,
                end=said.end if said else None,
                from_=near.anchor,
                to=last,
                precision=precision_of(near.anchor, last),
                basis=f"the last date that the paragraph set ({near.anchor.isoformat()})",
                inherited=True,
            )
    if mark.status == "actual" and (when := since_the_outbreak(mark, document)):
        return when
    if when := _continued(mark, sentence, document):
        return when
    return posted_on(mark, sentence, document) or _unstated(mark, sentence, document.report.published)


def _said_since(mark: Mark, sentence: Sentence) -> bool:
    """Say whether an act in words is told in the present perfect ("has denied it"): some day since."""
    return mark.type in _SAID and _HAS.search(sentence.tagged.text[: mark.trigger.start]) is not None


def _continued(mark: Mark, sentence: Sentence, document: Document) -> When | None:
    """Give the date of the act that this one points back to, or that a new paragraph goes on with."""
    earlier = referent(mark, sentence, document) or _gone_on_with(mark, sentence, document)
    when = when_of(*earlier, document) if earlier else None
    if earlier is None or when is None or when.from_ is None:
        return None
    basis = f'the "{earlier[0].trigger.text}" told before ({when.from_.isoformat()})'
    return replace(when, basis=basis, inherited=True)


def _gone_on_with(mark: Mark, sentence: Sentence, document: Document) -> tuple[Mark, Sentence] | None:
    if mark.type != "ASSAULT" or mark.status in _STATEMENT or not goes_on(mark, sentence):
        return None
    for earlier in document.before(sentence, 3):
        for other in () if earlier.caption else earlier.tagged.marks:
            if other.type == mark.type and other.status == "actual":
                return other, earlier
    return None


def _unstated(mark: Mark, sentence: Sentence, published: Published) -> When:
    if mark.status in _STATEMENT:
        return replace(UNDATED, basis="not stated; not yet happened in the report")
    if published.end is None or sentence.caption or is_background(sentence.tagged.text):
        return replace(UNDATED, basis="not stated")
    return When(from_=None, to=published.end, basis="not stated; no later than the report")
