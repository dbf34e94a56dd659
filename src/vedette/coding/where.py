"""Where: the place of a happening."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from vedette.coding.away import with_lead
from vedette.coding.document import Document, Sentence
from vedette.coding.geography import surroundings
from vedette.coding.layout import dateline_end
from vedette.coding.locating import locate
from vedette.coding.when import when_of
from vedette.coding.where_called import names_a_vessel
from vedette.coding.where_capital import capital_named
from vedette.coding.where_here import here
from vedette.coding.where_referent import referent
from vedette.coding.where_scene import pointed_back, scene_before
from vedette.coding.where_speaker import is_a_clock, is_home, is_of_the_speaker, is_on_the_way, is_over_the_border
from vedette.model import NOWHERE, Label, Mark, Place, Role, Span, WherePrecision, cut
from vedette.registry import Gazetteer, Registry

PHYSICAL = frozenset({"ASSAULT", "COERCE", "PROTEST", "RETREAT", "MOBILIZE", "AID"})
_ADJECTIVE = r"(?:[a-z-]+|[A-Z][\w-]*(?:an|ese|ish|ch|i|ic))"
_LOCATIVE = re.compile(
    r"\b(?i:in|at|near|outside|inside|around|on|over|off|across|throughout|within|into|onto|of)\s+(?:the\s+)?"
    rf"(?:{_ADJECTIVE}\s+){{0,3}}$"
)
_DETERMINED = re.compile(r"\b(?i:the|this|that|an?|another|\w+day['’]s)\s+$")
_OF_A_KIND = re.compile(
    r"\s+(?:(?:air|drone|missile|rocket|bomb|car bomb|suicide|mortar|twin|double|bus|market|school)\s+)?"
)
_APART = re.compile(
    r"[;:“”]|\b(?:(?:minutes|hours|moments|shortly|days)\s+(?:later|afterwards)|after|before|while|whereas|since|because|but|meanwhile|until|if|unless|despite|where)\b",
    re.IGNORECASE,
)
_UNNAMED = re.compile(
    r"\b(?:in|inside|outside|near|across|at|of|on)\s+(?:(?:the|its|that)\s+(?:same\s+)?|[A-Z][\w.-]+['’]s\s+|"
    r"the [A-Z][a-z]+\s+)(?:capital|city|town|village|camp|province|district|base|island)\b"
    r"(?!\s+(?:of|council|hall)\b)|\b[Tt]he\s+(?:city|town|village|camp|capital|base)['’]s\b"
)
_NOT_YET = frozenset({"planned", "hypothetical"})
_NESTED = re.compile(
    r"\b(?:who|whom|that|which|responsible for|behind|accused of|blamed for|suspected of|after|following|"
    r"in response to|"
    r"in retaliation for|in reprisal for|because of|over|linked to|involved in|carrying out|launching)\b",
    re.IGNORECASE,
)
_UNION = re.compile(
    r"\s*(?:,\s*(?:and\s+)?|\band\b|\bor\b)\s*(?=(?:in\s+|the\s+|northern |southern |eastern |western |central )?[A-Z])"
)


def place_of(mark: Mark, sentence: Sentence, document: Document, *, gazetteer: Gazetteer, registry: Registry) -> Place:
    """Resolve where a happening took place, or say that it is unknown.

    The mark's own place phrases come first, then a place named in its target, then a place that stands in the
    sentence as a location, then the place of a happening told beside it or of the one it points back to, then the
    last place that its paragraph set. Where something was *said* never counts. A place that is named but not known
    comes out as its quote alone.
    """
    quoted = NOWHERE
    for _, step in STEPS:
        place = step(mark, sentence, document, gazetteer, registry)
        if place.known:
            return place
        quoted = place if quoted.text is None else quoted
        if quoted.text is not None and step is _in_sentence:
            return quoted
    return quoted


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
    """Resolve a phrase of the sentence by the names in it and what leads up to it, or as "the capital"."""
    whole = with_lead(span, sentence.tagged.text)
    names, others = _names_in(whole, sentence, places=True), _names_in(whole, sentence, places=False)
    around = surroundings(document, gazetteer=gazetteer, registry=registry)
    body = sentence.in_body(span)
    place = locate(sentence.in_body(whole), names, around, gazetteer=gazetteer, registry=registry, others=others)
    if place.text is not None:
        place = replace(place, text=body.text, start=body.start, end=body.end)
    if place.known and place.precision != WherePrecision.COUNTRY:
        return place
    dateline = document.report.text[: dateline_end(document.report.text)]
    capital = capital_named(body, around, gazetteer=gazetteer, registry=registry, dateline=dateline)
    return capital if capital.known else place


def _names_in(span: Span, sentence: Sentence, *, places: bool) -> tuple[Span, ...]:
    """Give the names in a phrase, counted in it: those of places, or all others but countries."""
    return tuple(
        Span(text=name.span.text, start=name.span.start - span.start, end=name.span.end - span.start)
        for name in sentence.tagged.names
        if name.label != Label.COUNTRY and (name.label == Label.PLACE) == places and span.holds(name.span)
    )


def _own(mark: Mark, sentence: Sentence, document: Document, gazetteer: Gazetteer, registry: Registry) -> Place:
    """Resolve the mark's own place phrases: the finest of them, and within it what the target names."""
    resolve = _resolver(document, gazetteer, registry)
    found = [resolve(span, sentence) for span in mark.of(Role.PLACE) if not _not_there(mark, span, sentence)]
    best = min((place for place in found if place.known), key=_fineness, default=None)
    if best is None:
        back = (pointed_back(span, sentence, document, resolve) for span in mark.of(Role.PLACE))
        return next((place for place in back if place.known), found[0] if found else NOWHERE)
    if _fineness(best) < WherePrecision.FIRST_ORDER:
        return best
    finer = _in_target(mark, sentence, document, gazetteer, registry)
    return finer if finer.known and _lies_in(finer, best) and _fineness(finer) < _fineness(best) else best


def _lies_in(inner: Place, outer: Place) -> bool:
    """Say whether a place can lie in another: of one country, and of one province where both tell theirs."""
    return inner.country == outer.country and (not (inner.adm1 and outer.adm1) or inner.adm1 == outer.adm1)


def _resolver(document: Document, gazetteer: Gazetteer, registry: Registry) -> Callable[[Span, Sentence], Place]:
    return lambda span, sentence: _at(span, sentence, document, gazetteer, registry)


def _not_there(mark: Mark, span: Span, sentence: Sentence) -> bool:
    """Say whether a phrase tells no place of this act: another act's, somebody's home, a ship's name."""
    text = sentence.tagged.text
    return (
        _of_another(mark, span, sentence)
        or is_home(text, span)
        or is_on_the_way(text, span)
        or is_over_the_border(text[: span.start])
        or is_a_clock(text, span)
        or names_a_vessel(text[: span.start])
    )


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


def _here(mark: Mark, sentence: Sentence, document: Document, gazetteer: Gazetteer, registry: Registry) -> Place:
    return here(mark, sentence, document, gazetteer=gazetteer, registry=registry) if mark.type in PHYSICAL else NOWHERE


def _in_target(mark: Mark, sentence: Sentence, document: Document, gazetteer: Gazetteer, registry: Registry) -> Place:
    """Look for a named place in the target; a country as target is no place."""
    if mark.type not in PHYSICAL:
        return NOWHERE
    quoted = NOWHERE
    for target in mark.of(Role.TARGET):
        inside = [name.span for name in sentence.tagged.names if name.label == Label.PLACE and target.holds(name.span)]
        if inside and not _not_there(mark, inside[0], sentence):
            place = _at(target, sentence, document, gazetteer, registry)
            if place.known and place.precision != WherePrecision.COUNTRY:
                return replace(place, basis=f"{place.basis}, named in the target")
            quoted = place if not place.known else quoted
    return quoted


_STRUCK = frozenset(("aerial", "drone", "heavy-weapons"))
_OWNER = re.compile(r"(?P<whose>[A-Z][\w.-]+(?:\s[A-Z][\w.-]+)?)['’]s\s")
_MOBILE = re.compile(
    r"\b(?:army|troops|forces|soldiers|navy|ships?|vessels?|tankers?|embass\w+|consulate|military|air force|"
    r"ambassador|[Mm]ossad|CIA|spy|intelligence|agents?|citizens|nationals|tourists)\b"
)


def _in_country(mark: Mark, sentence: Sentence, document: Document, gazetteer: Gazetteer, registry: Registry) -> Place:
    """Look for the country that those struck from afar belong to: "air strikes on Yemen's Houthis"."""
    if mark.type != "ASSAULT" or mark.mode not in _STRUCK:
        return NOWHERE
    for target in () if mark.of(Role.PLACE) else mark.of(Role.TARGET):
        owner = _OWNER.match(target.text)
        if owner is not None and not _MOBILE.search(target.text):
            span = cut(sentence.tagged.text, target.start + owner.start("whose"), target.start + owner.end("whose"))
            place = _at(span, sentence, document, gazetteer, registry)
            return place if place.precision == WherePrecision.COUNTRY else NOWHERE
    return NOWHERE


def _in_sentence(mark: Mark, sentence: Sentence, document: Document, gazetteer: Gazetteer, registry: Registry) -> Place:
    if mark.type not in PHYSICAL:
        return NOWHERE
    for span in _locative(mark, sentence):
        place = _at(span, sentence, document, gazetteer, registry)
        if place.known:
            return replace(place, basis=f"{place.basis}, named in the sentence")
    return _unnamed(mark, sentence, document, gazetteer, registry)


def _unnamed(mark: Mark, sentence: Sentence, document: Document, gazetteer: Gazetteer, registry: Registry) -> Place:
    """Resolve "in the capital", "the city's prison" in the sentence of an act without a named place."""
    text = sentence.tagged.text
    for found in _UNNAMED.finditer(text):
        span = Span(text=found[0], start=found.start(), end=found.end())
        if is_of_the_speaker(text, span, mark) or _of_another(mark, span, sentence) or mark.status in _NOT_YET:
            continue
        place = _at(span, sentence, document, gazetteer, registry)
        if not place.known:
            place = pointed_back(span, sentence, document, _resolver(document, gazetteer, registry))
        if place.known:
            return place
    return NOWHERE


def _locative(mark: Mark, sentence: Sentence) -> Iterator[Span]:
    """Give the names that an act is called by, and those that stand as a location and that no other happening, cause
    or source of the sentence owns."""
    text = sentence.tagged.text
    others = [role.span for other in sentence.tagged.marks if other is not mark for role in other.roles]
    others += [span for role in (Role.SOURCE, Role.CAUSE, Role.ACTOR) for span in mark.of(role)]
    names = [name for name in sentence.tagged.names if name.label in (Label.PLACE, Label.COUNTRY)]
    for name in sorted(names, key=lambda name: (name.label == Label.COUNTRY, abs(name.span.start - mark.trigger.end))):
        before = text[: name.span.start]
        if (name.label == Label.PLACE and _names_the_act(name.span, mark, text)) or (
            _LOCATIVE.search(before)
            and not is_of_the_speaker(text, name.span, mark)
            and not any(span.overlaps(name.span) for span in others)
            and not _not_there(mark, name.span, sentence)
        ):
            yield name.span


def _names_the_act(name: Span, mark: Mark, text: str) -> bool:
    """Say whether an act is called by its place: "the Tacurong bombing", "the Haret Hreik drone strike"."""
    return _DETERMINED.search(text[: name.start]) is not None and bool(
        _OF_A_KIND.fullmatch(text[name.end : mark.trigger.start])
    )


def _beside(mark: Mark, sentence: Sentence, document: Document, gazetteer: Gazetteer, registry: Registry) -> Place:
    """Take the place of the nearest happening that the same clause tells: "stormed X and freed the inmates"."""
    if mark.type not in PHYSICAL or mark.status in _NOT_YET or mark.of(Role.PLACE):
        return NOWHERE
    others = [other for other in sentence.tagged.marks if other is not mark and other.type in PHYSICAL]
    for other in sorted(others, key=lambda other: abs(other.trigger.start - mark.trigger.start)):
        first, second = sorted((mark.trigger, other.trigger), key=lambda trigger: trigger.start)
        between = sentence.tagged.text[first.end : second.start]
        if _APART.search(between) or _NESTED.search(between) or other.status != mark.status:
            continue
        if _answers(mark, other) or _answers(other, mark):
            continue
        for step in (_own, _in_target):
            place = step(other, sentence, document, gazetteer, registry)
            if place.known and place.precision != WherePrecision.COUNTRY:
                return replace(place, basis=f"{place.basis}, of the happening told beside it")
    return NOWHERE


def _answers(mark: Mark, other: Mark) -> bool:
    """Say whether an act is stated to answer another, which may have been anywhere."""
    return any(cause.holds(other.trigger) for cause in mark.of(Role.CAUSE))


def _of_the_referent(
    mark: Mark, sentence: Sentence, document: Document, gazetteer: Gazetteer, registry: Registry
) -> Place:
    """Take the place of the happening that "the attack" points back to."""
    earlier = referent(mark, sentence, document, lacking=Role.PLACE)
    if earlier is None or _of_another_day(mark, sentence, earlier, document):
        return NOWHERE
    place = place_of(*earlier, document, gazetteer=gazetteer, registry=registry)
    if not place.known or place.precision == WherePrecision.COUNTRY:
        return NOWHERE
    return replace(place, basis=f'{place.basis}, of the "{earlier[0].trigger.text}" told before')


def _of_another_day(mark: Mark, sentence: Sentence, earlier: tuple[Mark, Sentence], document: Document) -> bool:
    """Say whether an act that its own words date was more than a day before or after the one that it seems to call."""
    own = when_of(mark, sentence, document)
    if not own.stated or own.from_ is None or own.to is None:
        return False
    other = when_of(*earlier, document)
    if not other.known or (other.from_ is None and other.to is None):
        return False
    return (other.from_ is not None and (other.from_ - own.to).days > 1) or (
        other.to is not None and (own.from_ - other.to).days > 1
    )


def _before(mark: Mark, sentence: Sentence, document: Document, gazetteer: Gazetteer, registry: Registry) -> Place:
    return scene_before(mark, sentence, document, _resolver(document, gazetteer, registry))


def _split(span: Span) -> Iterator[Span]:
    at = 0
    for joint in [*_UNION.finditer(span.text), None]:
        end = joint.start() if joint else len(span.text)
        if span.text[at:end].strip():
            yield Span(text=span.text[at:end], start=span.start + at, end=span.start + end)
        at = joint.end() if joint else end


STEPS = (  # how a place may be found, in words, in the order in which they are tried
    ("the act's own place phrase", _own),
    ("here: where the report was written", _here),
    ("a place named in its target", _in_target),
    ("a location of the sentence", _in_sentence),
    ("the place of the act beside it", _beside),
    ("the place of the act that it points back to", _of_the_referent),
    ("the place that the paragraph has set", _before),
    ("the country of those struck", _in_country),
)
