"""Change points of a record's pairs and regions, with what open dates and tolls do to them, side by side by outcome."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any, Unpack

import numpy as np

from vedette.measuring.draws import acts_of, drawn, expected
from vedette.measuring.events import Floats, Ints
from vedette.measuring.outcomes import whole
from vedette.measuring.series import Every, starts_of
from vedette.measuring.table import Choice, EventTable, Source, event_table
from vedette.measuring.tension import By, units_of
from vedette.model.errors import UsageError

if TYPE_CHECKING:
    import polars as pl

OUTCOMES = ("count", "killed", "hostility")
LEAST_ACTS = 12


def turning_points(
    source: Source,
    *,
    by: By = "pair",
    every: Every = "week",
    top: int = 3,
    draws: int = 40,
    seed: int = 0,
    **choice: Unpack[Choice],
) -> pl.DataFrame:
    """Find where the acts of the `top` units change level, trend or spread (`breaks.change_points`), by outcome.

    A row for each break: unit, outcome (count; killed: log of 1 + killed; hostility: sum of -intensity / 10), day (the
    first of the new stretch), low, high (95 %, over `draws` of open dates and tolls), chance, before and after (means
    a period), shared (the other outcomes that break within the interval), note. An outcome without a break, or that
    cannot be searched, has one row without a day and the reason in `note`. Raises UsageError where nothing can be.
    """
    import polars as pl

    table = event_table(source, **choice)
    units = [(unit, rows) for unit, rows in units_of(table, by)[:top] if rows.height >= LEAST_ACTS]
    if not units:
        raise UsageError(f"breaks: no {by} has {LEAST_ACTS} acts; nothing can be found in fewer")
    rows = [row for unit, part in units for row in _unit(table, unit, part, every, draws=draws, seed=seed)]
    if all(row["day"] is None and row["note"].startswith("breaks: ") for row in rows):
        raise UsageError(rows[0]["note"])
    return pl.DataFrame(rows, schema=schema())


def schema() -> dict[str, Any]:
    """Give the columns of a frame of change points."""
    import polars as pl

    return {
        "unit": pl.String,
        "outcome": pl.String,
        **dict.fromkeys(("day", "low", "high"), pl.Date),
        **dict.fromkeys(("chance", "before", "after"), pl.Float64),
        "shared": pl.List(pl.String),
        "note": pl.String,
    }


def _unit(
    table: EventTable, unit: str, rows: pl.DataFrame, every: Every, *, draws: int, seed: int
) -> Iterator[dict[str, Any]]:
    starts = starts_of(table, every)
    at = np.array([(start - table.first).days for start in starts])
    kept = whole(table, at, every)
    days = [start for start, keep in zip(starts, kept, strict=True) if keep]
    note = _silence(table, days)
    found: list[dict[str, Any]] = []
    for outcome, (values, worlds) in _outcomes(table, unit, rows, at, draws=draws, seed=seed).items():
        found += _found(values[kept], worlds[:, kept], days, unit=unit, outcome=outcome, note=note)
    for row in found:
        row["shared"] = [
            other["outcome"]
            for other in found
            if row["day"]
            and other["day"]
            and other["outcome"] != row["outcome"]
            and row["low"] <= other["day"] <= row["high"]
        ]
        yield row


def _outcomes(
    table: EventTable, unit: str, rows: pl.DataFrame, at: Ints, *, draws: int, seed: int
) -> dict[str, tuple[Floats, Floats]]:
    """Give each outcome by period as it is told, and as it may have been (draws, periods)."""
    acts = acts_of(rows, table.first)
    ones, hostile = np.ones(rows.height), np.maximum(-acts.intensity / 10, 0)
    told = np.add.reduceat(expected(acts, table.days, [ones, acts.best, hostile]), at, axis=1)
    if acts.exact:
        worlds = told[None]
    else:
        made = drawn(acts, table.days, lambda u: (ones, acts.killed(u), hostile), draws=draws, seed=seed, name=unit)
        worlds = np.add.reduceat(made, at, axis=2)
    told[1], worlds = np.log1p(told[1].clip(0)), worlds.copy()
    worlds[:, 1] = np.log1p(worlds[:, 1])
    return {outcome: (told[n], worlds[:, n]) for n, outcome in enumerate(OUTCOMES)}


def _found(
    values: Floats, worlds: Floats, days: list[date], *, unit: str, outcome: str, note: str
) -> list[dict[str, Any]]:
    from vedette.measuring.breaks import change_points

    blank = {"unit": unit, "outcome": outcome, **dict.fromkeys(("day", "low", "high", "chance", "before", "after"))}
    try:
        made = change_points(values, draws=worlds)
    except UsageError as error:
        return [blank | {"note": str(error)}]
    if not made.breaks:
        return [blank | {"note": "no change found" + (f"; {note}" if note else "")}]
    return [
        blank
        | {
            "day": days[one.at],
            "low": days[one.low],
            "high": days[one.high],
            "chance": one.chance,
            "before": one.before,
            "after": one.after,
            "note": note,
        }
        for one in made.breaks
    ]


def _silence(table: EventTable, days: list[date]) -> str:
    silent = sum(table.coverage(day, day) == "none" for day in days)
    return f"{silent} periods that no report covers are counted as 0" if silent else ""
