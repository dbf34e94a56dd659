"""Why this place."""

from collections.abc import Iterator

from vedette.coding.document import Sentence
from vedette.coding.where import STEPS
from vedette.coding.why.asked import Asked
from vedette.model import Instead, Label, Place, Reason, Role, Span


def where_reason(asked: Asked) -> Reason:
    """Give the reason of the place, with what the other ways to find one gave and the other places of the sentence."""
    place = asked.claim.place
    given = asked.mark, asked.sentence, asked.document, asked.gazetteer, asked.registry
    ways = [(name, step(*given)) for name, step in STEPS]
    by = next((name for name, found in ways if found == place), "the words that tell it") if place.text else "no place"
    words = _quote(place)
    role = next((span for span in asked.mark.of(Role.PLACE) if words and _inner(asked, span).overlaps(words)), None)
    how, probability = asked.made_by(Role.PLACE, role) if role and by == STEPS[0][0] else (f"rule: {by}", None)
    return Reason(
        field="place",
        value=_told(place) if place.text else None,
        by=f"{how}; {place.basis}" if place.text else "no way to find one gave a place",
        words=(words,) if words else (),
        probability=probability,
        instead=(
            *_other_ways(ways, place),
            *(one for one in asked.passed_over(Role.PLACE) if one.words is None or one.words != words),
            *_other_names(asked.sentence, asked, words),
        ),
    )


def _inner(asked: Asked, span: Span) -> Span:
    return asked.sentence.in_body(span)


def _quote(place: Place) -> Span | None:
    if place.text is None or place.start is None or place.end is None:
        return None
    return Span(text=place.text, start=place.start, end=place.end)


def _told(place: Place) -> str:
    if not place.known:
        return f"“{place.text}”, not known to the gazetteer"
    return ", ".join(dict.fromkeys(part for part in (place.name, place.adm1, place.country) if part))


def _other_ways(ways: list[tuple[str, Place]], place: Place) -> Iterator[Instead]:
    seen = {_told(place)}
    for name, found in ways:
        if found.text is not None and _told(found) not in seen:
            seen.add(_told(found))
            because = f"{name}: an earlier way gave one" if place.known else f"{name}: too wide or of another act"
            yield Instead(value=_told(found), because=because, words=_quote(found))


def _other_names(sentence: Sentence, asked: Asked, words: Span | None) -> Iterator[Instead]:
    """Give the other places that the sentence names, and what they belong to."""
    for name in sentence.tagged.names:
        body = sentence.in_body(name.span)
        if name.label == Label.PLACE and not (words and body.overlaps(words)):
            yield Instead(value=name.span.text, because=_belongs(name.span, sentence, asked), words=body)


def _belongs(span: Span, sentence: Sentence, asked: Asked) -> str:
    for other in (asked.mark, *(mark for mark in sentence.tagged.marks if mark is not asked.mark)):
        for role in other.roles:
            if role.span.holds(span) and (other is not asked.mark or role.role != Role.PLACE):
                return f'part of the {role.role.value} of "{other.trigger.text}"'
    return "nothing says that the act was there"
