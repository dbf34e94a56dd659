"""Climb the likelihood: over the weights exactly for each decay, over decay and steepness by the exact gradient.

For a given shape each receiver's part is concave and stands alone; by the envelope theorem the slope of the best value
by the shape is the partial slope at the best weights.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from scipy.optimize import minimize

from vedette.measuring.baseline import Baseline
from vedette.measuring.concave import maximise
from vedette.measuring.decay import Shape, Trace, trace
from vedette.measuring.events import Events, Floats, Ints

RADIUS = 0.999
_SLOWEST = 20  # a kernel slower than a twentieth of the record cannot be told from a drift of the baseline
_SCOUTS = 8_000
_STEEPEST = 20.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitted:
    """Weights (actors, baseline columns + actors) and shape that maximise the likelihood, and its value."""

    events: Events
    baseline: Baseline
    weights: Floats
    shape: Shape
    value: float
    free_decay: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """Of each receiver: where its acts stand and their design matrix; of all: the cost of each column."""

    mine: list[Ints]
    designs: list[Floats]
    cost: Floats
    traced: Trace


def parts(events: Events, baseline: Baseline, shape: Shape) -> Parts:
    """Lay out what the likelihood is made of."""
    traced = trace(events, shape)
    design = np.hstack([baseline.rate(events.times), traced.felt])
    cost = np.concatenate([baseline.integral(np.array([events.end]))[0], traced.spent])
    mine = [np.flatnonzero(events.actors == i) for i in range(len(events.names))]
    return Parts(mine=mine, designs=[design[acts] for acts in mine], cost=cost, traced=traced)


def value(made: Parts, weights: Floats) -> float:
    """Give the log likelihood."""
    logs = sum(
        float(np.log(np.maximum(x @ p, 1e-300)).sum()) for x, p in zip(made.designs, weights, strict=True) if len(x)
    )
    return logs - float((weights @ made.cost).sum())


def slopes(events: Events, made: Parts, weights: Floats) -> tuple[float, float]:
    """Give the slope of the log likelihood by decay and by steepness at fixed weights."""
    branching = weights[:, -len(events.names) :]
    by_decay, by_steepness = 0.0, 0.0
    traced = made.traced
    for i, (mine, design) in enumerate(zip(made.mine, made.designs, strict=True)):
        weight = 1 / np.maximum(design @ weights[i], 1e-300)
        by_decay += float(weight @ (traced.by_decay[mine] @ branching[i]) - branching[i] @ traced.spent_by_decay)
        if traced.by_steepness is not None and traced.spent_by_steepness is not None:
            felt = weight @ (traced.by_steepness[mine] @ branching[i])
            by_steepness += float(felt - branching[i] @ traced.spent_by_steepness)
    return by_decay, by_steepness


def best_weights(made: Parts, start: Floats) -> Floats:
    """Maximise over the weights of each receiver."""
    return np.stack([maximise(x, made.cost, p) for x, p in zip(made.designs, start, strict=True)])


def climb(events: Events, baseline: Baseline, *, decay: float | None = None) -> Fitted:
    """Maximise over everything: scout decays on the first acts, then climb from the best."""
    given = Shape(decay=decay) if decay else None
    start = given or _scout(events.until(_SCOUTS), baseline, span=events.end)
    bounds = _bounds(events, fixed=decay)
    weights = _first(events, baseline)

    def downhill(place: Floats) -> tuple[float, Floats]:
        nonlocal weights
        shape = Shape(decay=float(np.exp(place[0])), steepness=float(place[1]))
        made = parts(events, baseline, shape)
        weights = best_weights(made, weights)
        slope = slopes(events, made, weights)
        n = len(events.times)
        return -value(made, weights) / n, -np.array([slope[0] * shape.decay, slope[1]]) / n

    begin = np.clip([np.log(start.decay), 0.0], [low for low, _ in bounds], [high for _, high in bounds])
    options = {"ftol": 1e-12, "gtol": 1e-7, "maxiter": 60}
    found = minimize(  # type: ignore[call-overload]
        downhill, begin, jac=True, method="L-BFGS-B", bounds=bounds, options=options
    )
    shape = Shape(decay=float(np.exp(found.x[0])), steepness=float(found.x[1]))
    made = parts(events, baseline, shape)
    weights = best_weights(made, weights)
    return Fitted(
        events=events,
        baseline=baseline,
        weights=weights,
        shape=shape,
        value=value(made, weights),
        free_decay=decay is None,
    )


def drifts(fitted: Fitted) -> bool:
    """Tell whether the kernel is strong and slower than a sixtieth of the record: it may follow a drift, not acts."""
    low = _SLOWEST / fitted.events.end
    strong = fitted.weights[:, -len(fitted.events.names) :].max() > 0.05
    return fitted.free_decay and bool(strong) and fitted.shape.decay < 3 * low


def without_reactions(events: Events, baseline: Baseline) -> float:
    """Give the log likelihood of the baseline alone."""
    rates, cost = baseline.rate(events.times), baseline.integral(np.array([events.end]))[0]
    designs = [rates[events.actors == i] for i in range(len(events.names))]
    found = [maximise(x, cost, np.full(len(cost), len(x) / cost.sum())) for x in designs]
    logs = [float(np.log(np.maximum(x @ p, 1e-300)).sum() - cost @ p) for x, p in zip(designs, found, strict=True)]
    return sum(logs)


def settle(fitted: Fitted) -> Fitted:
    """Bring a fit whose reactions would not die out back below a spectral radius of 1, along the constraint."""
    k = len(fitted.events.names)
    if np.abs(np.linalg.eigvals(fitted.weights[:, -k:])).max() <= RADIUS:
        return fitted
    made = parts(fitted.events, fitted.baseline, fitted.shape)
    form, n = fitted.weights.shape, len(fitted.events.times)

    def downhill(flat: Floats) -> tuple[float, Floats]:
        weights = flat.reshape(form)
        rates = [np.maximum(x @ p, 1e-300) for x, p in zip(made.designs, weights, strict=True)]
        slope = np.stack([x.T @ (1 / r) - made.cost for x, r in zip(made.designs, rates, strict=True)])
        return -value(made, weights) / n, -slope.ravel() / n

    def room(flat: Floats) -> float:
        return RADIUS - float(np.abs(np.linalg.eigvals(flat.reshape(form)[:, -k:])).max())

    begin = fitted.weights.copy()
    begin[:, -k:] *= 0.95 / np.abs(np.linalg.eigvals(begin[:, -k:])).max()
    found = minimize(
        downhill,
        begin.ravel(),
        jac=True,
        method="SLSQP",
        bounds=[(0, None)] * begin.size,
        constraints=[{"type": "ineq", "fun": room}],
        options={"maxiter": 200, "ftol": 1e-10},
    )
    weights = np.maximum(found.x.reshape(form), 0)
    return replace(fitted, weights=weights, value=value(made, weights))


def _first(events: Events, baseline: Baseline) -> Floats:
    """Start with half of the acts from the baseline and the rest shared by all."""
    k = len(events.names)
    area = float(baseline.integral(np.array([events.end])).sum())
    half = np.repeat((events.counts / (2 * area))[:, None], baseline.columns, axis=1)
    share = events.counts[:, None] / max(len(events.times), 1) / 2
    return np.hstack([half, np.repeat(share, k, axis=1) + 1e-3])


def _bounds(events: Events, *, fixed: float | None) -> list[tuple[float, float]]:
    gaps = np.diff(np.unique(events.times))
    shortest = float(np.quantile(gaps, 0.01)) if len(gaps) else events.end
    low, high = np.log(_SLOWEST / events.end), np.log(max(10 / shortest, 100 * _SLOWEST / events.end))
    decay = (float(np.log(fixed)),) * 2 if fixed else (float(low), float(high))
    if events.marks is None or not np.ptp(events.marks):
        return [decay, (0.0, 0.0)]
    most = _STEEPEST / float(np.ptp(events.marks))
    return [decay, (-most, most)]


def _scout(few: Events, baseline: Baseline, *, span: float) -> Shape:
    """Try decays a factor of e apart on a few acts: the likelihood may have several tops."""
    (low, high), _ = _bounds(few, fixed=None)
    low = min(max(low, float(np.log(_SLOWEST / span))), high)
    best, at = -np.inf, low
    weights = _first(few, baseline)
    for place in np.linspace(low, high, max(int((high - low) / 1.2), 2) + 1):
        made = parts(few, baseline, Shape(decay=float(np.exp(place))))
        weights = best_weights(made, np.maximum(weights, 1e-4))
        if (here := value(made, weights)) > best:
            best, at = here, float(place)
    return Shape(decay=float(np.exp(at)))
