"""Deaths by country and month from acts: as counts for the models of months, uncertain days and tolls drawn anew."""

from datetime import date

import numpy as np

from vedette.forecasting.acts import Acts, drawn
from vedette.forecasting.model import DRAWS, Forecast, Model
from vedette.forecasting.panel import LEAST, Panel
from vedette.forecasting.score import Floats
from vedette.forecasting.table import number_of
from vedette.model.errors import UsageError

IMPUTED = 3
WHOLE = "all"


def look_months_ahead(acts: Acts, months: int, *, model: str = "mixture", draws: int = DRAWS) -> Forecast:
    """Forecast deaths by country for the months after the last whole one; acts without a country count under none.

    Raises UsageError for fewer than twelve whole months and for a record without any death.
    """
    made = [Model(name=model).fit(panel).forecast(range(1, months + 1), draws=-(-draws // IMPUTED))
            for panel in deaths_by_month(acts)]  # fmt: skip
    joined = np.concatenate([one.draws for one in made], axis=2)
    return Forecast(units=made[0].units, origin=made[0].origin, steps=made[0].steps, draws=joined)


def deaths_by_month(acts: Acts) -> list[Panel]:
    """Lay the deaths of whole months out by country, once for each drawing; the first country is all of them."""
    start, end = _month(acts.start - 1) + 1, _month(acts.end + 1) - 1
    if end - start + 1 < LEAST:
        raise UsageError(
            f"the record covers {max(0, end - start + 1)} whole months; a monthly forecast needs {LEAST}: "
            "add earlier reports, or forecast by day"
        )
    countries = sorted({one for one in acts.country if one})
    units = (WHOLE, *countries) if len(countries) > 1 else tuple(countries) or (WHOLE,)
    once, where = acts.one_each, np.array(acts.country)
    panels = []
    for days, deaths in drawn(acts, IMPUTED):
        at = np.array([_month(int(day)) for day in days]) - start
        within = (at >= 0) & (at <= end - start)
        counts = np.zeros((len(units), end - start + 1))
        for row, unit in enumerate(units):
            mine = within & once & (where == unit if unit in countries else True)
            np.add.at(counts[row], at[mine], deaths[mine])
        panels.append(Panel(units=units, start=start, counts=_blank(counts, acts, start)))
    if not np.nansum(panels[0].counts):
        raise UsageError("no death in any whole month of the record; there is nothing here to forecast from")
    return panels


def _blank(counts: Floats, acts: Acts, start: int) -> Floats:
    """Mark months as unknown of which the record covers not even half; the last is kept, as it was reported on."""
    silent = np.zeros(counts.shape[1])
    for day in acts.blank:
        if 0 <= (at := _month(day) - start) < counts.shape[1] - 1:
            silent[at] += 1
    counts[:, silent > 15] = np.nan
    return counts


def _month(ordinal: int) -> int:
    return number_of(date.fromordinal(ordinal).isoformat(), "month")
