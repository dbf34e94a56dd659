"""Where a document plays: the countries and the places it speaks of, worked out once."""

from collections import Counter

from vedette.coding.document import Document
from vedette.coding.mentions import context_of
from vedette.coding.perdocument import PerDocument
from vedette.coding.placing import Surroundings, choose, shares
from vedette.coding.toponyms import Toponym
from vedette.model import Label, Span
from vedette.registry import Gazetteer, Registry, Spot
from vedette.registry.nations import nations_in

_KEPT: PerDocument[list[Surroundings]] = PerDocument(list)
MOST_NAMES = 200


def surroundings(document: Document, *, gazetteer: Gazetteer, registry: Registry) -> Surroundings:
    """Weigh the countries that the text names (seats of government count less) and fix its unambiguous places."""
    kept = _KEPT.of(document)
    if not kept:
        kept.append(_work_out(document, gazetteer, registry))
    return kept[0]


def around_names(names: list[str], countries: dict[str, float], *, gazetteer: Gazetteer) -> Surroundings:
    """Settle the places of a list of names together: each first by itself, then in sight of the others."""
    around = Surroundings(countries=countries)
    toponyms = [Toponym(span=Span(text=name, start=0, end=len(name)), name=name) for name in dict.fromkeys(names)]
    spots: list[Spot] = []
    for _ in range(2):
        found = [choose(toponym, around, gazetteer=gazetteer) for toponym in toponyms]
        spots = [spot for spot in found if spot and spot.kind not in ("country", "continent", "sea")]
        implied = Counter(spot.country for spot in found if spot and spot.country)
        mixed = {code: 0.6 * countries.get(code, 0.0) + 0.4 * share for code, share in shares(implied).items()}
        around = Surroundings(countries={**{code: 0.6 * share for code, share in countries.items()}, **mixed}, points=tuple(spots))
    return around


def _work_out(document: Document, gazetteer: Gazetteer, registry: Registry) -> Surroundings:
    named = Counter(code for _, _, code in nations_in(registry.index, context_of(document)))
    names = [name.span.text for sentence in document.sentences for name in sentence.tagged.names if name.label == Label.PLACE]
    return around_names(names[:MOST_NAMES], shares(named), gazetteer=gazetteer)
