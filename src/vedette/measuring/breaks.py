"""Where a series changes its level, its trend or its spread, and how surely that is dated.

Each stretch is a level or a line with a spread of its own; the noise about it remembers its last value (an
autoregression of order 1, one for the whole series). All cuts are found at once by optimal partitioning (Jackson et
al. 2005) for each shape and each memory, and the least penalised likelihood of all wins: so a drift, or a series that
wanders, need not be told as many breaks. A cut costs (parameters of a stretch + 2) log n, as a place costs more than a
parameter (the modified criterion of Zhang and Siegmund 2007). A season is taken out first. Changes below a tenth of
the series' spread are held to be too small to matter.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from vedette.measuring.breaks_cost import FLOOR, Sums, cost, sums
from vedette.measuring.breaks_season import deseasoned
from vedette.measuring.events import Floats
from vedette.model.errors import UsageError

SHAPES = {"level": 1, "line": 2}
MEMORIES = (0.0, 0.3, 0.6, 0.8, 0.9, 0.96)
SHORTEST = 5
PLACE = 2.0
_FEWEST, _MOST = 12, 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """The first step of a new stretch (0-based), its 95 % interval, the chance that there is one, and the stretches'
    means before and after."""

    at: int
    low: int
    high: int
    chance: float
    before: float
    after: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Breaks:
    """The breaks in order, what the stretches are made of, the memory of the noise and the season (0: none)."""

    breaks: tuple[Break, ...]
    shape: str
    memory: float
    season: int
    n: int

    @property
    def places(self) -> tuple[int, ...]:
        """The first step of each new stretch."""
        return tuple(one.at for one in self.breaks)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """A partition: where, of what shape and memory, and minus twice its penalised log likelihood."""

    places: tuple[int, ...]
    shape: str
    memory: float
    total: float


def change_points(
    series: ArrayLike,
    *,
    shape: str = "auto",
    draws: ArrayLike | None = None,
    season: int | None = None,
    place: float = PLACE,
    floor: float = FLOOR,
) -> Breaks:
    """Find the change points of `series` (steps,), none of its values missing.

    `shape` is "level", "line" or "auto"; `season` its period (0: none, None: found). `draws` (draws, steps) are the
    series as it may have been where dates or figures are open: intervals and chances are then taken over all of them.
    `place` is the price of a place (in parameters), `floor` the least spread that counts (of the series' own).
    Raises UsageError for fewer than 12 steps, gaps, and a series that never changes.
    """
    if shape not in ("auto", *SHAPES):
        raise UsageError(f'breaks: no shape is called {shape!r}; give "auto", "level" or "line"')
    given = checked(series)
    flat, period = deseasoned(given, season)
    cut = best_cut(flat, tuple(SHAPES) if shape == "auto" else (shape,), place=place, floor=floor)
    maybe = np.atleast_2d(np.asarray(given if draws is None else draws, dtype=np.float64))
    if maybe.shape[1] != len(given) or not np.isfinite(maybe).all():
        raise UsageError(f"breaks: each draw needs a value for each of the {len(given)} steps")
    worlds = [sums(deseasoned(one, period)[0], cut.memory, floor=floor) for one in maybe]
    found = tuple(_dated(worlds, given, cut, which, place) for which in range(len(cut.places)))
    return Breaks(breaks=found, shape=cut.shape, memory=cut.memory, season=period, n=len(given))


def checked(series: ArrayLike) -> Floats:
    """Refuse what no break can be found in."""
    given = np.asarray(series, dtype=np.float64)
    if given.ndim != 1:
        raise UsageError(f"breaks: {given.ndim} dimensions; give one series at a time")
    if not _FEWEST <= len(given) <= _MOST:
        raise UsageError(f"breaks: {len(given)} steps; {_FEWEST} to {_MOST:,} can be searched (sum days to weeks)")
    if not np.isfinite(given).all():
        raise UsageError("breaks: a step has no value; fill the gap (0 where nothing happened) or cut there")
    if not np.ptp(given):
        raise UsageError("breaks: the series never changes; there is nothing to find")
    return given


def best_cut(given: Floats, shapes: tuple[str, ...], *, place: float = PLACE, floor: float = FLOOR) -> Cut:
    """Cut the series under each shape and memory and keep the best."""
    tried = []
    for memory in MEMORIES:
        world = sums(given, memory, floor=floor)
        tried += [_partition(world, shape, penalty(shape, world.n, place)) for shape in shapes]
    return min(tried, key=lambda cut: cut.total)


def penalty(shape: str, n: int, place: float = PLACE) -> float:
    """Give what a cut costs: its stretch's parameters (spread included) and its place, each by log n."""
    return float((SHAPES[shape] + 1 + place) * np.log(n))


def shortest(n: int) -> int:
    """Give the fewest steps of a stretch."""
    return max(2, min(SHORTEST, n // 3))


def _partition(world: Sums, shape: str, price: float) -> Cut:
    n, least = world.n, shortest(world.n)
    best = np.full(n + 1, np.inf)
    best[0] = -price
    came = np.zeros(n + 1, dtype=np.int64)
    for end in range(least, n + 1):
        starts = np.arange(end - least + 1)
        tried = best[starts] + cost(world, starts, np.array([end]), shape) + price
        came[end] = int(np.argmin(tried))
        best[end] = tried[came[end]]
    places, at = [], int(came[n])
    while at > 0:
        places.append(at)
        at = int(came[at])
    total = float(best[n] + SHAPES[shape] * np.log(n))
    return Cut(places=tuple(places[::-1]), shape=shape, memory=world.memory, total=total)


def _dated(worlds: list[Sums], given: Floats, cut: Cut, which: int, place: float) -> Break:
    """Date a break between its neighbours: its likelihood at each step, over all draws."""
    edges = (0, *cut.places, len(given))
    before, at, after = edges[which : which + 3]
    least = shortest(len(given))
    steps = np.arange(before + least, after - least + 1)
    price = penalty(cut.shape, len(given), place)
    told = [_likely(world, cut.shape, (before, after), steps, price) for world in worlds]
    shares, chances = zip(*told, strict=True)
    mass = np.cumsum(np.mean(shares, axis=0))
    low, high = np.searchsorted(mass, [0.025, 0.975])
    return Break(
        at=at,
        low=min(int(steps[low]), at),
        high=max(int(steps[min(high, len(steps) - 1)]), at),
        chance=float(np.mean(chances)),
        before=float(given[before:at].mean()),
        after=float(given[at:after].mean()),
    )


def _likely(world: Sums, shape: str, edges: tuple[int, int], steps: Any, price: float) -> tuple[Floats, float]:
    """Give each step's share of the likelihood of a break, and the chance of one against none."""
    before, after = (np.array([edge]) for edge in edges)
    ends = cost(world, before, steps, shape) + cost(world, steps, after, shape)
    logs = (cost(world, before, after, shape) - ends - price) / 2
    top = float(logs.max())
    weight = np.exp(logs - top)
    odds = np.clip(np.log(weight.sum()) + top, -500, 500)
    return weight / weight.sum(), float(1 / (1 + np.exp(-odds)))
