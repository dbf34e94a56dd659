"""The forecast of deaths by country and month: of a case, or a file of events."""

from contextlib import nullcontext

from vedette.cli.cases import opened
from vedette.cli.forecast_asked import Asked, note, plotted, scored, write
from vedette.cli.forecast_counts import show_periods
from vedette.cli.forecast_days import acts_asked, then
from vedette.model.errors import UsageError


def told(asked: Asked) -> int:
    """Forecast and write, with the skill of past windows beside it."""
    from vedette.forecasting.month_snapshots import month_scores, month_skill, month_trials
    from vedette.forecasting.monthly import deaths_by_month, look_months_ahead
    from vedette.forecasting.table import with_skill

    try:
        with opened(asked.source) if asked.kind == "case" else nullcontext() as case:
            acts = acts_asked(asked, case)
            ahead = look_months_ahead(acts, asked.steps, model=asked.model)
            past = month_trials(then(asked, case, acts), deaths_by_month(acts)[0], asked.steps, model=asked.model)
        made = with_skill(ahead.table(level=asked.levels), month_skill(past), every="month")
    except UsageError as error:
        said = str(error)
        raise UsageError(said if said.startswith(asked.source) else f"{asked.source}: {said}") from error
    note(acts.notes, asked)
    if asked.plot:
        plotted([(one.draws, one.came) for one in past], asked)
    if asked.test:
        scored(month_scores(past, asked.model), asked)
    elif asked.format == "table":
        show_periods(made, asked)
    else:
        write(made, asked)
    return 0
