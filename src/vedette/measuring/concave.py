"""Maximise sum(log(X p)) - c p over p >= 0: the likelihood of one actor's acts when the decay is known."""

from __future__ import annotations

import numpy as np

from vedette.measuring.events import Floats

_ROUNDS = 60
_DUST = 1e-12


def maximise(design: Floats, cost: Floats, start: Floats, *, tolerance: float = 1e-9) -> Floats:
    """Climb by projected Newton steps after a few of EM's, which need no starting point near the top.

    `design` (acts, columns) holds the rates that each column gives at each act, `cost` (columns) their integrals.
    """
    if not len(design):
        return np.zeros(len(cost))
    p = np.where(cost > 0, np.maximum(start, 1e-6), 0.0)
    for _ in range(4):
        p = p * (design.T @ (1 / _rate(design, p))) / np.where(cost > 0, cost, 1)
    value = _value(design, cost, p)
    for _ in range(_ROUNDS):
        rate = _rate(design, p)
        gradient = design.T @ (1 / rate) - cost
        free = (p > _DUST) | (gradient > 0)
        free &= cost > 0
        scaled = design[:, free] / rate[:, None]
        step = np.zeros_like(p)
        step[free] = np.linalg.lstsq(scaled.T @ scaled, gradient[free], rcond=1e-12)[0]
        better, gain = _line(design, cost, p, step, value)
        p, value = better, value + gain
        if gain <= tolerance * (1 + abs(value)) * 1e-3:
            break
    return p


def _line(design: Floats, cost: Floats, p: Floats, step: Floats, value: float) -> tuple[Floats, float]:
    """Halve the step until it climbs; (p, 0) if none does."""
    size = 1.0
    while size > 1e-8:
        tried = np.maximum(p + size * step, 0)
        gain = _value(design, cost, tried) - value
        if gain > 0:
            return tried, gain
        size /= 2
    return p, 0.0


def _rate(design: Floats, p: Floats) -> Floats:
    return np.maximum(design @ p, 1e-300)


def _value(design: Floats, cost: Floats, p: Floats) -> float:
    rate = design @ p
    if (rate <= 0).any():
        return -np.inf
    return float(np.log(rate).sum() - cost @ p)
