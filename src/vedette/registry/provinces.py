"""Which first-order subdivision of ISO 3166-2 each administrative code of the cities stands for."""

import math
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from vedette.registry.sources import english_names, without_type
from vedette.registry.spelling import loose

FAR_KM = 400.0
Town = tuple[float, float, int, str]
Centre = tuple[float, float, set[str]]


def match_parts(
    towns: Iterable[tuple[str, str, Town]],
    divisions: dict[str, dict[str, dict[str, Any]]],
    names: dict[tuple[str, str], str],
) -> dict[tuple[str, str], str]:
    """Match (country, admin1 code) to an ISO 3166-2 code: the same code or name, the same chief town, or the nearest
    centre. `towns` come with country and code, `names` tells what GeoNames calls a code."""
    groups: dict[str, dict[str, list[Town]]] = defaultdict(lambda: defaultdict(list))
    for country, code, town in towns:
        groups[country][code].append(town)
    found: dict[tuple[str, str], str] = {}
    for country, by_code in groups.items():
        called = {code: loose(without_type(names.get((country, code), ""))) for code in by_code}
        matched = _match(country, by_code, divisions.get(country, {}), called)
        found |= {(country, code): iso for code, iso in matched.items()}
    return found


def _match(
    country: str, groups: dict[str, list[Town]], rows: dict[str, dict[str, Any]], called: dict[str, str]
) -> dict[str, str]:
    """Match the codes of a country; parts of a part (Erbil in Kurdistan) count where there are more codes than
    parts."""
    tops = {iso: row for iso, row in rows.items() if not row["parentCode"] and row["latLng"]}
    same = {code: f"{country}-{code}" for code in groups if code.isalpha() and f"{country}-{code}" in tops}
    if len(same) > len(groups) / 2:
        return same
    allowed = tops if len(groups) <= len(tops) else {iso: row for iso, row in rows.items() if row["latLng"]}
    middles = {code: _middle(members) for code, members in groups.items()}
    centres = {iso: (*row["latLng"], {loose(name) for name in english_names(row)}) for iso, row in allowed.items()}
    costs = sorted(
        (0.0 if called[code] in centre[2] else _cost(middle, centre), code, iso)
        for code, middle in middles.items()
        for iso, centre in centres.items()
    )
    matched: dict[str, str] = {}
    taken: set[str] = set()
    for cost, code, iso in costs:
        if cost < FAR_KM and code not in matched and iso not in taken:
            matched[code] = iso
            taken.add(iso)
    return matched


def _middle(members: list[Town]) -> Centre:
    """Give the middle of the towns of a code (medians, degrees) and the loose names of its eight largest."""
    lat, lon = (sorted(axis)[len(members) // 2] for axis in list(zip(*members, strict=True))[:2])
    return lat, lon, {loose(name) for _, _, _, name in sorted(members, key=lambda town: -town[2])[:8]}


def _cost(middle: Centre, centre: Centre) -> float:
    """Give the distance in km between a code's towns and a part's centre, a quarter of it if a chief town bears
    the part's name."""
    away = 111.0 * math.hypot(middle[0] - centre[0], (middle[1] - centre[1]) * math.cos(math.radians(middle[0])))
    return away / 4 if middle[2] & centre[2] else away
