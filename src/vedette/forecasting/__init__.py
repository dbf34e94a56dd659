"""What may come: forecasts as draws, models that make them, and scores of what they said."""

from vedette.forecasting.backtest import cross_validate
from vedette.forecasting.model import MODELS, Fitted, Forecast, Model
from vedette.forecasting.panel import Panel, panel_of

__all__ = ["MODELS", "Fitted", "Forecast", "Model", "Panel", "cross_validate", "panel_of"]
