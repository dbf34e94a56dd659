"""Analogs: what came after times like now, in any unit of the panel, carried over to the level of now.

The nearest neighbours in the space of (recent level, longer level, share of periods with anything), each with what
came `step` periods later; only pairs whose later period lies within the panel are ever looked at.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from vedette.forecasting.members import MEMORY, SEED, fading
from vedette.forecasting.panel import Panel
from vedette.forecasting.score import Floats

RECENT, LONGER, BUSY = 2.0, 8.0, 6.0  # half-lives of the three features, in periods
BUSY_WEIGHT = 3.0
BACK = 60  # older times are not looked at
MOST, FEWEST = 200, 20  # neighbours
POOL = 8000  # times of all units that are compared at most
LEAST_PAST = 6  # known periods before a time that can be compared


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """Times of units: their place (n, 3) in the space of features, and their level (n,)."""

    place: Floats
    level: Floats


def analogs(panel: Panel, steps: Sequence[int], n: int) -> Floats:
    """Draw what came after the times most like now, scaled by (level now + 1) / (level then + 1).

    A step that is longer than any pair in the panel takes the longest there is; a panel without pairs falls back on
    fading memory.
    """
    told = {column: times_at(panel, column) for column in _columns(panel)}
    made = [_step(panel, told, step, n) for step in steps]
    plain = fading(panel, [1], n)[:, 0]
    return np.stack([plain if draws is None else draws for draws in made], axis=1)


def times_at(panel: Panel, column: int) -> Times:
    """Describe all units at a column by what was known then."""
    columns = np.array([known for known in panel.known if known <= column][-MEMORY:])
    past, age = panel.counts[:, columns], column - columns
    recent, longer, busy = (0.5 ** (age / half) / (0.5 ** (age / half)).sum() for half in (RECENT, LONGER, BUSY))
    level = past @ longer
    features = (np.log1p(past @ recent), np.log1p(level), BUSY_WEIGHT * ((past > 0) @ busy))
    return Times(place=np.stack(features, axis=1), level=level)


def _columns(panel: Panel) -> list[int]:
    known = panel.known
    return [column for i, column in enumerate(known) if i + 1 >= LEAST_PAST and column >= known[-1] - BACK]


def _step(panel: Panel, told: dict[int, Times], step: int, n: int) -> Floats | None:
    """Draw for one step (units, n), or None where no pair of times is as far apart, nor any nearer one."""
    now, known = max(told, default=-1), set(panel.known)
    for apart in range(step, 0, -1):
        pairs = [(then, then + apart) for then in told if then + apart in known]
        if len(pairs) * len(panel.units) >= FEWEST * 3 and (len(pairs) >= 3 or apart == 1):
            every = max(1, -(-len(pairs) * len(panel.units) // POOL))
            return _drawn(panel, told[now], [(told[then], after) for then, after in pairs[::-1][::every]], n)
    return None


def _drawn(panel: Panel, now: Times, pairs: list[tuple[Times, int]], n: int) -> Floats:
    places = np.vstack([then.place for then, _ in pairs])
    levels = np.concatenate([then.level for then, _ in pairs])
    after = np.concatenate([panel.counts[:, column] for _, column in pairs])
    near = _nearest(now.place, places, k=int(np.clip(len(places) // 10, FEWEST, MOST)))
    scaled = after[near] * (now.level[:, None] + 1) / (levels[near] + 1)
    whole = not np.nansum(panel.counts % 1)
    ordered = np.sort(np.rint(scaled) if whole else scaled, axis=1)
    return ordered[:, (np.arange(n) * ordered.shape[1] // n)]


def _nearest(now: Floats, places: Floats, *, k: int) -> np.ndarray[tuple[int, ...], np.dtype[np.intp]]:
    """Give the indices (units, k) of the nearest places; chance breaks ties, of which quiet units have many."""
    chance = np.random.default_rng(SEED).random(len(places)) * 1e-6
    rows = [np.argpartition(((place - places) ** 2).sum(axis=1) + chance, k - 1)[:k] for place in now]
    return np.stack(rows)
