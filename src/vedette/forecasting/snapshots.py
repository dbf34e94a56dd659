"""Back-tests of daily forecasts on as-of snapshots: made from what was known on a past day, scored on what came."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from vedette.forecasting import score
from vedette.forecasting.acts import Acts
from vedette.forecasting.ahead import Ahead, look_ahead
from vedette.forecasting.backtest import scored
from vedette.forecasting.daily import Series, drawings_of
from vedette.forecasting.members import YEAR
from vedette.forecasting.panel import Panel
from vedette.forecasting.score import Floats
from vedette.model.errors import UsageError

if TYPE_CHECKING:
    import polars as pl

WINDOWS, LEAST = 4, 60  # past windows, and the days of record that each needs before it
APART = 7  # days between their starts at least


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """A past forecast: its paths (series, days, n), what came (series, days), and the plain draws of conflictology:
    of a day (series, 12), the last twelve; of a whole window (series, at most 12), the last twelve windows."""

    origin: int
    series: tuple[Series, ...]
    paths: Floats
    came: Floats
    plain: Floats
    plain_sums: Floats


def trials(
    snapshot: Callable[[int], Acts],
    truth: Acts,
    days: int,
    *,
    model: str = "mixture",
    windows: int = WINDOWS,
    apart: int = APART,
    pairs: int = 10,
) -> list[Trial]:
    """Forecast up to `windows` past stretches of `days` from what `snapshot` gives for the day before each.

    They do not overlap, and start at least `apart` days from each other. What came is read off `truth`. A snapshot
    that refuses to be forecast is passed over.
    """
    made = []
    for origin in past_days(truth, days, windows=windows, apart=apart):
        try:
            then = look_ahead(snapshot(origin), days, model=model, pairs=pairs)
        except UsageError:  # on that day the record said too little to forecast from
            continue
        if then.origin == origin:
            made.append(_trial(then, truth, days))
    return made


def past_days(truth: Acts, days: int, *, windows: int = WINDOWS, apart: int = APART) -> list[int]:
    """Give the days from which the last windows can be forecast and checked, the newest first."""
    step = max(apart, days)
    tried = [truth.end - days - step * i for i in range(windows)]
    return [day for day in tried if day - truth.start + 1 >= LEAST and day not in truth.blank]


def skills(told: Sequence[Trial]) -> dict[str, float]:
    """Give for each kind of series 1 - CRPS / CRPS of conflictology, over the days of all trials."""
    ours: dict[str, float] = {}
    plain: dict[str, float] = {}
    for one in told:
        made = score.crps(one.paths, one.came).mean(axis=1)
        base = np.broadcast_to(one.plain[:, None], (*one.came.shape, one.plain.shape[1]))
        twelve = score.crps(base, one.came).mean(axis=1)
        for i, series in enumerate(one.series):
            ours[series.of] = ours.get(series.of, 0.0) + float(made[i])
            plain[series.of] = plain.get(series.of, 0.0) + float(twelve[i])
    return {of: 1 - ours[of] / plain[of] for of in ours if plain[of] > 0}


def scores_by_kind(told: Sequence[Trial]) -> "pl.DataFrame":
    """Give a row a kind of series: of, windows, crps, ign, mis (90 %), cover80, closed80 of days, brier of "any within
    the window", skill. No row without a trial."""
    import polars as pl

    skill = skills(told)
    kinds = dict.fromkeys(series.of for one in told for series in one.series)
    return pl.DataFrame(
        [{"of": of, "windows": len(told), **_scores(told, of), "skill": skill.get(of)} for of in kinds],
        schema_overrides={"skill": pl.Float64},
    )


def _scores(told: Sequence[Trial], of: str) -> dict[str, float]:
    rows = [[i for i, series in enumerate(one.series) if series.of == of] for one in told]
    parts = [(one.paths[some], one.came[some]) for one, some in zip(told, rows, strict=True) if some]
    days = [scored(draws, came) for draws, came in parts]
    size = [came.size for _, came in parts]
    kept = ("crps", "ign", "mis", "cover80", "closed80")
    made = {key: float(np.average([one[key] for one in days], weights=size)) for key in kept}
    within = [score.brier(draws.sum(axis=1), came.sum(axis=1)) for draws, came in parts]
    return made | {"brier": float(np.concatenate(within).mean())}


def _trial(then: Ahead, truth: Acts, days: int) -> Trial:
    """Set what was forecast beside what came, and beside what the twelve last days and windows would have said."""
    whole = drawings_of(truth.on_days(), then.series)[0].panel
    at = then.origin - whole.start + 1
    past = whole.counts[:, :at]
    return Trial(
        origin=then.origin,
        series=then.series,
        paths=then.paths,
        came=whole.counts[:, at : at + days],
        plain=_filled(past)[:, -YEAR:],
        plain_sums=_sums(Panel(units=whole.units, start=whole.start, counts=_filled(past)), days),
    )


def _filled(counts: Floats) -> Floats:
    """Leave out days of which nothing is known."""
    return counts[:, np.isfinite(counts).all(axis=0)]


def _sums(panel: Panel, days: int) -> Floats:
    """Give the sums (series, up to 12) of the last stretches of so many days, that do not overlap."""
    counts = panel.counts
    many = min(YEAR, counts.shape[1] // days)
    if not many:
        return np.repeat(counts.sum(axis=1, keepdims=True), 1, axis=1)
    return np.asarray(counts[:, -many * days :].reshape(len(counts), many, days).sum(axis=2))
