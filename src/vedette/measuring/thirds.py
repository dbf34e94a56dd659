"""What a third party's acts have to do with how two others treat each other, from a record."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Unpack

import numpy as np

from vedette.measuring.events import Floats
from vedette.measuring.outcomes import OUTCOMES, Way, outcomes, outcomes_drawn
from vedette.measuring.reactions import LEAST_ACTS, mutual, way
from vedette.measuring.reciprocal import DRAWS, SHOWN, doubt
from vedette.measuring.reciprocity import BANDS
from vedette.measuring.series import Every
from vedette.measuring.table import Choice, EventTable, Source, event_table
from vedette.model.errors import UsageError

if TYPE_CHECKING:
    import polars as pl

    from vedette.measuring.triangle import Answer

_FIGURES = ("cause", "effect", "lag", "p", "shown", "total", "low", "high", "kind", "passed")
_MOST = 4  # directions at a time: each takes as many parameters as all have lags


def third_parties(
    source: Source, *, every: Every = "week", outcome: str = "count", top: int = 3, seed: int = 0, bands: int = BANDS,
    draws: int = DRAWS, **choice: Unpack[Choice],
) -> pl.DataFrame:  # fmt: skip
    """Say how each direction between the `top` most mutual pairs and a third party answers each other one.

    A row for each pair, third party and two directions: pair, third, cause, effect, lag, p (Granger's, beside all
    others), shown (the share of `draws` of open dates and tolls with p below 5 %), total (of the response over the
    periods after, low and high at 95 %), kind (direct: of the same sign; inverse; mixed; none shown; not tested),
    passed, note. The third party is who acts most on the two, or they on it. A pair that cannot be fitted has one row
    with the reason as its note. Raises UsageError where there is no third party or none can be fitted.
    """
    import polars as pl

    if outcome not in OUTCOMES:
        raise UsageError(f"outcome {outcome}: choose one of {', '.join(OUTCOMES)}")
    table = event_table(source, **choice)
    trios = [(pair, *third) for pair in mutual(table)[:top] if (third := _third(table, pair))]
    trios = list({frozenset(ways): (pair, third, ways) for pair, third, ways in reversed(trios)}.values())[::-1]
    if not trios:
        raise UsageError(
            f"triangle: no third party acts {LEAST_ACTS} times or more on (or is acted on by) two that act as often at "
            "each other"
        )
    asked: dict[str, Any] = {"every": every, "outcome": outcome, "seed": seed, "bands": bands, "draws": draws}
    rows = [row for pair, third, ways in trios for row in _rows(table, pair, third, ways, **asked)]
    if all(row["cause"] is None for row in rows):
        raise UsageError(str(rows[0]["note"]))
    return pl.DataFrame(rows, infer_schema_length=None)


def _third(table: EventTable, pair: Way) -> tuple[str, list[Way]] | None:
    """Give the party that has most to do with the two, and the directions between all three that can be tested."""
    busy = {one: _number(table, one) for one in table.pairs()}
    tied = [one for one, acts in busy.items() if acts >= LEAST_ACTS and len(set(one) & set(pair)) == 1]
    if not tied:
        return None
    weight = {next(iter(set(one) - set(pair))): 0 for one in tied}
    for one in tied:
        weight[next(iter(set(one) - set(pair)))] += busy[one]
    third = max(sorted(weight), key=lambda name: weight[name])
    own = sorted((one for one in tied if third in one), key=lambda one: (-busy[one], one))
    return third, [pair, pair[::-1], *own[: _MOST - 2]]


def _number(table: EventTable, one: Way) -> int:
    import polars as pl

    return table.rows.filter(pl.col("actor") == one[0], pl.col("target") == one[1])["id"].n_unique()


def _rows(
    table: EventTable, pair: Way, third: str, ways: list[Way], *, every: Every, outcome: str, **given: Any
) -> Iterator[dict[str, Any]]:
    from vedette.measuring.triangle import triangle

    names = tuple(way(one) for one in ways)
    head = {"pair": " – ".join(pair), "third": third}
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", FutureWarning)  # statsmodels' own, about how it is given a seed
            found = triangle(
                outcomes(table, ways, every)[outcome], names=names, seed=given["seed"], bands=given["bands"]
            )
    except UsageError as error:
        yield head | dict.fromkeys(_FIGURES) | {"note": str(error).replace("reciprocity:", "triangle:", 1)}
        return
    worlds = outcomes_drawn(table, ways, every, draws=given["draws"], seed=given["seed"])[outcome]
    for one in found:
        shown = _shown(worlds, one, names)
        yield head | {
            "cause": one.cause, "effect": one.effect, "lag": one.lag, "p": one.p, "shown": shown, "total": one.total,
            "low": one.low, "high": one.high, "kind": one.kind, "passed": one.passed, "note": doubt(shown),
        }  # fmt: skip


def _shown(worlds: Floats, one: Answer, names: tuple[str, ...]) -> float:
    """Give the share of draws in which the test shows an answer at 5 %; one that cannot be tested shows none."""
    from vedette.measuring.triangle import conditional_p

    if len(worlds) == 1:
        return float(one.p < SHOWN)
    at: dict[str, int] = {"cause": names.index(one.cause), "effect": names.index(one.effect), "lag": one.lag}
    made = []
    for world in worlds:
        try:
            made.append(conditional_p(world, **at))
        except np.linalg.LinAlgError:
            made.append(1.0)
    return float(np.mean(np.array(made) < SHOWN))
