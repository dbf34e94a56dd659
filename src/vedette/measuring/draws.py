"""What may have been: acts drawn onto the days of their intervals, and tolls within their ranges.

Days are drawn alike within an act's interval, each act on its own. Tolls err together: one number u of 0 to 1 sets
them all, 0 to the low figure, 1/2 to the best, 1 to the high one, as whoever counts high in one place does so in
others; sums of low, best and high bound what comes out. An open high figure is taken as OPEN times the best.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from vedette.measuring.events import Floats, Ints

if TYPE_CHECKING:
    import polars as pl

OPEN = 2.0
Weights = Callable[[float], Sequence[Floats]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Acts:
    """Acts of one unit: first and last possible day, counted from the first day watched, and tolls (nan: unknown)."""

    first: Ints
    last: Ints
    intensity: Floats
    low: Floats
    best: Floats
    high: Floats

    @property
    def exact(self) -> bool:
        """Whether nothing about days and tolls is left open."""
        return bool((self.first == self.last).all()) and bool((self.low == self.high).all())

    def killed(self, u: float) -> Floats:
        """Give the tolls at one place of their ranges: 0 low, 0.5 best, 1 high; an unknown toll counts as 0."""
        below, above = min(2 * u, 1.0), max(2 * u - 1, 0.0)
        return self.low + (self.best - self.low) * below + (self.high - self.best) * above


def acts_of(rows: pl.DataFrame, start: date) -> Acts:
    """Lay the rows of an event table out for drawing."""
    import polars as pl

    best = rows["killed_best"].fill_null(0.0).to_numpy()
    low = rows["killed_low"].fill_null(0.0).to_numpy()
    told = rows["killed_best"].is_not_null().to_numpy()
    high = rows["killed_high"].fill_null(np.nan).to_numpy()
    high = np.where(told & np.isnan(high), np.maximum(OPEN * best, best + 1), np.nan_to_num(high))
    first, last = (
        (rows[name].cast(pl.Int64) - (start.toordinal() - date(1970, 1, 1).toordinal())).to_numpy()
        for name in ("from", "to")
    )
    return Acts(
        first=first, last=last, intensity=rows["intensity"].fill_null(0.0).to_numpy(), low=low, best=best,
        high=np.maximum(high, best),
    )  # fmt: skip


def expected(acts: Acts, days: int, weights: Sequence[Floats]) -> Floats:
    """Give the expected sum of each weight on each day, (weights, days): an act is spread evenly over its interval."""
    made = np.zeros((len(weights), days + 1))
    share = 1.0 / (acts.last - acts.first + 1)
    start, stop = np.clip(acts.first, 0, days), np.clip(acts.last + 1, 0, days)
    for row, weight in zip(made, weights, strict=True):
        np.add.at(row, start, weight * share)
        np.add.at(row, stop, -weight * share)
    summed = np.cumsum(made, axis=1)[:, :days]
    return np.where(np.abs(summed) < 1e-9, 0.0, summed)


def drawn(acts: Acts, days: int, weights: Weights, *, draws: int, seed: int, name: str) -> Floats:
    """Draw days and tolls: the sum of each weight on each day, (draws, weights, days).

    `weights(u)` gives the weights of the acts where tolls stand at u. `name` keeps units apart under one seed.
    """
    rng = np.random.default_rng([seed, zlib.crc32(name.encode())])
    width = acts.last - acts.first + 1
    made = []
    for u in rng.permutation((np.arange(draws) + 0.5) / draws):
        day = acts.first + (rng.random(len(width)) * width).astype(np.int64)
        inside = (day >= 0) & (day < days)
        made.append([np.bincount(day[inside], one[inside], minlength=days) for one in weights(float(u))])
    return np.array(made)


def bounds(values: Floats, level: float) -> tuple[Floats, Floats]:
    """Give the central interval of draws (draws, ...), by values that were drawn."""
    low, high = np.quantile(values, [(1 - level) / 2, (1 + level) / 2], axis=0, method="nearest")
    return low, high
