"""A place phrase -> Place: its innermost name that is known, with the precision that the words allow."""

from collections.abc import Sequence
from dataclasses import replace

from vedette.coding.away import NEAR_KM, Away
from vedette.coding.containment import holds
from vedette.coding.placing import Surroundings, choose, lies_outside
from vedette.coding.toponyms import Toponym, toponyms
from vedette.coding.where_speaker import is_over_the_border
from vedette.model import NOWHERE, Place, Span, WherePrecision
from vedette.registry import Gazetteer, Registry, Spot

_POINT_KINDS = frozenset(
    {
        "city",
        "airport",
        "base",
        "camp",
        "field",
        "plant",
        "crossing",
        "dam",
        "district",
        "building",
        "port",
        "prison",
        "village",
        "bridge",
        "tunnel",
    }
)


def locate(
    phrase: Span,
    names: tuple[Span, ...],
    around: Surroundings,
    *,
    gazetteer: Gazetteer,
    registry: Registry,
    others: tuple[Span, ...] = (),
) -> Place:
    """Resolve a phrase of the body. `names` are the place names that the tagger marked in it, `others` all other
    names, both counted in the phrase. A phrase whose names are not known stays unknown, with its quote."""
    found = tuple(
        toponym
        for toponym in toponyms(phrase.text, gazetteer=gazetteer, registry=registry, names=names, others=others)
        if not is_over_the_border(phrase.text[: toponym.span.start])
    )
    spots = _held(_settle(found, around, gazetteer), found, phrase.text)
    known = [(toponym, spot) for toponym, spot in zip(found, spots, strict=True) if spot]
    if not known:
        return _unknown(phrase, found)
    toponym, spot = _meant(known)
    lost = [
        other
        for other in found
        if other.span.start < toponym.span.start and not other.owner and other not in [pair[0] for pair in known]
    ]
    place = place_at(phrase, spot, _precision(spot, toponym, bool(lost)), _basis(toponym, spot, lost))
    return _moved(place, toponym.away) if toponym.away and spot.kind != "country" else place


def _moved(place: Place, way: Away) -> Place:
    """Move a place as the words say ("80 km north of"): far from a town its province is not told, nor its name's id."""
    if place.lat is None or place.lon is None:
        return place
    lat, lon = way.end(place.lat, place.lon)
    return replace(
        place,
        lat=round(lat, 4),
        lon=round(lon, 4),
        adm1=place.adm1 if way.off <= NEAR_KM else None,
        precision=max(place.precision or WherePrecision.NEAR, way.precision),
        basis=f"{place.basis}, {way.kilometres:.0f} km from it",
    )


def _meant(known: Sequence[tuple[Toponym, Spot]]) -> tuple[Toponym, Spot]:
    """Choose the place meant: one that the phrase lies in before one near it, unless that is only its province; then
    one that something is called after, and the owner of something."""
    return min(known, key=_rank)


def _rank(pair: tuple[Toponym, Spot]) -> tuple[bool, ...]:
    toponym, spot = pair
    no_town = toponym.called and spot.kind != "city"
    wide = spot.kind == "adm1" or spot.precision in (WherePrecision.FIRST_ORDER, WherePrecision.AREA)
    return (toponym.owner, no_town, spot.kind == "country", toponym.called, wide, toponym.near)


def _unknown(phrase: Span, found: Sequence[Toponym]) -> Place:
    if not found:
        return NOWHERE
    basis = f"{found[0].name} is not in the gazetteer"
    return Place(text=phrase.text, start=phrase.start, end=phrase.end, basis=basis)


def _settle(found: tuple[Toponym, ...], around: Surroundings, gazetteer: Gazetteer) -> list[Spot | None]:
    """Settle the names from the outermost (last, or a possessive) inwards, each within those outside it."""
    outer: list[Spot] = []
    spots: dict[int, Spot | None] = {}
    for at in sorted(range(len(found)), key=lambda at: (not found[at].owner, -at)):
        spots[at] = spot = choose(found[at], around, within=outer[:2], gazetteer=gazetteer)
        if spot:
            outer.append(spot)
    return [spots[at] for at in range(len(found))]


def _held(spots: Sequence[Spot | None], found: Sequence[Toponym], text: str) -> list[Spot | None]:
    """Take out what lies elsewhere than the phrase says: "Kuriga in Nigeria" is no town of Morocco."""
    outside = {
        inner
        for inner, outer in holds(text, [toponym.span for toponym in found])
        if (town := spots[inner]) and (around := spots[outer]) and lies_outside(town, around)
    }
    return [None if at in outside else spot for at, spot in enumerate(spots)]


def _precision(spot: Spot, toponym: Toponym, lost: bool) -> WherePrecision:
    """Give UCDP's where_prec: the spot's own, less exact if only near it, a part of it, or if a smaller place was
    lost."""
    best = spot.precision
    if best == WherePrecision.EXACT and (toponym.near or toponym.called or lost):
        return WherePrecision.NEAR
    if best == WherePrecision.COUNTRY and (toponym.part or toponym.near):
        return WherePrecision.AREA
    return best


def _basis(toponym: Toponym, spot: Spot, lost: Sequence[Toponym]) -> str:
    source = "gazetteer" if spot.geoname_id or spot.kind in ("adm1", "adm2", "airport") else "site"
    words = f"{source}: {spot.name} ({spot.kind})"
    words += ", called after it" if toponym.called else ""
    words += ", near it" if toponym.near else ", a part of it" if toponym.part and spot.kind == "country" else ""
    return words + (f"; {lost[0].name} is not in the gazetteer" if lost else "")


def place_at(phrase: Span, spot: Spot, precision: WherePrecision, basis: str) -> Place:
    """Give the place that a phrase of the body means, once its spot is known."""
    return Place(
        text=phrase.text,
        start=phrase.start,
        end=phrase.end,
        name=spot.name,
        lat=round(spot.lat, 4),
        lon=round(spot.lon, 4),
        country=spot.country,
        adm1=spot.adm1,
        precision=precision,
        basis=basis,
        geoname_id=spot.geoname_id,
    )
