"""Outlines of countries, for maps on paper: Natural Earth's at 1:50 million, by way of world-atlas (public domain)."""

import gzip
import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

Ring = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """A ring of a country: points as (lon, lat), and the box that holds them (west, south, east, north)."""

    name: str
    ring: Ring
    box: tuple[float, float, float, float]

    def meets(self, box: tuple[float, float, float, float]) -> bool:
        """Say whether anything of it can lie within a box."""
        west, south, east, north = box
        return self.box[0] <= east and self.box[2] >= west and self.box[1] <= north and self.box[3] >= south

    def turned(self, by: float) -> "Outline":
        """Give the same ring so many degrees further east: a map may reach over the date line."""
        west, south, east, north = self.box
        ring = tuple((lon + by, lat) for lon, lat in self.ring)
        return Outline(name=self.name, ring=ring, box=(west + by, south, east + by, north))


@cache
def outlines() -> tuple[Outline, ...]:
    """Give the rings of all countries."""
    raw = files("vedette.web.printing").joinpath("countries-50m.json.gz").read_bytes()
    form = json.loads(gzip.decompress(raw))
    arcs = [_arc(arc, form["transform"]) for arc in form["arcs"]]
    return tuple(
        _outline(country["properties"]["name"], _joined(numbers, arcs))
        for country in form["objects"]["countries"]["geometries"]
        for polygon in _polygons(country)
        for numbers in polygon
    )


def _polygons(country: dict[str, Any]) -> list[list[list[int]]]:
    """Give the polygons of a country, each as its rings of arc numbers."""
    held: list[Any] = country.get("arcs") or []
    return [held] if country["type"] == "Polygon" else held


def _arc(arc: list[list[int]], transform: dict[str, Any]) -> list[tuple[float, float]]:
    """Undo the delta coding of TopoJSON."""
    (kx, ky), (dx, dy) = transform["scale"], transform["translate"]
    x = y = 0
    points = []
    for step in arc:
        x, y = x + step[0], y + step[1]
        points.append((x * kx + dx, y * ky + dy))
    return points


def _joined(numbers: list[int], arcs: list[list[tuple[float, float]]]) -> Ring:
    """Lay the arcs of a ring end to end; a negative number is an arc walked backwards."""
    points: list[tuple[float, float]] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc[1:] if points else arc
    return tuple(points)


def _outline(name: str, wound: Ring) -> Outline:
    ring = _unwound(wound)
    lons, lats = [lon for lon, _ in ring], [lat for _, lat in ring]
    return Outline(name=name, ring=ring, box=(min(lons), min(lats), max(lons), max(lats)))


def _unwound(ring: Ring) -> Ring:
    """Let a ring that crosses the date line run on beyond 180 degrees instead of jumping round the globe."""
    found, shift, before = [], 0.0, ring[0][0]
    for lon, lat in ring:
        shift += 360.0 if lon - before < -180 else -360.0 if lon - before > 180 else 0.0
        found.append((lon + shift, lat))
        before = lon
    return tuple(found)
