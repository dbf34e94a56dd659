"""Where: the place of a happening."""

import re
from collections.abc import Iterator
from dataclasses import replace

from vedette.coding.document import Document, Sentence
from vedette.coding.geography import surroundings
from vedette.coding.locating import locate
from vedette.model import NOWHERE, Label, Mark, Place, Role, Span, WherePrecision
from vedette.registry import Gazetteer, Registry

PHYSICAL = frozenset({"ASSAULT", "COERCE", "PROTEST", "RETREAT", "MOBILIZE", "AID"})
_LOCATIVE = re.compile(
    r"\b(?:in|at|near|outside|inside|around|on|over|off|across|throughout|within|into|onto|of)\s+(?:the\s+)?(?:[a-z-]+\s+){0,3}$"
)
_SAID = re.compile(
    r"\b(?:said|says|told|stated|announced|reported|reporters|conference|statement|interview|speaking|spoke)\b[^,.;]*$",
    re.IGNORECASE,
)
_NESTED = re.compile(
    r"\b(?:who|whom|that|which|responsible for|behind|accused of|blamed for|suspected of|after|following|"
    r"in response to|"
    r"in retaliation for|in reprisal for|because of|over|linked to|involved in|carrying out|launching)\b",
    re.IGNORECASE,
)
_BACK = re.compile(
    r"^(?:there|here|nearby|elsewhere in|(?:in |near |at )?the (?:same )?(?:city|town|village|area|camp|scene|"
    r"site|base|district|region|"
    r"province|neighbou?rhood|capital)\b)",
    re.IGNORECASE,
)
_UNION = re.compile(
    r"\s*(?:,\s*(?:and\s+)?|\band\b|\bor\b)\s*(?=(?:in\s+|the\s+|northern |southern |eastern |western |central )?[A-Z])"
)


def place_of(mark: Mark, sentence: Sentence, document: Document, *, gazetteer: Gazetteer, registry: Registry) -> Place:
    """Resolve where a happening took place, or say that it is unknown.

    The mark's own place phrases come first, then a place named in its target, then a place that stands in the
    sentence as a
    location, then the last place that its paragraph set. Where something was *said* never counts.
    """
    steps = (_own, _in_target, _in_sentence, _before)
    for step in steps:
        place = step(mark, sentence, document, gazetteer, registry)
        if place.known:
            return place
    return NOWHERE


def places_of(
    mark: Mark, sentence: Sentence, document: Document, *, gazetteer: Gazetteer, registry: Registry
) -> tuple[Place, ...]:
    """Resolve every place that a mark names, unions split ("Iraq and Syria"): for tallies and runs of happenings."""
    found = [
        _at(part, sentence, document, gazetteer, registry) for span in mark.of(Role.PLACE) for part in _split(span)
    ]
    known = tuple(place for place in found if place.known)
    if known:
        return known
    single = place_of(mark, sentence, document, gazetteer=gazetteer, registry=registry)
    return (single,) if single.known else ()


def _at(span: Span, sentence: Sentence, document: Document, gazetteer: Gazetteer, registry: Registry) -> Place:
    """Resolve a phrase of the sentence."""
    names = tuple(
        Span(text=name.span.text, start=name.span.start - span.start, end=name.span.end - span.start)
        for name in sentence.tagged.names
        if name.label == Label.PLACE and span.holds(name.span)
    )
    around = surroundings(document, gazetteer=gazetteer, registry=registry)
    return locate(sentence.in_body(span), names, around, gazetteer=gazetteer, registry=registry)


def _own(mark: Mark, sentence: Sentence, document: Document, gazetteer: Gazetteer, registry: Registry) -> Place:
    spans = [span for span in mark.of(Role.PLACE) if not _of_another(mark, span, sentence)]
    found = [_at(span, sentence, document, gazetteer, registry) for span in spans]
    return min((place for place in found if place.known), key=_fineness, default=NOWHERE)


def _fineness(place: Place) -> int:
    return int(place.precision or WherePrecision.COUNTRY)


def _of_another(mark: Mark, span: Span, sentence: Sentence) -> bool:
    """Say whether a place belongs to a happening told inside this one ("militiamen responsible for an attack on X")."""
    if any(other.holds(span) for role in (Role.CAUSE, Role.SOURCE) for other in mark.of(role)):
        return True
    for other in sentence.tagged.marks:
        start = max(mark.trigger.end, 0)
        if other is not mark and start <= other.trigger.start and other.trigger.end <= span.start:
            between = sentence.tagged.text[start : other.trigger.start]
            if _NESTED.search(between):
                return True
    return False


def _in_target(mark: Mark, sentence: Sentence, document: Document, gazetteer: Gazetteer, registry: Registry) -> Place:
    """Look for a named place in the target; a country as target is no place."""
    if mark.type not in PHYSICAL:
        return NOWHERE
    for target in mark.of(Role.TARGET):
        inside = [name.span for name in sentence.tagged.names if name.label == Label.PLACE and target.holds(name.span)]
        if inside and not _of_another(mark, inside[0], sentence):
            place = _at(target, sentence, document, gazetteer, registry)
            if place.known and place.precision != WherePrecision.COUNTRY:
                return replace(place, basis=f"{place.basis}, named in the target")
    return NOWHERE


def _in_sentence(mark: Mark, sentence: Sentence, document: Document, gazetteer: Gazetteer, registry: Registry) -> Place:
    if mark.type not in PHYSICAL:
        return NOWHERE
    for span in _locative(mark, sentence):
        place = _at(span, sentence, document, gazetteer, registry)
        if place.known:
            return replace(place, basis=f"{place.basis}, named in the sentence")
    return NOWHERE


def _locative(mark: Mark, sentence: Sentence) -> Iterator[Span]:
    """Give the names that stand as a location and that no other happening, cause or source of the sentence owns."""
    text = sentence.tagged.text
    others = [role.span for other in sentence.tagged.marks if other is not mark for role in other.roles]
    others += [span for role in (Role.SOURCE, Role.CAUSE, Role.ACTOR) for span in mark.of(role)]
    names = [name for name in sentence.tagged.names if name.label in (Label.PLACE, Label.COUNTRY)]
    for name in sorted(names, key=lambda name: (name.label == Label.COUNTRY, abs(name.span.start - mark.trigger.end))):
        before = text[: name.span.start]
        if (
            _LOCATIVE.search(before)
            and not _SAID.search(before)
            and not any(span.overlaps(name.span) for span in others)
            and not _of_another(mark, name.span, sentence)
        ):
            yield name.span


def _before(mark: Mark, sentence: Sentence, document: Document, gazetteer: Gazetteer, registry: Registry) -> Place:
    """Take the last place that the paragraph set, unless this happening has a time of its own."""
    own = mark.of(Role.PLACE)
    if mark.type not in PHYSICAL or mark.of(Role.TIME) or (own and not any(_BACK.search(span.text) for span in own)):
        return NOWHERE
    for earlier in document.before(sentence)[:3]:
        if earlier.paragraph != sentence.paragraph or earlier.caption:
            break
        for other in reversed(earlier.tagged.marks):
            place = _own(other, earlier, document, gazetteer, registry) if other.type in PHYSICAL else NOWHERE
            if place.known and place.precision != WherePrecision.COUNTRY:
                return replace(place, basis=f"{place.basis}, from an earlier sentence of the paragraph")
    return NOWHERE


def _split(span: Span) -> Iterator[Span]:
    at = 0
    for cut in [*_UNION.finditer(span.text), None]:
        end = cut.start() if cut else len(span.text)
        if span.text[at:end].strip():
            yield Span(text=span.text[at:end], start=span.start + at, end=span.start + end)
        at = cut.end() if cut else end
