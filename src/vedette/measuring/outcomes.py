"""What may be counted of acts, by period and direction: findings flip with it, so all are shown."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from vedette.measuring.draws import Acts, Weights, acts_of, drawn, expected
from vedette.measuring.events import Floats, Ints
from vedette.measuring.series import Every, starts_of
from vedette.measuring.table import EventTable

Way = tuple[str, str]  # who -> whom
OUTCOMES = ("incidence", "count", "killed", "intensity")


def outcomes(table: EventTable, ways: Sequence[Way], every: Every) -> dict[str, Floats]:
    """Give each outcome by period and direction, (periods, ways); periods cut short at either end are left out."""
    at, kept = _periods(table, every)
    made = []
    for acts in _each(table, ways):
        sums = expected(acts, table.days, [np.ones(len(acts.first)), acts.best, acts.intensity])
        made.append(np.add.reduceat(sums, at, axis=1)[:, kept])
    return _named(made)


def outcomes_drawn(table: EventTable, ways: Sequence[Way], every: Every, *, draws: int, seed: int) -> dict[str, Floats]:
    """Give each outcome as it may have been, (draws, periods, ways); one draw where neither dates nor tolls are open.

    Each act lies on a day drawn from those that its date leaves, and the tolls of a side err together.
    """
    at, kept = _periods(table, every)
    each, made = _each(table, ways), []
    number = 1 if all(acts.exact for acts in each) else draws
    for acts, way in zip(each, ways, strict=True):
        days = drawn(acts, table.days, _weights(acts), draws=number, seed=seed, name=str(way))
        made.append(np.moveaxis(np.add.reduceat(days, at, axis=2)[:, :, kept], 1, 0))
    return _named(made)


def whole(table: EventTable, at: Ints, every: Every) -> NDArray[np.bool_]:
    """Mark the periods that are watched whole: a first or last one cut short is not."""
    lengths = np.diff([*at, table.days])
    return np.asarray(lengths >= {"day": 1, "week": 7, "month": 28}[every])


def _periods(table: EventTable, every: Every) -> tuple[Ints, NDArray[np.bool_]]:
    at = np.array([(start - table.first).days for start in starts_of(table, every)])
    return at, whole(table, at, every)


def _each(table: EventTable, ways: Sequence[Way]) -> list[Acts]:
    import polars as pl

    return [
        acts_of(table.rows.filter(pl.col("actor") == actor, pl.col("target") == target), table.first)
        for actor, target in ways
    ]


def _weights(acts: Acts) -> Weights:
    return lambda u: (np.ones(len(acts.first)), acts.killed(u), acts.intensity)


def _named(made: Sequence[Floats]) -> dict[str, Floats]:
    """Name the sums of each direction (outcome, ..., periods), and stand the directions side by side at the end."""
    count, killed, intensity = np.stack(made, axis=-1)
    told = ((count >= 0.5).astype(float), count, np.log1p(np.maximum(killed, 0)), intensity)
    return dict(zip(OUTCOMES, told, strict=True))
