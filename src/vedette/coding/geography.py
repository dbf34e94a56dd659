"""Where a document plays: the countries and the places it speaks of, worked out once."""

from collections import Counter

from vedette.coding.document import Document
from vedette.coding.mentions import context_of
from vedette.coding.perdocument import PerDocument
from vedette.coding.placing import KNOWN, Surroundings, candidates, score, shares
from vedette.coding.together import support
from vedette.coding.toponyms import Toponym
from vedette.model import Label, Span
from vedette.registry import Gazetteer, Registry, Spot
from vedette.registry.nations import nations_in

_KEPT: PerDocument[list[Surroundings]] = PerDocument(list)
MOST_NAMES, MOST_TOGETHER, MOST_READINGS = 200, 60, 12
TOGETHER = 3.0
WIDE = frozenset({"continent", "sea", "region"})


def surroundings(document: Document, *, gazetteer: Gazetteer, registry: Registry) -> Surroundings:
    """Weigh the countries that the text names (seats of government count less) and fix its unambiguous places."""
    kept = _KEPT.of(document)
    if not kept:
        kept.append(_work_out(document, gazetteer, registry))
    return kept[0]


def around_names(names: list[str], countries: dict[str, float], *, gazetteer: Gazetteer) -> Surroundings:
    """Settle the places of a list of names together: each reading is weighed by its own score and by how near it
    lies to the others'."""
    toponyms = [
        Toponym(span=Span(text=name, start=0, end=len(name)), name=name)
        for name in list(dict.fromkeys(names))[:MOST_TOGETHER]
    ]
    alone = Surroundings(countries=countries)
    readings = [_readings(toponym, alone, gazetteer) for toponym in toponyms]
    nearness = support(readings)
    spots = [
        _best(toponym, found, near, alone)
        for toponym, found, near in zip(toponyms, readings, nearness, strict=True)
        if found
    ]
    spots = [spot for spot in spots if not _stray(spot, spots, countries)]
    implied = shares(Counter(spot.country for spot in spots if spot.country))
    codes = {*countries, *implied}
    mixed = (
        {code: 0.6 * countries.get(code, 0.0) + 0.4 * implied.get(code, 0.0) for code in codes}
        if countries
        else implied
    )
    return Surroundings(countries=mixed, points=tuple(spot for spot in spots if spot.kind not in WIDE))


def _stray(spot: Spot, spots: list[Spot], countries: dict[str, float]) -> bool:
    """Say whether a lesser town is the only hint at a country that the text never names: a namesake, most likely."""
    if not countries or spot.kind not in ("city", "airport", "adm2") or spot.population >= KNOWN:
        return False
    return spot.country not in countries and sum(other.country == spot.country for other in spots) == 1


def _best(toponym: Toponym, readings: list[Spot], nearness: list[float], alone: Surroundings) -> Spot:
    weighed = [score(spot, toponym, alone, ()) + TOGETHER * near for spot, near in zip(readings, nearness, strict=True)]
    return readings[weighed.index(max(weighed))]


def _readings(toponym: Toponym, alone: Surroundings, gazetteer: Gazetteer) -> list[Spot]:
    """Give the likeliest readings of a name."""
    spots = [spot for spot in candidates(toponym, gazetteer) if spot.exact]
    return sorted(spots, key=lambda spot: -score(spot, toponym, alone, ()))[:MOST_READINGS]


def _work_out(document: Document, gazetteer: Gazetteer, registry: Registry) -> Surroundings:
    named = Counter(code for _, _, code in nations_in(registry.index, context_of(document)))
    names = [
        name.span.text for sentence in document.sentences for name in sentence.tagged.names if name.label == Label.PLACE
    ]
    return around_names(names[:MOST_NAMES], shares(named), gazetteer=gazetteer)
