"""What is left of past acts when the next one comes: the recursion of the exponential kernel.

With e = exp(-decay * gap), A[n] = e (A[n-1] + w[n-1]) is a bidiagonal system, which LAPACK solves in compiled code for
all actors at once, in time linear in the number of acts.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.linalg import lapack

from vedette.measuring.events import Events, Floats


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """What bends the likelihood: the joint decay (per unit of time) and how steeply a mark weighs."""

    decay: float
    steepness: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """Felt just before each act, (acts, actors): `felt`, its slopes by decay and steepness; and the same, whole, at the
    end: `spent`, how much of each actor's excitation has been given out."""

    felt: Floats
    by_decay: Floats
    by_steepness: Floats | None
    spent: Floats
    spent_by_decay: Floats
    spent_by_steepness: Floats | None


def weights(events: Events, steepness: float) -> tuple[Floats, Floats]:
    """Weigh each act by exp(steepness * mark), of mean 1 for each actor; and the weights' slope by steepness."""
    if events.marks is None:
        return np.ones(len(events.times)), np.zeros(len(events.times))
    raw = np.exp(steepness * (events.marks - events.marks.max()))
    count = np.maximum(events.counts, 1)
    mean = np.bincount(events.actors, raw, minlength=len(count)) / count
    made = raw / np.where(mean > 0, mean, 1)[events.actors]
    centre = np.bincount(events.actors, made * events.marks, minlength=len(count)) / count
    return made, made * (events.marks - centre[events.actors])


def trace(events: Events, shape: Shape) -> Trace:
    """Follow the excitation through the acts; acts at the same instant do not feel each other."""
    weight, slope = weights(events, shape.steepness)
    gaps = np.diff(events.times)
    left = np.exp(-shape.decay * gaps)
    alone = bool((gaps > 0).all())
    first = slice(None) if alone else np.searchsorted(events.times, events.times, side="left")
    onto = _onto(events, weight)
    amount = _roll(left, onto[:-1])
    lag = _roll(left, gaps[:, None] * (amount[:-1] + onto[:-1]))
    rest = events.end - events.times
    gone = np.exp(-shape.decay * rest)
    felt, by_decay = shape.decay * amount, amount - shape.decay * lag
    marked = None
    if events.marks is not None:
        marked = shape.decay * _roll(left, _onto(events, slope)[:-1])[first]
    return Trace(
        felt=felt[first],
        by_decay=by_decay[first],
        by_steepness=marked,
        spent=_sum(events, weight * (1 - gone)),
        spent_by_decay=_sum(events, weight * rest * gone),
        spent_by_steepness=None if events.marks is None else _sum(events, slope * (1 - gone)),
    )


def _onto(events: Events, weight: Floats) -> Floats:
    """Lay each weight into its actor's column."""
    laid = np.zeros((len(weight), len(events.names)), order="F")
    laid[np.arange(len(weight)), events.actors] = weight
    return laid


def _roll(left: Floats, added: Floats) -> Floats:
    """Solve A[n] = left[n-1] (A[n-1] + added[n-1]) with A[0] = 0."""
    n = len(left) + 1
    right = np.zeros((n, added.shape[1]), order="F")
    right[1:] = left[:, None] * added
    band = np.ones((2, n), order="F")
    band[1, :-1], band[1, -1] = -left, 0
    solved, info = lapack.dtbtrs(band, right, uplo="L", diag="U", overwrite_b=1)
    if info:
        raise ArithmeticError(f"dtbtrs gave {info}")
    return np.asarray(solved)


def _sum(events: Events, values: Floats) -> Floats:
    return np.asarray(np.bincount(events.actors, values, minlength=len(events.names)), dtype=np.float64)
