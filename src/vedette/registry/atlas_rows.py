"""The places that go into the compiled gazetteer: a row of facts and the names of each."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from vedette.registry.atlas_parts import Parts
from vedette.registry.dumps import Entry, installed, read_dump
from vedette.registry.parts import read_counties
from vedette.registry.sites import read_centres, read_sites
from vedette.registry.sources import airports, cities, countries, english_names, latin
from vedette.registry.states import read_states


class Row(NamedTuple):
    """A row of the table of spots, less its id; `lat`, `lon` in degrees, `precision` UCDP's where_prec."""

    name: str
    kind: str
    lat: float
    lon: float
    country: str | None
    adm1: str | None
    population: int
    precision: int
    geoname_id: int | None


class Named(NamedTuple):
    """A row and the names under which it is found, the main one first."""

    row: Row
    names: list[str]


def settled_rows() -> Iterator[Named]:
    """Give the towns, and what the dumps add; until the units are known, `adm1` is their code."""
    dumps, kept = installed(), set[int]()
    for city in cities():
        if dumps:
            kept.add(city["geonameid"])
        yield _city(city)
    for path in dumps:
        for entry in read_dump(path):
            if entry.geoname_id not in kept and entry.kind not in ("country", "adm1"):
                kept.add(entry.geoname_id)
                yield _entry(entry)


def _code(country: str, admin1: str) -> str | None:
    return f"{country}.{admin1}" if admin1 else None


def _city(city: dict[str, Any]) -> Named:
    country, name = city["countrycode"], city["name"]
    code = _code(country, city["admin1code"])
    lat, lon, people = city["latitude"], city["longitude"], city["population"]
    row = Row(name, "city", lat, lon, country, code, people, 1, city["geonameid"])
    return Named(row, [name, *(other for other in city["alternatenames"] if latin(other))])


def _entry(entry: Entry) -> Named:
    code, facts = _code(entry.country, entry.admin1), (entry.population, entry.precision, entry.geoname_id)
    row = Row(entry.name, entry.kind, entry.lat, entry.lon, entry.country, code, *facts)
    return Named(row, [entry.name, *entry.others])


def other_rows(parts: Parts) -> Iterator[Named]:
    """Give the countries, their parts, airports and our own sites."""
    yield from _countries(parts)
    yield from _divisions(parts)
    yield from _unmatched(parts)
    yield from _counties()
    yield from map(_airport, airports())
    yield from _sites()


def _countries(parts: Parts) -> Iterator[Named]:
    states, middles = {state.code: state for state in read_states()}, read_centres()
    for code, row in countries().items():
        if middle := middles.get(code) or parts.middles.get(code):
            names = [states[code].name, *states[code].names] if code in states else [row["name"]]
            spot = Row(names[0], "country", *middle, code, None, row["population"], 6, row["geonameid"])
            yield Named(spot, [*names, row["name"]])


def _divisions(parts: Parts) -> Iterator[Named]:
    """Give the units of ISO 3166-2; those that have no code of GeoNames lie at the second level if they have a
    parent."""
    for country, rows in parts.divisions.items():
        for iso, row in rows.items():
            if not row["latLng"]:
                continue
            code, name = parts.codes.get(iso, ""), parts.titles[iso]
            top = not row["parentCode"] or bool(code)
            kind, adm1, precision = ("adm1", name, 4) if top else ("adm2", None, 3)
            lat, lon = row["latLng"]
            spot = Row(name, kind, lat, lon, country, adm1, parts.people.get(code, 0), precision, parts.ids.get(code))
            yield Named(spot, [name, *english_names(row), *parts.own_names(code)])


def _unmatched(parts: Parts) -> Iterator[Named]:
    """Give the first-level units that GeoNames has and ISO 3166-2 does not, in the middle of their towns."""
    for code in sorted(parts.ids.keys() - set(parts.codes.values())):
        if (middle := parts.middles.get(code)) and not parts.crowded(code[:2]):
            name = parts.names[code]
            spot = Row(name, "adm1", *middle, code[:2], name, parts.people.get(code, 0), 4, parts.ids[code])
            yield Named(spot, [name, *parts.own_names(code)])


def _counties() -> Iterator[Named]:
    for county in read_counties():
        bare = county.name.removesuffix(" County").removesuffix(" Parish")
        row = Row(county.name, "adm2", county.lat, county.lon, "US", county.state, 0, 3, None)
        yield Named(row, [county.name, bare])


def _airport(row: dict[str, str]) -> Named:
    name = row["name"]
    short = name.replace(" International Airport", " Airport")
    names = [name, short, *([] if "airport" in name.lower() else [f"{name} Airport"])]
    lat, lon = float(row["lat"]), float(row["lon"])
    spot = Row(name, "airport", lat, lon, row["country"], row["subd"] or None, 0, 1, None)
    return Named(spot, list(dict.fromkeys(names)))


def _sites() -> Iterator[Named]:
    for site in read_sites():
        spot = Row(site.name, site.kind, site.lat, site.lon, site.country, site.adm1, 0, site.precision, None)
        yield Named(spot, [site.name, *site.others])
