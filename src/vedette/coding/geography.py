"""Where a document plays: the countries and the places it speaks of, worked out once."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from vedette.coding.containment import holds
from vedette.coding.document import Document
from vedette.coding.mentions import context_of
from vedette.coding.perdocument import PerDocument
from vedette.coding.placing import KNOWN, Surroundings, alone, candidates, shares
from vedette.coding.settling import Reading, settle
from vedette.coding.toponyms import Toponym, bare, toponym
from vedette.model import Label, Span
from vedette.registry import Gazetteer, Registry, Spot
from vedette.registry.nations import nations_in
from vedette.registry.spelling import fold

_POSSESSIVE = re.compile(r"['’]s?$")
_KEPT: PerDocument[list[Surroundings]] = PerDocument(list)
MOST_NAMES, MOST_TOGETHER, MOST_READINGS, ALL_READINGS = 200, 60, 40, 500
SURE = 0.5  # probability from which a reading counts as what the text has settled
WIDE = frozenset({"continent", "sea", "region"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Meant:
    """What a name of a text means, and how probable that is among its readings."""

    spot: Spot
    probability: float


def surroundings(document: Document, *, gazetteer: Gazetteer, registry: Registry) -> Surroundings:
    """Weigh the countries that the text names (seats of government count less) and fix its unambiguous places."""
    kept = _KEPT.of(document)
    if not kept:
        kept.append(_work_out(document, gazetteer, registry))
    return kept[0]


def _work_out(document: Document, gazetteer: Gazetteer, registry: Registry) -> Surroundings:
    text = context_of(document)
    countries = named_countries(text, gazetteer=gazetteer, registry=registry)
    names = [
        sentence.in_body(name.span)
        for sentence in document.sentences
        for name in sentence.tagged.names
        if name.label == Label.PLACE
    ]
    meant = meant_by(text, names[:MOST_NAMES], countries, gazetteer=gazetteer, registry=registry)
    sure = {one.spot.id: one.spot for one in meant if one is not None and one.probability >= SURE}
    spots = [spot for spot in sure.values() if not _stray(spot, list(sure.values()), countries)]
    implied = shares(Counter(spot.country for spot in spots if spot.country))
    return Surroundings(
        countries=_mixed(countries, implied), points=tuple(spot for spot in spots if spot.kind not in WIDE)
    )


def named_countries(text: str, *, gazetteer: Gazetteer, registry: Registry) -> dict[str, float]:
    """Give the shares (sum 1) of the states that a text names or calls by an adjective; a name that a part of another
    state bears too ("Georgia") tells nothing."""
    found = nations_in(registry.index, text)
    shared: dict[str, bool] = {}
    for start, end, code in found:
        if (word := text[start:end]) not in shared:
            shared[word] = any(
                spot.kind == "adm1" and spot.exact and spot.country != code
                for spot in gazetteer.find(_POSSESSIVE.sub("", word))
            )
    return shares(Counter(code for start, end, code in found if not shared[text[start:end]]))


def _mixed(countries: dict[str, float], implied: dict[str, float]) -> dict[str, float]:
    if not countries:
        return implied
    return {
        code: 0.6 * countries.get(code, 0.0) + 0.4 * implied.get(code, 0.0) for code in sorted({*countries, *implied})
    }


def _stray(spot: Spot, spots: list[Spot], countries: dict[str, float]) -> bool:
    """Say whether a lesser town is the only hint at a country that the text never names: a namesake, most likely."""
    if not countries or spot.kind not in ("city", "airport", "adm2") or spot.population >= KNOWN:
        return False
    return spot.country not in countries and sum(other.country == spot.country for other in spots) == 1


def meant_by(
    text: str, names: Sequence[Span], countries: Mapping[str, float], *, gazetteer: Gazetteer, registry: Registry
) -> list[Meant | None]:
    """Give what each place name of a text (spans, in order) means, all settled together, or None where the gazetteer
    has no such name. A name means the same wherever it stands in the text; an adjective ("Iraqi") means its state."""
    groups: dict[str, int] = {}
    own = [groups.setdefault(fold(bare(span)), len(groups)) for span in names]
    firsts = {group: span for span, group in zip(reversed(names), reversed(own), strict=True)}
    most = min(MOST_READINGS, max(3, ALL_READINGS // max(len(groups), 1)))
    readings = [_readings(toponym(text, firsts[group]), most, gazetteer, registry) for group in range(len(groups))]
    pairs = sorted({(own[inner], own[outer]) for inner, outer in holds(text, names) if own[inner] != own[outer]})
    chances = settle(readings, holds=pairs, countries=countries)
    best = [_likeliest(options, chance) for options, chance in zip(readings, chances, strict=True)]
    return [best[group] for group in own]


def _likeliest(options: list[Reading], chances: list[float]) -> Meant | None:
    if not options:
        return None
    at = max(range(len(options)), key=lambda at: (chances[at], -options[at].spot.id))
    return Meant(spot=options[at].spot, probability=chances[at])


def _readings(name: Toponym, most: int, gazetteer: Gazetteer, registry: Registry) -> list[Reading]:
    """Give the likeliest readings of a name, weighed without regard to the text."""
    found = candidates(name, gazetteer)
    exact = [spot for spot in found if spot.exact] or list(found)
    state = _state(name.name, gazetteer, registry)
    if state is not None and not any(spot.kind == "country" for spot in exact):
        exact = [state]
    weighed = sorted(((alone(spot, name), spot) for spot in exact), key=lambda pair: -pair[0])[:most]
    return [Reading(spot=spot, weight=weight) for weight, spot in weighed]


def _state(name: str, gazetteer: Gazetteer, registry: Registry) -> Spot | None:
    """Give the state that a name or an adjective speaks of, if it is nothing else."""
    code = next((code for start, end, code in nations_in(registry.index, name) if (start, end) == (0, len(name))), None)
    return gazetteer.country(code) if code else None
