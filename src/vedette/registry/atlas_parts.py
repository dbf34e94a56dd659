"""The first-level units of all countries: which code of GeoNames is which unit of ISO 3166-2, and what lies in them."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median
from typing import Any

from vedette.registry.parts import read_first_level
from vedette.registry.provinces import Town, match_parts
from vedette.registry.sites import read_centres
from vedette.registry.sources import countries, latin, subdivisions, without_type
from vedette.registry.spelling import fold, loose, unaccented

Divisions = dict[str, dict[str, dict[str, Any]]]
MANY = 60  # first-level units: a country that has more has its districts there


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """The first-level units. A code is GeoNames' ("IQ.01"); middles are those of their towns, in degrees."""

    divisions: Divisions
    names: dict[str, str]  # by code
    own: dict[str, str]  # what GeoNames calls a code
    codes: dict[str, str]  # by ISO 3166-2
    ids: dict[str, int]  # GeoNames ids by code
    titles: dict[str, str]  # names by ISO 3166-2
    people: dict[str, int]  # by code
    middles: dict[str, tuple[float, float]]  # by code, or country, of those without a point in our data

    def own_names(self, code: str) -> list[str]:
        """Give the names by which GeoNames knows a code."""
        name = self.own.get(code, "")
        return [part for part in dict.fromkeys((name, without_type(name))) if part and latin(part)]

    def crowded(self, country: str) -> bool:
        """Say whether a country has so many first-level units that they are districts."""
        return sum(code.startswith(f"{country}.") for code in self.ids) > MANY


def parts_of(store: sqlite3.Connection) -> Parts:
    """Work out from the towns in the table which unit each code of theirs stands for."""
    divisions, known = subdivisions(), read_first_level()
    own = {f"{part.country}.{part.code}": part.name for part in known}
    matched = match_parts(_towns(store), divisions, {(part.country, part.code): part.name for part in known})
    codes = {iso: f"{country}.{code}" for (country, code), iso in matched.items()}
    borne = _borne(store, divisions)
    titles = {iso: _title(row, country, borne) for country, rows in divisions.items() for iso, row in rows.items()}
    plain = {code: unaccented(without_type(name) or name) for code, name in own.items()}
    unplaced = {*own} - {*codes.values()} | {code for code in countries() if code not in read_centres()}
    return Parts(
        divisions=divisions,
        names=plain | {code: titles[iso] for iso, code in codes.items()},
        own=own,
        codes=codes,
        ids={f"{part.country}.{part.code}": part.geoname_id for part in known},
        titles=titles,
        people=dict(store.execute("SELECT adm1, sum(population) FROM spot WHERE kind = 'city' GROUP BY adm1")),
        middles=_middles(store, unplaced),
    )


def _towns(store: sqlite3.Connection) -> Iterator[tuple[str, str, Town]]:
    for code, *town in store.execute(
        "SELECT adm1, lat, lon, population, name FROM spot WHERE kind = 'city' AND adm1 IS NOT NULL"
    ):
        country, _, admin1 = code.partition(".")
        yield country, admin1, tuple(town)


def _middles(store: sqlite3.Connection, wanted: set[str]) -> dict[str, tuple[float, float]]:
    """Give the medians of the points of the towns of the units and countries that have no point of their own."""
    points: dict[str, list[tuple[float, float]]] = {}
    for code, country, lat, lon in store.execute("SELECT adm1, country, lat, lon FROM spot WHERE kind = 'city'"):
        for key in (code, country):
            if key in wanted:
                points.setdefault(key, []).append((lat, lon))
    return {key: (median(lat for lat, _ in held), median(lon for _, lon in held)) for key, held in points.items()}


def _borne(store: sqlite3.Connection, divisions: Divisions) -> set[tuple[str, str]]:
    """Give the country and the folded English name of the units whose name a town there bears too."""
    wanted = {fold(name) for rows in divisions.values() for row in rows.values() for name in _english(row)}
    store.execute("CREATE TEMP TABLE wanted (fold TEXT PRIMARY KEY)")
    store.executemany("INSERT INTO wanted VALUES (?)", [(name,) for name in wanted])
    names = "SELECT DISTINCT country, fold FROM name JOIN wanted USING (fold)"
    towns = f"{names} JOIN spot ON spot.id = spot WHERE main = 1"
    return set(store.execute(towns))


def _english(row: dict[str, Any]) -> list[str]:
    return [part.split("(")[0].strip() for part in (row.get("localOtherName") or "").split(",") if "(eng)" in part]


def _title(row: dict[str, Any], country: str, towns: set[tuple[str, str]]) -> str:
    """Give the English name of a subdivision if a town there bears it too (others are nicknames), else its plain
    name."""
    english, name = _english(row), str(row["name"])
    if not english or (country, fold(english[0])) not in towns or loose(english[0]) == loose(name):
        return unaccented(name)
    return english[0]
