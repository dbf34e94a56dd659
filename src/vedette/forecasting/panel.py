"""A panel: counts of several units over the same periods, from a long table, with what is wrong in it refused."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from vedette.forecasting.score import Floats
from vedette.model.errors import UsageError

if TYPE_CHECKING:
    import polars as pl

COLUMNS = ("unit", "time", "y")
LEAST = 12  # known periods that a forecast needs


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """Counts (units, periods), nan where unknown for all units; period 0 is the number `start`; the last is known.

    `daily` says that periods are days: models then look back over months of them. `partners` names for each unit the
    place of the unit that it may answer (A -> B answers B -> A), -1 for none; empty: no unit answers another.
    """

    units: tuple[str | int, ...]
    start: int
    counts: Floats
    daily: bool = False
    partners: tuple[int, ...] = ()

    @property
    def origin(self) -> int:
        """The number of the last period: a forecast's step 1 is the one after it."""
        return self.start + int(self.counts.shape[1]) - 1

    @property
    def known(self) -> list[int]:
        """The columns whose counts are known, in time's order."""
        return [int(column) for column in np.flatnonzero(~np.isnan(self.counts[0]))]

    def until(self, origin: int) -> "Panel":
        """Give the panel as it was at the end of a period: nothing later is in it (its last period must be known)."""
        kept = self.counts[:, : origin - self.start + 1]
        if not kept.shape[1] or np.isnan(kept[:, -1]).any():
            raise UsageError(f"period {origin}: the panel knows nothing of it, so no forecast can start there")
        return replace(self, counts=kept)

    def rows(self, chosen: Sequence[int]) -> "Panel":
        """Give some units alone; partners that are left out are none."""
        place = {old: new for new, old in enumerate(chosen)}
        partners = tuple(place.get(self.partners[i], -1) for i in chosen) if self.partners else ()
        units = tuple(self.units[i] for i in chosen)
        return replace(self, units=units, counts=self.counts[list(chosen)], partners=partners)

    def at(self, period: int) -> Floats:
        """Give the counts of all units in a period, nan if it is not known."""
        column = period - self.start
        inside = 0 <= column < self.counts.shape[1]
        return self.counts[:, column] if inside else np.full(len(self.units), np.nan)


def panel_of(frame: "pl.DataFrame", *, least: int = LEAST, gaps: bool = False) -> Panel:
    """Make a panel of a long table (unit, time as the integer number of a period, y >= 0).

    Raises UsageError for missing columns, y that is no count, a unit and time twice, fewer than `least` periods,
    nothing but zeros, and (unless `gaps`) a period that is missing; with `gaps`, one missing for all units is allowed.
    """
    _check(frame)
    wide = frame.select(COLUMNS).pivot("time", index="unit", values="y").sort("unit")
    start, end = int(frame["time"].min()), int(frame["time"].max())  # type: ignore[arg-type]
    counts = np.full((wide.height, end - start + 1), np.nan)
    for name in wide.columns[1:]:
        counts[:, int(name) - start] = wide[name].cast(float).to_numpy()
    panel = Panel(units=tuple(wide["unit"].to_list()), start=start, counts=counts)
    _whole(panel, gaps=gaps)
    if len(panel.known) < least:
        raise UsageError(f"only {len(panel.known)} periods are known; a forecast needs {least}: add earlier ones")
    if not np.nansum(counts):
        raise UsageError("all counts are zero; there is nothing here to forecast from: add earlier periods or units")
    return panel


def _check(frame: "pl.DataFrame") -> None:
    if missing := [name for name in COLUMNS if name not in frame.columns]:
        raise UsageError(f"no column {', '.join(missing)}; a panel has {', '.join(COLUMNS)}")
    if frame.is_empty():
        raise UsageError("no rows; a panel has a row for each unit and period")
    if frame.select(COLUMNS).null_count().sum_horizontal().item():
        raise UsageError("a unit, time or y is empty; write 0 where nothing happened, leave no cell blank")
    counts = frame["y"].cast(float)
    if not counts.is_finite().all() or counts.lt(0).any():
        raise UsageError("y holds what is no count (below 0 or not finite); mend or remove those rows")
    twice = frame.select("unit", "time").is_duplicated()
    if twice.any():
        unit, time = frame.filter(twice).select("unit", "time").row(0)
        raise UsageError(f"unit {unit} has period {time} twice; add the rows together or remove one")


def _whole(panel: Panel, *, gaps: bool) -> None:
    blank = np.isnan(panel.counts)
    wrong = blank if not gaps else blank & ~blank.all(axis=0)
    if wrong.any():
        row, column = (int(where[0]) for where in np.nonzero(wrong))
        unit = panel.units[row]
        raise UsageError(f"unit {unit} lacks period {panel.start + column}; write a row with 0 if nothing happened")
