"""Fans: how far the runs spread, week by week, with and without the changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from vedette.measuring.events import Floats, Ints
from vedette.simulating.study import Outcome

LEVELS = (5, 25, 50, 75, 95)
WEEK = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Fan:
    """Percentiles of a quantity: `days` (the last of each step, 1 is the first), `bands` (levels, steps) and `mean`."""

    title: str
    days: tuple[int, ...]
    bands: Floats
    mean: Floats


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A quantity in both worlds."""

    key: str
    still: Fan
    changed: Fan

    @property
    def top(self) -> float:
        """The greatest value of either fan."""
        return float(max(self.still.bands.max(), self.changed.bands.max(), 1.0))


def fans(outcome: Outcome) -> tuple[Pair, ...]:
    """Give acts a week and the dead so far, of all sides and (acts) of each side."""
    still, changed = outcome.still, outcome.changed
    days = still.acts.shape[1]
    whole = [weekly(runs.acts.sum(axis=2)) for runs in (still, changed)]
    made = [
        _pair("acts", "acts a week, all sides", *whole, days=days),
        _pair("deaths", "dead so far", _sofar(still.deaths), _sofar(changed.deaths), days=days),
    ]
    for i, name in enumerate(outcome.study.names):
        own = [weekly(runs.acts[:, :, i]) for runs in (still, changed)]
        made.append(_pair(f"acts:{name}", f"acts a week, {name}", *own, days=days))
    return tuple(made)


def weekly(daily: Ints) -> Ints:
    """Sum days (runs, days) into whole weeks; a rest of days that makes no week is left out unless there is no week."""
    days = daily.shape[1]
    if days < WEEK:
        return np.asarray(daily.sum(axis=1, keepdims=True))
    whole = days - days % WEEK
    return np.asarray(daily[:, :whole].reshape(len(daily), -1, WEEK).sum(axis=2))


def _sofar(deaths: Ints) -> Ints:
    daily = deaths.sum(axis=2).cumsum(axis=1)
    days = daily.shape[1]
    return np.asarray(daily[:, [min(end, days) - 1 for end in ends(days)]])


def ends(days: int) -> tuple[int, ...]:
    """Give the last day of each whole week, or of all where there is none."""
    return tuple(range(WEEK, days + 1, WEEK)) or (days,)


def _pair(key: str, title: str, still: Ints, changed: Ints, *, days: int) -> Pair:
    return Pair(key=key, still=_fan(title, still, ends(days)), changed=_fan(title, changed, ends(days)))


def _fan(title: str, values: Ints, days: Sequence[int]) -> Fan:
    return Fan(title=title, days=tuple(days), bands=np.percentile(values, LEVELS, axis=0), mean=values.mean(axis=0))
