"""Standard errors from the observed information: the weights' part exactly, the shape's by differences of the exact
gradient."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from vedette.measuring.decay import Shape
from vedette.measuring.events import Floats
from vedette.measuring.likelihood import Fitted, Parts, parts, slopes

_STEP = 1e-4


@dataclass(frozen=True, slots=True, kw_only=True)
class Deviations:
    """Standard errors of the weights, the decay and the steepness; nan where the parameter was not free."""

    weights: Floats
    decay: float
    steepness: float


def deviations(fitted: Fitted) -> Deviations:
    """Invert the observed information; weights on the boundary are held to be free, which widens their intervals."""
    size = fitted.weights.size
    made = parts(fitted.events, fitted.baseline, fitted.shape)
    matrix = np.zeros((size + 2, size + 2))
    width = fitted.weights.shape[1]
    for i, (design, p) in enumerate(zip(made.designs, fitted.weights, strict=True)):
        scaled = design / np.maximum(design @ p, 1e-300)[:, None]
        part = slice(i * width, (i + 1) * width)
        matrix[part, part] = scaled.T @ scaled
    free = _free(fitted)
    for place in range(size, size + 2):
        if free[place]:
            matrix[place] = matrix[:, place] = -_bend(fitted, place - size)
    kept = matrix[np.ix_(free, free)]
    found = np.full(size + 2, np.nan)
    found[free] = _roots(kept)
    return Deviations(
        weights=found[:size].reshape(fitted.weights.shape), decay=float(found[-2]), steepness=float(found[-1])
    )


def _free(fitted: Fitted) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Tell what was free: a decay at hand, marks that differ, weights of actors who acted."""
    acted = fitted.events.counts > 0
    columns = np.concatenate([np.ones(fitted.baseline.columns, dtype=bool), acted])
    weights = np.repeat(columns[None, :], len(acted), axis=0) & acted[:, None]
    marks = fitted.events.marks is not None and bool(np.ptp(fitted.events.marks))
    return np.concatenate([weights.ravel(), [fitted.free_decay, marks]])


def _bend(fitted: Fitted, which: int) -> Floats:
    """Differentiate the gradient by decay (0) or steepness (1)."""
    shape = fitted.shape
    if which:
        assert fitted.events.marks is not None
        step = _STEP / max(float(np.std(fitted.events.marks)), 1e-9)
        ends = [replace(shape, steepness=shape.steepness + sign * step) for sign in (1, -1)]
    else:
        step = _STEP * shape.decay
        ends = [replace(shape, decay=shape.decay + sign * step) for sign in (1, -1)]
    up, down = (_gradient(fitted, end) for end in ends)
    return np.asarray((up - down) / (2 * step))


def _gradient(fitted: Fitted, shape: Shape) -> Floats:
    made: Parts = parts(fitted.events, fitted.baseline, shape)
    rows = [
        design.T @ (1 / np.maximum(design @ p, 1e-300)) - made.cost
        for design, p in zip(made.designs, fitted.weights, strict=True)
    ]
    return np.concatenate([*rows, slopes(fitted.events, made, fitted.weights)])


def _roots(matrix: Floats) -> Floats:
    """Give the roots of the inverse's diagonal, scaled first: the parameters have units of their own."""
    scale = np.sqrt(np.maximum(np.diag(matrix), 1e-300))
    inverse = np.linalg.pinv(matrix / np.outer(scale, scale), rcond=1e-12, hermitian=True)
    return np.asarray(np.sqrt(np.maximum(np.diag(inverse), 0)) / scale)
