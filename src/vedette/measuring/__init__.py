"""Measure a crisis from its record: directed series, tension, episodes, reactions, reciprocity, change points.

    from vedette.measuring import episodes, event_table, series, tension
    series("crisis.case", every="week"); tension("events.csv", by="country")

Heavy libraries (scipy, statsmodels, polars) are imported by what needs them, never here.
"""

from vedette.measuring.episodes import episodes
from vedette.measuring.reactions import reactions
from vedette.measuring.reciprocal import reciprocal
from vedette.measuring.series import series
from vedette.measuring.shocks import impulses
from vedette.measuring.table import EventTable, event_table
from vedette.measuring.tension import contributions, tension
from vedette.measuring.thirds import third_parties
from vedette.measuring.turns import turning_points

__all__ = [
    "EventTable",
    "contributions",
    "episodes",
    "event_table",
    "impulses",
    "reactions",
    "reciprocal",
    "series",
    "tension",
    "third_parties",
    "turning_points",
]
