"""Reciprocity of two or more series: vector autoregression, Granger's test with lag choice, impulse responses."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import permutations

import numpy as np
from numpy.typing import ArrayLike

from vedette.measuring.events import Floats
from vedette.model.errors import UsageError

LOCKED = "the series of the sides follow from each other without any rest (as where one acts when the other does not); \
nothing can be told apart"
_LONGEST = 12
_PER_PARAMETER = 3
BANDS = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Granger:
    """Whether the past of `cause` helps to foresee `effect` beyond effect's own past."""

    cause: str
    effect: str
    lag: int
    f: float
    p: float
    df_model: int
    df_residual: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """What a shock of one to `impulse` does to `response`, step by step after it, with its 95 % band (orthogonal)."""

    impulse: str
    response: str
    steps: Floats
    low: Floats
    high: Floats


@dataclass(frozen=True, slots=True, kw_only=True)
class Reciprocity:
    """All pairs' tests at one lag, how the lag came about, and whether the residuals are free of what is left."""

    lag: int
    chosen_by: str
    n: int
    tests: tuple[Granger, ...]
    stable: bool
    whiteness_p: float

    @property
    def passed(self) -> bool:
        """Whether the autoregression is stable and leaves no serial correlation (portmanteau, 5 %)."""
        return self.stable and self.whiteness_p >= 0.05

    @property
    def verdict(self) -> str:
        """Say in a line whether the tests may be leant on."""
        if self.passed:
            return f"holds: the autoregression of lag {self.lag} is stable and its residuals are white"
        why = "is not stable" if not self.stable else f"leaves serial correlation (p = {self.whiteness_p:.3g})"
        return f"NOT to be called reciprocity: the autoregression of lag {self.lag} {why}"


def granger(effect: ArrayLike, cause: ArrayLike, *, lag: int, names: tuple[str, str] = ("effect", "cause")) -> Granger:
    """Test by F whether `lag` steps of `cause` add to as many of `effect` (least squares; Granger 1969).

    Both series (steps,) without gaps. Raises UsageError for a series too short or one that never changes.
    """
    both = _table(np.column_stack([np.asarray(effect, float), np.asarray(cause, float)]), names, lag)
    y = both[lag:, 0]
    own = np.column_stack([np.ones(len(y)), *(both[lag - step : -step, 0] for step in range(1, lag + 1))])
    full = np.column_stack([own, *(both[lag - step : -step, 1] for step in range(1, lag + 1))])
    less, more = _unexplained(own, y), _unexplained(full, y)
    left = len(y) - full.shape[1]
    value = (less - more) / lag / (more / left)
    from scipy.stats import f as law

    return Granger(
        effect=names[0], cause=names[1], lag=lag, f=value, p=float(law.sf(value, lag, left)), df_model=lag,
        df_residual=left,
    )  # fmt: skip


def reciprocity(
    series: ArrayLike, *, names: tuple[str, ...], lag: int | None = None, criterion: str = "aic"
) -> Reciprocity:
    """Fit a vector autoregression to `series` (steps, actors) and test each pair both ways.

    `lag` None: chosen by `criterion` (aic, bic, hqic or fpe) up to 12, as far as the length allows.
    """
    if criterion not in ("aic", "bic", "hqic", "fpe"):
        raise UsageError(f"reciprocity: no criterion {criterion!r}; give aic, bic, hqic or fpe")
    given = _table(np.asarray(series, dtype=np.float64), names, lag or 1)
    with _tellable():
        at = lag or _lag(given, criterion)
        fitted = _fit(given, at)
        tests = [
            granger(given[:, i], given[:, j], lag=at, names=(names[i], names[j]))
            for i, j in permutations(range(len(names)), 2)
        ]
        return Reciprocity(
            lag=at,
            chosen_by="given" if lag else criterion,
            n=len(given),
            tests=tuple(tests),
            stable=bool(fitted.is_stable()),
            whiteness_p=float(fitted.test_whiteness(nlags=at + 10, adjusted=True).pvalue),
        )


def responses(
    series: ArrayLike, *, names: tuple[str, ...], lag: int, steps: int = 12, seed: int = 0, bands: int = BANDS
) -> tuple[Response, ...]:
    """Give orthogonal impulse responses of each pair over `steps`, with 95 % bands from so many simulated series.

    The first name may move the others at once, the last moves none at once (Cholesky): the order is an assumption.
    """
    given = _table(np.asarray(series, dtype=np.float64), names, lag)
    with _tellable():
        fitted = _fit(given, lag)
        centre = fitted.irf(steps).orth_irfs
        low, high = fitted.irf_errband_mc(orth=True, repl=bands, steps=steps, signif=0.05, seed=seed, burn=100)
    return tuple(
        Response(impulse=names[j], response=names[i], steps=centre[:, i, j], low=low[:, i, j], high=high[:, i, j])
        for i, j in permutations(range(len(names)), 2)
    )


def centre(series: ArrayLike, *, names: tuple[str, ...], lag: int, steps: int = 12) -> Floats:
    """Give the orthogonal impulse responses alone, (steps + 1, response, impulse), without bands."""
    given = _table(np.asarray(series, dtype=np.float64), names, lag)
    with _tellable():
        return np.asarray(_fit(given, lag).irf(steps).orth_irfs)


@contextmanager
def _tellable() -> Iterator[None]:
    """Refuse series that follow from each other or from their past without any rest."""
    try:
        yield
    except np.linalg.LinAlgError as error:
        raise UsageError(f"reciprocity: {LOCKED}") from error


def _fit(given: Floats, lag: int):  # type: ignore[no-untyped-def]  # statsmodels is not annotated
    from statsmodels.tsa.api import VAR

    return VAR(given).fit(lag, trend="c")


def _lag(given: Floats, criterion: str) -> int:
    from statsmodels.tsa.api import VAR

    k = given.shape[1]
    most = max(min(_LONGEST, (len(given) // _PER_PARAMETER - 1) // (k + 1)), 1)
    return max(int(getattr(VAR(given).select_order(most, trend="c"), criterion)), 1)


def _table(given: Floats, names: tuple[str, ...], lag: int) -> Floats:
    """Refuse what an autoregression cannot be fitted to."""
    if given.ndim != 2 or given.shape[1] < 2:
        raise UsageError("reciprocity: one series only; two sides at least are needed")
    if given.shape[1] != len(names):
        raise UsageError(f"reciprocity: {given.shape[1]} series but {len(names)} names; give one to each")
    if lag < 1:
        raise UsageError(f"reciprocity: lag {lag}; give 1 or more")
    needed = _PER_PARAMETER * (lag * given.shape[1] + 1) + lag
    if len(given) < needed:
        raise UsageError(f"reciprocity: {len(given)} steps; lag {lag} needs {needed} at least")
    if not np.isfinite(given).all():
        raise UsageError("reciprocity: a step has no value; fill the gap (0 where nothing happened) or cut there")
    for name, column in zip(names, given.T, strict=True):
        if not np.ptp(column):
            raise UsageError(f"reciprocity: {name} never changes; nothing can be tested")
    if np.linalg.matrix_rank(given - given.mean(axis=0)) < given.shape[1]:
        raise UsageError(f"reciprocity: {LOCKED}")
    return given


def _unexplained(columns: Floats, y: Floats) -> float:
    coefficients = np.linalg.lstsq(columns, y, rcond=None)[0]
    rest = y - columns @ coefficients
    return float(rest @ rest)
