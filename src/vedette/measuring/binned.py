"""Who reacts to whom when only the day of an act is known: the likelihood of the counts of each day.

Given what is felt at the start of a day, y, and baseline rates m, the mean counts of the day solve a linear system
(reactions within the day and reactions to reactions included):
    mean = m + A (F1 y + decay F2 m),   M = decay (A - I),  F1 = M^-1 (e^M - I),  F2 = M^-1 (F1 - I)
The counts are fitted by Poisson's quasi-likelihood, which needs only that mean to be right; errors are of the sandwich
form, as counts that breed within the day spread wider than Poisson's. No act is given an invented hour.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike
from scipy.linalg import expm
from scipy.optimize import approx_fprime, minimize
from scipy.signal import lfilter

from vedette.measuring.baseline import constant, spline
from vedette.measuring.events import Floats
from vedette.model.errors import UsageError

_FEWEST_DAYS = 30
_LAGS = 10
_TINY = 1e-6
_LEVEL = 1.959963984540054


@dataclass(frozen=True, slots=True, kw_only=True)
class Binned:
    """A fit to counts by day: `branching` (to, from) and `decay` (per day) with errors, and a residual test."""

    names: tuple[str, ...]
    days: int
    n: int
    weights: Floats
    branching: Floats
    branching_error: Floats
    decay: float
    decay_error: float
    residual_p: Floats

    @property
    def branching_interval(self) -> tuple[Floats, Floats]:
        """The 95 % interval of each entry (Wald, cut at 0)."""
        half = _LEVEL * self.branching_error
        return np.maximum(self.branching - half, 0), self.branching + half

    @property
    def passed(self) -> bool:
        """Whether no actor's residuals hang together over the following days (Ljung and Box, 5 % after Bonferroni)."""
        return bool((self.residual_p >= 0.05 / len(self.residual_p)).all())

    @property
    def verdict(self) -> str:
        """Say in a line whether this may be called reactions."""
        worst = int(np.argmin(self.residual_p))
        says = f"Ljung-Box, p = {self.residual_p[worst]:.3g} for {self.names[worst]}"
        if not self.passed:
            return f"NOT reactions: the fit fails its residual test ({says})"
        if not (self.branching_interval[0] > 0).any():
            return "no reactions shown: every interval reaches 0"
        return f"reactions: the fit passes its residual test ({says})"


def fit_binned(counts: ArrayLike, *, names: tuple[str, ...] | None = None, pieces: int = 0) -> Binned:
    """Fit counts (days, actors); `pieces` of a spline for a baseline that drifts (0: constant).

    Raises UsageError for fewer than 30 days, for an actor without any act, and for counts that are none.
    """
    given = np.asarray(counts, dtype=np.float64)
    given = given[:, None] if given.ndim == 1 else given
    labels = names or tuple(str(i) for i in range(given.shape[1]))
    _check(given, labels)
    days, k = given.shape
    base = spline(float(days), pieces=pieces) if pieces else constant()
    rates = np.diff(base.integral(np.arange(days + 1.0)), axis=0)
    size = k * rates.shape[1] + k * k + 1

    def loss(place: Floats) -> float:
        mean = means(given, rates, place)
        return float((mean - given * np.log(mean)).sum() / days)

    bounds = [(_TINY, None)] * (k * rates.shape[1]) + [(0.0, None)] * (k * k) + [(np.log(20 / days), np.log(20.0))]
    best = min((_search(loss, _start(given, rates, decay=d), bounds) for d in (0.2, 1.0, 4.0)), key=lambda r: r[1])[0]
    best = _inside(best, k)
    errors = _sandwich(given, rates, best)
    split = k * rates.shape[1]
    decay = float(np.exp(best[-1]))
    mean = means(given, rates, best)
    return Binned(
        names=labels,
        days=days,
        n=int(given.sum()),
        weights=best[:split].reshape(k, -1),
        branching=best[split : size - 1].reshape(k, k),
        branching_error=errors[split : size - 1].reshape(k, k),
        decay=decay,
        decay_error=float(errors[-1]) * decay,
        residual_p=np.array([_ljung_box((given[:, i] - mean[:, i]) / np.sqrt(mean[:, i])) for i in range(k)]),
    )


def means(counts: Floats, rates: Floats, place: Floats) -> Floats:
    """Give the mean counts of each day (days, actors) by the days before it.

    `place`: baseline weights (actors x columns), branching (actors x actors), log decay, in one row.
    """
    k, decay = counts.shape[1], float(np.exp(place[-1]))
    split = k * rates.shape[1]
    base = rates @ place[:split].reshape(k, -1).T
    branching = place[split:-1].reshape(k, k)
    once, twice = _flow(decay * (branching - np.eye(k)))
    left = np.exp(-decay)
    felt = lfilter([0, 1 - left], [1, -left], counts, axis=0)
    mean = base + (felt @ once.T + decay * base @ twice.T) @ branching.T
    return np.asarray(np.maximum(mean, 1e-12))


def _flow(motion: Floats) -> tuple[Floats, Floats]:
    """Integrate e^(motion u) over the day, once and twice, by one exponential of a block matrix (any motion)."""
    k = len(motion)
    block = np.zeros((3 * k, 3 * k))
    block[:k, :k], block[:k, k : 2 * k], block[k : 2 * k, 2 * k :] = motion, np.eye(k), np.eye(k)
    made = np.asarray(expm(block))
    return made[:k, k : 2 * k], made[:k, 2 * k :]


def _check(counts: Floats, names: tuple[str, ...]) -> None:
    if len(counts) < _FEWEST_DAYS:
        raise UsageError(f"hawkes: {len(counts)} days; at least {_FEWEST_DAYS} are needed to fit reactions")
    if not np.isfinite(counts).all() or (counts < 0).any():
        raise UsageError("hawkes: a day's count is missing or negative; give every day a count, 0 where nothing was")
    if not counts.sum(axis=0).all():
        silent = names[int(np.argmin(counts.sum(axis=0)))]
        raise UsageError(f"hawkes: no act of {silent} on any day; leave this actor out")


def _start(counts: Floats, rates: Floats, *, decay: float) -> Floats:
    k = counts.shape[1]
    base = np.repeat((counts.mean(axis=0) / 2)[:, None], rates.shape[1], axis=1)
    return np.concatenate([base.ravel(), np.full(k * k, 0.3 / k), [np.log(decay)]])


def _search(loss: object, start: Floats, bounds: list[tuple[float, float | None]]) -> tuple[Floats, float]:
    found = minimize(loss, start, method="L-BFGS-B", bounds=bounds, options={"maxfun": 20_000})  # type: ignore[call-overload]
    return np.asarray(found.x), float(found.fun)


def _inside(place: Floats, k: int) -> Floats:
    """Keep the reactions from growing for ever: shrink the whole matrix, never an entry alone."""
    matrix = place[-1 - k * k : -1]
    radius = float(np.abs(np.linalg.eigvals(matrix.reshape(k, k))).max())
    return place if radius < 1 else np.concatenate([place[: -1 - k * k], matrix * 0.999 / radius, place[-1:]])


def _sandwich(counts: Floats, rates: Floats, place: Floats) -> Floats:
    """Give standard errors that do not trust the spread of the counts to be Poisson's."""
    flat = lambda p: means(counts, rates, p).ravel()  # noqa: E731
    slope = np.asarray(approx_fprime(place, flat, 1e-6)).reshape(*counts.shape, -1)
    mean = means(counts, rates, place)
    bread = np.einsum("dip,diq,di->pq", slope, slope, 1 / mean)
    score = np.einsum("dip,di->dp", slope, counts / mean - 1)
    inverse = np.linalg.pinv(bread, rcond=1e-12, hermitian=True)
    return np.asarray(np.sqrt(np.maximum(np.diag(inverse @ (score.T @ score) @ inverse), 0)))


def _ljung_box(values: Floats) -> float:
    from scipy.stats import chi2

    centred = values - values.mean()
    n, whole = len(centred), float(centred @ centred)
    lags = range(1, min(_LAGS, n // 5) + 1)
    if whole == 0:
        return 1.0
    total = sum((float(centred[lag:] @ centred[:-lag]) / whole) ** 2 / (n - lag) for lag in lags)
    return float(chi2.sf(n * (n + 2) * total, len(lags)))
