"""Reciprocity of the pairs of a record, side by side for several outcomes, as findings flip with what is counted."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Unpack

import numpy as np
from numpy.typing import NDArray

from vedette.measuring.draws import acts_of, expected
from vedette.measuring.events import Floats, Ints
from vedette.measuring.reactions import LEAST_ACTS, mutual, way
from vedette.measuring.reciprocity import BANDS
from vedette.measuring.series import Every, starts_of
from vedette.measuring.table import Choice, EventTable, Source, event_table
from vedette.model.errors import UsageError

if TYPE_CHECKING:
    import polars as pl

OUTCOMES = ("incidence", "count", "killed", "intensity")


def reciprocal(
    source: Source, *, every: Every = "week", top: int = 3, lag: int | None = None, **choice: Unpack[Choice]
) -> pl.DataFrame:
    """Test for the `top` mutual pairs whether the acts of one side help to foresee those of the other (Granger's F).

    A row for each pair, outcome (incidence: any act or none; count; killed: log of 1 + killed; intensity: the sum) and
    direction: pair, outcome, cause, effect, lag, f, p, n, passed (the autoregression is stable, its residuals white),
    verdict, agrees (whether all outcomes that could be tested say the same of this direction at 5 %; null where
    only one could be). Raises UsageError where no pair can be tested.
    """
    import polars as pl

    table = event_table(source, **choice)
    pairs = mutual(table)[:top]
    if not pairs:
        raise UsageError(f"reciprocity: no two parties act at each other {LEAST_ACTS} times or more each way")
    rows = [row for pair in pairs for row in _rows(table, pair, every, lag)]
    if all(row["f"] is None for row in rows):
        raise UsageError(str(rows[0]["verdict"]))
    return _agreeing(pl.DataFrame(rows, infer_schema_length=None))


def impulses(
    source: Source, *, every: Every = "week", outcome: str = "count", steps: int = 8, top: int = 3, seed: int = 0,
    bands: int = BANDS, **choice: Unpack[Choice],
) -> pl.DataFrame:  # fmt: skip
    """Give what a shock of one side's acts does to the other's in the periods after it, for the `top` mutual pairs.

    Columns: pair, outcome, impulse, response, step, value, low, high (95 %, of `bands` simulated series), passed,
    verdict. Orthogonal responses of the autoregression that `reciprocal` tests; the side of the first name may move the
    other within a period. Raises UsageError where no pair can be fitted.
    """
    import polars as pl

    from vedette.measuring.reciprocity import reciprocity, responses

    if outcome not in OUTCOMES:
        raise UsageError(f"outcome {outcome}: choose one of {', '.join(OUTCOMES)}")
    table = event_table(source, **choice)
    pairs = mutual(table)[:top]
    if not pairs:
        raise UsageError(f"responses: no two parties act at each other {LEAST_ACTS} times or more each way")
    rows = []
    for pair in pairs:
        values, names = outcomes(table, pair, every)[outcome], (way(pair), way(pair[::-1]))
        fit = reciprocity(values, names=names)
        head = {"pair": " – ".join(pair), "outcome": outcome, "passed": fit.passed, "verdict": fit.verdict}
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", FutureWarning)  # statsmodels' own, about how it is given a seed
            made = responses(values, names=names, lag=fit.lag, steps=steps, seed=seed, bands=bands)
        for one in made:
            for step, figures in enumerate(zip(one.steps, one.low, one.high, strict=True)):
                told = dict(zip(("value", "low", "high"), map(float, figures), strict=True))
                rows.append(head | {"impulse": one.impulse, "response": one.response, "step": step, **told})
    return pl.DataFrame(rows)


def outcomes(table: EventTable, pair: tuple[str, str], every: Every) -> dict[str, Floats]:
    """Give each outcome by period and direction, (periods, 2); periods cut short at either end are left out."""
    import polars as pl

    starts = starts_of(table, every)
    at = np.array([(start - table.first).days for start in starts])
    made = []
    for actor, target in (pair, pair[::-1]):
        rows = table.rows.filter(pl.col("actor") == actor, pl.col("target") == target)
        acts = acts_of(rows, table.first)
        sums = expected(acts, table.days, [np.ones(rows.height), acts.best, acts.intensity])
        made.append(np.add.reduceat(sums, at, axis=1))
    told = np.array(made)[:, :, whole(table, at, every)]
    count, killed, intensity = told[:, 0].T, told[:, 1].T, told[:, 2].T
    return dict(
        zip(OUTCOMES, ((count >= 0.5).astype(float), count, np.log1p(np.maximum(killed, 0)), intensity), strict=True)
    )


def whole(table: EventTable, at: Ints, every: Every) -> NDArray[np.bool_]:
    """Mark the periods that are watched whole: a first or last one cut short is not."""
    lengths = np.diff([*at, table.days])
    return np.asarray(lengths >= {"day": 1, "week": 7, "month": 28}[every])


def _rows(table: EventTable, pair: tuple[str, str], every: Every, lag: int | None) -> Iterator[dict[str, Any]]:
    from vedette.measuring.reciprocity import reciprocity

    names = (way(pair), way(pair[::-1]))
    for outcome, values in outcomes(table, pair, every).items():
        head = {"pair": " – ".join(pair), "outcome": outcome}
        try:
            found = reciprocity(values, names=names, lag=lag)
        except UsageError as error:
            yield head | dict.fromkeys(("cause", "effect", "lag", "f", "p", "n", "passed")) | {"verdict": str(error)}
            continue
        for test in found.tests:
            yield head | {
                "cause": test.cause, "effect": test.effect, "lag": test.lag, "f": test.f, "p": test.p, "n": found.n,
                "passed": found.passed, "verdict": found.verdict,
            }  # fmt: skip


def _agreeing(frame: pl.DataFrame) -> pl.DataFrame:
    import polars as pl

    shown = pl.col("p") < 0.05
    same = (shown.all() | (~shown).all()).over("pair", "cause", "effect")
    several = pl.col("p").count().over("pair", "cause", "effect") > 1
    return frame.with_columns(agrees=pl.when(pl.col("p").is_not_null() & several).then(same))
