"""Which first-order subdivision of ISO 3166-2 each administrative code of the cities stands for."""

import math
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from vedette.registry.spelling import loose
from vedette.registry.sources import english_names

FAR_KM = 400.0


def province_names(cities: Iterable[dict[str, Any]], divisions: dict[str, dict[str, dict[str, Any]]]) -> dict[tuple[str, str], str]:
    """Match (country, admin1 code) to an ISO 3166-2 code: the same code, the same chief town, or the nearest centre."""
    groups: dict[str, dict[str, list[dict[str, Any]]]] = defaultdict(lambda: defaultdict(list))
    for city in cities:
        groups[city["countrycode"]][city["admin1code"]].append(city)
    found: dict[tuple[str, str], str] = {}
    for country, by_code in groups.items():
        tops = {code: row for code, row in divisions.get(country, {}).items() if not row["parentCode"] and row["latLng"]}
        found |= {(country, code): iso for code, iso in _match(country, by_code, tops).items()}
    return found


def _match(country: str, groups: dict[str, list[dict[str, Any]]], tops: dict[str, dict[str, Any]]) -> dict[str, str]:
    same = {code: f"{country}-{code}" for code in groups if code.isalpha() and f"{country}-{code}" in tops}
    if len(same) > len(groups) / 2:
        return same
    costs = sorted((_cost(members, row), code, iso) for code, members in groups.items() for iso, row in tops.items())
    matched: dict[str, str] = {}
    for cost, code, iso in costs:
        if cost < FAR_KM and code not in matched and iso not in matched.values():
            matched[code] = iso
    return matched


def _cost(members: list[dict[str, Any]], row: dict[str, Any]) -> float:
    lats, lons = sorted(city["latitude"] for city in members), sorted(city["longitude"] for city in members)
    lat, lon = lats[len(lats) // 2], lons[len(lons) // 2]
    away = 111.0 * math.hypot(lat - row["latLng"][0], (lon - row["latLng"][1]) * math.cos(math.radians(lat)))
    biggest = sorted(members, key=lambda city: -city["population"])[:8]
    named = {loose(name) for city in biggest for name in (city["name"], *city["alternatenames"][:0])}
    return away / 4 if named & {loose(name) for name in english_names(row)} else away
