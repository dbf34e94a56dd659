"""How near places lie to each other."""

from collections.abc import Sequence
from functools import lru_cache
from math import cos, radians, sin

import numpy as np
from numpy.typing import NDArray

from vedette.registry import Spot

REACH_KM = 150.0


def nearness(spots: Sequence[Spot]) -> NDArray[np.float64]:
    """Give exp(-km / 150) for all pairs, 1 for a place and itself; shape (n, n)."""
    near: NDArray[np.float64] = np.exp(_kilometres(spots) / -REACH_KM)
    return near


def _kilometres(spots: Sequence[Spot]) -> NDArray[np.float64]:
    """Give all great-circle distances (km, radius 6371 km) from the angles between directions; shape (n, n)."""
    at = np.array([_direction(spot.lat, spot.lon) for spot in spots])
    half = 0.5 - 0.5 * (at @ at.T)
    half.flat[:: len(spots) + 1] = 0.0
    kilometres: NDArray[np.float64] = 12742.0 * np.arcsin(np.sqrt(np.minimum(np.maximum(half, 0.0), 1.0)))
    return kilometres


@lru_cache(maxsize=65536)
def _direction(lat: float, lon: float) -> tuple[float, float, float]:
    """Give the unit vector from the middle of the earth to a point (degrees)."""
    level = cos(radians(lat))
    return level * cos(radians(lon)), level * sin(radians(lon)), sin(radians(lat))
