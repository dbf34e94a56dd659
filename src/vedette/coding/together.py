"""Places that are named together: which reading of each fits the readings of the others."""

import math
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from vedette.registry import Spot

REACH_KM = 150.0


def support(readings: Sequence[Sequence[Spot]]) -> list[list[float]]:
    """Give for each reading of each name (degrees in) how near the best readings of the other names lie: a sum of
    exp(-km / 150), each other name counting once, damped by log so that many names do not outweigh the words."""
    flat = [spot for spots in readings for spot in spots]
    if not flat:
        return [[] for _ in readings]
    near = np.exp(-_kilometres(flat) / REACH_KM)
    bounds = np.cumsum([0, *(len(spots) for spots in readings)])
    best = [near[:, low:high].max(axis=1) if high > low else np.zeros(len(flat)) for low, high in pairwise(bounds)]
    total = np.sum(best, axis=0)
    return [
        [math.log1p(float(total[at] - best[name][at])) for at in range(low, high)]
        for name, (low, high) in enumerate(pairwise(bounds))
    ]


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
