"""Counts of happenings over a stretch of time: compared with the record, never an incident of their own.

An ordinal ("the tenth attack this month", "its 25th since June") tells of one happening and is no tally.
"""

import re
from datetime import date

from vedette.coding.document import Document, Sentence
from vedette.coding.source import named, source_span
from vedette.coding.tally_counts import Counted, counts, stretch
from vedette.coding.tally_fill import fillers
from vedette.coding.tally_nouns import counter_of
from vedette.coding.when import resolve, when_of
from vedette.coding.where import places_of
from vedette.coding.who import parties
from vedette.model import Mark, Party, Role, RoleMark, Span, Tally, When, cut
from vedette.model.ids import content_id
from vedette.phrases.find import find_times
from vedette.registry import Gazetteer, Registry

_CLAUSE_END = re.compile(r"[;:]|,\s+(?:and|but|while|which|who)\b")
_AREA = re.compile(r"the\s+(?:province|district|city|town|village|region|area|camp|island|state|county)", re.I)
_SINCE_THEN = re.compile(r"\bsince\s+(?:[\w’'.-]+\s+){2,12}?(?:in|on)\s+$")


def tallies_of(
    sentence: Sentence, document: Document, *, registry: Registry, gazetteer: Gazetteer
) -> tuple[Tally, ...]:
    """Give the tallies that a sentence states."""
    return tuple(
        _tally(counted, sentence, document, registry=registry, gazetteer=gazetteer) for counted in counts(sentence)
    )


def swallowed(mark: Mark, sentence: Sentence) -> bool:
    """Say whether a mark is only what a tally of its sentence counts, and so no happening of its own."""
    return any(
        _within_tally(mark, counted, sentence) and (not counted.told or _in_its_words(mark, counted))
        for counted in counts(sentence)
    )


def _in_its_words(mark: Mark, counted: Counted) -> bool:
    """Say whether a mark stands in what a noun counts: "the number of men | killed | since May"."""
    return counted.by_noun and counted.quote.holds(mark.trigger) and not counted.word.overlaps(mark.trigger)


def is_told(mark: Mark, sentence: Sentence) -> bool:
    """Say whether a mark tells as one what its sentence counts by a verb ("have overrun nine posts this year")."""
    return any(counted.told and counted.word.overlaps(mark.trigger) for counted in counts(sentence))


def _within_tally(mark: Mark, counted: Counted, sentence: Sentence) -> bool:
    return mark.type == counted.type and (
        counted.quote.overlaps(mark.trigger)
        or any(span.start <= counted.quantity.start < span.end for span in mark.of(Role.COUNT))
    )


def _tally(
    counted: Counted, sentence: Sentence, document: Document, *, registry: Registry, gazetteer: Gazetteer
) -> Tally:
    mark = _mark(counted, sentence)
    when = when_of(mark, sentence, document)
    start, end = _bounds(when, sentence, document)
    actor, target = (
        [
            party
            for span in mark.of(role)
            for party in parties(sentence.in_body(span), sentence, document, registry=registry)
        ]
        for role in (Role.ACTOR, Role.TARGET)
    )
    source = source_span(mark, sentence, document) or _counter(counted, sentence)
    quote = sentence.in_body(counted.quote)
    report = document.report
    return Tally(
        tally_id=content_id("t", report.id, quote.start, quote.end, counted.type),
        report_id=report.id,
        low=counted.quantity.low,
        high=counted.quantity.high,
        from_=start,
        to=end,
        of=counted.word.text,
        type=counted.type,
        quote=quote,
        sentence=sentence.span,
        actor=_once(actor),
        target=_once(target),
        places=places_of(mark, sentence, document, gazetteer=gazetteer, registry=registry),
        source=named(cut(report.text, source.start, source.end), sentence, document, registry=registry)
        if source
        else None,
    )


def _counter(counted: Counted, sentence: Sentence) -> Span | None:
    who = counter_of(sentence.tagged.text, counted.quote.start)
    return sentence.in_body(cut(sentence.tagged.text, *who)) if who else None


def _once(found: list[Party]) -> tuple[Party, ...]:
    return tuple({party.start: party for party in found}.values())


def _mark(counted: Counted, sentence: Sentence) -> Mark:
    """Give the tagger's mark on what is counted, its open roles filled from the clause."""
    text = sentence.tagged.text
    own = [mark for mark in sentence.tagged.marks if _within_tally(mark, counted, sentence)]
    mark = own[0] if own else Mark(trigger=counted.word, type=counted.type, mode=None, status="actual")
    roles = [role for role in mark.roles if role.role != Role.SOURCE or len(own) == 1]
    if (over := _inside(text, counted) or _over(text, counted)) is not None:
        roles = [RoleMark(role=Role.TIME, span=over), *(role for role in roles if role.role != Role.TIME)]
    for role, span in fillers(text, counted):
        if not any(known.role == role for known in roles):
            roles.append(RoleMark(role=role, span=span))
    if not any(known.role == Role.PLACE for known in roles):
        roles += [RoleMark(role=Role.PLACE, span=one.span) for one in roles if _AREA.fullmatch(one.span.text)]
    return Mark(trigger=mark.trigger, type=mark.type, mode=mark.mode, status=mark.status, roles=tuple(roles))


def _over(text: str, counted: Counted) -> Span | None:
    """Give the stretch of time of a count where the sentence names several: the next one after it in its clause."""
    times = find_times(text)
    after = [span for span in times if span.start >= counted.quote.end] if len(times) > 1 else []
    if not after or not stretch().match(after[0].text):
        return None
    return None if _CLAUSE_END.search(text, counted.quote.end, after[0].start) else after[0]


def _inside(text: str, counted: Counted) -> Span | None:
    """Give the stretch of time that stands between a noun that counts and its number."""
    inside = (span for span in find_times(text) if counted.quote.holds(span) and stretch().match(span.text))
    return next(inside, None) if counted.by_noun else None


def _bounds(when: When, sentence: Sentence, document: Document) -> tuple[date | None, date | None]:
    """Close a stretch that runs up to the report: at the day of "as of Dec. 12", else at the report's. What has gone on
    "since the war began in May" began then."""
    for phrase in find_times(sentence.tagged.text):
        if _SINCE_THEN.search(sentence.tagged.text, 0, phrase.start):
            began = resolve(phrase.text, start=sentence.in_body(phrase).start, published=document.report.published)
            return (began.from_, document.report.day) if began.from_ else (when.from_, when.to)
        if phrase.text.lower().startswith("as of"):
            until = resolve(phrase.text, start=sentence.in_body(phrase).start, published=document.report.published)
            start = when.from_ if until.to is None or when.from_ is None or when.from_ < until.to else None
            return start, until.to or document.report.day
    return when.from_, when.to or (document.report.day if when.from_ else None)
