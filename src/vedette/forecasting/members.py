"""Plain models, each a function from a panel to draws (units, steps, n): what may come by one simple rule."""

from collections.abc import Callable, Sequence

import numpy as np

from vedette.forecasting.panel import Panel
from vedette.forecasting.score import Floats

Draw = Callable[[Panel, Sequence[int], int], Floats]

YEAR = 12  # periods that conflictology draws from
MEMORY, HALF_LIFE = 24, 7.0  # periods that fading memory looks back, and after which one counts half
LASTING, LASTING_HALF = 360, 60.0  # the same for lasting memory
PRIOR_ACTS = 0.5  # acts that the rate of all units counts for
DAYS = 60  # days whose mean and variance tell a daily series' level; twelve are too few
SEED = 1949


def last(panel: Panel, steps: Sequence[int], n: int) -> Floats:
    """Draw from a Poisson distribution whose mean is the last count."""
    made = np.random.default_rng(SEED).poisson(panel.counts[:, -1:], (len(panel.units), n))
    return _alike(made.astype(np.float64), steps)


def conflictology(panel: Panel, steps: Sequence[int], n: int = YEAR) -> Floats:
    """Take the counts of the last 12 known periods as draws, each as often (in time's order if n is 12)."""
    past = panel.counts[:, panel.known[-YEAR:]]
    if n == YEAR:
        return _alike(past, steps)
    return _alike(_spread(past, np.full(past.shape[1], 1.0), n), steps)


def bootstrap(panel: Panel, steps: Sequence[int], n: int) -> Floats:
    """Draw from the counts of all units and periods alike: what this world is like, whoever it is."""
    chance = np.random.default_rng(SEED)
    pool = panel.counts[:, panel.known].ravel()
    return _alike(chance.choice(pool, (len(panel.units), n)), steps)


def fading(panel: Panel, steps: Sequence[int], n: int) -> Floats:
    """Draw from a unit's own last 24 periods, the newer the more: one counts half as much as one 7 periods later."""
    return _alike(_remembered(panel, n, back=MEMORY, half=HALF_LIFE), steps)


def lasting(panel: Panel, steps: Sequence[int], n: int) -> Floats:
    """Draw from a unit's own last 360 periods, one counting half as much as one 60 periods later."""
    return _alike(_remembered(panel, n, back=LASTING, half=LASTING_HALF), steps)


def negative_binomial(panel: Panel, steps: Sequence[int], n: int) -> Floats:
    """Draw from the negative binomial with the mean and variance of the last 12 known periods, or 60 days.

    Poisson where the variance is below the mean.
    """
    past = panel.counts[:, panel.known[-(DAYS if panel.daily else YEAR) :]]
    mean, variance = past.mean(axis=1), past.var(axis=1, ddof=1 if past.shape[1] > 1 else 0)
    over = np.maximum(variance - mean, 1e-9)
    shape = np.maximum(mean**2 / over, 1e-9)
    chance = np.random.default_rng(SEED)
    rate = chance.gamma(shape[:, None], (over / np.maximum(mean, 1e-9))[:, None], (len(mean), n))
    rate = np.where((variance > mean)[:, None], rate, mean[:, None])
    return _alike(chance.poisson(np.where(mean[:, None] > 0, rate, 0)).astype(np.float64), steps)


def rates(panel: Panel, steps: Sequence[int], n: int) -> Floats:
    """Draw from a Poisson distribution whose rate is itself drawn: a Gamma distribution of what lasting memory tells.

    It is drawn towards the rate of all units, as by half an act more, so that what never happened is never impossible.
    """
    columns = panel.known[-LASTING:]
    age = panel.counts.shape[1] - 1 - np.array(columns)
    weights = 0.5 ** (age / LASTING_HALF)
    told = panel.counts[:, columns] @ weights
    usual = max(float(told.mean() / weights.sum()), 1e-9)
    chance = np.random.default_rng(SEED)
    rate = chance.gamma((told + PRIOR_ACTS)[:, None], 1 / (weights.sum() + PRIOR_ACTS / usual), (len(told), n))
    return np.stack([chance.poisson(rate).astype(np.float64) for _ in steps], axis=1)


def hurdle(panel: Panel, steps: Sequence[int], n: int) -> Floats:
    """Draw whether anything happens, then how much: a unit's own counts above zero of 24 periods, or else anybody's.

    The chance of anything is its own share, drawn towards the share of all units as by two further periods.
    """
    past = panel.counts[:, panel.known[-MEMORY:]]
    chance = np.random.default_rng(SEED)
    anybody = past[past > 0] if (past > 0).any() else np.zeros(1)
    share = ((past > 0).sum(axis=1) + 2 * (past > 0).mean()) / (past.shape[1] + 2)
    sizes = np.stack([chance.choice(row[row > 0] if row.any() else anybody, n) for row in past])
    return _alike(np.where(chance.random(sizes.shape) < share[:, None], sizes, 0), steps)


def thinned(draws: Floats, n: int) -> Floats:
    """Give n of m draws (..., m) that stand for all: those in the middle of n equal slices of their order."""
    ordered = np.sort(draws, axis=-1)
    at = ((np.arange(n) + 0.5) / n * draws.shape[-1]).astype(int)
    return ordered[..., at]


def _remembered(panel: Panel, n: int, *, back: int, half: float) -> Floats:
    columns = panel.known[-back:]
    age = panel.counts.shape[1] - 1 - np.array(columns)
    return _spread(panel.counts[:, columns], 0.5 ** (age / half), n)


def _spread(past: Floats, weights: Floats, n: int) -> Floats:
    """Give n draws (units, n) of past counts (units, periods), each period as often as its weight says."""
    ends = np.floor(np.cumsum(weights / weights.sum()) * n + 1e-6)
    return past[:, np.searchsorted(ends, np.arange(n), side="right").clip(max=past.shape[1] - 1)]


def _alike(made: Floats, steps: Sequence[int]) -> Floats:
    """Give every step the same draws."""
    return np.repeat(made[:, None, :], len(steps), axis=1)
