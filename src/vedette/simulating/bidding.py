"""The equilibrium of a brinkmanship crisis by numbers, and how far any cuts are from one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np

from vedette.measuring.events import Floats

if TYPE_CHECKING:
    from vedette.simulating.brinkmanship import Game

_SWEEPS, _LAST, _GRID = 150, 40, 300
_PRECISE = 1e-12
_GOOD = 1e-5
_STARTS = (None, 0.5, 0.2, 0.8)
_EDGE = 1e-9  # a cut this near to an end of its interval stands for that end


def search(game: Game) -> Floats:
    """Improve all cuts at once, a part of the way and less whenever they swing: on a grid of types, then exactly."""
    low, high = _bounds(game)
    cuts = np.clip(np.array([game.risk(n) for n in range(1, game.last)]), low, high)
    cuts = _settled(game, cuts, _near, _SWEEPS)
    if regret(game, cuts) > _GOOD and (low < high).all():
        cuts = _solved(game, cuts, low, high)
    return _settled(game, cuts, _best, _LAST)


def _solved(game: Game, cuts: Floats, low: Floats, high: Floats) -> Floats:
    """Solve for cuts that are their own best answers, from several starts, where improving them goes in circles."""
    from scipy.optimize import least_squares

    tried = [cuts]
    for share in _STARTS:
        start = cuts if share is None else low + share * (high - low)
        off = lambda now: _near(game, yielding(game, now)) - now  # noqa: E731
        found = least_squares(off, np.clip(start, low + 1e-7, high - 1e-7), bounds=(low, high), xtol=1e-12, max_nfev=40)
        tried.append(np.asarray(found.x))
        if regret(game, tried[-1]) < _GOOD:
            break
    return min(tried, key=lambda one: regret(game, one))


def _settled(game: Game, cuts: Floats, best: Callable[[Game, Floats], Floats], sweeps: int) -> Floats:
    pace, before, kept, least = 0.5, np.zeros_like(cuts), cuts, np.inf
    for _ in range(sweeps if len(cuts) else 0):
        step = best(game, yielding(game, cuts)) - cuts
        far = float(np.abs(step).max())
        if far < least:
            kept, least = cuts, far
        if far < _PRECISE:
            break
        pace = max(pace * 0.8, 0.02) if float(step @ before) < 0 else min(pace * 1.1, 0.9)
        before, cuts = step, cuts + pace * step
    return kept


def _bounds(game: Game) -> tuple[Floats, Floats]:
    ends = np.array([game.mover(n) for n in range(1, game.last)]).reshape(-1, 2)
    return ends[:, 0], ends[:, 1]


def yielding(game: Game, cuts: Floats) -> Floats:
    """Give the probability that who is to move yields in each round, given that it comes to that; 1 after the last."""
    made = np.ones(len(cuts) + 2)
    for n, cut in enumerate(cuts, 1):
        low, high = game.mover(n)
        held = max(low, cuts[n - 3]) if n > 2 else low
        made[n - 1] = 1.0 if cut >= high - _EDGE else 0.0 if cut <= held else (cut - held) / (high - held)
    return made


def worth(game: Game, q: Floats, types: Floats) -> Floats:
    """Give what holding on is worth in each round (rounds, types) to these resolves, if all later choices are best."""
    rounds = len(q) - 2
    cost = (1 - types) / types
    made = np.zeros((rounds + 2, types.size))
    for n in range(rounds, 0, -1):
        risk, after = game.risk(n), game.risk(n + 1)
        later = np.maximum(made[n + 1], 0.0) if n + 2 <= rounds else np.zeros(types.size)
        held = -after * cost + (1 - after) * later
        made[n - 1] = -risk * cost + (1 - risk) * (q[n] + (1 - q[n]) * held)
    return np.asarray(made[:rounds])


def _near(game: Game, q: Floats) -> Floats:
    """Give the best cuts by interpolation on a grid of types."""
    made = np.empty(len(q) - 2)
    for own, (low, high) in ((0, game.challenger), (1, game.defender)):
        types = np.linspace(low, high, _GRID)
        value = worth(game, q, types)[own::2]
        first = np.argmax(value >= 0, axis=1)
        row = np.arange(len(value))
        under, over = value[row, np.maximum(first - 1, 0)], value[row, first]
        part = np.where(over > under, over / np.maximum(over - under, 1e-300), 0.0)
        cut = types[first] - part * (types[first] - types[np.maximum(first - 1, 0)])
        made[own::2] = np.where((value >= 0).any(axis=1), cut if low < high else 0.0, high)
    return made


def _best(game: Game, q: Floats) -> Floats:
    """Give the cut of each round that is best against the other's yielding: where holding on begins to pay."""
    low, high = _bounds(game)
    at = np.arange(len(low))
    a, b = low, high
    for _ in range(45):
        middle = (a + b) / 2
        pays = worth(game, q, middle)[at, at] >= 0
        a, b = np.where(pays, a, middle), np.where(pays, middle, b)
    all_hold, none_hold = worth(game, q, low)[at, at] >= 0, worth(game, q, high)[at, at] < 0
    return np.where(all_hold, np.where(low < high, low, 0.0), np.where(none_hold, high, (a + b) / 2))


def regret(game: Game, cuts: Floats) -> float:
    """Give the most that any type could gain by leaving the cuts, over all rounds that it reaches under them."""
    if not len(cuts):
        return 0.0
    q = yielding(game, cuts)
    reached = np.concatenate([[True], np.cumprod(1 - q) > 0])
    most = 0.0
    for own in (1, 2):
        low, high = game.challenger if own == 1 else game.defender
        types = np.linspace(low, high, 2001)
        value = worth(game, q, types)
        alive = np.ones(types.size, dtype=bool)
        for n in range(own, len(cuts) + 1, 2):
            if not reached[n - 1]:
                break
            holds = (types >= cuts[n - 1] - _EDGE) & (cuts[n - 1] < high - _EDGE)
            gain = np.where(holds, -value[n - 1], value[n - 1])
            most = max(most, float(np.where(alive, gain, 0.0).max()))
            alive &= holds
    return most
