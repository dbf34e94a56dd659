"""The forecast of deaths by country and month: of a case, or a file of events."""

from contextlib import nullcontext

from vedette.cli.cases import opened
from vedette.cli.forecast_asked import Asked, note, plotted, write
from vedette.cli.forecast_counts import show_periods, tested
from vedette.cli.forecast_days import acts_asked
from vedette.model.errors import UsageError


def told(asked: Asked) -> int:
    """Forecast and write, with the skill of past windows beside it."""
    from vedette.forecasting.backtest import past_forecasts
    from vedette.forecasting.monthly import deaths_by_month, look_months_ahead
    from vedette.forecasting.table import with_skill

    try:
        with opened(asked.source) if asked.kind == "case" else nullcontext() as case:
            acts = acts_asked(asked, case)
        panel = deaths_by_month(acts)[0]
        ahead = look_months_ahead(acts, asked.steps, model=asked.model)
        made = with_skill(ahead.table(level=asked.levels), panel, asked.model, h=asked.steps, every="month")
    except UsageError as error:
        said = str(error)
        raise UsageError(said if said.startswith(asked.source) else f"{asked.source}: {said}") from error
    note(acts.notes, asked)
    if asked.plot:
        plotted(past_forecasts(panel, asked.model, h=asked.steps), asked)
    if asked.test:
        tested(panel, asked)
    elif asked.format == "table":
        show_periods(made, asked)
    else:
        write(made, asked)
    return 0
