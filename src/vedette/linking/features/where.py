"""Evidence from where it happened."""

import math
import re
import unicodedata
from collections.abc import Iterator

from rapidfuzz.fuzz import ratio

from vedette.linking.facts import Facts
from vedette.linking.features.feature import Feature
from vedette.model import Place, WherePrecision

_RADIUS = {  # kilometres that a precision leaves open
    WherePrecision.EXACT: 6.0,
    WherePrecision.NEAR: 25.0,
    WherePrecision.SECOND_ORDER: 50.0,
    WherePrecision.FIRST_ORDER: 130.0,
    WherePrecision.AREA: 220.0,
    WherePrecision.COUNTRY: 800.0,
    WherePrecision.WATER_OR_AIR: 300.0,
}
_FINE = WherePrecision.SECOND_ORDER
_NOT_FOUND = " is not in the gazetteer"
_NAME = re.compile(r"\b[A-Z][\w'’-]{3,}")
_WORD, _OTHER_WORD = 1.8, -1.5
_NAMESAKE = 1.2
_KINDS = frozenset({"city", "town", "of", "the", "municipality", "village"})
_ALIKE = 85  # of 100: spellings of one name
SPOT_KM = 12  # between two places that may be one: a town and its airport


def where(one: Facts, two: Facts) -> Iterator[Feature]:
    """Compare the places by name, by country, and by distance against what their precision leaves open."""
    left, right = one.claim.place, two.claim.place
    yield from _by_unknown_names(left, right)
    if not (left.known and right.known):
        return
    if coarse(left) or coarse(right):
        yield from _by_country(left, right, min(one.seldom, 3.5))
    elif left.name and left.name == right.name and left.country == right.country:
        fine = max(left.precision or 9, right.precision or 9) <= _FINE
        yield Feature("place", 2.2 if fine else 1.2, f"both {left.name}")
    elif (name := _namesakes(left, right)) is not None:
        weight = _NAMESAKE if left.country == right.country else 0.0
        yield Feature("place", weight, f"both called {name}, found at two points")
    elif left.located and right.located:
        yield _by_distance(left, right)


def _namesakes(left: Place, right: Place) -> str | None:
    """Give the name that two towns share: one of the two was rather mistaken for its namesake than both were struck."""
    one, two = (called(place) for place in (left, right))
    return left.name if one and one == two and fine(left) and fine(right) else None


def called(place: Place) -> frozenset[str]:
    """Give the words of a place's name, less those that only say what it is."""
    return frozenset(_plain(place.name or "").casefold().split()) - _KINDS


def _by_unknown_names(left: Place, right: Place) -> Iterator[Feature]:
    """Compare the names in two place phrases by which neither place was found, spelled nearly alike."""
    if WherePrecision.EXACT in (left.precision, right.precision):
        return
    pairs = [(one, two) for one in sorted(_lost(left)) for two in sorted(_lost(right))]
    alike = [one for one, two in pairs if ratio(one, two) >= _ALIKE]
    if alike:
        yield Feature("name", _WORD, f"both speak of {alike[0]}, which no gazetteer has")
    elif pairs and not (left.name or right.name):
        yield Feature("name", _OTHER_WORD, f"{pairs[0][0]} and {pairs[0][1]}, which no gazetteer has")


def _lost(place: Place) -> frozenset[str]:
    found = _plain(f"{place.name or ''} {place.adm1 or ''}")
    if _NOT_FOUND not in place.basis:
        return frozenset()
    missing = _plain(place.basis.split(_NOT_FOUND)[0].rpartition("; ")[2])
    return frozenset(word for word in _NAME.findall(missing) if word not in found)


def _plain(text: str) -> str:
    return "".join(one for one in unicodedata.normalize("NFKD", text) if not unicodedata.combining(one))


def kilometres(left: Place, right: Place) -> float:
    """Give the distance of two located places (haversine on a sphere of 6,371 km)."""
    lat1, lon1, lat2, lon2 = (math.radians(value or 0.0) for value in (left.lat, left.lon, right.lat, right.lon))
    half = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 12742.0 * math.asin(math.sqrt(min(1.0, half)))


def fine(place: Place) -> bool:
    """Say whether a place is known more exactly than a region."""
    return place.known and place.precision is not None and place.precision < WherePrecision.FIRST_ORDER


def radius(place: Place) -> float:
    """Give the kilometres that a place's precision leaves open."""
    return _RADIUS.get(place.precision or WherePrecision.COUNTRY, 800.0)


def coarse(place: Place) -> bool:
    """Say whether a place is a country or, at the country's own point, some part of it ("northeast Jordan")."""
    part = place.precision is WherePrecision.AREA and place.adm1 is None
    return not place.located or part or place.precision is WherePrecision.COUNTRY


def _by_country(left: Place, right: Place, seldom: float) -> Iterator[Feature]:
    if left.country and right.country and left.country != right.country:
        yield Feature("place", -4.0, f"{left.country} against {right.country}", bars=True)
    elif left.country and left.country == right.country:
        yield Feature("place", round(0.4 + 0.35 * seldom, 4), f"both in {left.country}")


def _by_distance(left: Place, right: Place) -> Feature:
    apart, open_ = kilometres(left, right), radius(left) + radius(right)
    said = f"{left.name} and {right.name}, {apart:.0f} km apart"
    if apart <= SPOT_KM and open_ <= 2 * _RADIUS[WherePrecision.NEAR]:
        return Feature("place", 2.0, said)
    if apart <= open_:
        return Feature("place", 0.9, said + ", within what their precision leaves open")
    if apart <= open_ + 25:
        return Feature("place", -1.2, said)
    return Feature("place", -4.0, said, bars=apart > open_ + 120)
