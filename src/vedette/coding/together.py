"""How near places lie to each other."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from vedette.registry import Spot

REACH_KM = 150.0


def nearness(spots: Sequence[Spot]) -> NDArray[np.float64]:
    """Give exp(-km / 150) for all pairs, 1 for a place and itself; shape (n, n)."""
    near: NDArray[np.float64] = np.exp(-_kilometres(spots) / REACH_KM)
    return near


def _kilometres(spots: Sequence[Spot]) -> NDArray[np.float64]:
    """Give all great-circle distances (km, radius 6371 km) from the angles between directions; shape (n, n)."""
    lat, lon = np.radians(np.array([(spot.lat, spot.lon) for spot in spots])).T
    level = np.cos(lat)
    at = np.stack((level * np.cos(lon), level * np.sin(lon), np.sin(lat)))
    half = np.clip(0.5 - 0.5 * (at.T @ at), 0.0, 1.0)
    np.fill_diagonal(half, 0.0)
    kilometres: NDArray[np.float64] = 12742.0 * np.arcsin(np.sqrt(half))
    return kilometres
