"""A CSV of counts in, by day or month, and the forecast of it out, with its skill on past windows beside it."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Literal

import numpy as np

from vedette.forecasting.panel import Panel, panel_of
from vedette.measuring.sheet import sheet
from vedette.model.errors import UsageError

if TYPE_CHECKING:
    import polars as pl

Every = Literal["month", "day"]
MOST = 1_000_000_000  # no count of acts or of dead is greater: what is, was typed or joined wrong


def number_of(text: str, every: Every) -> int:
    """Give the number of the month (YYYY-MM, or any day of it) or day (YYYY-MM-DD) that a text names."""
    try:
        day = date.fromisoformat(text.strip() if every == "day" else f"{text.strip()[:7]}-01")
    except ValueError as error:
        form = "YYYY-MM-DD" if every == "day" else "YYYY-MM"
        raise UsageError(f"{text!r} in the column of time is no {every}; write it as {form}") from error
    return day.toordinal() if every == "day" else day.year * 12 + day.month - 1


def name_of(number: int, every: Every) -> str:
    """Give the month or day of a number, as it is written."""
    return date.fromordinal(number).isoformat() if every == "day" else f"{number // 12:04}-{number % 12 + 1:02}"


def read_panel(content: bytes, columns: Sequence[str], *, every: Every, today: date) -> Panel:
    """Make a panel of a CSV with a column each for unit, time and count; raises UsageError for what cannot be used.

    No period after today's is taken, nor what `panel_of` refuses.
    """
    import polars as pl

    rows, _ = sheet(content)
    if missing := [name for name in columns if name not in rows.columns]:
        raise UsageError(
            f"no column {', '.join(missing)}; there are {', '.join(rows.columns)}: name yours with --columns"
        )
    named = rows.select(pl.col(column).alias(name) for column, name in zip(columns, ("unit", "time", "y"), strict=True))
    if named.null_count().sum_horizontal().item():
        raise UsageError("a unit, time or count is empty; write 0 where nothing happened, leave no cell blank")
    times = [number_of(text, every) for text in named["time"]]
    counts = named["y"].str.strip_chars().cast(pl.Float64, strict=False)
    _counts(named, counts)
    _past(max(times, default=0), every, today)
    return _panel(named.with_columns(time=pl.Series(times, dtype=pl.Int64), y=counts), every)


def known_on(panel: Panel, day: date, *, every: Every) -> Panel:
    """Give a panel as it was in the period of a day; UsageError where it does not tell of that."""
    number = number_of(day.isoformat(), every)
    if not panel.start <= number <= panel.origin:
        span = f"{name_of(panel.start, every)} to {name_of(panel.origin, every)}"
        raise UsageError(f"--as-of {day}: the counts are of {span}; give a day of that time")
    return panel.until(number)


def forecast_table(panel: Panel, model: str, *, h: int, level: Sequence[float], every: Every) -> "pl.DataFrame":
    """Forecast h periods: unit, time, step, mean, median, p_any, lo-L, hi-L, and skill, null where no past tells."""
    from vedette.forecasting.model import Model

    made = Model(name=model).fit(panel).predict(h, level=level)
    return with_skill(made, past_skill(panel, model, h=h), every=every)


def past_skill(panel: Panel, model: str, *, h: int) -> float | None:
    """Give the model's mean skill on past windows of the panel; None where it is too short for one."""
    from vedette.forecasting.backtest import cross_validate

    told = cross_validate(panel, [model], h=h)
    return float(np.mean(told["skill"].to_numpy())) if told.height else None


def with_skill(made: "pl.DataFrame", skill: float | None, *, every: Every) -> "pl.DataFrame":
    """Name the periods of a forecast, and set the model's skill in the past beside it."""
    import polars as pl

    names = [name_of(number, every) for number in made["time"]]
    return made.with_columns(time=pl.Series(names), skill=pl.lit(skill, dtype=pl.Float64))


def _past(latest: int, every: Every, today: date) -> None:
    now = number_of(today.isoformat(), every)
    if latest > now:
        raise UsageError(f"{name_of(latest, every)} is still to come; a forecast takes only what has happened")


def _counts(named: "pl.DataFrame", counts: "pl.Series") -> None:
    """Refuse what is no count, naming the first row of it."""
    bad = counts.is_null() | ~counts.is_finite() | (counts < 0) | (counts > MOST) | (counts % 1 != 0)
    if (wrong := named.filter(bad.fill_null(True))).height:
        unit, time, told = wrong.row(0)
        raise UsageError(
            f"{unit} has {told!r} in {time}: that is no count (a whole number from 0 to {MOST:,}); mend that row"
        )


def _panel(frame: "pl.DataFrame", every: Every) -> Panel:
    """Make the panel; a period that is told twice or lacking is named as the user writes it."""
    import polars as pl

    twice = frame.filter(frame.select("unit", "time").is_duplicated())
    if twice.height:
        unit, time = twice.row(0)[:2]
        raise UsageError(f"{unit} has {name_of(time, every)} twice; add the rows together or remove one")
    for unit, told in sorted(frame.group_by("unit").agg(pl.col("time")).iter_rows()):
        span = range(int(frame["time"].min()), int(frame["time"].max()) + 1)  # type: ignore[arg-type]
        if lacking := sorted(set(span) - set(told)):
            raise UsageError(f"{unit} lacks {name_of(lacking[0], every)}; write a row with 0 if nothing happened then")
    return panel_of(frame)
