"""How good a forecast was: scores of draws against what came. Lower is better but for `coverage`.

Draws have the shape (..., m): m equally likely futures; what came has the shape (...). Every score has that shape too.
"""

from typing import Final

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]

# The upper edges of the ten lower classes of deaths in the VIEWS prediction challenge; the eleventh is open.
EDGES: Final = (0.5, 2.5, 5.5, 10.5, 25.5, 50.5, 100.5, 250.5, 500.5, 1000.5)
SPREAD: Final = 1000


def crps(draws: ArrayLike, actual: ArrayLike) -> Floats:
    """Give the continuous ranked probability score E|X - y| - E|X - X'| / 2 over all pairs of draws, in units of y.

    This is the form that takes the draws for the whole distribution (Gneiting and Raftery 2007, equation 21).
    """
    made, came = _pair(draws, actual)
    m = made.shape[-1]
    ranks = 2 * np.arange(1, m + 1) - m - 1
    spread = np.sort(made, axis=-1) @ ranks / m**2  # E|X - X'| / 2, by order statistics
    return np.asarray(np.abs(made - came[..., None]).mean(axis=-1) - spread)


def ignorance(draws: ArrayLike, actual: ArrayLike, *, edges: ArrayLike = EDGES, spread: int = SPREAD) -> Floats:
    """Give the binned ignorance score in bits: -log2((c + 1) / (n + bins)), c of n draws in the bin of what came.

    One pseudo-draw stands in each bin. Fewer than `spread` draws are first resampled to that many along their order,
    by Fourier's method, as the VIEWS challenge of 2023/24 does; draws given in time's order keep that order there.
    """
    made, came = _pair(draws, actual)
    if made.shape[-1] < spread:
        made = resampled(made, spread)
    limits = np.asarray(edges, dtype=np.float64)
    hits = (np.digitize(made, limits) == np.digitize(came, limits)[..., None]).sum(axis=-1)
    return np.asarray(-np.log2((hits + 1) / (made.shape[-1] + len(limits) + 1)))


def interval_score(draws: ArrayLike, actual: ArrayLike, *, level: float = 90) -> Floats:
    """Give the interval score of the central `level` per cent: its width and 2 / alpha for each unit that y is outside.

    (Gneiting and Raftery 2007, equation 43; quantiles between draws are interpolated.)
    """
    made, came = _pair(draws, actual)
    alpha = 1 - level / 100
    low, high = np.quantile(made, (alpha / 2, 1 - alpha / 2), axis=-1)
    outside = np.maximum(low - came, 0) + np.maximum(came - high, 0)
    return np.asarray(high - low + 2 / alpha * outside)


def brier(draws: ArrayLike, actual: ArrayLike, *, over: float = 0) -> Floats:
    """Give the Brier score of "more than `over`": (the share of draws above it - 1 if it came so, else 0), squared."""
    made, came = _pair(draws, actual)
    return np.asarray(((made > over).mean(axis=-1) - (came > over)) ** 2)


def covered(draws: ArrayLike, actual: ArrayLike, *, level: float = 80) -> Floats:
    """Give how much of what came lies in the central interval of `level` per cent: 1 or 0, and a share on a bound.

    Counts tie with the interval's bounds: a series of zeros would always be covered. Where y is a value that many
    draws share, the mean over a rank drawn among them is given (the randomised probability transform of Czado,
    Gneiting and Held 2009), so that a calibrated forecast of counts is covered in `level` per cent of cases.
    """
    made, came = _pair(draws, actual)
    below = (made < came[..., None]).mean(axis=-1)
    upto = (made <= came[..., None]).mean(axis=-1)
    low, high = 0.5 - level / 200, 0.5 + level / 200
    inside = np.clip(np.minimum(upto, high) - np.maximum(below, low), 0, None)
    sure = ((below >= low) & (below <= high)).astype(np.float64)
    return np.asarray(np.where(upto > below, inside / np.where(upto > below, upto - below, 1), sure))


def resampled(draws: ArrayLike, n: int) -> Floats:
    """Spread m draws (..., m) over n > m by Fourier's method: a periodic band-limited curve through them."""
    made = np.asarray(draws, dtype=np.float64)
    m = made.shape[-1]
    waves = np.fft.rfft(made, axis=-1)
    if m % 2 == 0 and n > m:
        waves[..., -1] *= 0.5  # the highest wave stands for two: itself and its mirror
    return np.asarray(np.fft.irfft(waves, n, axis=-1) * (n / m))


def _pair(draws: ArrayLike, actual: ArrayLike) -> tuple[Floats, Floats]:
    made, came = np.asarray(draws, dtype=np.float64), np.asarray(actual, dtype=np.float64)
    if made.ndim != came.ndim + 1 or made.shape[:-1] != came.shape:
        raise ValueError(f"draws of shape {made.shape} need an outcome of shape {made.shape[:-1]}, not {came.shape}")
    if not made.size or not np.isfinite(made).all():
        raise ValueError("draws must be finite and at least one")
    return made, came
