"""The capital of a country, where a text calls it only that: "in the capital", "the Malian capital"."""

import re
from functools import lru_cache

from vedette.coding.locating import place_at
from vedette.coding.placing import Surroundings
from vedette.model import NOWHERE, Place, Span, WherePrecision
from vedette.registry import Gazetteer, Registry, Spot
from vedette.registry.nations import nations_in
from vedette.registry.sources import countries
from vedette.registry.spelling import fold

MOST_OF_IT = 0.5  # share of the document's countries from which "the capital" is this country's
LEAST_OF_IT, FAR_MORE = 0.3, 1.8  # or this share, where no other country has nearly as much
WRITTEN_OF_IT = (
    0.4  # least share of the country that a report is written in, against the largest: a bureau abroad has less
)
_CAPITAL = re.compile(
    r"\b(?:the|its|[A-Z][\w.’'-]*['’]s?)\s+(?:(?:\w+\s+){0,3}?)capital(?:\s+city)?\b(?!\s+(?:of|region|gains|letter))",
    re.IGNORECASE,
)
_LESSER = re.compile(
    r"\b(?:provincial|regional|state|district|former|commercial|cultural|old|de facto|county)\s+capital"
)


def capital_named(
    phrase: Span, around: Surroundings, *, gazetteer: Gazetteer, registry: Registry, dateline: str = ""
) -> Place:
    """Resolve "the capital" to that of the country which the phrase names, else to the one in which the report was
    written (`dateline`), else to that of the document's one country."""
    found = _CAPITAL.search(phrase.text)
    if not found or _LESSER.search(phrase.text):
        return NOWHERE
    named = [code for _, _, code in nations_in(registry.index, found[0])]
    code = named[-1] if named else _written_in(dateline, around) or _only(around)
    spot = capital_of(code, gazetteer) if code else None
    return place_at(phrase, spot, WherePrecision.EXACT, f"the capital: {spot.name}") if spot else NOWHERE


def _written_in(dateline: str, around: Surroundings) -> str | None:
    """Give the country whose capital a dateline names, where the document speaks of that country often enough."""
    told, least = fold(dateline), WRITTEN_OF_IT * max(around.countries.values(), default=0.0)
    return next(
        (
            code
            for code, share in sorted(around.countries.items())
            if share >= least and (capital := fold(_capitals().get(code, ""))) and told.startswith(capital)
        ),
        None,
    )


def _only(around: Surroundings) -> str | None:
    """Give the country that has most of the document, or far more of it than any other."""
    ranked = sorted(((share, code) for code, share in around.countries.items()), reverse=True)
    second = ranked[1][0] if len(ranked) > 1 else 0.0
    if not ranked or ranked[0][0] < min(MOST_OF_IT, max(LEAST_OF_IT, FAR_MORE * second)):
        return None
    return ranked[0][1]


def capital_of(code: str, gazetteer: Gazetteer) -> Spot | None:
    """Give the town that is the capital of a country (ISO 3166-1 alpha-2), or None."""
    towns = [spot for spot in gazetteer.find(_capitals().get(code, "")) if spot.country == code and spot.kind == "city"]
    return max(towns, key=lambda spot: spot.population, default=None)


@lru_cache(maxsize=1)
def _capitals() -> dict[str, str]:
    return {code: str(row["capital"]) for code, row in countries().items() if row["capital"]}
