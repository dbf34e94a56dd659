"""The forecast of a CSV of counts by unit and period."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from vedette.cli.forecast_asked import Asked, explained, plotted, scored, skill_words, write
from vedette.cli.table import Head
from vedette.model.errors import UsageError

if TYPE_CHECKING:
    import polars as pl

    from vedette.forecasting.panel import Panel


def told(asked: Asked) -> int:
    """Forecast and write."""
    from vedette.forecasting.backtest import past_forecasts
    from vedette.forecasting.table import forecast_table, known_on, read_panel

    try:
        columns = [*asked.columns.values()]
        panel = read_panel(Path(asked.source).read_bytes(), columns, every=asked.every, today=date.today())
        if asked.as_of:
            panel = known_on(panel, asked.as_of, every=asked.every)
        made = forecast_table(panel, asked.model, h=asked.steps, level=asked.levels, every=asked.every)
    except UsageError as error:
        raise UsageError(f"{asked.source}: {error}") from error
    if asked.plot:
        plotted(past_forecasts(panel, asked.model, h=asked.steps), asked)
    if asked.test:
        tested(panel, asked)
    elif asked.format == "table":
        show_periods(made, asked)
    else:
        write(made, asked)
    return 0


def tested(panel: "Panel", asked: Asked) -> None:
    """Write how the model and conflictology did on past windows."""
    from vedette.forecasting.backtest import cross_validate

    scored(cross_validate(panel, list(dict.fromkeys(["conflictology", asked.model])), h=asked.steps), asked)


def show_periods(made: "pl.DataFrame", asked: Asked) -> None:
    """Print a forecast by unit and period."""
    heads = [
        Head(name="Unit", least=8),
        Head(name="When", least=7),
        Head(name="P(any)", least=6, right=True),
        Head(name="Median", least=6, right=True),
        *(Head(name=f"{one:g} %", least=9, right=True) for one in asked.levels),
        Head(name="Skill", least=7, right=True),
    ]
    rows = [
        (
            str(row["unit"]),
            row["time"],
            f"{row['p_any']:.2f}",
            f"{row['median']:,.0f}",
            *(f"{row[f'lo-{one:g}']:,.0f} to {row[f'hi-{one:g}']:,.0f}" for one in asked.levels),
            skill_words(row["skill"]),
        )
        for row in made.iter_rows(named=True)
    ]
    explained(heads, rows, asked, chance="P(any): the chance of at least one. Median, and", flags="")
