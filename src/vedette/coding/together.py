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
    """Give all great-circle distances (km, haversine, radius 6371 km); shape (n, n)."""
    lat = np.radians([spot.lat for spot in spots])
    lon = np.radians([spot.lon for spot in spots])
    half = (
        np.sin((lat[:, None] - lat[None, :]) / 2) ** 2
        + np.cos(lat)[:, None] * np.cos(lat)[None, :] * np.sin((lon[:, None] - lon[None, :]) / 2) ** 2
    )
    kilometres: NDArray[np.float64] = 12742.0 * np.arcsin(np.sqrt(np.minimum(1.0, half)))
    return kilometres
