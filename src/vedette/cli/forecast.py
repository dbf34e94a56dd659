"""`vedette forecast`: what may come, as probabilities, with its skill in the past beside it."""

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from vedette.cli import options
from vedette.cli.table import Head, show
from vedette.model.errors import UsageError

if TYPE_CHECKING:
    import polars as pl


Table = Annotated[
    Path, typer.Argument(metavar="CSV", show_default=False, help="Counts: a row for each unit and month (or day).")
]


def forecast(
    csv: Table,
    *,
    steps: Annotated[int, typer.Option(min=1, max=36, help="How many periods ahead.")] = 6,
    every: Annotated[Literal["month", "day"], typer.Option(metavar="PERIOD", help="month or day.")] = "month",
    columns: Annotated[
        str, typer.Option(metavar="UNIT,TIME,COUNT", help="The names of the three columns in your file.")
    ] = "unit,time,y",
    model: Annotated[
        str, typer.Option(metavar="NAME", help="Which model; docs/forecasting.md lists them.")
    ] = "mixture",
    level: Annotated[str, typer.Option(metavar="PERCENT,...", help="Central intervals to give.")] = "50,80,95",
    format: Annotated[Literal["table", "jsonl", "csv"], typer.Option("--format", "-f", metavar="FORMAT")] = "table",
    file: options.Output = None,
) -> int:
    """Forecast counts per unit and month or day, as intervals and probabilities, never a bare number.

    Skill says how much better (above 0) or worse (below 0) than conflictology, "one of the last twelve periods again",
    the same model was on past windows of the same length.

    Example: [bold]vedette forecast deaths.csv --columns country,month,deaths --steps 6[/]
    """
    from vedette.forecasting.table import forecast_table, read_panel

    names, levels = columns.split(","), _levels(level)
    if len(names) != 3:
        raise UsageError(f"--columns {columns}: name three columns, for unit, time and count")
    try:
        panel = read_panel(csv.read_bytes(), names, every=every, today=date.today())
    except UsageError as error:
        raise UsageError(f"{csv}: {error}") from error
    _write(forecast_table(panel, model, h=steps, level=levels, every=every), levels, format, file)
    return 0


def _levels(text: str) -> list[float]:
    try:
        return [float(part) for part in text.split(",")]
    except ValueError as error:
        raise UsageError(f"--level {text}: write per cents with commas between, such as 50,80,95") from error


def _write(made: "pl.DataFrame", levels: list[float], format: str, file: Path | None) -> None:
    if format == "table":
        return _show(made, levels, file)
    text = made.write_csv() if format == "csv" else made.write_ndjson()
    if file is not None:
        file.write_text(text, "utf-8-sig" if format == "csv" else "utf-8")
    else:
        sys.stdout.write(text)
    return None


def _show(made: "pl.DataFrame", levels: list[float], file: Path | None) -> None:
    heads = [
        Head(name="Unit", least=8),
        Head(name="When", least=7),
        Head(name="P(any)", least=6, right=True),
        Head(name="Median", least=6, right=True),
        *(Head(name=f"{one:g} %", least=9, right=True) for one in levels),
        Head(name="Skill", least=7, right=True),
    ]
    rows = [
        (
            str(row["unit"]),
            row["time"],
            f"{row['p_any']:.2f}",
            f"{row['median']:,.0f}",
            *(f"{row[f'lo-{one:g}']:,.0f} to {row[f'hi-{one:g}']:,.0f}" for one in levels),
            "untested" if row["skill"] is None else f"{row['skill']:+.2f}",
        )
        for row in made.iter_rows(named=True)
    ]
    show(heads, rows, nothing="nothing to forecast", file=file)
