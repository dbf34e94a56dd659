"""Whether a fit may be believed: time rescaled by the fitted rate must flow as a Poisson process of rate 1."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from vedette.measuring.baseline import Baseline
from vedette.measuring.decay import Shape, Trace, weights
from vedette.measuring.events import Events, Floats

LEVEL = 0.05
_FEWEST = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Residuals:
    """The test of each actor (nan: too few acts), and the whole verdict at 5 % after Bonferroni."""

    test: str
    p: Floats
    names: tuple[str, ...]

    @property
    def passed(self) -> bool:
        """Whether no actor fails; a fit without any tested actor does not pass."""
        tested = self.p[~np.isnan(self.p)]
        return bool(len(tested)) and bool((tested >= LEVEL / len(tested)).all())

    @property
    def says(self) -> str:
        """Name the worst actor."""
        if np.isnan(self.p).all():
            return f"{self.test}: too few acts to test"
        worst = int(np.nanargmin(self.p))
        return f"{self.test}, p = {self.p[worst]:.3g} for {self.names[worst]}"


def rescaled_gaps(events: Events, baseline: Baseline, fitted: Floats, shape: Shape, traced: Trace) -> list[Floats]:
    """Give each actor's gaps in rescaled time (exponential of mean 1 if the fit holds)."""
    weight, _ = weights(events, shape.steepness)
    laid = np.zeros((len(weight), len(events.names)))
    laid[np.arange(len(weight)), events.actors] = weight
    before = np.vstack([np.zeros(len(events.names)), np.cumsum(laid, axis=0)])
    first = np.searchsorted(events.times, events.times, side="left")
    spent = before[first] - traced.felt / shape.decay
    clock = np.hstack([baseline.integral(events.times), spent])
    return [np.diff(clock[events.actors == i] @ p, prepend=0.0) for i, p in enumerate(fitted)]


def residuals(events: Events, baseline: Baseline, fitted: Floats, shape: Shape, traced: Trace) -> Residuals:
    """Test each actor's rescaled gaps against the exponential law (Kolmogorov and Smirnov)."""
    from scipy.stats import kstest

    gaps = rescaled_gaps(events, baseline, fitted, shape, traced)
    found = [float(kstest(gap, "expon").pvalue) if len(gap) >= _FEWEST else np.nan for gap in gaps]
    return Residuals(test="time rescaling, KS", p=np.array(found), names=events.names)
