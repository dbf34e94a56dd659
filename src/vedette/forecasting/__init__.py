"""What may come: forecasts as draws, models that make them, and scores of what they said."""

from vedette.forecasting.ahead import Ahead, look_ahead
from vedette.forecasting.backtest import cross_validate
from vedette.forecasting.calibration import Calibration, calibration
from vedette.forecasting.model import MODELS, Fitted, Forecast, Model, fit
from vedette.forecasting.panel import Panel, panel_of

__all__ = [
    "MODELS",
    "Ahead",
    "Calibration",
    "Fitted",
    "Forecast",
    "Model",
    "Panel",
    "calibration",
    "cross_validate",
    "fit",
    "look_ahead",
    "panel_of",
]
