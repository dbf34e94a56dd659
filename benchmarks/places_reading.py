"""Texts whose place names were marked by hand: XML of LGL, TR-News, GeoWebNews, or a folder of brat files."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from vedette.model import Span
from vedette.registry.parts import read_first_level
from vedette.registry.sources import cities, countries

LAT, LON = ("lat", "latitude"), ("lon", "long", "longitude")
PHRASE = ("phrase", "extractedName", "name", "toponymName")
_POINT = re.compile(r"(-?\d+(?:\.\d+)?)\s*[,;]\s*(-?\d+(?:\.\d+)?)")
_ID = re.compile(r"(?<![\d.])(\d{4,9})(?![\d.])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Toponym:
    """A name that a person marked in a text, and its point in degrees (WGS84)."""

    span: Span
    lat: float
    lon: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A text with the place names that have a point, in order."""

    id: str
    text: str
    toponyms: tuple[Toponym, ...]


def read(path: Path) -> list[Text]:
    """Read an XML file, or a folder of .txt and .ann files (brat: a note holds the point or GeoNames id)."""
    return list(_brat(path) if path.is_dir() else _xml(path))


def _xml(path: Path) -> Iterator[Text]:
    for at, article in enumerate(ET.parse(path).getroot().iter("article")):
        text = article.findtext("text") or ""
        found = [made for one in article.iter("toponym") if (made := _toponym(one, text)) is not None]
        name = article.get("docid") or article.get("file") or article.get("id") or str(at)
        yield Text(id=name, text=text, toponyms=tuple(sorted(found, key=lambda one: one.span.start)))


def _toponym(element: ET.Element, text: str) -> Toponym | None:
    """Read one name; None where it has no point or does not stand in the text."""
    lat, lon, start = _first(element, LAT), _first(element, LON), _first(element, ("start",))
    if not (lat and lon and start):
        return None
    phrase = _first(element, PHRASE)
    begin, end = int(start), int(_first(element, ("end",)) or int(start) + len(phrase))
    if phrase and text[begin:end] != phrase and (near := text.find(phrase, max(0, begin - 3), end + 4)) >= 0:
        begin, end = near, near + len(phrase)  # some files count line breaks otherwise
    if not text[begin:end].strip():
        return None
    return Toponym(span=Span(text=text[begin:end], start=begin, end=end), lat=float(lat), lon=float(lon))


def _first(element: ET.Element, tags: tuple[str, ...]) -> str:
    """Give the text of the first of the tags that stands in an element, or its attribute of that name."""
    for tag in tags:
        found = next((one for one in element.iter(tag) if one is not element), None)
        value = (found.text or "").strip() if found is not None else element.get(tag, "")
        if value:
            return value
    return ""


def _brat(folder: Path) -> Iterator[Text]:
    points: dict[int, tuple[float, float]] = {}
    for path in sorted(folder.glob("*.ann")):
        text = path.with_suffix(".txt").read_text("utf-8")
        spans, notes = _annotations(path.read_text("utf-8"), text)
        points = points or known_points()
        found = [
            Toponym(span=span, lat=point[0], lon=point[1])
            for key, span in spans.items()
            if (point := _point(notes.get(key, ""), points)) is not None
        ]
        yield Text(id=path.stem, text=text, toponyms=tuple(sorted(found, key=lambda one: one.span.start)))


def _annotations(lines: str, text: str) -> tuple[dict[str, Span], dict[str, str]]:
    """Give the marked spans and the notes of a brat file by key ("T1"); a span in pieces reaches over them all."""
    spans: dict[str, Span] = {}
    notes: dict[str, str] = {}
    for line in lines.splitlines():
        cells = line.split("\t")
        if cells[0].startswith("T") and len(cells) > 1:
            numbers = [int(number) for number in re.findall(r"\d+", cells[1].partition(" ")[2])]
            spans[cells[0]] = Span(text=text[numbers[0] : numbers[-1]], start=numbers[0], end=numbers[-1])
        elif cells[0].startswith("#") and len(cells) > 2:
            notes[cells[1].split()[-1]] = cells[2]
    return spans, notes


def _point(note: str, points: dict[int, tuple[float, float]]) -> tuple[float, float] | None:
    if found := _POINT.search(note):
        return float(found[1]), float(found[2])
    found = _ID.search(note)
    return points.get(int(found[1])) if found else None


def known_points() -> dict[int, tuple[float, float]]:
    """Give the points (degrees) of the GeoNames ids that our own data hold: towns, countries, first-level units."""
    from vedette.registry import load_gazetteer

    gazetteer = load_gazetteer()
    points = {city["geonameid"]: (city["latitude"], city["longitude"]) for city in cities()}
    spots = [gazetteer.country(code) for code in countries()]
    spots += [spot for part in read_first_level() for spot in gazetteer.find(part.name) if spot.kind == "adm1"]
    return points | {spot.geoname_id: (spot.lat, spot.lon) for spot in spots if spot and spot.geoname_id}
