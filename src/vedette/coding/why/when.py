"""Why this date."""

from collections.abc import Iterator

from vedette.coding.timeline import clock_at
from vedette.coding.why.asked import Asked
from vedette.model import Instead, Reason, Role, Span, When
from vedette.phrases.find import find_times
from vedette.phrases.times import read_time


def when_reason(asked: Asked) -> Reason:
    """Give the reason of the date, with the other time phrases of the sentence."""
    when = asked.claim.when
    words = _quote(when)
    own = next((span for span in asked.mark.of(Role.TIME) if words and _meet(asked, span, words)), None)
    how, probability = asked.made_by(Role.TIME, own) if own else ("rule", None)
    return Reason(
        field="when",
        value=_days(when) if when.known else None,
        by=f"{how}; {when.basis}",
        words=(words,) if words else (),
        probability=probability,
        instead=tuple(_others(asked, words)),
    )


def _meet(asked: Asked, span: Span, words: Span) -> bool:
    return asked.sentence.in_body(span).overlaps(words)


def _quote(when: When) -> Span | None:
    if when.text is None or when.start is None or when.end is None:
        return None
    return Span(text=when.text, start=when.start, end=when.end)


def _days(when: When) -> str:
    if when.from_ == when.to:
        return str(when.from_)
    return f"{when.from_ or '…'} ~ {when.to or '…'}"


def _others(asked: Asked, words: Span | None) -> Iterator[Instead]:
    for span in find_times(asked.sentence.tagged.text):
        body = asked.sentence.in_body(span)
        if words is None or not body.overlaps(words):
            yield Instead(value=_read(asked, span), because=_belongs(asked, span), words=body)


def _read(asked: Asked, span: Span) -> str:
    read = read_time(span.text, clock_at(asked.sentence, asked.document, span.start))
    if read is None or not read.known:
        return "no date"
    return str(read.from_) if read.from_ == read.to else f"{read.from_ or '…'} ~ {read.to or '…'}"


def _belongs(asked: Asked, span: Span) -> str:
    for other in asked.sentence.tagged.marks:
        if other is not asked.mark and any(time.overlaps(span) for time in other.of(Role.TIME)):
            return f'dates "{other.trigger.text}"'
    if any(time.overlaps(span) for time in asked.mark.of(Role.TIME)):
        return "tells no day for this act"
    return "dates another clause"
