"""Bursts and calm: when the acts between two parties, or in a region, came thick, when not, and how sure that is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Unpack

import numpy as np

from vedette.measuring.draws import Acts, acts_of, drawn, expected
from vedette.measuring.events import Floats
from vedette.measuring.table import Choice, EventTable, Source, event_table, violent
from vedette.measuring.tension import TOP, By, units_of
from vedette.model.errors import UsageError

if TYPE_CHECKING:
    import polars as pl

LEAST_DAYS, LEAST_ACTS = 30, 12
BURST, CALM, STEADY, UNMEASURED = "burst", "calm", "steady", "not measured"


def episodes(
    source: Source,
    *,
    by: By = "pair",
    top: int = TOP,
    draws: int = 100,
    level: float = 0.9,
    seed: int = 0,
    **choice: Unpack[Choice],
) -> pl.DataFrame:
    """Give the bursts and calms of each unit, by a chain of two states over daily counts (see `states`).

    Columns: unit, state (burst, calm; steady where one rate explains the days as well; not measured, and why in
    `note`), from, from_low, from_high, to, to_low, to_high (days; the bounds hold `level` of what was drawn from the
    open dates and the states), ongoing (it reaches the last day watched), acts, killed, rate (acts a day), probability
    (mean chance of that state), note. Violent and coercive acts are counted unless `types` asks for others; days that
    no report covers say nothing. Raises UsageError where no unit can be measured.
    """
    import polars as pl

    table = violent(event_table(source, **choice), asked=bool(choice.get("types")))
    found = units_of(table, by)[:top]
    rows = [row for unit, part in found for row in _episodes(table, unit, part, draws=draws, level=level, seed=seed)]
    if all(row["state"] == UNMEASURED for row in rows):
        raise UsageError(f"episodes: {rows[0]['unit']}: {rows[0]['note']}, and no other has more")
    return pl.DataFrame(rows, schema=schema())


def schema() -> dict[str, Any]:
    """Give the columns of a frame of episodes."""
    import polars as pl

    days = ("from", "from_low", "from_high", "to", "to_low", "to_high")
    return {
        "unit": pl.String,
        "state": pl.String,
        **dict.fromkeys(days, pl.Date),
        "ongoing": pl.Boolean,
        **dict.fromkeys(("acts", "killed", "rate", "probability"), pl.Float64),
        "note": pl.String,
    }


def _episodes(
    table: EventTable, unit: str, rows: pl.DataFrame, *, draws: int, level: float, seed: int
) -> Iterator[dict[str, Any]]:
    from vedette.measuring.states import fit_states

    acts = acts_of(rows, table.first)
    told = expected(acts, table.days, [np.ones(rows.height), acts.best])
    if why := _too_little(table, told[0]):
        yield _whole(table, unit, told, UNMEASURED, why)
        return
    counts = _drawn(table, acts, draws=draws, seed=seed, name=unit)
    fit = fit_states(counts[0])
    if fit.gain <= 0:
        yield _whole(table, unit, told, STEADY, "one rate explains the days as well as two states do")
        return
    yield from _runs(table, unit, told, counts, fit, level=level, seed=seed)


def _too_little(table: EventTable, counts: Floats) -> str | None:
    if table.days < LEAST_DAYS:
        return f"{table.days} days watched; {LEAST_DAYS} are needed"
    if counts.sum() < LEAST_ACTS - 0.5:
        return f"{counts.sum():.0f} acts; {LEAST_ACTS} are needed"
    return None


def _drawn(table: EventTable, acts: Acts, *, draws: int, seed: int, name: str) -> Floats:
    """Draw the counts of each day, (draws, days), the first with acts in the middle of their intervals; nan: unread."""
    middle = (acts.first + acts.last) // 2
    inside = (middle >= 0) & (middle < table.days)
    first = np.bincount(middle[inside], minlength=table.days).astype(np.float64)
    ones = np.ones(len(middle))
    made = drawn(acts, table.days, lambda u: [ones], draws=draws, seed=seed, name=name)[:, 0]
    counts = np.concatenate([first[None], made])
    unread = [table.coverage(day, day) == "none" for day in (table.first + timedelta(n) for n in range(table.days))]
    counts[:, np.array(unread) & (counts.sum(axis=0) == 0)] = np.nan
    return counts


def _runs(
    table: EventTable, unit: str, told: Floats, counts: Floats, fit: Any, *, level: float, seed: int
) -> Iterator[dict[str, Any]]:
    from vedette.measuring.states import paths, probabilities

    chance = probabilities(fit, counts).mean(axis=0)
    drawn_paths = paths(fit, counts, rng=np.random.default_rng([seed, 1]))
    burst = chance > 0.5
    edges = np.flatnonzero(np.diff(burst)) + 1
    for start, stop in zip([0, *edges], [*edges, len(burst)], strict=True):
        state = bool(burst[start])
        sure = chance[start:stop] if state else 1 - chance[start:stop]
        begins, ends = _bounds(drawn_paths, start + int(np.argmax(sure)), state, level)
        row = _row(table, unit, told, start, stop - 1)
        yield row | {
            "state": BURST if state else CALM,
            "from_low": table.first + timedelta(min(begins[0], int(start))),
            "from_high": table.first + timedelta(max(begins[1], int(start))),
            "to_low": table.first + timedelta(min(ends[0], int(stop) - 1)),
            "to_high": table.first + timedelta(max(ends[1], int(stop) - 1)),
            "probability": round(float(sure.mean()), 4),
        }


def _bounds(drawn_paths: Floats, core: int, state: bool, level: float) -> tuple[tuple[int, int], tuple[int, int]]:
    """Give the bounds of the first and the last day of the run that holds the day of `core`, over the drawn paths."""
    held = drawn_paths[drawn_paths[:, core] == state]
    if not len(held):
        return (core, core), (core, core)
    before, after = held[:, core::-1] != state, held[:, core:] != state
    begins = core + 1 - np.where(before.any(axis=1), before.argmax(axis=1), core + 1)
    ends = core - 1 + np.where(after.any(axis=1), after.argmax(axis=1), held.shape[1] - core)
    cut = [(1 - level) / 2, (1 + level) / 2]
    first, last = (np.quantile(days, cut, method="nearest") for days in (begins, ends))
    return (int(first[0]), int(first[1])), (int(last[0]), int(last[1]))


def _row(table: EventTable, unit: str, told: Floats, start: int, last: int) -> dict[str, Any]:
    acts, killed = told[:, start : last + 1].sum(axis=1)
    return {
        "unit": unit,
        "from": table.first + timedelta(int(start)),
        "to": table.first + timedelta(int(last)),
        "ongoing": bool(last == table.days - 1),
        "acts": round(float(acts), 3),
        "killed": round(float(killed), 3),
        "rate": round(float(acts) / (last - start + 1), 4),
        "note": "",
    }


def _whole(table: EventTable, unit: str, told: Floats, state: str, note: str) -> dict[str, Any]:
    return _row(table, unit, told, 0, table.days - 1) | {"state": state, "note": note}
