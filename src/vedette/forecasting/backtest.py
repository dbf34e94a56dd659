"""Back-tests: forecasts from past periods, made with nothing but what was known then, scored on what came."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from vedette.forecasting import score
from vedette.forecasting.calibration import closed_cover
from vedette.forecasting.mixture import origins
from vedette.forecasting.model import DRAWS, Model
from vedette.forecasting.panel import Panel, panel_of
from vedette.forecasting.score import Floats
from vedette.model.errors import UsageError

if TYPE_CHECKING:
    import polars as pl


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """A past window: its origin, the steps whose outcome is known, and that outcome (units, steps)."""

    origin: int
    steps: tuple[int, ...]
    came: Floats


def window_of(panel: Panel, origin: int, steps: Iterable[int]) -> Window:
    """Cut a window out of a panel that reaches past it."""
    known = [step for step in steps if not np.isnan(panel.at(origin + step)).any()]
    if not known:
        raise UsageError(f"no outcome is known after period {origin}; a back-test needs some")
    came = np.stack([panel.at(origin + step) for step in known], axis=1)
    return Window(origin=origin, steps=tuple(known), came=came)


def scored(draws: Floats, came: Floats) -> dict[str, float]:
    """Give the mean scores of draws (units, steps, n) against what came (units, steps)."""
    return {
        "crps": float(score.crps(draws, came).mean()),
        "ign": float(score.ignorance(draws, came).mean()),
        "mis": float(score.interval_score(draws, came).mean()),
        "brier": float(score.brier(draws, came).mean()),
        "cover80": float(score.covered(draws, came, level=80).mean()),
        "closed80": float(closed_cover(draws, came, level=80).mean()),
    }


def cross_validate(
    panel: "pl.DataFrame | Panel", models: Sequence[str] = ("conflictology", "mixture"), *, h: int = 12
) -> "pl.DataFrame":
    """Score models on up to four past windows of h periods, each from what was known at its origin.

    Gives a row a model and window: model, origin, crps, ign, mis, brier, cover80 (by chance on a bound that many draws
    share), closed80 (bounds count as inside), and skill (1 - CRPS over that of conflictology: above 0 is better than
    it, 0 as good). No row where the panel is too short for any window.
    """
    import polars as pl

    whole = panel if isinstance(panel, Panel) else panel_of(panel)
    rows = [row for origin in origins(whole, h) for row in _rows(whole, origin, models, h)]
    return pl.DataFrame(rows)


def _rows(whole: Panel, origin: int, models: Sequence[str], h: int) -> list[dict[str, object]]:
    window = window_of(whole, origin, range(1, h + 1))
    plain = window_scores(whole, "conflictology", window)
    told = {name: plain if name == "conflictology" else window_scores(whole, name, window) for name in models}
    return [{"model": name, "origin": origin, **scores, "skill": skill(scores, plain)} for name, scores in told.items()]


def window_scores(whole: Panel, model: str, window: Window) -> dict[str, float]:
    """Score a model on a window, forecast from the panel until its origin; conflictology with its own 12 draws."""
    return scored(window_draws(whole, model, window), window.came)


def window_draws(whole: Panel, model: str, window: Window) -> Floats:
    """Forecast a window from the panel until its origin: draws (units, steps, n), 12 of them from conflictology."""
    fitted = Model(name=model).fit(whole.until(window.origin))
    return fitted.forecast(window.steps, draws=12 if model == "conflictology" else DRAWS).draws


def past_forecasts(whole: Panel, model: str, *, h: int) -> list[tuple[Floats, Floats]]:
    """Give the draws of past windows and what came, as `calibration` takes them; none where the past is too short."""
    cut = [window_of(whole, origin, range(1, h + 1)) for origin in origins(whole, h)]
    return [(window_draws(whole, model, window), window.came) for window in cut]


def skill(scores: Mapping[str, float], plain: Mapping[str, float]) -> float:
    """Give 1 - CRPS / CRPS of the plain forecast; 0 where that was perfect and this too."""
    if plain["crps"] == 0:
        return 0.0 if scores["crps"] == 0 else -np.inf
    return 1 - scores["crps"] / plain["crps"]
