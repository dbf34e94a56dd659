"""The best linear forecast of a day's counts from the days before, under a Hawkes process that is seen by day alone.

Within a day nobody knows the order of acts. What is felt at the start of each day, y, is therefore held as an estimate
with its own spread and brought up to date by each day's counts (Kalman 1960). The model's first two moments over a day
are exact, whatever the decay: with M = decay (A - I) and acts that come with rate v on average,
    y' = e^M y + decay F1 m + noise,    N = A F1 y + (I + decay A F2) m + noise,    F1 = int e^Mu, F2 = int int e^Mu,
and the noise has the covariance int G(u) diag(v) G(u)' du, G(u) = [decay e^Mu ; I + decay A F1(u)].
Counts by day of a Hawkes process: Cheysson and Lang 2022 fit the same moments by their spectrum.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.linalg import LinAlgError, expm, solve_discrete_are
from scipy.signal import lfilter

from vedette.measuring.events import Floats


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """What one day does: `carry` y to the next, `seen` from y into counts, and the baseline into each (k, k)."""

    carry: Floats
    seen: Floats
    base_felt: Floats
    base_seen: Floats
    noise: Floats


@dataclass(frozen=True, slots=True, kw_only=True)
class Innovations:
    """What each day brought beyond its forecast, (days, actors), the forecast, and the covariance of the surprise."""

    surprise: Floats
    mean: Floats
    spread: Floats


def day_of(branching: Floats, decay: float, level: Floats) -> Day:
    """Integrate the process over a day for acts of mean number `level` (actors)."""
    k = len(level)
    motion = decay * (branching - np.eye(k))
    once, twice = _flow(motion)
    return Day(
        carry=np.asarray(expm(motion)),
        seen=branching @ once,
        base_felt=decay * once,
        base_seen=np.eye(k) + decay * branching @ twice,
        noise=_noise(motion, branching, decay, level),
    )


def innovations(counts: Floats, base: Floats, day: Day, settled: tuple[Floats, Floats]) -> Innovations:
    """Run the steady filter over counts and baseline, both (days, actors)."""
    gain, spread = settled
    hold = day.carry - gain @ day.seen
    fed = base @ (day.base_felt - gain @ day.base_seen).T + counts @ gain.T
    felt = _roll(hold, fed, counts.mean(axis=0))
    mean = felt @ day.seen.T + base @ day.base_seen.T
    return Innovations(surprise=counts - mean, mean=mean, spread=spread)


def _flow(motion: Floats) -> tuple[Floats, Floats]:
    """Integrate e^(motion u) over the day, once and twice, by one exponential of a block matrix (any motion)."""
    k = len(motion)
    block = np.zeros((3 * k, 3 * k))
    block[:k, :k], block[:k, k : 2 * k], block[k : 2 * k, 2 * k :] = motion, np.eye(k), np.eye(k)
    made: Floats = np.asarray(expm(block), dtype=np.float64)
    return made[:k, k : 2 * k], made[:k, 2 * k :]


def _noise(motion: Floats, branching: Floats, decay: float, level: Floats) -> Floats:
    """Integrate the covariance of a day's chance over state and counts (Van Loan 1978)."""
    k = len(level)
    drift = np.zeros((2 * k, 2 * k))
    drift[:k, :k], drift[k:, :k] = motion, branching
    push = np.vstack([decay * np.eye(k), np.eye(k)])
    block = np.zeros((4 * k, 4 * k))
    block[: 2 * k, : 2 * k], block[: 2 * k, 2 * k :], block[2 * k :, 2 * k :] = -drift, (push * level) @ push.T, drift.T
    made = np.asarray(expm(block))
    found = made[2 * k :, 2 * k :].T @ made[: 2 * k, 2 * k :]
    return np.asarray((found + found.T) / 2)


def steady(day: Day, k: int) -> tuple[Floats, Floats]:
    """Give the gain of the filter once it has settled, and the covariance of its surprises."""
    felt, both, seen = day.noise[:k, :k], day.noise[:k, k:], day.noise[k:, k:]
    try:
        known = np.asarray(solve_discrete_are(day.carry.T, day.seen.T, felt, seen, s=both))
    except (LinAlgError, ValueError):
        known = felt
        for _ in range(200):
            spread = day.seen @ known @ day.seen.T + seen
            gain = np.linalg.solve(spread, (day.carry @ known @ day.seen.T + both).T).T
            known = day.carry @ known @ day.carry.T + felt - gain @ spread @ gain.T
    spread = day.seen @ known @ day.seen.T + seen
    gain = np.linalg.solve(spread, (day.carry @ known @ day.seen.T + both).T).T
    return np.asarray(gain, dtype=np.float64), spread


def _roll(hold: Floats, fed: Floats, start: Floats) -> Floats:
    """Solve x[n+1] = hold x[n] + fed[n] from x[0] = start, each of the matrix's own directions for itself."""
    values, vectors = np.linalg.eig(hold)
    if np.linalg.cond(vectors) > 1e8:
        return _step(hold, fed, start)
    into = np.linalg.inv(vectors)
    push = np.vstack([into @ start, (fed[:-1] @ into.T)])
    rolled = np.stack([lfilter([1], [1, -value], column) for value, column in zip(values, push.T, strict=True)], axis=1)
    return np.asarray((rolled @ vectors.T).real)


def _step(hold: Floats, fed: Floats, start: Floats) -> Floats:
    felt = np.zeros_like(fed)
    felt[0] = start
    for at in range(len(fed) - 1):
        felt[at + 1] = hold @ felt[at] + fed[at]
    return felt
