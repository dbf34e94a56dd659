"""Reciprocity of the pairs of a record, side by side for several outcomes, as findings flip with what is counted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Unpack

import numpy as np

from vedette.measuring.events import Floats
from vedette.measuring.outcomes import outcomes, outcomes_drawn
from vedette.measuring.reactions import LEAST_ACTS, mutual, way
from vedette.measuring.series import Every
from vedette.measuring.table import Choice, EventTable, Source, event_table
from vedette.model.errors import UsageError

if TYPE_CHECKING:
    import polars as pl

    from vedette.measuring.reciprocity import Granger

DRAWS, SHOWN, SURE = 40, 0.05, 0.95
_FIGURES = ("cause", "effect", "lag", "f", "p", "p_low", "p_high", "shown", "n", "passed")


def reciprocal(
    source: Source, *, every: Every = "week", top: int = 3, lag: int | None = None, draws: int = DRAWS, seed: int = 0,
    **choice: Unpack[Choice],
) -> pl.DataFrame:  # fmt: skip
    """Test for the `top` mutual pairs whether the acts of one side help to foresee those of the other (Granger's F).

    A row for each pair, outcome (incidence: any act or none; count; killed: log of 1 + killed; intensity: the sum) and
    direction: pair, outcome, cause, effect, lag, f, p, p_low and p_high (90 % of `draws` of open dates and tolls),
    shown (the share of these draws with p below 5 %), n, passed (the autoregression is stable, its residuals white),
    verdict, agrees (whether all outcomes that could be tested say the same of this direction at 5 %; null where
    only one could be). Where the draws do not say the same, the verdict tells it. Raises UsageError where no pair can
    be tested.
    """
    import polars as pl

    table = event_table(source, **choice)
    pairs = mutual(table)[:top]
    if not pairs:
        raise UsageError(f"reciprocity: no two parties act at each other {LEAST_ACTS} times or more each way")
    rows = [row for pair in pairs for row in _rows(table, pair, every, lag, draws=draws, seed=seed)]
    if all(row["f"] is None for row in rows):
        raise UsageError(str(rows[0]["verdict"]))
    return _agreeing(pl.DataFrame(rows, infer_schema_length=None))


def _rows(
    table: EventTable, pair: tuple[str, str], every: Every, lag: int | None, *, draws: int, seed: int
) -> Iterator[dict[str, Any]]:
    from vedette.measuring.reciprocity import reciprocity

    names = (way(pair), way(pair[::-1]))
    ways = (pair, pair[::-1])
    worlds = outcomes_drawn(table, ways, every, draws=draws, seed=seed)
    for outcome, values in outcomes(table, ways, every).items():
        head = {"pair": " – ".join(pair), "outcome": outcome}
        try:
            found = reciprocity(values, names=names, lag=lag)
        except UsageError as error:
            yield head | dict.fromkeys(_FIGURES) | {"verdict": str(error)}
            continue
        for test in found.tests:
            ps = _drawn_ps(worlds[outcome], test, names)
            low, high = np.quantile(ps, [0.05, 0.95], method="nearest")
            shown = float(np.mean(np.array(ps) < SHOWN))
            yield head | {
                "cause": test.cause, "effect": test.effect, "lag": test.lag, "f": test.f, "p": test.p,
                "p_low": float(low), "p_high": float(high), "shown": shown, "n": found.n, "passed": found.passed,
                "verdict": "; ".join(filter(None, [found.verdict, doubt(shown)])),
            }  # fmt: skip


def _drawn_ps(worlds: Floats, test: Granger, names: tuple[str, str]) -> list[float]:
    """Give the p-value in each draw; one that cannot be tested shows nothing. Nothing open: the test as it is told."""
    from vedette.measuring.reciprocity import granger

    if len(worlds) == 1:
        return [test.p]
    effect, cause = names.index(test.effect), names.index(test.cause)
    made = []
    for world in worlds:
        try:
            made.append(granger(world[:, effect], world[:, cause], lag=test.lag).p)
        except UsageError:
            made.append(1.0)
    return made


def doubt(shown: float) -> str:
    """Say where open dates and tolls decide what is shown."""
    if 1 - SURE < shown < SURE:
        return f"open dates or tolls decide: shown in {shown:.0%} of what may have been"
    return ""


def _agreeing(frame: pl.DataFrame) -> pl.DataFrame:
    import polars as pl

    shown = pl.col("p") < SHOWN
    same = (shown.all() | (~shown).all()).over("pair", "cause", "effect")
    several = pl.col("p").count().over("pair", "cause", "effect") > 1
    return frame.with_columns(agrees=pl.when(pl.col("p").is_not_null() & several).then(same))
