"""Who reacts to whom: a multivariate Hawkes process with exponential kernels, by maximum likelihood.

rate_i(t) = baseline_i(t) + sum_j branching[i, j] * sum_{acts k of j before t} weight_k * decay * exp(-decay (t - t_k))

branching[i, j] is the mean number of acts of i that one act of j sets off directly. Hawkes 1971; the recursion is
Ozaki's (1979), the residual test is by time rescaling (Ogata 1988). The only constraint is that of stationarity: the
spectral radius of the branching matrix stays below 1; single entries and rows may be as large as the data say.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from vedette.measuring.baseline import Baseline, constant, spline
from vedette.measuring.decay import Shape, trace
from vedette.measuring.events import Events, Floats
from vedette.measuring.information import deviations
from vedette.measuring.likelihood import Fitted, climb, drifts, settle, without_reactions
from vedette.measuring.residuals import Residuals, residuals
from vedette.model.errors import UsageError

_FEWEST = 20
_PIECES = (2, 4, 8, 16)
_LEVEL = 1.959963984540054


@dataclass(frozen=True, slots=True, kw_only=True)
class Hawkes:
    """A fit: `branching` (to, from), `decay` and `steepness` of marks, each with its standard error (nan: not free)."""

    names: tuple[str, ...]
    n: int
    baseline: Baseline
    weights: Floats
    weights_error: Floats
    branching: Floats
    branching_error: Floats
    decay: float
    decay_error: float
    steepness: float
    steepness_error: float
    log_likelihood: float
    likelihood_ratio: float
    no_reaction_p: float
    residuals: Residuals

    @property
    def branching_interval(self) -> tuple[Floats, Floats]:
        """The 95 % interval of each entry of the branching matrix (Wald, cut at 0)."""
        half = _LEVEL * self.branching_error
        return np.maximum(self.branching - half, 0), self.branching + half

    @property
    def radius(self) -> float:
        """The spectral radius of the branching matrix: below 1 the reactions die out."""
        return float(np.abs(np.linalg.eigvals(self.branching)).max())

    @property
    def response_time(self) -> float:
        """The mean time from an act to a reaction that it sets off directly."""
        return 1 / self.decay

    @property
    def trusted(self) -> bool:
        """Whether the fit passed its residual test and explains more than no reactions do."""
        return self.residuals.passed and self.no_reaction_p < 0.05

    @property
    def verdict(self) -> str:
        """Say in a line whether this may be called reactions."""
        if not self.residuals.passed:
            return f"NOT reactions: the fit fails its residual test ({self.residuals.says})"
        if self.no_reaction_p >= 0.05:
            return f"no reactions shown: a baseline alone does as well (p = {self.no_reaction_p:.2f})"
        return f"reactions: the fit passes its residual test ({self.residuals.says})"


def fit_hawkes(
    events: Events, *, baseline: Baseline | str = "auto", decay: float | None = None, fewest: int = _FEWEST
) -> Hawkes:
    """Fit who reacts to whom.

    `baseline` is "constant", "auto" (constant or a spline, by the Bayesian information criterion; a form with which
    the reactions only follow a drift is passed over) or a Baseline; `decay` fixes the decay (per unit of time).
    Raises UsageError for fewer than `fewest` acts, and where most acts share their time with another.
    """
    if len(events.times) < fewest:
        raise UsageError(f"hawkes: {len(events.times)} acts; at least {fewest} are needed to fit reactions")
    if len(np.unique(events.times)) < len(events.times) / 2:
        raise UsageError("hawkes: most acts share their time with another; count them by day (fit_binned)")
    tried = [climb(events, form, decay=decay) for form in _forms(events, baseline)]
    steady = [fitted for fitted in tried if not drifts(fitted)]
    return _result(settle(max(steady, key=_worth) if steady else tried[-1]))


def _forms(events: Events, baseline: Baseline | str) -> list[Baseline]:
    if isinstance(baseline, Baseline):
        return [baseline]
    if baseline not in ("auto", "constant"):
        raise UsageError(f'hawkes: no baseline is called {baseline!r}; give "auto", "constant" or a Baseline')
    sizes = [n for n in _PIECES if len(events.times) >= 15 * n * len(events.names)] if baseline == "auto" else []
    return [constant(), *(spline(events.end, pieces=n) for n in sizes)]


def _worth(fitted: Fitted) -> float:
    """Weigh fit against size: minus half the Bayesian information criterion."""
    size = fitted.weights.size
    return fitted.value - size / 2 * float(np.log(len(fitted.events.times)))


def _result(fitted: Fitted) -> Hawkes:
    events, shape = fitted.events, fitted.shape
    columns = fitted.baseline.columns
    errors = deviations(fitted)
    alone = without_reactions(events, fitted.baseline)
    ratio = max(2 * (fitted.value - alone), 0.0)
    return Hawkes(
        names=events.names,
        n=len(events.times),
        baseline=fitted.baseline,
        weights=fitted.weights[:, :columns],
        weights_error=errors.weights[:, :columns],
        branching=fitted.weights[:, columns:],
        branching_error=errors.weights[:, columns:],
        decay=shape.decay,
        decay_error=errors.decay,
        steepness=shape.steepness,
        steepness_error=errors.steepness,
        log_likelihood=fitted.value,
        likelihood_ratio=ratio,
        no_reaction_p=_chance(ratio, free=len(events.names) ** 2 + int(fitted.free_decay)),
        residuals=residuals(events, fitted.baseline, fitted.weights, shape, trace(events, shape)),
    )


def _chance(ratio: float, *, free: int) -> float:
    """Give the p-value of a likelihood ratio (conservative: the null lies on the boundary)."""
    from scipy.stats import chi2

    return float(chi2.sf(ratio, free))


__all__ = ["Hawkes", "Shape", "fit_hawkes"]
