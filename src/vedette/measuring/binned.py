"""Who reacts to whom when only the day of an act is known: the likelihood of the counts of each day.

The counts are fitted by the quasi-likelihood of their best linear forecast (`binned_filter`), which has the first two
moments of the process right for any decay: no act is given an invented hour, and reactions within the day count.
Errors are of the sandwich form, over blocks of days.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from vedette.measuring.baseline import Baseline, constant, spline
from vedette.measuring.binned_search import Found, search
from vedette.measuring.events import Floats
from vedette.model.errors import UsageError

_FEWEST_DAYS = 30
_LAGS = 10
_LEVEL = 1.959963984540054
_FASTEST = 5.0  # 99 % of reactions within a day: acts counted together look the same
_SLOWEST = 60  # a kernel slower than a sixtieth of the record may follow a drift


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
    counts: Floats
    mean: Floats

    @property
    def branching_interval(self) -> tuple[Floats, Floats]:
        """The 95 % interval of each entry (Wald, cut at 0)."""
        half = _LEVEL * self.branching_error
        return np.maximum(self.branching - half, 0), self.branching + half

    @property
    def radius(self) -> float:
        """The spectral radius of the branching matrix: below 1 the reactions die out."""
        return float(np.abs(np.linalg.eigvals(self.branching)).max())

    @property
    def passed(self) -> bool:
        """Whether the residuals hang together nowhere (Box and Pierce, 5 % after Bonferroni) and the decay can be told
        from acts that are counted together and from a drift."""
        white = bool((self.residual_p >= 0.05 / len(self.residual_p)).all())
        return white and not self._pace

    @property
    def verdict(self) -> str:
        """Say in a line whether this may be called reactions."""
        worst = int(np.argmin(self.residual_p))
        says = f"Box-Pierce, p = {self.residual_p[worst]:.3g} for {self.names[worst]}"
        if self._pace:
            return f"NOT reactions: {self._pace}"
        if not self.passed:
            return f"NOT reactions: the fit fails its residual test ({says})"
        if not (self.branching_interval[0] > 0).any():
            return "no reactions shown: every interval reaches 0"
        return f"reactions: the fit passes its residual test ({says})"

    @property
    def _pace(self) -> str:
        """Say what else would look like this decay."""
        if not (self.branching_interval[0] > 0).any():
            return ""
        if self.decay > _FASTEST:
            return "they fall within the day, where acts that are merely counted together look the same"
        if self.decay < _SLOWEST / self.days:
            return "they are as slow as a drift of the baseline; let the baseline vary (pieces, or covariates)"
        return ""


def fit_binned(
    counts: ArrayLike,
    *,
    names: tuple[str, ...] | None = None,
    pieces: int = 0,
    baseline: Baseline | None = None,
    near: Binned | None = None,
) -> Binned:
    """Fit counts (days, actors); `pieces` of a spline for a baseline that drifts (0: constant), or any `baseline`.

    `near` is the fit, with the same baseline, of counts much like these: the search then starts from it. Raises
    UsageError for fewer than 30 days, for an actor without any act, and for counts that are none.
    """
    given = np.asarray(counts, dtype=np.float64)
    given = given[:, None] if given.ndim == 1 else given
    labels = names or tuple(str(i) for i in range(given.shape[1]))
    _check(given, labels)
    days, k = given.shape
    base = baseline or (spline(float(days), pieces=pieces) if pieces else constant())
    begin = None if near is None else _place(near)
    found = search(given, np.diff(base.integral(np.arange(days + 1.0)), axis=0), near=begin)
    return _result(given, labels, found, k)


def _place(fit: Binned) -> Floats:
    return np.concatenate([fit.weights.ravel(), fit.branching.ravel(), [np.log(fit.decay)]])


def _result(given: Floats, labels: tuple[str, ...], found: Found, k: int) -> Binned:
    split = len(found.place) - k * k - 1
    decay = float(np.exp(found.place[-1]))
    return Binned(
        names=labels,
        days=len(given),
        n=int(given.sum()),
        weights=found.place[:split].reshape(k, -1),
        branching=found.place[split:-1].reshape(k, k),
        branching_error=found.errors[split:-1].reshape(k, k),
        decay=decay,
        decay_error=float(found.errors[-1]) * decay,
        residual_p=np.array([white(column) for column in found.residuals.T]),
        counts=given,
        mean=found.mean,
    )


def _check(counts: Floats, names: tuple[str, ...]) -> None:
    if len(counts) < _FEWEST_DAYS:
        raise UsageError(f"hawkes: {len(counts)} days; at least {_FEWEST_DAYS} are needed to fit reactions")
    if len(names) != counts.shape[1]:
        raise UsageError(f"hawkes: {counts.shape[1]} columns of counts but {len(names)} names; give one to each")
    if not np.isfinite(counts).all() or (counts < 0).any():
        raise UsageError("hawkes: a day's count is missing or negative; give every day a count, 0 where nothing was")
    if not counts.sum(axis=0).all():
        silent = names[int(np.argmin(counts.sum(axis=0)))]
        raise UsageError(f"hawkes: no act of {silent} on any day; leave this actor out")


def white(values: Floats) -> float:
    """Test that no day's residual foretells a later one's: Box and Pierce's sum, each lag by its own spread.

    A process that excites itself has calm and stormy days; the plain test would take those for memory.
    """
    from scipy.stats import chi2

    centred = values - values.mean()
    lags = range(1, min(_LAGS, len(centred) // 5) + 1)
    pairs = [centred[lag:] * centred[:-lag] for lag in lags]
    total = sum(float(pair.sum()) ** 2 / max(float(pair @ pair), 1e-12) for pair in pairs)
    return float(chi2.sf(total, len(lags)))
