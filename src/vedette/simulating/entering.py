"""Third parties that may enter: new sides that act like one of the record's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from vedette.simulating.drawn import Drawn
from vedette.simulating.knob import Change


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A side that may enter: its name, the number of the side that it is like, how active, whom it fights (numbers)."""

    name: str
    like: int
    strength: float
    against: tuple[int, ...]


def entries_of(changes: Sequence[Change], names: Sequence[str]) -> tuple[Entry, ...]:
    """Give the entries among the changes, in order."""
    return tuple(_entry(change, names) for change in changes if change.knob == "entry")


def _entry(change: Change, names: Sequence[str]) -> Entry:
    like = names.index(change.values["like"])
    foe = change.values["against"]
    foes = (names.index(foe),) if foe else tuple(i for i in range(len(names)) if i != like)
    return Entry(name=change.values["side"], like=like, strength=change.values["strength"], against=foes)


def entered(parameters: Drawn, entries: Sequence[Entry]) -> Drawn:
    """Widen the parameters of each run by the sides that may enter.

    A newcomer has `strength` times the baseline and the reactions of the side that it is like: to its foes as that
    side's to them, to itself as that side's to itself. Its foes answer it as they answer that side; the two do not
    answer each other.
    """
    if not entries:
        return parameters
    old, new = parameters.baseline.shape[1], len(entries)
    base = np.hstack([parameters.baseline, np.zeros((parameters.runs, new))])
    matrix = np.zeros((parameters.runs, old + new, old + new))
    matrix[:, :old, :old] = parameters.branching
    for n, one in enumerate(entries, old):
        base[:, n] = one.strength * parameters.baseline[:, one.like]
        matrix[:, n, n] = parameters.branching[:, one.like, one.like]
        for foe in one.against:
            as_to = one.like if foe != one.like else (one.like + 1) % old
            matrix[:, n, foe] = one.strength * parameters.branching[:, one.like, foe if foe != one.like else as_to]
            matrix[:, foe, n] = parameters.branching[:, foe, as_to]
    return Drawn(baseline=base, branching=matrix, decay=parameters.decay)
