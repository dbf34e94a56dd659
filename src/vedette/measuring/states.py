"""A rate that switches between calm and burst: a hidden Markov chain of two states with negative binomial counts.

Fitted by expectation and maximisation (Baum and Welch 1970). With two states, all that a pass over time carries along
is the odds of a burst: a number for one series, a row of numbers for many drawn ones. Counts of both states share one
shape (variance = mean + mean^2 / shape), so that a wide scatter alone makes no burst. One rate without states is fitted
beside it, and the Bayesian information criterion decides.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from scipy.optimize import minimize_scalar
from scipy.special import gammaln

from vedette.measuring.events import Floats

_TRIALS, _ROUNDS = 8, 100
_PAUSE = 4  # rounds between two searches for the shape
_TOLERANCE = 1e-6  # of the log likelihood a day
_STARTS = (0.5, 0.75, 0.9)
_STAYED = 28  # days known beforehand, with one move at their end: an episode is a matter of weeks rather than days
_FAR, _MOST, _TINY = 300.0, 1e200, 1e-200
_STEADIEST = 1e6  # the shape at which a negative binomial is a Poisson


@dataclass(frozen=True, slots=True, kw_only=True)
class States:
    """A fit: mean counts a day in calm and in burst, the shape they share, chances of staying and of starting in each
    state; `gain` is by how much the criterion prefers two states to one rate (below 0: one rate does as well)."""

    means: Floats
    shape: float
    stay: Floats
    start: Floats
    gain: float

    @property
    def moves(self) -> Floats:
        """The matrix of moves, (from, to)."""
        return np.array([[self.stay[0], 1 - self.stay[0]], [1 - self.stay[1], self.stay[1]]])


def fit_states(counts: Floats) -> States:
    """Fit calm and burst to counts a day; nan: nothing is known of a day."""
    known = counts[~np.isnan(counts)]
    tried = [_climb(counts, _first(known, share), rounds=_TRIALS) for share in _STARTS]
    best, value = _climb(counts, max(tried, key=lambda one: one[1])[0], rounds=_ROUNDS)
    alone = _alone(known)
    gain = 2 * (value - alone) - 4 * float(np.log(len(known)))  # a mean, two moves and a start more
    return States(means=best.means, shape=best.shape, stay=best.stay, start=best.start, gain=gain)


def probabilities(fit: States, counts: Floats) -> Floats:
    """Give the probability of a burst on each day of each series, (series, days)."""
    odds = _odds(fit, counts)
    both = np.array(_forward(fit, odds.T)) * np.array(_backward(fit, odds.T))
    return np.asarray(both / (1 + both)).T


def paths(fit: States, counts: Floats, *, rng: np.random.Generator) -> Floats:
    """Draw a path of states for each series, (series, days), 1 for a burst: filtered forwards, drawn backwards."""
    forward, moves = _forward(fit, _odds(fit, counts).T), fit.moves
    chance = rng.random(counts.shape[::-1])
    made = np.zeros(counts.shape[::-1])
    made[-1] = chance[-1] < forward[-1] / (1 + forward[-1])
    for day in range(len(made) - 2, -1, -1):
        after = made[day + 1].astype(int)
        burst = forward[day] * moves[1, after]
        made[day] = chance[day] < burst / (burst + moves[0, after])
    return made.T


def _first(known: Floats, share: float) -> States:
    edge = np.quantile(known, share)
    low, high = known[known <= edge], known[known > edge]
    means = np.array([max(low.mean(), 0.01), max(high.mean() if len(high) else edge + 1, low.mean() + 0.5)])
    return States(means=means, shape=2.0, stay=np.array([0.97, 0.93]), start=np.array([0.5, 0.5]), gain=0.0)


def _climb(counts: Floats, fit: States, *, rounds: int) -> tuple[States, float]:
    value = now = -np.inf
    for number in range(rounds):
        odds, calm = _odds(fit, counts), np.nansum(_log_pmf(counts, fit.means[0], fit.shape))
        before, after = _forward(fit, odds.tolist()), _backward(fit, odds.tolist())
        now = _value(fit, np.array(before)) + float(calm)
        if now - value < _TOLERANCE * counts.size:
            break
        value = now
        fit = _better(fit, counts, Seen(np.array(before), np.array(after), odds), reshape=number % _PAUSE == 0)
    return fit, now


class Seen(NamedTuple):
    """What a fit sees: the odds of a burst on each day by the past, by the future, and by the day's own count."""

    before: Floats
    after: Floats
    odds: Floats


def _better(fit: States, counts: Floats, seen_as: Seen, *, reshape: bool) -> States:
    """Take the best means, moves and (now and then) shape for the states as the present fit sees them."""
    before, after, odds = seen_as
    (calm, up), (down, held) = fit.moves
    later = odds[1:] * after[1:]
    joint = np.stack([np.full(len(later), calm), up * later, down * before[:-1], held * before[:-1] * later])
    moves = (joint / joint.sum(axis=0)).sum(axis=1)
    stay = (moves[[0, 3]] + _STAYED) / (moves.reshape(2, 2).sum(axis=1) + _STAYED + 1)
    burst = before * after / (1 + before * after)
    share, known = np.stack([1 - burst, burst], axis=1), ~np.isnan(counts)
    weight, seen = share[known], counts[known]
    means = np.maximum((weight * seen[:, None]).sum(axis=0) / np.maximum(weight.sum(axis=0), 1e-9), 1e-4)
    order = np.argsort(means)
    shape = _shape(seen, means, weight) if reshape else fit.shape
    return States(means=means[order], shape=shape, stay=stay[order], start=share[0][order], gain=0.0)


def _shape(seen: Floats, means: Floats, weight: Floats) -> float:
    """Find the shape that fits counts (n) with means (states), weighed by the chance of each state (n, states)."""
    values, place = np.unique(seen, return_inverse=True)
    held = np.stack([np.bincount(place, column) for column in weight.T], axis=1)

    def loss(log: float) -> float:
        return -float((held * _log_pmf(values[:, None], means, np.exp(log))).sum())

    return float(np.exp(minimize_scalar(loss, bounds=(np.log(0.05), np.log(_STEADIEST)), method="bounded").x))


def _alone(known: Floats) -> float:
    mean = np.array([max(known.mean(), 1e-4)])
    return float(_log_pmf(known, mean, _shape(known, mean, np.ones((len(known), 1)))).sum())


def _log_pmf(counts: Floats, means: Floats | float, shape: float) -> Floats:
    odds = np.log(means) - np.log(means + shape)
    first = gammaln(counts + shape) - gammaln(shape) - gammaln(counts + 1)
    return np.asarray(first + counts * odds + shape * (np.log(shape) - np.log(means + shape)))


def _odds(fit: States, counts: Floats) -> Floats:
    """Give how much likelier each count is in a burst than in calm; 1 where nothing is known of a day."""
    logs = _log_pmf(counts, fit.means[1], fit.shape) - _log_pmf(counts, fit.means[0], fit.shape)
    return np.asarray(np.exp(np.clip(np.nan_to_num(logs), -_FAR, _FAR)))


def _forward(fit: States, odds: Iterable[Any]) -> list[Any]:
    """Give the odds of a burst on each day by what was seen until then."""
    (calm, up), (down, burst) = fit.moves.tolist()
    made: list[Any] = []
    for seen in odds:
        held = made[-1] if made else None
        ahead = fit.start[1] / max(fit.start[0], _TINY) if held is None else (up + held * burst) / (calm + held * down)
        made.append(np.minimum(ahead * seen, _MOST) if isinstance(seen, np.ndarray) else min(ahead * seen, _MOST))
    return made


def _backward(fit: States, odds: Iterable[Any]) -> list[Any]:
    """Give how much likelier what follows each day is after a burst than after calm."""
    (calm, up), (down, burst) = fit.moves.tolist()
    later = list(odds)
    made = [later[-1] * 0 + 1.0]
    for seen in reversed(later[1:]):
        ahead = seen * made[-1]
        made.append((down + burst * ahead) / (calm + up * ahead))
    return made[::-1]


def _value(fit: States, before: Floats) -> float:
    """Give the log likelihood, less that of all counts in calm."""
    calm, down = fit.moves[:, 0]
    return float(np.log(max(fit.start[0], _TINY)) + np.log(calm + before[:-1] * down).sum() + np.log1p(before[-1]))
