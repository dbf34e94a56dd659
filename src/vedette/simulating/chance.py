"""Chance that two worlds share: counts by inversion, so that a little more rate never gives fewer acts.

Every number is drawn from a generator of its own day and purpose. Two runs with the same seed therefore meet the same
luck wherever they are asked the same question, which makes the difference between them far less noisy than each alone
(common random numbers).
"""

from __future__ import annotations

import numpy as np

from vedette.measuring.events import Floats, Ints

_LARGE = 25.0


def generator(*key: int) -> np.random.Generator:
    """Give the generator of a purpose: the same key (all >= 0) gives the same numbers."""
    return np.random.Generator(np.random.SFC64(np.random.SeedSequence(key)))


def poisson(u: Floats, mean: Floats) -> Ints:
    """Give the counts at the quantiles `u` of Poisson distributions with these means (same shape)."""
    flat, level = mean.ravel(), u.ravel()
    made = np.zeros(flat.size, dtype=np.int64)
    small = np.flatnonzero((flat > 0) & (flat <= _LARGE))
    made[small] = _counted(level[small], flat[small])
    large = np.flatnonzero(flat > _LARGE)
    if large.size:
        from scipy.special import pdtrik

        made[large] = np.ceil(np.maximum(pdtrik(level[large], flat[large]), 0)).astype(np.int64)
    return made.reshape(mean.shape)


def _counted(u: Floats, mean: Floats) -> Ints:
    """Add up the probabilities of 0, 1, 2 ... acts until they reach u."""
    made = np.zeros(u.size, dtype=np.int64)
    term = np.exp(-mean)
    whole = term.copy()
    left = np.flatnonzero(u > whole)
    k = 0
    while left.size and k < 200:
        k += 1
        term[left] *= mean[left] / k
        whole[left] += term[left]
        made[left] = k
        left = left[u[left] > whole[left]]
    return made


def within(u: Floats, decay: Floats, span: Floats) -> Floats:
    """Give times from 0 to `span`, exponential with this decay and known to fall within it, at the quantiles u."""
    return np.asarray(-np.log1p(u * np.expm1(-decay * span)) / decay)
