"""The triangle of reciprocity: what a third party's acts do to how two others treat each other.

After Goldstein and Freeman (1990, Three-Way Street): a response of the same sign as the act is direct (reciprocity),
one of the other sign inverse. Each test is made beside all other series, so that a cause that merely runs along with
another does not count.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from vedette.measuring.reciprocity import BANDS, Response, reciprocity, responses


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """How `effect` answers `cause`: Granger's p beside all other series, the response summed over the steps with its
    95 % band (sums of the steps' bands, which is wide), and whether it is direct, inverse or not shown."""

    cause: str
    effect: str
    lag: int
    p: float
    total: float
    low: float
    high: float
    passed: bool

    @property
    def kind(self) -> str:
        """Name the answer: direct, inverse, mixed (foreseen, but of no one sign) or none shown."""
        if not self.passed:
            return "not tested: the autoregression fails its own tests"
        if self.p >= 0.05:
            return "none shown"
        return "direct" if self.low > 0 else "inverse" if self.high < 0 else "mixed"


def triangle(
    series: ArrayLike,
    *,
    names: tuple[str, ...],
    lag: int | None = None,
    steps: int = 8,
    seed: int = 0,
    bands: int = BANDS,
) -> tuple[Answer, ...]:
    """Say how each of three or more directed series (steps, series) answers each other one.

    The lag is chosen by BIC unless given; the bands are of so many simulated series. Raises UsageError for short,
    constant or gap-ridden series.
    """
    from statsmodels.tsa.api import VAR

    found = reciprocity(series, names=names, lag=lag, criterion="bic")
    fitted = VAR(np.asarray(series, dtype=np.float64)).fit(found.lag, trend="c")
    moved = responses(series, names=names, lag=found.lag, steps=steps, seed=seed, bands=bands)
    return tuple(_answer(fitted, one, names, found.lag, found.passed) for one in moved)


def conditional_p(series: ArrayLike, *, cause: int, effect: int, lag: int) -> float:
    """Give Granger's p that one series helps to foresee another beside all others, at a lag."""
    from statsmodels.tsa.api import VAR

    fitted = VAR(np.asarray(series, dtype=np.float64)).fit(lag, trend="c")
    return float(fitted.test_causality(effect, [cause], kind="f").pvalue)


def _answer(fitted, moved: Response, names: tuple[str, ...], lag: int, passed: bool) -> Answer:  # type: ignore[no-untyped-def]  # statsmodels is not annotated
    tested = fitted.test_causality(names.index(moved.response), [names.index(moved.impulse)], kind="f")
    after = slice(1, None)  # what happens in the same step has no direction
    return Answer(
        cause=moved.impulse, effect=moved.response, lag=lag, p=float(tested.pvalue), passed=passed,
        total=float(moved.steps[after].sum()), low=float(moved.low[after].sum()), high=float(moved.high[after].sum()),
    )  # fmt: skip
