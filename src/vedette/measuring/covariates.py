"""What is given beside the record and may move how much each side acts: a war next door, a season, days of talks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from vedette.measuring.days import read_day
from vedette.measuring.events import Floats
from vedette.measuring.sheet import sheet
from vedette.model.errors import UsageError

if TYPE_CHECKING:
    import polars as pl

    from vedette.measuring.baseline import Baseline

_DAY = ("day", "date", "from")


@dataclass(frozen=True, slots=True, kw_only=True)
class Covariates:
    """Values (rows, names) that hold from each day on until the next one."""

    names: tuple[str, ...]
    days: tuple[date, ...]
    values: Floats

    def baseline(self, first: date, length: int) -> Baseline:
        """Lay the values over `length` days from `first`; UsageError where they start later or never change there."""
        from vedette.measuring.baseline import covariates

        at = np.array([(day - first).days for day in self.days])
        if at[0] > 0:
            raise UsageError(
                f"covariates: they start on {self.days[0]}, the record on {first}; add a row for that day or before"
            )
        held = self.values[np.searchsorted(at, np.arange(length), side="right") - 1]
        for name, column in zip(self.names, held.T, strict=True):
            if not np.ptp(column):
                raise UsageError(f"covariates: {name} never changes within the record; leave it out")
        return covariates(np.arange(length + 1.0), held)


def covariates_of(source: str | Path | pl.DataFrame) -> Covariates:
    """Read a table with a column day (date, from) and a column of numbers for each covariate.

    Raises UsageError for a file or a row that cannot be read, a day that stands twice and a value that is none.
    """
    if isinstance(source, str | Path):
        path = Path(source)
        if not path.is_file():
            raise UsageError(f"{path}: there is no such file; give a CSV with a column day and one for each covariate")
        try:
            return _read(sheet(path.read_bytes())[0])
        except UsageError as error:
            raise UsageError(f"{path}: {error}") from error
    return _read(source)


def _read(frame: pl.DataFrame) -> Covariates:
    import polars as pl

    lower = {name.strip().lower(): name for name in frame.columns}
    key = next((lower[name] for name in _DAY if name in lower), None)
    names = tuple(name for name in frame.columns if name != key)
    if key is None or not names or frame.is_empty():
        raise UsageError("covariates need a column day, one column of numbers at least, and a row for each change")
    days = [_day(str(text), row) for row, text in enumerate(frame[key].to_list(), start=1)]
    if len(set(days)) < len(days):
        raise UsageError(f"covariates: {max(days, key=days.count)} stands twice; give one row to each day")
    values = frame.select(
        pl.col(name).cast(pl.String).str.strip_chars().cast(pl.Float64, strict=False) for name in names
    )
    order = np.argsort([day.toordinal() for day in days])
    return Covariates(names=names, days=tuple(days[n] for n in order), values=_finite(values)[order])


def _day(text: str, row: int) -> date:
    told = read_day(text)
    if told is None or told[0] != told[1]:
        raise UsageError(f"covariates: row {row}: {text!r} is no day; write it as 2024-05-17")
    return told[0]


def _finite(values: pl.DataFrame) -> Floats:
    for name in values.columns:
        column = values[name].fill_null(float("nan")).to_numpy()
        if not np.isfinite(column).all():
            row = int(np.argmin(np.isfinite(column))) + 1
            raise UsageError(f"covariates: {name} has no number in row {row}; give each row one")
    return np.asarray(values.to_numpy(), dtype=np.float64)
