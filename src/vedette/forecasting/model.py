"""One way to forecast with any model: `fit(panel).predict(h, level=[50, 80, 95])`, always as draws."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from vedette.forecasting.analogs import analogs
from vedette.forecasting.boosted import boosted
from vedette.forecasting.members import (
    Draw,
    bootstrap,
    conflictology,
    fading,
    hurdle,
    last,
    lasting,
    negative_binomial,
    rates,
)
from vedette.forecasting.mixture import mixture
from vedette.forecasting.panel import Panel, panel_of
from vedette.forecasting.score import Floats
from vedette.forecasting.simulated import hawkes
from vedette.model.errors import UsageError

if TYPE_CHECKING:
    import polars as pl

DRAWS = 1000
MODELS: Mapping[str, Draw] = {
    "last": last,
    "conflictology": conflictology,
    "bootstrap": bootstrap,
    "fading": fading,
    "negative_binomial": negative_binomial,
    "hurdle": hurdle,
    "lasting": lasting,
    "rates": rates,
    "hawkes": hawkes,
    "analogs": analogs,
    "boosted": boosted,
    "mixture": mixture,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """Draws (units, steps, n) of what may come in the periods origin + step."""

    units: tuple[str | int, ...]
    origin: int
    steps: tuple[int, ...]
    draws: Floats

    def table(self, *, level: Sequence[float] = (50, 80, 95)) -> "pl.DataFrame":
        """Give a long table: unit, time, step, mean, median, p_any (probability of more than 0), lo-L and hi-L."""
        import polars as pl

        pairs = [(unit, step) for unit in self.units for step in self.steps]
        flat = self.draws.reshape(len(pairs), -1)
        columns: dict[str, object] = {
            "unit": [unit for unit, _ in pairs],
            "time": [self.origin + step for _, step in pairs],
            "step": [step for _, step in pairs],
            "mean": flat.mean(axis=1),
            "median": np.median(flat, axis=1),
            "p_any": (flat > 0).mean(axis=1),
        }
        for one in level:
            low, high = np.quantile(flat, (0.5 - one / 200, 0.5 + one / 200), axis=1)
            columns |= {f"lo-{one:g}": low, f"hi-{one:g}": high}
        return pl.DataFrame(columns)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitted:
    """A model with the panel that it forecasts from."""

    model: str
    panel: Panel

    def forecast(self, steps: Iterable[int], *, draws: int = DRAWS) -> Forecast:
        """Draw what may come `steps` periods (1, 2 ...) after the panel's last."""
        chosen = tuple(steps)
        if not chosen or min(chosen) < 1 or draws < 1:
            raise UsageError("a forecast needs steps of at least 1 period and at least 1 draw")
        made = MODELS[self.model](self.panel, chosen, draws)
        return Forecast(units=self.panel.units, origin=self.panel.origin, steps=chosen, draws=made)

    def predict(self, h: int, *, level: Sequence[float] = (50, 80, 95)) -> "pl.DataFrame":
        """Give the table of the next h periods (`Forecast.table`)."""
        if not all(0 < one < 100 for one in level):
            raise UsageError(f"level {', '.join(f'{one:g}' for one in level)}: each must lie between 0 and 100")
        return self.forecast(range(1, h + 1)).table(level=level)


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """A model by its name, one of MODELS."""

    name: str = "mixture"

    def fit(self, panel: "pl.DataFrame | Panel") -> Fitted:
        """Take a panel (a long table of unit, time, y, or a Panel); raises UsageError for what cannot be used."""
        if self.name not in MODELS:
            raise UsageError(f"no model {self.name!r}; there are {', '.join(MODELS)}")
        return Fitted(model=self.name, panel=panel if isinstance(panel, Panel) else panel_of(panel))


def fit(panel: "pl.DataFrame | Panel", *, model: str = "mixture") -> Fitted:
    """Fit a model to a panel: `fit(panel).predict(6, level=[50, 80, 95])`."""
    return Model(name=model).fit(panel)
