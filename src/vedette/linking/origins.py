"""Which reports are one voice: copies of one text, however many outlets carry it."""

import zlib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from vedette.model import Report

_SHINGLE = 5  # words
_KEPT_OF = 4  # of long texts one shingle in four is compared: the share found is the share there is
_SHORT = 120  # texts with fewer shingles keep them all
_SAME_AGENCY = 0.5  # of the smaller text's shingles
_ANY = 0.7
_FEW = 30  # shingles: shorter texts are alike by chance (one form of words for many events) ...
_COMMON = 40  # texts that share a shingle before it is taken for a form of words
_COMPARED = 12  # texts compared in full with each new one
_LEAST = 4  # shingles shared
_NEARLY_ALL = 0.9  # ... and are copies only when nearly all is repeated


def origins(reports: Iterable[Report]) -> dict[str, str]:
    """Give each report's origin: the id of the earliest report whose text it repeats (its own if none).

    A text repeats another when the smaller one's five-word shingles stand in the larger one: half of them where both
    name the same agency, seven in ten otherwise, nine in ten of very short texts. Time is near-linear: each text is
    compared with the few that share most of its rarer shingles, and with the first of each group of copies only.
    """
    found: dict[str, str] = {}
    firsts = _Firsts()
    for report in sorted(reports, key=lambda one: (one.published.start or date.max, one.id)):
        text = _Text(report=report, prints=np.fromiter(sorted(shingles(report.text)), dtype=np.uint32))
        origin = firsts.repeated(text)
        found[report.id] = origin or report.id
        if origin is None:
            firsts.add(text)
    return found


@dataclass(frozen=True, slots=True)
class _Text:
    """A report with the sorted prints of its shingles."""

    report: Report
    prints: NDArray[np.uint32]

    def indexed(self) -> list[int]:
        """Give the prints that it is looked up by: all of a short text, one in four of a long one."""
        kept = self.prints if len(self.prints) < _SHORT // 2 else self.prints[(self.prints >> 8) % _KEPT_OF == 0]
        return [int(one) for one in kept]


class _Firsts:
    """The first text of each group of copies, by shingle. One that many of them share is a form of words: it leads
    nowhere any more."""

    def __init__(self) -> None:
        self._texts: list[_Text] = []
        self._holding: dict[int, list[int] | None] = {}

    def add(self, text: _Text) -> None:
        """Keep a text that repeats none."""
        for one in text.indexed():
            holding = self._holding.setdefault(one, [])
            if holding is not None:
                holding.append(len(self._texts))
                if len(holding) > _COMMON:
                    self._holding[one] = None
        self._texts.append(text)

    def repeated(self, text: _Text) -> str | None:
        """Give the id of the text that this one repeats, that which shares most of the rarer shingles first."""
        shared = Counter(at for one in text.indexed() for at in self._holding.get(one) or ())
        for at, _ in sorted(shared.items(), key=lambda item: (-item[1], item[0]))[:_COMPARED]:
            if _repeats(text, self._texts[at]):
                return self._texts[at].report.id
        return None


def _repeats(text: _Text, first: _Text) -> bool:
    common = len(np.intersect1d(text.prints, first.prints, assume_unique=True))
    least = max(1, min(len(text.prints), len(first.prints)))
    same = text.report.agency is not None and text.report.agency == first.report.agency
    wanted = _NEARLY_ALL if least < _FEW else _SAME_AGENCY if same else _ANY
    return common >= _LEAST and common / least >= wanted


class Telling(Protocol):
    """What is asked of a report to know whose voice it is: a `Report` is one, and so is what a list holds of it."""

    @property
    def id(self) -> str: ...
    @property
    def outlet(self) -> str | None: ...
    @property
    def agency(self) -> str | None: ...


def voices(reports: Iterable[Telling], origin: Mapping[str, str]) -> dict[str, str]:
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


def _root(parent: dict[str, str], node: str) -> str:
    while parent.setdefault(node, node) != node:
        node = parent[node]
    return node


def _join(parent: dict[str, str], node: str, other: str) -> None:
    one, two = sorted((_root(parent, node), _root(parent, other)))
    parent[two] = one
