"""Whose copy a text is: the news agency that its dateline, its first words, its last words or its credits name."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files

from vedette.model import Furniture
from vedette.reading.tidy import one_line

_DATELINE = re.compile(
    r"^(?P<city>[A-Z][\w.'’/-]*(?:[ ,/]+[A-Z(][\w.'’/)-]*){0,7})?,?\s*"
    r"(?:,?\s*[A-Z][a-z]{2,8}\.?\s+\d{1,2}(?:,?\s+\d{4})?|,?\s*\d{1,2}\s+[A-Z][a-z]{2,8}\.?(?:,?\s+\d{4})?)?,?\s*"
    r"\.?\s*[(/](?P<mark>[A-Z][\w.'’ -]{1,40}|dpa)[)/]\s*[-–—:]{0,2}\s*"
)
_DASHED = re.compile(r"^[A-Z][\w.'’ ,-]{2,60}?[-–—:,]\s*(?P<mark>[A-Z][\w'’ -]{1,30}|dpa)\s*[-–—:]\s")
_LAST = re.compile(r"(?:[-–—]{1,2}\s*|\()(?P<mark>[A-Z][\w'’ -]{1,30}|dpa)(?:\)|\s*)\W*$")
_CREDIT = re.compile(
    r"^(?:source|via|agency|by|from|credit|credits|photo|image)?\s*:?\s*(?P<mark>[A-Z][\w'’ -]{1,40}?)\s*[.)\]]*$",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(
    r"(?:©|\bcopyright\b)\s*(?:\(c\)\s*)?(?:(?:19|20)\d\d)?\s*"
    r"(?P<mark>(?:The\s+)?[A-Z][\w'’-]*(?:\s+[A-Z][\w'’-]*){0,3})"
)


def agency_of(text: str, *, furniture: Iterable[Furniture] = (), outlet: str | None = None) -> str | None:
    """Give the name of the agency whose copy `text` says it is, or None.

    A dateline counts first ("GOMA, May 3 (Reuters) -"), then the last words ("(ANI)"), then credits that were cut as
    furniture. An agency that is not in agencies.toml counts only in a dateline that has a date and a dash.
    """
    paragraphs = [line for line in text.split("\n\n") if line]
    ways = (_in_datelines(paragraphs[:4]), _at_end(paragraphs[-1:]), _in_credits(furniture))
    return next((name for way in ways for name in way), None) or agencies().get((outlet or "").strip())


@cache
def agencies() -> dict[str, str]:
    """Give the agency's name for every mark."""
    data = tomllib.loads(files("vedette.reading").joinpath("agencies.toml").read_text(encoding="utf-8"))
    return {mark: row["name"] for row in data["agency"] for mark in row["marks"]}


def _in_datelines(paragraphs: Iterable[str]) -> Iterator[str]:
    for text in paragraphs:
        for pattern in (_DATELINE, _DASHED):
            if match := pattern.match(text):
                yield from _named(match["mark"])
        if (match := _DATELINE.match(text)) and match["city"] and re.search(r"\d[^(]*\([^)]+\)\s*[-–—]", match[0]):
            yield match["mark"].strip()


def _named(mark: str) -> Iterator[str]:
    known = agencies().get(one_line(mark).strip(" -"))
    if known:
        yield known


def _at_end(paragraphs: Iterable[str]) -> Iterator[str]:
    for text in paragraphs:
        if match := _LAST.search(text[-40:]):
            yield from _named(match["mark"])


def _in_credits(furniture: Iterable[Furniture]) -> Iterator[str]:
    for piece in furniture:
        text = one_line(piece.text)
        if piece.reason in ("source line", "byline", "about the agency or outlet") and (match := _CREDIT.match(text)):
            yield from _named(match["mark"])
        if piece.reason == "agency mark at the end" and (match := _LAST.search(text)):
            yield from _named(match["mark"])
        if piece.reason == "copyright" and (match := _COPYRIGHT.search(text)):
            yield from _named(match["mark"])
        if piece.reason == "about the agency or outlet":
            yield from (name for mark, name in agencies().items() if len(mark) > 4 and mark in text)
