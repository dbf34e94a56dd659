"""A header of labelled lines at the top of a plain text: "Title: ...", "Date: ...", "Outlet: ..."."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_LINE = re.compile(
    r"(?P<label>title|headline|date|published|publication date|outlet|source|publication|newspaper|url|link|authors?|"
    r"byline|section|language)\s*:\s+(?P<value>\S.*)",
    re.IGNORECASE,
)
_TITLES, _OUTLETS = ("title", "headline"), ("outlet", "publication", "newspaper", "source")
_DATES = ("date", "published", "publication date")


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """The header of a text: a reason for each of its lines (to be cut), and the title and outlet that it gives."""

    reasons: tuple[str, ...] = ()
    title: str | None = None
    outlet: str | None = None


def header_of(texts: Sequence[str]) -> Header:
    """Read the labelled lines that open the paragraphs `texts`; without a title or two such lines there is none."""
    lines: list[tuple[str, str]] = []
    for text in texts:
        match = _LINE.fullmatch(text) if len(text.split()) <= 40 else None
        if match is None:
            break
        lines.append((match["label"].casefold(), match["value"]))
    if len(lines) < 2 and not any(label in _TITLES for label, _ in lines):
        return Header()
    reasons = tuple("date line of the page" if label in _DATES else "header" for label, _ in lines)
    return Header(reasons=reasons, title=_value(lines, _TITLES), outlet=_value(lines, _OUTLETS))


def _value(lines: Sequence[tuple[str, str]], labels: Sequence[str]) -> str | None:
    return next((value for label, value in lines if label in labels), None)
