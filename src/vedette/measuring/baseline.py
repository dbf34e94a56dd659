"""The rate at which an actor acts without cause from another: constant, a spline in time, or given covariates.

Every form is a sum of non-negative columns with non-negative weights: the rate cannot turn negative, its integral is
exact, and the likelihood stays concave in the weights.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike
from scipy.interpolate import BSpline

from vedette.measuring.events import Floats
from vedette.model.errors import UsageError


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline:
    """Columns of the baseline: `rate(t)` and `integral(t)` from 0 to t, each (times, columns)."""

    name: str
    columns: int
    rate: Callable[[Floats], Floats]
    integral: Callable[[Floats], Floats]


def constant() -> Baseline:
    """One rate all the time."""
    return Baseline(name="constant", columns=1, rate=lambda t: np.ones((len(t), 1)), integral=lambda t: t[:, None] * 1)


def spline(end: float, *, pieces: int) -> Baseline:
    """Cubic B-splines on `pieces` equal stretches of [0, end]."""
    if pieces < 1:
        raise UsageError(f"baseline: {pieces} pieces; a spline needs one at least")
    knots = np.concatenate([np.zeros(3), np.linspace(0, end, pieces + 1), np.full(3, end)])
    curve = BSpline(knots, np.eye(pieces + 3), 3)
    area = curve.antiderivative()
    return Baseline(
        name=f"spline of {pieces}",
        columns=pieces + 3,
        rate=lambda t: np.asarray(curve(np.clip(t, 0, end))).clip(0),
        integral=lambda t: np.asarray(area(np.clip(t, 0, end))),
    )


def covariates(edges: ArrayLike, values: ArrayLike) -> Baseline:
    """Steps between `edges` (n + 1, from 0 to the end) with `values` (n, covariates), such as a war next door.

    Each covariate is scaled to 0 ... 1 and stands twice, as itself and as its complement, so that it may raise the
    rate or lower it.
    """
    at = np.asarray(edges, dtype=np.float64)
    given = np.asarray(values, dtype=np.float64).reshape(len(at) - 1, -1)
    if not (np.diff(at) > 0).all() or not np.isfinite(given).all():
        raise UsageError("baseline: the covariates' edges must rise and no value may be missing")
    spread = np.ptp(given, axis=0)
    if not spread.all():
        raise UsageError("baseline: a covariate never changes; leave it out")
    unit = (given - given.min(axis=0)) / spread
    steps = np.hstack([unit, 1 - unit])
    sums = np.vstack([np.zeros(steps.shape[1]), np.cumsum(steps * np.diff(at)[:, None], axis=0)])

    def rate(t: Floats) -> Floats:
        return steps[np.clip(np.searchsorted(at, t, side="right") - 1, 0, len(steps) - 1)]

    def integral(t: Floats) -> Floats:
        return np.stack([np.interp(t, at, column) for column in sums.T], axis=1)

    return Baseline(name="covariates", columns=steps.shape[1], rate=rate, integral=integral)


def seasonal(end: float, *, period: float, pieces: int = 4) -> Baseline:
    """Cubic B-splines around a circle of `period` (a year, a week), alike in every round."""
    if pieces < 4 or not 0 < period <= end:
        raise UsageError(
            f"baseline: a season of {period:g} in {end:g} by {pieces} pieces; give 4 pieces and a whole round"
        )
    width = period / pieces
    bump = BSpline.basis_element(np.arange(5) * width, extrapolate=False)
    fine = np.linspace(0, period, 64 * pieces + 1)

    def rate(t: Floats) -> Floats:
        place = np.mod(np.asarray(t)[:, None] - np.arange(pieces) * width, period)
        return np.asarray(np.nan_to_num(bump(place)))

    sums = np.vstack([np.zeros(pieces), np.cumsum((rate(fine[1:]) + rate(fine[:-1])) / 2, axis=0) * fine[1]])

    def integral(t: Floats) -> Floats:
        rounds, rest = np.divmod(np.asarray(t), period)
        return np.asarray(rounds[:, None] * sums[-1] + np.stack([np.interp(rest, fine, one) for one in sums.T], axis=1))

    return Baseline(name=f"season of {period:g}", columns=pieces, rate=rate, integral=integral)


def joined(*forms: Baseline) -> Baseline:
    """Add baselines up, such as a spline, a season and covariates."""
    return Baseline(
        name=" + ".join(form.name for form in forms),
        columns=sum(form.columns for form in forms),
        rate=lambda t: np.hstack([form.rate(t) for form in forms]),
        integral=lambda t: np.hstack([form.integral(t) for form in forms]),
    )
