"""What a stretch of a series costs: minus twice its log likelihood as a level or a line whose noise remembers.

With memory r the steps z_t = y_t - r y_(t-1) are free of each other; a stretch begins afresh with its first step
weighed by 1 - r^2 (Prais and Winsten 1954). Running sums give every stretch in constant time.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from vedette.measuring.events import Floats

# A tenth of the series' own spread: what is smaller is not seen as a change, and equal readings in a row do not make
# a stretch infinitely likely.
FLOOR = 0.1
_FLAT = 1e-12


@dataclass(frozen=True, slots=True, kw_only=True)
class Sums:
    """Running sums of a standardised series for one memory, each (n + 1,)."""

    n: int
    memory: float
    floor: float
    y: Floats
    z: Floats
    zz: Floats
    zt: Floats
    t: Floats
    tt: Floats


def sums(given: Floats, memory: float, *, floor: float = FLOOR) -> Sums:
    """Lay the sums out; the series is brought to mean 0 and spread 1 first."""
    y = (given - given.mean()) / (given.std() or 1.0)
    z = np.concatenate([[0.0], y[1:] - memory * y[:-1]])
    t: Floats = (1 - memory) * np.arange(len(y), dtype=np.float64) + memory
    return Sums(
        n=len(y), memory=memory, floor=floor, y=np.append(y, 0.0), z=_run(z), zz=_run(z * z), zt=_run(z * t),
        t=_run(t), tt=_run(t * t),
    )  # fmt: skip


def cost(world: Sums, start: Any, end: Any, shape: str) -> Floats:
    """Give the cost of the stretches [start, end), arrays that broadcast against each other."""
    size = end - start
    kept = 1 - world.memory**2
    rest = np.maximum(_unexplained(world, start, end, shape), 0.0)
    spread = np.maximum(rest / size, world.floor**2 * kept)
    return np.asarray(size * np.log(spread) + rest / spread - np.log(kept))


def _unexplained(world: Sums, start: Any, end: Any, shape: str) -> Floats:
    """Give the squares that a level or a line leaves."""
    inner, free, first = end - start - 1, 1 - world.memory, world.y[start]
    kept = 1 - world.memory**2
    z = _between(world.z, start, end)
    squares = _between(world.zz, start, end) + kept * first**2
    onto = free * z + kept * first
    width = free**2 * inner + kept
    rest = squares - onto**2 / width
    if shape == "level":
        return np.asarray(rest)
    shift = free * start
    t = _between(world.t, start, end)
    slope = _between(world.zt, start, end) - shift * z
    mixed = free * (t - shift * inner)
    square = _between(world.tt, start, end) - 2 * shift * t + shift**2 * inner
    across, along = slope - mixed * onto / width, square - mixed**2 / width
    return np.asarray(rest - np.where(along > _FLAT, across**2 / np.where(along > _FLAT, along, 1.0), 0.0))


def _run(values: Any) -> Floats:
    return np.concatenate([[0.0], np.cumsum(values)])


def _between(run: Floats, start: Any, end: Any) -> Floats:
    """Sum the steps after a stretch's first one."""
    return np.asarray(run[end] - run[start + 1])
