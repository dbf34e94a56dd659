"""What may come day by day: paths of each series, with what stands in where a record says too little."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from vedette.forecasting.acts import Acts
from vedette.forecasting.daily import ATTACKS, DEADLY, KILLED, MOST_PAIRS, Drawing, Series, drawings_of, series_of
from vedette.forecasting.deaths import deadly, killed
from vedette.forecasting.members import rates
from vedette.forecasting.mixture import weighted, weights
from vedette.forecasting.model import DRAWS, MODELS
from vedette.forecasting.panel import Panel
from vedette.forecasting.paths import joined
from vedette.forecasting.score import Floats
from vedette.model.errors import UsageError

FEW = 5  # acts in the record's last two years below which no model of a series' own is trusted
ALONE = "no two named parties acted five times in the last two years: only all acts together are forecast"
SHORT = 120  # days of record below which a forecast is flagged


@dataclass(frozen=True, slots=True, kw_only=True)
class Ahead:
    """Paths (series, days, n): index i is one future through all series and days. `flags` has a word for a series."""

    series: tuple[Series, ...]
    origin: int
    paths: Floats
    flags: tuple[str, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """The places of series by what they count; attacks, deadly ones and deaths in the same order of pairs."""

    attacks: list[int]
    deadly: list[int]
    killed: list[int]
    types: list[int]

    @staticmethod
    def of(series: Sequence[Series]) -> "Rows":
        """Sort series into rows."""
        of = [one.of for one in series]
        by = {kind: [i for i, one in enumerate(of) if one == kind] for kind in (ATTACKS, DEADLY, KILLED)}
        types = [i for i, one in enumerate(of) if one not in by]
        return Rows(attacks=by[ATTACKS], deadly=by[DEADLY], killed=by[KILLED], types=types)


def look_ahead(
    acts: Acts,
    days: int,
    *,
    model: str = "mixture",
    draws: int = DRAWS,
    pairs: int = MOST_PAIRS,
    series: Sequence[Series] | None = None,
) -> Ahead:
    """Forecast the days after a record's last: attacks, attacks with deaths, deaths and types, for pairs and for all.

    Days and deaths that the record gives as ranges are drawn anew several times, and each drawing is forecast. A
    series of fewer than five acts is drawn from `rates` and flagged. `model` forecasts attacks and types; deaths follow
    from the attacks (`vedette.forecasting.deaths`). Raises UsageError for a record that is too short
    or holds no attack, and for an unknown model.
    """
    if model not in MODELS:
        raise UsageError(f"no model {model!r}; there are {', '.join(MODELS)}")
    exact = acts.on_days()
    chosen = tuple(series if series is not None else series_of(exact, pairs=pairs))
    drawings = drawings_of(exact, chosen)
    panel, rows = drawings[0].panel, Rows.of(chosen)
    if not np.nansum(panel.counts[0]):
        raise UsageError("no attack in the last two years of the record; there is nothing here to forecast from")
    shares = weights(panel.rows(rows.attacks), range(1, days + 1)) if model == "mixture" else {}
    each = -(-draws // len(drawings))
    made = [_paths(one, rows, shares, model=model, days=days, n=each) for one in drawings]
    few = np.nansum(panel.counts, axis=1) < FEW
    return Ahead(
        series=chosen,
        origin=exact.end,
        paths=np.concatenate(made, axis=2),
        flags=tuple(_flag(bool(one), panel) for one in few),
        notes=exact.notes if len({one.pair for one in chosen}) > 1 else (*exact.notes, ALONE),
    )


def _flag(few: bool, panel: Panel) -> str:
    return "few acts" if few else "short record" if len(panel.known) < SHORT else ""


def _paths(drawing: Drawing, rows: Rows, shares: Mapping[str, float], *, model: str, days: int, n: int) -> Floats:
    """Give paths of one drawing of the record: of attacks and types by the model, of deaths by the attacks."""
    steps, panel = range(1, days + 1), drawing.panel
    made = np.zeros((len(panel.units), days, n))
    for some in (rows.attacks, rows.types):
        if some:
            part = panel.rows(some)
            draws = weighted(part, steps, n, shares) if model == "mixture" else MODELS[model](part, steps, n)
            few = np.nansum(part.counts, axis=1) < FEW
            made[some] = joined(np.where(few[:, None, None], rates(part, steps, n), draws), part)
    if rows.deadly:
        tolls = [drawing.tolls[i] for i in rows.attacks]
        made[rows.deadly] = deadly(made[rows.attacks], tolls)
        made[rows.killed] = killed(made[rows.deadly], tolls)
    return made
