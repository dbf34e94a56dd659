"""What stands behind an incident, laid out by field: who says what, in which words."""

from collections.abc import Iterable
from typing import Any

from vedette.model import Claim
from vedette.web.printing import words
from vedette.web.snapshot import Form

FIELDS = ("type", "status", "who", "to whom", "where", "when", "with", "killed", "injured", "source")


def matrix(claims: Iterable[Claim], cited: dict[str, list[int]]) -> list[Form]:
    """Give a row a claim: the numbers of its report, and what it says in each field, in its own words."""
    return [{"notes": cited.get(one.report_id, []), "cells": [_cells(one)[name] for name in FIELDS]} for one in claims]


def differing(rows: list[Form]) -> list[bool]:
    """Say for each field whether the claims that tell it tell different things."""
    columns = zip(*(row["cells"] for row in rows), strict=True) if rows else []
    return [len({cell for cell in column if cell}) > 1 for column in columns]


def sentences(claims: Iterable[Claim], cited: dict[str, list[int]]) -> list[Form]:
    """Give each sentence once, cut into pieces at the spans that a claim rests on."""
    found: dict[tuple[str, int], Claim] = {}
    for one in claims:
        found.setdefault((one.report_id, one.sentence.start), one)
    return [{"notes": cited.get(one.report_id, []), "pieces": _pieces(one)} for one in found.values()]


def _pieces(claim: Claim) -> list[tuple[str, str]]:
    """Give the sentence in pieces of (text, what it is); spans that overlap an earlier one are left out."""
    text, start = claim.sentence.text, claim.sentence.start
    spans: list[tuple[int, int, str]] = [(claim.trigger.start, claim.trigger.end, "act")]
    for name in ("actor", "target", "weapon"):
        spans += [(one.start, one.end, name) for one in getattr(claim, name)]
    for name in ("place", "when", "killed", "injured"):
        one = getattr(claim, name)
        if one is not None and one.start is not None and one.end is not None:
            spans.append((one.start, one.end, name))
    pieces, at = [], 0
    for first, last, name in sorted(spans):
        left, right = first - start, last - start
        if left >= at and right <= len(text):
            pieces += [(text[at:left], ""), (text[left:right], name)]
            at = right
    return [(piece, name) for piece, name in [*pieces, (text[at:], "")] if piece]


def _cells(claim: Claim) -> dict[str, str]:
    when = claim.when
    return {
        "type": " ".join(filter(None, (claim.type.lower(), claim.mode))),
        "status": claim.status,
        "who": ", ".join(one.name or one.text for one in claim.actor),
        "to whom": ", ".join(one.name or one.text for one in claim.target),
        "where": claim.place.name or claim.place.text or "",
        "when": words.days({"from": _iso(when.from_), "to": _iso(when.to)}) if when.known else "",
        "with": ", ".join(one.text for one in claim.weapon),
        "killed": _toll(claim.killed),
        "injured": _toll(claim.injured),
        "source": (claim.source.name or claim.source.text) if claim.source else "",
    }


def _iso(given: Any) -> str | None:
    return given.isoformat() if given else None


def _toll(given: Any) -> str:
    return words.figure({"low": given.low, "best": given.best, "high": given.high}) if given else ""
