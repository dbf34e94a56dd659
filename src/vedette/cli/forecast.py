"""`vedette forecast`: what may come, as probabilities, with its skill in the past beside it."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from vedette.cli import forecast_counts, forecast_days, forecast_months, options
from vedette.cli.forecast_asked import Asked, kind_of, levels_of, named_columns
from vedette.model.errors import UsageError

Given = Annotated[
    str,
    typer.Argument(
        metavar="CASE|FILE",
        show_default=False,
        help="A case, a file of events, or a CSV of counts: a row for each unit and month (or day).",
    ),
]
MOST = {"day": 30, "month": 14}


def forecast(
    source: Given,
    *,
    every: Annotated[
        Literal["month", "day"] | None,
        typer.Option(
            metavar="PERIOD", show_default=False, help="day or month; without it acts by day, counts by month."
        ),
    ] = None,
    steps: Annotated[
        int | None,
        typer.Option(
            min=1,
            max=36,
            show_default=False,
            help="How many periods ahead (14 days, 6 months); of acts at most 30 or 14.",
        ),
    ] = None,
    as_of: options.AsOf = None,
    columns: Annotated[
        str | None,
        typer.Option(
            metavar="NAMES",
            show_default=False,
            help="Of counts: UNIT,TIME,COUNT, the names of the three columns (unit,time,y). Of events: FIELD=NAME,...",
        ),
    ] = None,
    attack: Annotated[
        str | None,
        typer.Option(
            metavar="TYPE,...",
            show_default=False,
            help="Which types count as attacks: ASSAULT, or all if there is none.",
        ),
    ] = None,
    pairs: Annotated[
        int, typer.Option(min=0, max=100, help="How many pairs (who -> whom) beside all acts together.")
    ] = 10,
    model: Annotated[
        str, typer.Option(metavar="NAME", help="Which model; docs/forecasting.md lists them.")
    ] = "mixture",
    level: Annotated[str, typer.Option(metavar="PERCENT,...", help="Central intervals to give.")] = "50,80,95",
    windows: Annotated[int, typer.Option(min=0, max=52, help="Past windows that it is tested on; 0: none.")] = 4,
    plot: Annotated[
        Path | None,
        typer.Option(
            parser=options.file_to_write,
            metavar="FILE",
            show_default=False,
            help="Write how well it was calibrated on those windows: .svg, or .json for a plotting library.",
        ),
    ] = None,
    test: Annotated[
        bool, typer.Option("--test", help="Tell how forecasts of past windows did (all scores) instead of forecasting.")
    ] = False,
    format: Annotated[Literal["table", "jsonl", "csv"], typer.Option("--format", "-f", metavar="FORMAT")] = "table",
    file: options.Output = None,
) -> int:
    """Forecast attacks by pair and day, or deaths by country and month, as intervals and probabilities.

    Never a bare number. Skill says how much better (above 0) or worse (below 0) than conflictology, "one of the last
    twelve periods again", the same model was on past windows, each forecast from what was known then.

    Example: [bold]vedette forecast crisis.case --steps 14[/]

    Example: [bold]vedette forecast deaths.csv --columns country,month,deaths --steps 6[/]
    """
    kind = kind_of(source, columns)
    period = every or ("month" if kind == "counts" else "day")
    if kind != "counts" and steps is not None and steps > MOST[period]:
        raise UsageError(f"--steps {steps}: acts can be forecast for {MOST[period]} {period}s at most")
    asked = Asked(
        source=source,
        kind=kind,
        every=period,
        steps=steps or (14 if period == "day" and kind != "counts" else 6),
        as_of=as_of,
        columns=named_columns(columns, kind),
        attack=tuple(part.strip() for part in attack.split(",")) if attack else (),
        pairs=pairs,
        model=model,
        levels=levels_of(level),
        windows=windows,
        plot=plot,
        test=test,
        format=format,
        file=file,
    )
    if kind == "counts":
        return forecast_counts.told(asked)
    return forecast_days.told(asked) if period == "day" else forecast_months.told(asked)
