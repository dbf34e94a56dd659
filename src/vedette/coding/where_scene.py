"""The place that the text has set: what a sentence without a place of its own plays in."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from vedette.coding.document import Document, Sentence
from vedette.coding.where_referent import goes_on
from vedette.coding.where_speaker import is_a_clock, is_of_the_speaker
from vedette.model import NOWHERE, Label, Mark, Place, Role, Span, WherePrecision
from vedette.phrases.find import find_times

Resolve = Callable[[Span, Sentence], Place]  # a phrase of a sentence -> its place
NEAR_BACK, FAR_BACK = 3, 8  # sentences back for an act without a place, and for "the city"
_SETTING = frozenset({"ASSAULT", "COERCE", "PROTEST", "RETREAT", "MOBILIZE", "AID"})
_WIDE = re.compile(
    r"^(?:civil |proxy )?(?:wars?|invasions?|offensives?|campaigns?|conflicts?|hostilities|uprising|insurgency|"
    r"genocide|fight|exodus|mutiny|occupation)$",
    re.IGNORECASE,
)
_POINTS_BACK = re.compile(
    r"\b(?:there|here|nearby)\b|"
    r"\b(?:the|that|this)\s+(?:same\s+)?(?P<kind>city|town|village|settlement|area|camp|scene|site|base|district|region|"
    r"province|state|neighbou?rhood|suburb|slum|island|port|airport)\b(?:['’]s)?(?!\s+(?:of\s+(?:the\s+)?[A-Z]|council))",
)
_KINDS = {
    "city": "city",
    "town": "city",
    "village": "city",
    "settlement": "city",
    "port": "city",
    "camp": "camp",
    "base": "base",
    "airport": "airport",
    "province": "adm1",
    "state": "adm1",
    "island": "island",
}
_KIND_OF = re.compile(r"\((\w+)\)")
_SAME_TIME = re.compile(
    r"\b(?:same|that|later that|earlier that) (?:day|night|evening|morning|afternoon)\b|\b(?:hours?|minutes?|moments?|"
    r"seconds?) (?:later|after|afterwards?|earlier|before)\b|\bat the (?:same )?time\b|\b(?:soon|shortly) after",
    re.IGNORECASE,
)
_CAPITALS = re.compile(r"\b[A-Z]\w")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A place that a sentence set; `told` says that an act of the sentence took place there."""

    place: Place
    told: bool


def scene_before(mark: Mark, sentence: Sentence, document: Document, resolve: Resolve) -> Place:
    """Give the place that the paragraph has set before an act without one, unless the act has another time.

    Acts that have not happened and words for a whole war play nowhere in particular.
    """
    if mark.status in ("planned", "hypothetical") or mark.type not in _SETTING or _WIDE.match(mark.trigger.text):
        return NOWHERE
    own = mark.of(Role.PLACE)
    moved = _moves_on(mark, sentence)
    for earlier in document.before(sentence, NEAR_BACK):
        if earlier.caption or (earlier.paragraph != sentence.paragraph and not goes_on(mark, sentence)):
            break
        if any(_CAPITALS.search(span.text) for span in own) or (own and not _may_continue(own)):
            break
        for scene in scenes(earlier, resolve):
            if earlier.paragraph != sentence.paragraph and not scene.told:
                continue
            if scene.place.precision != WherePrecision.COUNTRY and not (moved and (scene.told or earlier.tagged.marks)):
                return replace(scene.place, basis=f"{scene.place.basis}, from an earlier sentence of the paragraph")
        moved = moved or _moves_on(None, earlier)
    return NOWHERE


def _may_continue(own: tuple[Span, ...]) -> bool:
    """Say whether a place phrase without a name may lie in the place set before ("outside a hotel", "there")."""
    return not any(re.search(r"\b(?:abroad|elsewhere|border|frontier|sea)\b", span.text) for span in own)


def _moves_on(mark: Mark | None, sentence: Sentence) -> bool:
    """Say whether a sentence sets a time of its own, so that it may play elsewhere."""
    spans = mark.of(Role.TIME) if mark else ()
    opening = [span for span in find_times(sentence.tagged.text) if span.start <= 4]
    return any(not _SAME_TIME.search(span.text) for span in (*spans, *opening))


def pointed_back(phrase: Span, sentence: Sentence, document: Document, resolve: Resolve) -> Place:
    """Resolve "the city", "the camp", "there": the last place of that kind that the text set."""
    found = _POINTS_BACK.search(phrase.text)
    if not found:
        return NOWHERE
    kind = _KINDS.get(found["kind"] or "")
    for earlier in (sentence, *document.before(sentence, FAR_BACK)):
        if earlier.caption:
            continue
        for scene in scenes(earlier, resolve):
            if _fits(scene.place, kind) and (earlier is not sentence or _stands_before(scene.place, phrase, sentence)):
                return replace(scene.place, basis=f'{scene.place.basis}, "{found[0]}"')
        if kind is None and earlier.paragraph != sentence.paragraph:
            break
    return NOWHERE


def _stands_before(place: Place, phrase: Span, sentence: Sentence) -> bool:
    return place.end is not None and place.end <= sentence.span.start + phrase.start


def _fits(place: Place, kind: str | None) -> bool:
    if place.precision == WherePrecision.COUNTRY:
        return False
    found = _KIND_OF.search(place.basis)
    return kind is None or (found is not None and found[1] == kind)


def scenes(sentence: Sentence, resolve: Resolve) -> Iterator[Scene]:
    """Give the places that a sentence sets, the last first: those of its acts, then those named as a location."""
    for mark in reversed(sentence.tagged.marks):
        if mark.type in _SETTING:
            for span in mark.of(Role.PLACE):
                if not is_a_clock(sentence.tagged.text, span) and (place := resolve(span, sentence)).known:
                    yield Scene(place=place, told=True)
    for span in reversed(tuple(_located(sentence))):
        if (place := resolve(span, sentence)).known:
            yield Scene(place=place, told=False)


_LOCATIVE = re.compile(r"\b(?i:in|at|near|outside|inside|into|to|of|on)\s+(?:the\s+)?(?:[a-z-]+\s+){0,3}$")
_TOPIC = re.compile(r"\b(?:is|was|remains|became|fell|reached|entered|around)\s+$")
_SEAT = re.compile(r"\b(?:capital|seat|outskirts|heart|hub|gateway) (?:of|to)\s+(?:the\s+)?(?:[a-z-]+\s+){0,3}$")
_AWAY = re.compile(r"\b(?:towards?|from|flee\w*|fled|bound for|en route)\s+(?:[a-z-]+\s+){0,4}$")
_AIMED_AT = Mark(trigger=Span(text="", start=0, end=0), type="ASSAULT", mode=None, status="actual")


def _located(sentence: Sentence) -> Iterator[Span]:
    """Give the place names that stand as a location, less those of speakers and of what has not happened."""
    text = sentence.tagged.text
    if any(mark.status in ("planned", "hypothetical") for mark in sentence.tagged.marks):
        return
    held = [span for mark in sentence.tagged.marks for role in (Role.CAUSE, Role.SOURCE) for span in mark.of(role)]
    aimed = [span for mark in sentence.tagged.marks if mark.type in _SETTING for span in mark.of(Role.TARGET)]
    for name in sentence.tagged.names:
        if name.label != Label.PLACE or any(span.overlaps(name.span) for span in held):
            continue
        if any(span.holds(name.span) for span in aimed) or (
            (_LOCATIVE.search(text[: name.span.start]) or _TOPIC.search(text[: name.span.start]))
            and not _SEAT.search(text[: name.span.start])
            and not _AWAY.search(text[: name.span.start])
            and not is_of_the_speaker(text, name.span, _AIMED_AT)
            and not is_a_clock(text, name.span)
        ):
            yield name.span
