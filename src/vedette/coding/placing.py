"""Which of the places of one name is meant."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from vedette.coding.site_names import site_named
from vedette.coding.toponyms import Toponym
from vedette.registry import Gazetteer, Spot
from vedette.registry.parts import spelled_out

ADMIN = ("adm1", "adm2")
SETTLED = 2.5
FAR_KM, FAR_ABROAD_KM = 300.0, 1500.0  # from the middle of a part, of a country
NEIGHBOURS_KM = 60.0
LOOSE_SHARE, LEAST_SHARE, FAMOUS, KNOWN, SIZEABLE = 0.2, 0.05, 1_000_000, 200_000, 20_000
_KIND_TAIL = re.compile(
    r"\s+(?:province|governorate|oblast|region|state|department|county|district|city|town|village|area|township|"
    r"prefecture|division|municipality|commune|subdistrict)$",
    re.IGNORECASE,
)
_KIND_HEAD = re.compile(
    r"^(?:the\s+)?(?:(?:city|town|village|hamlet|suburb|province|state|department|governorate|county|"
    r"oblast|prefecture|township|commune|island|district|port|region|municipality|territory)\s+of\s+)?(?:the\s+)?",
    re.IGNORECASE,
)
_CITY = re.compile(r"^City of |\s+City$", re.IGNORECASE)
_SHORT = re.compile(r"^(St|Ste|Mt|Ft|Pt)\.\s*", re.IGNORECASE)
_LONG = {"st": "Saint", "ste": "Sainte", "mt": "Mount", "ft": "Fort", "pt": "Point"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What a document says of where it plays: shares of the countries it speaks of (sum 1) and places already sure."""

    countries: dict[str, float] = field(default_factory=dict)
    points: tuple[Spot, ...] = ()


def shares(counts: Counter[str]) -> dict[str, float]:
    """Turn counts into shares that sum to 1."""
    total = sum(counts.values())
    return {code: number / total for code, number in counts.items()} if total else {}


def candidates(toponym: Toponym, gazetteer: Gazetteer) -> tuple[Spot, ...]:
    """Give the places that a name may mean; a bare name of a town and of the unit around it means the town."""
    spots = _named(toponym, gazetteer)
    if toponym.hint == "adm":
        return spots
    towns = [spot for spot in spots if spot.kind == "city" and spot.exact]
    return tuple(spot for spot in spots if spot.kind != "adm1" or not any(_lies_in(town, spot) for town in towns))


def _lies_in(town: Spot, unit: Spot) -> bool:
    if town.country != unit.country:
        return False
    return town.adm1 == unit.adm1 or town.kilometres(unit.lat, unit.lon) <= NEIGHBOURS_KM


def _named(toponym: Toponym, gazetteer: Gazetteer) -> tuple[Spot, ...]:
    """Give all places of a name: as written, in full where it is a short form ("Ala.", "Mt. Pleasant"), and
    less a word of kind ("Kirkuk province" -> "Kirkuk")."""
    if (short := spelled_out(toponym.name)) is not None:
        return _units(*short, toponym.name, gazetteer)
    whole = gazetteer.find(_in_full(toponym.name))
    bare = _KIND_HEAD.sub("", _KIND_TAIL.sub("", toponym.name))
    if any(spot.exact for spot in whole):
        return whole
    if sites := site_named(toponym.name, gazetteer):
        return sites
    if bare == toponym.name:
        return whole
    county = toponym.name.lower().endswith("county")
    return whole or tuple(spot for spot in gazetteer.find(bare) if not county or spot.kind in ADMIN)


def _units(country: str, name: str, short: str, gazetteer: Gazetteer) -> tuple[Spot, ...]:
    """Give the unit that a short form stands for, as loosely written where it is but two letters without full stops:
    those mean much else."""
    found = [spot for spot in gazetteer.find(name) if spot.country == country and spot.kind in ("adm1", "region")]
    return tuple(replace(spot, exact=0 if len(short) == 2 else 2) for spot in found)


def _in_full(name: str) -> str:
    return _SHORT.sub(lambda found: _LONG[found[1].lower()] + " ", name) if "." in name[:4] else name


def choose(toponym: Toponym, around: Surroundings, *, within: Sequence[Spot] = (), gazetteer: Gazetteer) -> Spot | None:
    """Choose the best of the candidates, or None where none is near enough in spelling and sense."""
    spots = candidates(toponym, gazetteer)
    if not spots:
        return None
    fit = [spot for spot in spots if _plausible(spot, around, within)] or _unmistakable(spots, within)
    return max(fit, key=lambda spot: (score(spot, toponym, around, within), -spot.id), default=None)


def _plausible(spot: Spot, around: Surroundings, within: Sequence[Spot]) -> bool:
    """Say whether a place may be meant at all: a loose spelling, or a lesser town of a country that the text never
    names, may not."""
    share = around.countries.get(spot.country or "", 0.0)
    held = any(outer.country == spot.country for outer in within)
    if spot.exact == 0 and not held and share < LOOSE_SHARE:
        return not around.countries and spot.population >= SIZEABLE
    if spot.kind not in ("city", "airport", "adm2") or held or share >= LEAST_SHARE or not around.countries:
        return True
    if spot.exact == 2 and _neighbours(spot, around.points):
        return True
    return spot.population >= (FAMOUS if max(around.countries.values()) >= 0.5 else KNOWN)


def _unmistakable(spots: Sequence[Spot], within: Sequence[Spot]) -> list[Spot]:
    """Give the towns of a name that no other country has, where they are of some size or of our own list: "Russian
    shells fell on Kherson" names only who fired. Places that bear the name as their usual one count before those of
    other spellings. Where the phrase puts it elsewhere, it is not meant."""
    best = max((spot.exact for spot in spots), default=0)
    found = [spot for spot in spots if best and spot.exact == best]
    lands = {spot.country for spot in found}
    fit = [spot for spot in found if not any(lies_outside(spot, outer) for outer in within)]
    return [spot for spot in fit if spot.population >= SIZEABLE or _is_site(spot)] if len(lands) == 1 else []


def lies_outside(town: Spot, around: Spot) -> bool:
    """Say whether a place surely lies outside another: of another country and far off (who owns Sevastopol is disputed,
    where it lies is not); outside a country only what has the name as a lesser one."""
    if None in (town.country, around.country) or town.country == around.country:
        return False
    away = town.kilometres(around.lat, around.lon)
    return away > FAR_KM if around.kind != "country" else town.exact < 2 and away > FAR_ABROAD_KM


def _is_site(spot: Spot) -> bool:
    """Say whether a place is one of sites.tsv: people put there what the news of crises names."""
    return spot.geoname_id is None and spot.kind not in ("country", "adm1", "adm2", "airport")


def _neighbours(spot: Spot, points: Iterable[Spot]) -> bool:
    """Say whether a town lies close to another place of the text: over the border of a country that it names."""
    return any(spot.kilometres(point.lat, point.lon) <= NEIGHBOURS_KM for point in points if point.id != spot.id)


def score(spot: Spot, toponym: Toponym, around: Surroundings, within: Sequence[Spot]) -> float:
    """Weigh one candidate: its own weight, the words of kind, what holds it, the document's countries, nearness."""
    return (
        alone(spot, toponym)
        + _held(spot, within)
        + 3.0 * math.sqrt(around.countries.get(spot.country or "", 0.0))
        + _nearness(spot, around.points)
        + (SETTLED if any(point.id == spot.id for point in around.points) else 0.0)
    )


def alone(spot: Spot, toponym: Toponym) -> float:
    """Weigh one candidate without its text: its own weight, the words of kind, how exactly it is spelled."""
    kind = _kind(spot, toponym) if toponym.hint else 0.0
    return _weight(spot) + kind + 1.2 * (2 if _is_city_of(spot, toponym) else spot.exact)


def _is_city_of(spot: Spot, toponym: Toponym) -> bool:
    """Say whether a town bears the name but for the word "city": "City of Isabela" is called Isabela."""
    if spot.kind != "city" or not spot.exact or "city" not in spot.name.casefold():
        return False
    return _CITY.sub("", spot.name).casefold() == toponym.name.casefold()


def _weight(spot: Spot) -> float:
    """Give the weight that a place has by itself: log of its people for towns, fixed for the rest."""
    if spot.kind == "city" and not spot.population:
        return 2.0  # one of our own sites, or a hamlet whose people nobody counted
    if spot.kind == "city":
        return math.log10(spot.population + 10) - 2.0
    if spot.kind == "adm1":
        return max(2.2, math.log10(spot.population + 10) - 3.2)
    return {"country": 6.0, "adm2": 1.2, "airport": 0.5, "district": 3.0}.get(spot.kind, 4.5)


def _kind(spot: Spot, toponym: Toponym) -> float:
    wanted = toponym.hint
    if wanted == "adm":
        return 3.0 if spot.kind in ("adm1", "region") else 1.5 if spot.kind == "adm2" else -1.0
    if wanted == "city":
        return 2.5 if spot.kind == "city" else -1.5
    if wanted == "air":
        return 3.0 if spot.kind in ("airport", "base") else -0.5
    if wanted in ("site", "district"):
        return 1.5 if spot.kind not in ("city", "adm1", "country", "airport") else 0.0
    return 0.0


def _held(spot: Spot, within: Sequence[Spot]) -> float:
    """Reward a place inside what the phrase names as around it, punish one outside."""
    total = 0.0
    for outer in within:
        if outer.kind == "country" or outer.country != spot.country:
            total += 3.0 if outer.country == spot.country else -4.0
        else:
            away = spot.kilometres(outer.lat, outer.lon)
            total += 4.0 if outer.adm1 and outer.adm1 == spot.adm1 else 3.0 * math.exp(-away / 150.0)
    return total


def _nearness(spot: Spot, points: Iterable[Spot]) -> float:
    nearest = min((spot.kilometres(point.lat, point.lon) for point in points if point.id != spot.id), default=math.inf)
    return 2.0 * math.exp(-nearest / 200.0)
