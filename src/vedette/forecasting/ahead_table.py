"""A daily forecast as a long table: each series and day, that day alone and all days until it."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from vedette.forecasting.ahead import Ahead

if TYPE_CHECKING:
    import polars as pl


def ahead_table(made: Ahead, *, level: Sequence[float], skill: Mapping[str, float]) -> "pl.DataFrame":
    """Give actor, target, of, day, step; mean, median, p_any, lo-L, hi-L of the day; p_by, total and its total-lo-L,
    total-hi-L of all days until then; skill (null: untested) of all series of a kind; flag."""
    import polars as pl

    rows = [
        {
            "actor": one.pair[0],
            "target": one.pair[1],
            "of": one.of,
            "day": date.fromordinal(made.origin + step + 1),
            "step": step + 1,
            **_day(made.paths[i, step], level),
            **_until(made.paths[i, : step + 1].sum(axis=0), level),
            "skill": skill.get(one.of),
            "flag": made.flags[i],
        }
        for i, one in enumerate(made.series)
        for step in range(made.paths.shape[1])
    ]
    return pl.DataFrame(rows, schema_overrides={"skill": pl.Float64}, infer_schema_length=None)


def _day(draws: "np.ndarray[tuple[int], np.dtype[np.float64]]", level: Sequence[float]) -> dict[str, float]:
    told = {"mean": float(draws.mean()), "median": float(np.median(draws)), "p_any": float((draws > 0).mean())}
    return told | _bounds(draws, level, "")


def _until(draws: "np.ndarray[tuple[int], np.dtype[np.float64]]", level: Sequence[float]) -> dict[str, float]:
    told = {"p_by": float((draws > 0).mean()), "total": float(np.median(draws))}
    return told | _bounds(draws, level, "total-")


def _bounds(draws: "np.ndarray[tuple[int], np.dtype[np.float64]]", level: Sequence[float], of: str) -> dict[str, float]:
    found: dict[str, float] = {}
    for one in level:
        low, high = np.quantile(draws, (0.5 - one / 200, 0.5 + one / 200))
        found |= {f"{of}lo-{one:g}": float(low), f"{of}hi-{one:g}": float(high)}
    return found
