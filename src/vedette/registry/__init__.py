"""Actors, offices and places that are known."""

from vedette.registry.describing import Description, describe
from vedette.registry.gazetteer import Gazetteer, load_gazetteer
from vedette.registry.registry import Match, Registry, load
from vedette.registry.spot import Spot

__all__ = ["Description", "Gazetteer", "Match", "Registry", "Spot", "describe", "load", "load_gazetteer"]
