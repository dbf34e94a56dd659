"""Draw a Hawkes process generation by generation: immigrants from the baseline, then the acts that they set off."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from vedette.measuring.events import Events, Floats, Ints, events
from vedette.model.errors import UsageError


def simulate_hawkes(
    rates: ArrayLike, branching: ArrayLike, *, decay: float, end: float, seed: int, trend: Floats | None = None
) -> Events:
    """Draw the acts on [0, end] of actors with baseline `rates`, from an empty past.

    `branching[i, j]` is the mean number of acts of i set off by one of j; `trend` (any length) bends all the rates,
    relative to its maximum, at equal steps over the time.
    """
    base, matrix = np.atleast_1d(np.asarray(rates, dtype=np.float64)), np.atleast_2d(np.asarray(branching))
    if matrix.shape != (len(base), len(base)) or np.abs(np.linalg.eigvals(matrix)).max() >= 1:
        raise UsageError("simulation: the branching matrix must be square and of a spectral radius below 1")
    rng = np.random.default_rng(seed)
    times, actors = _immigrants(base, end=end, trend=trend, rng=rng)
    all_times, all_actors = [times], [actors]
    while len(times):
        times, actors = _children(times, actors, matrix, decay=decay, end=end, rng=rng)
        all_times.append(times)
        all_actors.append(actors)
    return events(np.concatenate(all_times), np.concatenate(all_actors), end=end, names=range(len(base)))


def _immigrants(base: Floats, *, end: float, trend: Floats | None, rng: np.random.Generator) -> tuple[Floats, Ints]:
    actors = np.repeat(np.arange(len(base)), rng.poisson(base * end))
    times = rng.uniform(0, end, len(actors))
    if trend is not None:
        height = np.interp(times, np.linspace(0, end, len(trend)), trend / trend.max())
        kept = rng.uniform(size=len(times)) < height
        times, actors = times[kept], actors[kept]
    return times, actors


def _children(
    times: Floats, actors: Ints, matrix: Floats, *, decay: float, end: float, rng: np.random.Generator
) -> tuple[Floats, Ints]:
    counts = rng.poisson(matrix[:, actors].T)
    parent, child = np.nonzero(counts)
    many = counts[parent, child]
    born = np.repeat(times[parent], many) + rng.exponential(1 / decay, many.sum())
    who = np.repeat(child, many)
    return born[born <= end], who[born <= end]
