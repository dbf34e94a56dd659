"""Names with a word of kind: "the Hmeimim airbase" is "Hmeimim Air Base", "the Gao-Ansongo road" lies between two."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from vedette.model import Span
from vedette.registry import Gazetteer, Spot

_AIR = frozenset({"base", "airport"})
_KINDS: Mapping[str, frozenset[str]] = {
    "air base": _AIR,
    "airbase": _AIR,
    "airfield": _AIR,
    "airport": frozenset({"airport"}),
    "naval base": frozenset({"base", "port"}),
    "military base": _AIR,
    "base": frozenset({"base", "airport", "camp"}),
    "garrison": frozenset({"base", "camp"}),
    "camp": frozenset({"camp", "base"}),
    "refugee camp": frozenset({"camp"}),
    "prison": frozenset({"prison"}),
    "jail": frozenset({"prison"}),
    "dam": frozenset({"dam"}),
    "crossing": frozenset({"crossing", "border"}),
    "border crossing": frozenset({"crossing", "border"}),
    "nuclear plant": frozenset({"plant"}),
    "nuclear site": frozenset({"plant"}),
    "plant": frozenset({"plant"}),
    "refinery": frozenset({"plant"}),
    "oil field": frozenset({"field"}),
    "gas field": frozenset({"field"}),
    "bridge": frozenset({"bridge"}),
    "port": frozenset({"port"}),
}
_TAIL = re.compile(rf"\s+(?P<kind>{'|'.join(sorted(_KINDS, key=len, reverse=True))})$", re.IGNORECASE)
_NAME = r"[A-Z][\w’'.]*(?:\s[A-Z][\w’'.]*)?"
_TO = rf"\s?[-‑–—]\s?(?P<second>{_NAME})(?=\s+(?:road|highway|motorway|axis|route|corridor|railway|line)\b)"
_ROAD = re.compile(rf"(?P<first>{_NAME}){_TO}")
_HYPHEN = re.compile(_TO.removeprefix(r"\s?"))  # what is looked for first: a text has few hyphens and many capitals


def site_named(name: str, gazetteer: Gazetteer) -> tuple[Spot, ...]:
    """Give the sites of the kind that the last word of a name says, called so or by the words before it alone."""
    tail = _TAIL.search(name)
    if tail is None:
        return ()
    bare, kinds = name[: tail.start()], _KINDS[tail["kind"].lower()]
    forms = (bare, f"{bare} Air Base") if kinds is _AIR else (bare,)
    found = {spot.id: spot for form in forms for spot in gazetteer.find(form) if spot.exact and spot.kind in kinds}
    return tuple(found.values())


def ends_of_a_road(name: Span, text: str) -> Iterator[Span]:
    """Give the two towns between which a road runs ("Gao-Ansongo road"), or the name as it is."""
    road = _ROAD.match(text, name.start)
    if road is None or road.end() > name.end + len(" railway"):
        yield name
        return
    for end in ("first", "second"):
        yield Span(text=road[end], start=road.start(end), end=road.end(end))


def is_end_of_a_road(span: Span, text: str) -> bool:
    """Say whether a name is that of one end of a road."""
    return (span.start, span.end) in _ends(text)


@lru_cache(maxsize=8)
def _ends(text: str) -> frozenset[tuple[int, int]]:
    """Give where the names of both ends of every road of a text stand; it is asked for each name of the text."""
    if not _HYPHEN.search(text):
        return frozenset()
    return frozenset(road.span(end) for road in _ROAD.finditer(text) for end in ("first", "second"))
