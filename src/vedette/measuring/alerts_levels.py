"""Alerts that a measure gives: above a limit, or so many standard deviations above what it was before."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

import numpy as np

from vedette.measuring.alerts import Alert
from vedette.measuring.alerts_rules import Rule
from vedette.measuring.draws import Acts, acts_of, bounds, drawn, expected
from vedette.measuring.events import Floats
from vedette.measuring.table import EventTable
from vedette.measuring.tension import HALF_LIFE, faded, units_of, weights

if TYPE_CHECKING:
    import polars as pl

_DRAWS, _LEVEL = 100, 0.9
_BACK = 90  # days before the first asked for, as a run that reaches into it may have begun there
_SHARE = 0.5  # of the baseline's days that must be watched
_FEWEST = 14


def levels(rule: Rule, table: EventTable, first: date) -> Iterator[Alert | str]:
    """Find the runs of days on which a measure lies above its limit, since a day; a note where it cannot be told."""
    for unit, rows in units_of(table, rule.per):  # type: ignore[arg-type]
        if rule.measure != "tension" and rows["to"].max() < first:  # type: ignore[operator]
            continue
        acts = acts_of(rows, table.first)
        values = _values(rule, expected(acts, table.days, _weights(rule, acts, 0.5)))
        limits = _limits(rule, table, values, begin=max((first - table.first).days - _BACK, 0))
        if np.isnan(limits[(first - table.first).days :]).all():
            yield f"{unit}: not evaluated, fewer than {max(_SHARE * rule.baseline, _FEWEST):.0f} days watched before"
            continue
        for days in _runs(np.nan_to_num(values - limits, nan=-1.0).clip(0), rule.window):
            yield _alert(rule, table, unit, rows, days=days, limit=float(limits[days[0]]))


def _weights(rule: Rule, acts: Acts, u: float) -> list[Floats]:
    if rule.measure == "count":
        return [np.ones(len(acts.first))]
    if rule.measure == "killed":
        return [acts.killed(u)]
    return [weights(acts, acts.killed(u))] if rule.measure == "tension" else [np.maximum(-acts.intensity / 10, 0)]


def _values(rule: Rule, added: Floats) -> Floats:
    """Sum what a day and the days of its window before it hold, or let it fade for tension."""
    if rule.measure == "tension":
        return faded(added, 0.5 ** (1 / HALF_LIFE))[..., 0, :]
    sums = np.cumsum(added[..., 0, :], axis=-1)
    late = np.concatenate([np.zeros((*sums.shape[:-1], rule.window)), sums], axis=-1)[..., : sums.shape[-1]]
    return np.asarray(sums - late)


def _limits(rule: Rule, table: EventTable, values: Floats, *, begin: int) -> Floats:
    """Give the limit of each day, nan where too few days before it were watched."""
    if rule.when == "above":
        return np.full(len(values), rule.limit, dtype=np.float64)
    made = np.full(len(values), np.nan)
    days = (table.first + timedelta(days=n) for n in range(table.days))
    read = np.array([table.coverage(day, day) != "none" for day in days])
    for day in range(begin, len(values)):
        start, stop = max(day - rule.window - rule.baseline + 1, 0), max(day - rule.window + 1, 0)
        before = values[start:stop][read[start:stop]]
        if len(before) >= max(_SHARE * rule.baseline, _FEWEST):
            spread = max(float(before.std()), float(np.sqrt(max(before.mean(), 0.0))))  # never below Poisson's
            made[day] = max(before.mean() + rule.sigmas * spread, rule.least - 1e-9)
    return made


def _runs(above: Floats, gap: int) -> Iterator[tuple[int, int]]:
    """Give the first and the last of the days above 0 that stand together, no more than `gap` apart."""
    days = np.flatnonzero(above)
    for run in np.split(days, np.flatnonzero(np.diff(days) > gap) + 1) if len(days) else ():
        yield int(run[0]), int(run[-1])


def _alert(
    rule: Rule, table: EventTable, unit: str, rows: pl.DataFrame, *, days: tuple[int, int], limit: float
) -> Alert:
    import polars as pl

    acts, at = acts_of(rows, table.first), days[0]
    value = float(_values(rule, expected(acts, table.days, _weights(rule, acts, 0.5)))[at])
    made = drawn(acts, table.days, lambda u: _weights(rule, acts, u), draws=_DRAWS, seed=0, name=unit)
    low, high = (float(one) for one in bounds(_values(rule, made)[:, at], _LEVEL))
    day, span = table.first + timedelta(days=at), (1 if rule.measure == "tension" else rule.window)
    begun = day - timedelta(days=span - 1)
    within = rows.filter(pl.col("to") >= begun, pl.col("from") <= day)
    compared = (
        f"the limit {limit:.1f}" if rule.when == "above" else f"{limit:.1f} ({rule.sigmas:g} sigmas above before)"
    )
    unsure = "; open dates or tolls alone may explain it" if min(low, value) <= limit else ""
    said = f"{unit}: {rule.measure} {value:.1f} ({min(low, value):.1f}–{max(high, value):.1f})"
    return Alert(
        rule=rule.name,
        unit=unit,
        day=day,
        until=table.first + timedelta(days=days[1]),
        message=f"{said} {_days(begun, day)}, above {compared}{unsure}",
        value=round(value, 3),
        low=round(min(low, value), 3),
        high=round(max(high, value), 3),
        limit=round(limit, 3),
        incidents=tuple(within["id"].to_list()),
    )


def _days(begun: date, day: date) -> str:
    return f"on {day}" if begun == day else f"from {begun} to {day}"
