"""Which reports are one voice: copies of one text, however many outlets carry it."""

import zlib
from collections import Counter
from collections.abc import Iterable
from datetime import date

from vedette.model import Report

_SHINGLE = 5  # words
_KEPT_OF = 4  # of long texts one shingle in four is compared: the share found is the share there is
_SHORT = 120  # texts with fewer shingles keep them all
_SAME_AGENCY = 0.5  # of the smaller text's shingles
_ANY = 0.7
_FEW = 30  # shingles: shorter texts are alike by chance (one form of words for many events) ...
_NEARLY_ALL = 0.9  # ... and are copies only when nearly all is repeated


def origins(reports: Iterable[Report]) -> dict[str, str]:
    """Give each report's origin: the id of the earliest report whose text it repeats (its own if none).

    A text repeats another when the smaller one's five-word shingles stand in the larger one: half of them where both
    name the same agency, seven in ten otherwise, nine in ten of very short texts. Time is near-linear: each text is
    compared with the first of each group of copies only, through an index of shingles.
    """
    found: dict[str, str] = {}
    firsts: dict[int, list[str]] = {}
    sizes: dict[str, int] = {}
    agencies: dict[str, str | None] = {}
    for report in sorted(reports, key=lambda one: (one.published.start or date.max, one.id)):
        prints = shingles(report.text)
        shared = Counter(first for one in prints for first in firsts.get(one, ()))
        origin = _repeated(report, prints, shared, sizes, agencies)
        found[report.id] = origin or report.id
        if origin is None:
            sizes[report.id], agencies[report.id] = len(prints), report.agency
            for one in prints:
                firsts.setdefault(one, []).append(report.id)
    return found


def voices(reports: Iterable[Report], origin: dict[str, str]) -> dict[str, str]:
    """Give each report's voice: reports of one origin, one agency or one outlet are never independent of each other.

    An agency's second text and an outlet's follow-up add facts, not corroboration.
    """
    parent: dict[str, str] = {}
    for report in sorted(reports, key=lambda one: one.id):
        carrier = report.agency or report.outlet
        house = f"house:{carrier.casefold()}" if carrier else None
        _join(parent, report.id, origin.get(report.id, report.id))
        if house and report.id == origin.get(report.id, report.id):
            _join(parent, report.id, house)
    return {report_id: _root(parent, report_id) for report_id in parent if report_id in origin}


def shingles(text: str) -> frozenset[int]:
    """Give the prints of a text's five-word shingles (a fixed quarter of them for long texts)."""
    words = [word for word in (raw.strip(".,;:!?\"'“”‘’()[]").casefold() for raw in text.split()) if word]
    prints = {zlib.crc32(" ".join(words[i : i + _SHINGLE]).encode()) for i in range(len(words) - _SHINGLE + 1)}
    return frozenset(prints if len(prints) < _SHORT else (one for one in prints if one % _KEPT_OF == 0))


def _repeated(
    report: Report, prints: frozenset[int], shared: Counter[str], sizes: dict[str, int], agencies: dict[str, str | None]
) -> str | None:
    for first, common in sorted(shared.items(), key=lambda item: (-item[1], item[0])):
        least = max(1, min(len(prints), sizes[first]))
        same = report.agency is not None and report.agency == agencies[first]
        wanted = _NEARLY_ALL if least < _FEW else _SAME_AGENCY if same else _ANY
        if common >= 4 and common / least >= wanted:
            return first
    return None


def _root(parent: dict[str, str], node: str) -> str:
    while parent.setdefault(node, node) != node:
        node = parent[node]
    return node


def _join(parent: dict[str, str], node: str, other: str) -> None:
    one, two = sorted((_root(parent, node), _root(parent, other)))
    parent[two] = one
