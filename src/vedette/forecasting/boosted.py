"""Gradient boosting on quantiles: what came after times like now, learnt over all units by small trees."""

from collections.abc import Sequence

import numpy as np

from vedette.forecasting.members import YEAR, fading
from vedette.forecasting.memory import remembered
from vedette.forecasting.panel import Panel
from vedette.forecasting.score import Floats
from vedette.forecasting.trees import grow

HALVES = (1.0, 3.0, 8.0, 24.0)  # half-lives of the levels that the trees see, in periods
BUSY = slice(1, 3)  # those of the shares of periods with anything
LEVELS = np.array([0.02, *np.arange(0.05, 0.951, 0.05), 0.98, 0.99, 0.995])
LEVEL = 1  # the feature that what comes is measured against: trees learn how far it goes up or down from there
LEAST_PAST, FEWEST = 6, 200  # known periods before a time to learn from, and rows to learn from
MOST, MOST_DAILY = 6000, 3000  # rows at most; of days there are many and each tells little


def boosted(panel: Panel, steps: Sequence[int], n: int) -> Floats:
    """Draw from quantiles that boosted trees give by recent and longer levels, how often anything is, and the step.

    They are learnt on the logarithm of counts from past times of all units; where fewer than 200 of those are known,
    fading memory stands in.
    """
    seen = _features(panel)
    learnt = _examples(panel, seen, steps)
    if learnt is None:
        return fading(panel, steps, n)
    trees = grow(*learnt, LEVELS)
    now = seen[panel.known[-1]]
    told = trees.quantiles(np.vstack([_with_step(now, step) for step in steps]))
    made = told + np.tile(now[:, LEVEL, None], (len(steps), 1))
    draws = _draws(made, n, whole=not np.nansum(panel.counts % 1))
    return draws.reshape(len(steps), len(now), n).swapaxes(0, 1)


def _examples(panel: Panel, seen: Floats, steps: Sequence[int]) -> tuple[Floats, Floats] | None:
    known = set(panel.known)
    times = [t for i, t in enumerate(panel.known) if i + 1 >= LEAST_PAST]
    pairs = [(t, step) for t in times for step in _told(steps) if t + step in known]
    rows = len(pairs) * len(panel.units)
    if rows < FEWEST:
        return None
    chosen = pairs[:: -max(1, -(-rows // (MOST_DAILY if panel.daily else MOST)))]
    features = np.vstack([_with_step(seen[t], step) for t, step in chosen])
    came = np.log1p(np.concatenate([panel.counts[:, t + step] for t, step in chosen]))
    return features, came - features[:, LEVEL]


def _told(steps: Sequence[int]) -> list[int]:
    """Give up to four of the steps to learn from: the first, the last and what lies between."""
    ordered = sorted(set(steps))
    return sorted({ordered[round(i * (len(ordered) - 1) / 3)] for i in range(4)})


def _features(panel: Panel) -> Floats:
    """Describe all units at each column by what was known then (columns, units, features)."""
    known = np.isfinite(panel.counts)
    past: Floats = np.where(known, panel.counts, 0.0)
    left = 0.5 ** (1 / np.array(HALVES))[:, None]
    told = np.maximum(remembered(known.astype(np.float64), left), 1e-9)
    levels = np.log1p(remembered(past, left) / told)
    busy = remembered((past > 0).astype(np.float64), left[BUSY]) / told[BUSY]
    latest = past[:, np.maximum.accumulate(np.where(known[0], np.arange(past.shape[1]), 0))]
    most = np.max([np.pad(past, ((0, 0), (back, 0)))[:, : past.shape[1]] for back in range(YEAR)], axis=0)
    seen: Floats = np.stack([*levels, *busy, np.log1p(latest), np.log1p(most)], axis=2)
    return seen.transpose(1, 0, 2)


def _with_step(features: Floats, step: int) -> Floats:
    return np.column_stack([features, np.full(len(features), float(step))])


def _draws(quantiles: Floats, n: int, *, whole: bool) -> Floats:
    """Give n draws of each row, evenly over the levels, in order."""
    even = (np.arange(n) + 0.5) / n
    logs: Floats = np.stack([np.interp(even, LEVELS, row) for row in quantiles])
    made: Floats = np.maximum(np.expm1(logs), 0)
    return np.rint(made) if whole else made
