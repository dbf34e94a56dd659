"""Who does how much to whom: directed series by day, week or month, with what dates and figures leave open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Literal, Unpack

import numpy as np

from vedette.measuring.draws import Acts, acts_of, bounds, drawn, expected
from vedette.measuring.events import Floats, Ints
from vedette.measuring.table import Choice, EventTable, Source, event_table
from vedette.model.errors import UsageError

if TYPE_CHECKING:
    import polars as pl

Every = Literal["day", "week", "month"]
BY = ("actor", "target", "type", "country", "adm1")
MEASURES = ("count", "intensity", "killed")
_MOST_CELLS = 3_000_000


def series(
    source: Source,
    *,
    every: Every = "day",
    by: Sequence[str] = ("actor", "target", "type"),
    zeros: bool = True,
    draws: int = 200,
    level: float = 0.9,
    seed: int = 0,
    **choice: Unpack[Choice],
) -> pl.DataFrame:
    """Count acts per period and unit: period, the columns of `by`, count, intensity, killed each with low and high.

    `period` is the first day (weeks begin on Monday). A value is the expectation, an act spread over the days of its
    interval; low and high bound `level` of `draws` (see `draws`). `intensity` sums the acts' intensities,
    `tolls_unknown` counts acts whose toll nobody tells. `coverage` is none, thin or covered, null where not known:
    where it is none and nothing is known of a period, the values are null, as silence is not peace. `zeros` False
    leaves out empty periods. `choice`: as `event_table` takes it. Raises UsageError for what cannot be counted.
    """
    import polars as pl

    table = event_table(source, **choice)
    _check(table, every, by, draws, level)
    starts = starts_of(table, every)
    units = table.rows.partition_by(list(by), as_dict=True, maintain_order=True) if by else {(): table.rows}
    if zeros and len(units) * len(starts) > _MOST_CELLS:
        raise UsageError(
            f"{len(units)} series of {len(starts)} periods are too many to lay out; choose a pair, type or country, a "
            "longer period, or leave out empty periods"
        )
    made = [
        _unit(table, by, key, rows, starts, zeros=zeros, draws=draws, level=level, seed=seed)
        for key, rows in sorted(units.items(), key=lambda item: (-item[1].height, str(item[0])))
    ]
    return pl.concat(made)


def starts_of(table: EventTable, every: Every) -> list[date]:
    """Give the first day of each period watched, the first and the last cut to what was watched."""
    days = [table.first + timedelta(days=n) for n in range(table.days)]
    if every == "day":
        return days
    return [day for day in days if day == table.first or (day.weekday() == 0 if every == "week" else day.day == 1)]


def _unit(
    table: EventTable, by: Sequence[str], key: tuple[Any, ...], rows: pl.DataFrame, starts: list[date], *,
    zeros: bool, draws: int, level: float, seed: int,
) -> pl.DataFrame:  # fmt: skip
    import polars as pl

    once = rows if {"actor", "target"} <= set(by) else rows.unique("id", maintain_order=True)
    at = np.array([(start - table.first).days for start in starts])
    acts = acts_of(once, table.first)
    values, low, high = _measured(acts, table.days, at, draws=draws, level=level, seed=seed, name=str(key))
    untold = acts_of(once.filter(pl.col("killed_best").is_null()), table.first)
    unknown = expected(untold, table.days, [np.ones(len(untold.first))])
    country = dict(zip(by, key, strict=True)).get("country")
    levels = list(_levels(table, starts, country))
    silent = np.array([held == "none" for held in levels]) & (high[0] == 0)
    columns = {"period": starts, **{name: [value] * len(starts) for name, value in zip(by, key, strict=True)}}
    for n, name in enumerate(MEASURES):
        columns |= {
            name: _told(values[n], silent),
            f"{name}_low": _told(low[n], silent),
            f"{name}_high": _told(high[n], silent),
        }
    columns |= {"tolls_unknown": _told(np.add.reduceat(unknown[0], at), silent), "coverage": levels}
    frame = pl.DataFrame(columns, schema=_schema(by))
    return frame if zeros else frame.filter(pl.col("count_high") > 0)


def _measured(
    acts: Acts, days: int, at: Ints, *, draws: int, level: float, seed: int, name: str
) -> tuple[Floats, Floats, Floats]:
    ones = np.ones(len(acts.first))
    values = np.add.reduceat(expected(acts, days, [ones, acts.intensity, acts.best]), at, axis=1)
    if acts.exact:
        return values, values, values
    made = drawn(acts, days, lambda u: (ones, acts.intensity, acts.killed(u)), draws=draws, seed=seed, name=name)
    low, high = bounds(np.add.reduceat(made, at, axis=2), level)
    return values, np.minimum(low, values.round(9)), np.maximum(high, values.round(9))


def _levels(table: EventTable, starts: list[date], country: str | None) -> Iterator[str | None]:
    ends = [*(day - timedelta(days=1) for day in starts[1:]), table.last]
    return (table.coverage(start, end, country) for start, end in zip(starts, ends, strict=True))


def _told(values: Floats, silent: Any) -> list[float | None]:
    return [None if hushed else float(value) for value, hushed in zip(values.round(6), silent, strict=True)]


def _schema(by: Sequence[str]) -> dict[str, Any]:
    import polars as pl

    figures = [f"{name}{end}" for name in MEASURES for end in ("", "_low", "_high")]
    return {
        "period": pl.Date,
        **dict.fromkeys(by, pl.String),
        **dict.fromkeys([*figures, "tolls_unknown"], pl.Float64),
        "coverage": pl.String,
    }


def _check(table: EventTable, every: str, by: Sequence[str], draws: int, level: float) -> None:
    if table.rows.is_empty():
        raise UsageError("no act is left to count; choose other days, types or parties")
    if every not in ("day", "week", "month"):
        raise UsageError(f"every {every}: choose day, week or month")
    if strange := sorted(set(by) - set(BY)):
        raise UsageError(f"by {strange[0]}: choose among {', '.join(BY)}")
    if draws < 20 or not 0 < level < 1:
        raise UsageError(f"{draws} draws, level {level}: give 20 draws at least and a level between 0 and 1")
