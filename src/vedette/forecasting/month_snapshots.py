"""Back-tests of monthly forecasts on as-of snapshots: made from what was known on the last day of a past month."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from vedette.forecasting.acts import Acts
from vedette.forecasting.backtest import scored, skill, window_of
from vedette.forecasting.mixture import origins
from vedette.forecasting.model import Forecast, Model
from vedette.forecasting.monthly import deaths_by_month, look_months_ahead
from vedette.forecasting.panel import Panel
from vedette.forecasting.score import Floats
from vedette.model.errors import VedetteError

if TYPE_CHECKING:
    import polars as pl

PLAIN = "conflictology"


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthTrial:
    """A past forecast from the month `origin`: draws of the model and of conflictology (units, steps, n), what came."""

    origin: int
    units: tuple[str | int, ...]
    draws: Floats
    plain: Floats
    came: Floats


def month_trials(
    snapshot: Callable[[int], Acts], truth: Panel, months: int, *, model: str = "mixture"
) -> list[MonthTrial]:
    """Forecast up to four past stretches from what `snapshot` gives for the last day (an ordinal) of the month before.

    What came is read off `truth`, of the countries that were known then. A snapshot that refuses to be forecast, or
    ends before that month, is passed over.
    """
    tried = (_trial(snapshot, truth, origin, months, model) for origin in origins(truth, months))
    return [made for made in tried if made is not None]


def month_skill(told: Sequence[MonthTrial]) -> float | None:
    """Give the mean over the trials of 1 - CRPS / CRPS of conflictology; None without a trial."""
    found = [skill(scored(one.draws, one.came), scored(one.plain, one.came)) for one in told]
    return float(np.mean(found)) if found else None


def month_scores(told: Sequence[MonthTrial], model: str) -> "pl.DataFrame":
    """Give the rows of `cross_validate` for conflictology and the model."""
    import polars as pl

    rows = []
    for one in told:
        plain = scored(one.plain, one.came)
        ours = {} if model == PLAIN else {model: scored(one.draws, one.came)}
        for name, scores in ({PLAIN: plain} | ours).items():
            rows.append({"model": name, "origin": one.origin, **scores, "skill": skill(scores, plain)})
    return pl.DataFrame(rows)


def _trial(snapshot: Callable[[int], Acts], truth: Panel, origin: int, months: int, model: str) -> MonthTrial | None:
    try:
        acts = snapshot(_last_day(origin))
        ours = look_months_ahead(acts, months, model=model)
        known = deaths_by_month(acts)[0]
    except VedetteError:  # in that month the record said too little to forecast from
        return None
    kept = [unit for unit in ours.units if unit in truth.units]
    if ours.origin != origin or not kept:
        return None
    window = window_of(truth, origin, range(1, months + 1))
    plain = Model(name=PLAIN).fit(known).forecast(window.steps, draws=12)
    came = window.came[[truth.units.index(unit) for unit in kept]]
    return MonthTrial(
        origin=origin, units=tuple(kept), draws=_cut(ours, kept, window.steps), plain=_cut(plain, kept, window.steps),
        came=came,
    )  # fmt: skip


def _cut(made: Forecast, units: Sequence[str | int], steps: Sequence[int]) -> Floats:
    rows = [made.units.index(unit) for unit in units]
    return made.draws[rows][:, [made.steps.index(step) for step in steps]]


def _last_day(month: int) -> int:
    """Give the last day of a month's number, as an ordinal."""
    return date((month + 1) // 12, (month + 1) % 12 + 1, 1).toordinal() - 1
