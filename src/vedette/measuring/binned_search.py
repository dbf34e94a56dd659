"""Search the quasi-likelihood of counts by day, and the errors of what is found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from scipy.linalg import LinAlgError
from scipy.optimize import minimize, nnls

from vedette.measuring.binned_filter import Day, Innovations, day_of, innovations, steady
from vedette.measuring.events import Floats

_DECAYS = (0.2, 1.0, 4.0)
_FASTEST, _SLOWEST = 20.0, 20
_TINY = 1e-6
_STEP = 1e-4
_SCOUTED = 6
_LEAST_BLOCK = 14
_STEEP, _WALL = 10.0, 1e9  # the slope beyond a radius of 1, and the height where nothing can be worked out


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The best place (baseline weights, branching, log decay, in one row), its errors, and what it leaves."""

    place: Floats
    errors: Floats
    mean: Floats
    residuals: Floats


def search(counts: Floats, rates: Floats, *, near: Floats | None = None) -> Found:
    """Maximise over counts (days, actors) and baseline columns by day (days, columns).

    `near` is a place from which to climb, such as that of counts much like these; without it several are tried.
    """
    days, k = counts.shape
    swing = _swing(counts, rates)
    forecast = _forecaster(counts, rates)

    def loss(place: Floats) -> float:
        over = max(_radius(place, k) - 1, 0.0)
        try:
            left = forecast(_inside(place, k) if over else place)
            found = float(_terms(left, swing).sum() / days) if _proper(left.spread) else np.inf
        except LinAlgError:
            return _WALL
        return found + _STEEP * over if np.isfinite(found) else _WALL

    free = k * rates.shape[1]
    bounds = [(_TINY, None)] * free + [(0.0, None)] * (k * k) + [(np.log(_SLOWEST / days), np.log(_FASTEST))]
    scouted = [_climb(loss, _start(counts, rates, decay), bounds, rounds=_SCOUTED) for decay in _DECAYS if near is None]
    starts = scouted if near is None else [near]
    best = _inside(_climb(loss, min(starts, key=loss), bounds, rounds=200), k)
    left = forecast(best)
    return Found(
        place=best,
        errors=_errors(forecast, swing, best),
        mean=left.mean,
        residuals=left.surprise / swing / np.sqrt(np.diag(left.spread)),
    )


def _forecaster(counts: Floats, rates: Floats) -> Callable[[Floats], Innovations]:
    """Give the forecast at a place; the day is integrated anew only where reactions or decay have moved."""
    k, columns = counts.shape[1], rates.shape[1]
    level = counts.mean(axis=0)
    held: dict[bytes, tuple[Day, tuple[Floats, Floats]]] = {}

    def forecast(place: Floats) -> Innovations:
        moving = place[k * columns :]
        key = moving.tobytes()
        if key not in held:
            held.clear()
            day = day_of(moving[:-1].reshape(k, k), float(np.exp(moving[-1])), level)
            held[key] = (day, steady(day, k))
        day, settled = held[key]
        return innovations(counts, rates @ place[: k * columns].reshape(k, -1).T, day, settled)

    return forecast


def _swing(counts: Floats, rates: Floats) -> Floats:
    """Give how wide each actor's counts spread on a day against their spread on average: as the root of the level."""
    levels = np.stack([rates @ nnls(rates, column)[0] for column in counts.T], axis=1)
    mean = counts.mean(axis=0)
    return np.asarray(np.sqrt(np.maximum(levels, 0.05 * mean) / mean))


def _proper(spread: Floats) -> bool:
    """Tell a covariance from what rounding has made of one where reactions fall within the hour."""
    return bool(np.isfinite(spread).all()) and float(np.linalg.eigvalsh(spread)[0]) > 0


def _terms(left: Innovations, swing: Floats) -> Floats:
    """Give half of minus twice the log likelihood of each day."""
    surprise = left.surprise / swing
    inverse = np.linalg.inv(left.spread)
    size = np.linalg.slogdet(left.spread)[1] + 2 * np.log(swing).sum(axis=1)
    return np.asarray((size + ((surprise @ inverse) * surprise).sum(axis=1)) / 2)


def _start(counts: Floats, rates: Floats, decay: float) -> Floats:
    k = counts.shape[1]
    base = np.stack([nnls(rates, column)[0] for column in counts.T]) / 2 + _TINY
    return np.concatenate([base.ravel(), np.full(k * k, 0.3 / k), [np.log(decay)]])


def _climb(
    loss: Callable[[Floats], float], start: Floats, bounds: list[tuple[float, float | None]], *, rounds: int
) -> Floats:
    begin = np.clip(start, [low for low, _ in bounds], [np.inf if high is None else high for _, high in bounds])
    options = {"maxiter": rounds, "maxfun": 50_000}
    found = minimize(loss, begin, method="L-BFGS-B", bounds=bounds, options=options)  # type: ignore[call-overload]
    return np.asarray(found.x)


def _inside(place: Floats, k: int) -> Floats:
    """Keep the reactions from growing for ever: shrink the whole matrix, never an entry alone."""
    matrix = place[-1 - k * k : -1]
    radius = _radius(place, k)
    return place if radius < 1 else np.concatenate([place[: -1 - k * k], matrix * 0.999 / radius, place[-1:]])


def _radius(place: Floats, k: int) -> float:
    return float(np.abs(np.linalg.eigvals(place[-1 - k * k : -1].reshape(k, k))).max())


def _errors(forecast: Callable[[Floats], Innovations], swing: Floats, place: Floats) -> Floats:
    """Give standard errors that trust neither the counts to be normal nor days to be free of each other."""
    score, surprise, spread = [], [], []
    for step in _STEP * np.eye(len(place)):
        up, down = forecast(place + step), forecast(place - step)
        score.append((_terms(up, swing) - _terms(down, swing)) / (2 * _STEP))
        surprise.append((up.surprise - down.surprise) / swing / (2 * _STEP))
        spread.append((up.spread - down.spread) / (2 * _STEP))
    inverse = np.linalg.inv(forecast(place).spread)
    moved = np.stack(surprise)
    bread = np.einsum("pdi,qdi->pq", moved @ inverse, moved, optimize=True)
    wide = np.stack([inverse @ one for one in spread])
    bread += len(swing) / 2 * np.einsum("pij,qji->pq", wide, wide)
    inner = np.linalg.pinv(bread, rcond=1e-12, hermitian=True)
    blocks = _blocks(np.stack(score, axis=1), float(np.exp(place[-1])))
    return np.asarray(np.sqrt(np.maximum(np.diag(inner @ (blocks.T @ blocks) @ inner), 0)))


def _blocks(score: Floats, decay: float) -> Floats:
    """Sum scores over stretches longer than the reactions last, at least ten of them."""
    size = int(min(max(_LEAST_BLOCK, 3 / decay), max(len(score) // 10, 1)))
    return np.asarray(np.add.reduceat(score, np.arange(0, len(score), size), axis=0))
