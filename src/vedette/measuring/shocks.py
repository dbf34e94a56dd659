"""What a shock of one side's acts does to the other's in the periods after it."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Unpack

import numpy as np

from vedette.measuring.events import Floats
from vedette.measuring.outcomes import OUTCOMES, outcomes, outcomes_drawn
from vedette.measuring.reactions import LEAST_ACTS, mutual, way
from vedette.measuring.reciprocal import DRAWS
from vedette.measuring.reciprocity import BANDS, Response
from vedette.measuring.series import Every
from vedette.measuring.table import Choice, EventTable, Source, event_table
from vedette.model.errors import UsageError

if TYPE_CHECKING:
    import polars as pl

_LEVEL = 1.959963984540054
_BLANK = dict.fromkeys(("impulse", "response", "step", "value", "low", "high", "passed"))


def impulses(
    source: Source, *, every: Every = "week", outcome: str = "count", steps: int = 8, top: int = 3, seed: int = 0,
    bands: int = BANDS, draws: int = DRAWS, **choice: Unpack[Choice],
) -> pl.DataFrame:  # fmt: skip
    """Give what a shock of one side's acts does to the other's in the periods after it, for the `top` mutual pairs.

    Columns: pair, outcome, impulse, response, step, value, low, high (95 %, of `bands` simulated series, widened by how
    much `draws` of open dates and tolls move the response), passed, verdict. Orthogonal responses of the autoregression
    that `reciprocal` tests; the side of the first name may move the other within a period. A pair that cannot be
    fitted has one row with the reason as its verdict. Raises UsageError where none can be.
    """
    import polars as pl

    if outcome not in OUTCOMES:
        raise UsageError(f"outcome {outcome}: choose one of {', '.join(OUTCOMES)}")
    table = event_table(source, **choice)
    pairs = mutual(table)[:top]
    if not pairs:
        raise UsageError(f"responses: no two parties act at each other {LEAST_ACTS} times or more each way")
    asked: dict[str, Any] = {
        "every": every,
        "outcome": outcome,
        "steps": steps,
        "seed": seed,
        "bands": bands,
        "draws": draws,
    }
    rows = [row for pair in pairs for row in _rows(table, pair, **asked)]
    if all(row["value"] is None for row in rows):
        raise UsageError(str(rows[0]["verdict"]))
    return pl.DataFrame(rows, infer_schema_length=None)


def _rows(
    table: EventTable, pair: tuple[str, str], *, every: Every, outcome: str, **given: Any
) -> Iterator[dict[str, Any]]:
    from vedette.measuring.reciprocity import reciprocity, responses

    ways = (pair, pair[::-1])
    values, names = outcomes(table, ways, every)[outcome], (way(pair), way(pair[::-1]))
    head = {"pair": " – ".join(pair), "outcome": outcome}
    try:
        fit = reciprocity(values, names=names)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", FutureWarning)  # statsmodels' own, about how it is given a seed
            made = responses(
                values, names=names, lag=fit.lag, steps=given["steps"], seed=given["seed"], bands=given["bands"]
            )
    except UsageError as error:
        yield head | _BLANK | {"verdict": str(error)}
        return
    worlds = outcomes_drawn(table, ways, every, draws=given["draws"], seed=given["seed"])[outcome]
    moved = _moved(worlds, names, lag=fit.lag, steps=given["steps"])
    for one in made:
        band = _widened(one, moved[:, :, names.index(one.response), names.index(one.impulse)])
        for step, figures in enumerate(zip(*band, strict=True)):
            told = dict(zip(("value", "low", "high"), map(float, figures), strict=True))
            tail = {"passed": fit.passed, "verdict": fit.verdict}
            yield head | {"impulse": one.impulse, "response": one.response, "step": step, **told, **tail}


def _moved(worlds: Floats, names: tuple[str, str], *, lag: int, steps: int) -> Floats:
    """Give the responses of each draw that can be fitted, (draws, steps, response, impulse)."""
    from vedette.measuring.reciprocity import centre

    made = []
    for world in worlds:
        try:
            made.append(centre(world, names=names, lag=lag, steps=steps))
        except UsageError:
            continue
    return np.array(made).reshape(-1, steps + 1, len(names), len(names))


def _widened(one: Response, moved: Floats) -> tuple[Floats, Floats, Floats]:
    """Give the mean of the draws (draws, steps) and the band, widened by how much they move the response."""
    if len(moved) < 2:
        return one.steps, one.low, one.high
    more = _LEVEL * np.sqrt((1 + 1 / len(moved)) * moved.var(axis=0, ddof=1))
    middle = moved.mean(axis=0)
    return middle, middle - np.hypot(one.steps - one.low, more), middle + np.hypot(one.high - one.steps, more)
