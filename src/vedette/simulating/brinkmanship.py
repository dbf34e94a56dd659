"""Brinkmanship: two sides bid up a risk that neither controls, each unsure how resolved the other is.

After Powell (1987, Am. Polit. Sci. Rev. 81:717; 1988, 82:155; 1990, Nuclear Deterrence Theory). In round n one side,
the challenger in odd rounds and the defender in even ones, yields or holds on. Holding on runs the autonomous risk
f_n = first + (n - 1) step that events get out of hand; if they do not, the other one is to move. Prevailing is worth
1, yielding 0, disaster -(1 - R) / R: R, the resolve, is the greatest risk at which a side would rather hold on than
yield if that made it prevail, R = (prevail - yield) / (prevail - disaster). Each knows its own R; the other holds it to
be uniform on an interval. In equilibrium a side holds on in round n if its R is at least c_n.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from vedette.measuring.events import Floats
from vedette.model.errors import UsageError

_MOST_ROUNDS = 24
_SWEEPS, _LAST, _GRID = 150, 40, 300
_PRECISE = 1e-12
_GOOD = 1e-5
_STARTS = (None, 0.5, 0.2, 0.8)
_EDGE = 1e-9  # a cut this near to an end of its interval stands for that end


@dataclass(frozen=True, slots=True, kw_only=True)
class Game:
    """Resolve of both sides, (low, high) with 0 < low <= high < 1; the risk of round 1, `first`, and `step` a round."""

    challenger: tuple[float, float]
    defender: tuple[float, float]
    first: float
    step: float

    def __post_init__(self) -> None:
        """Refuse what is no such game: UsageError."""
        for who, (low, high) in (("challenger", self.challenger), ("defender", self.defender)):
            if not 0 < low <= high < 1:
                raise UsageError(f"brinkmanship: resolve of the {who} {low:g} to {high:g}; needs 0 < low <= high < 1")
        if (self.challenger[0] == self.challenger[1]) != (self.defender[0] == self.defender[1]):
            raise UsageError("brinkmanship: one resolve is certain, one is not; give two intervals or two numbers")
        if not 0 < self.first < 1 or not 0 < self.step <= 1:
            raise UsageError("brinkmanship: the first risk must lie between 0 and 1, the step above 0 and at most 1")
        if (max(self.challenger[1], self.defender[1]) - self.first) / self.step > _MOST_ROUNDS:
            raise UsageError(
                f"brinkmanship: a step of {self.step:g} makes more than {_MOST_ROUNDS} rounds; take a larger one"
            )

    def risk(self, n: int) -> float:
        """The risk of holding on in round n (1, 2 ...)."""
        return min(1.0, self.first + (n - 1) * self.step)

    def mover(self, n: int) -> tuple[float, float]:
        """The interval of resolve of the side that is to move in round n."""
        return self.challenger if n % 2 else self.defender

    @property
    def last(self) -> int:
        """The first round in which nobody who is to move would hold on: there the bidding has surely ended."""
        return next(n for n in range(1, 4 * _MOST_ROUNDS) if self.risk(n) >= self.mover(n)[1])


@dataclass(frozen=True, slots=True, kw_only=True)
class Solved:
    """An equilibrium: `cuts` of rounds 1, 2 ... `last` - 1 (hold on from this resolve up), how likely each ending is.

    `regret`: the most that any type of any side could still gain by another choice (0 in an exact equilibrium).
    """

    cuts: tuple[float, ...]
    no_challenge: float
    challenger_prevails: float
    defender_prevails: float
    disaster: float
    rounds: float
    regret: float
    exact: bool

    @property
    def challenged(self) -> float:
        """The probability that there is a crisis at all."""
        return 1 - self.no_challenge


def resolve(*, prevail: float, give_in: float, disaster: float) -> float:
    """Give a side's resolve: the greatest risk of disaster worth running to prevail rather than give in.

    Raises UsageError unless prevail > give_in > disaster.
    """
    if not prevail > give_in > disaster:
        raise UsageError("brinkmanship: prevailing must be worth more than giving in, and that more than disaster")
    return (prevail - give_in) / (prevail - disaster)


@lru_cache(maxsize=64)
def solve(game: Game) -> Solved:
    """Find the equilibrium: in closed form where there is one, else by numbers."""
    from vedette.simulating.closed import closed_cuts

    cuts = closed_cuts(game)
    return _told(game, search(game) if cuts is None else cuts, exact=cuts is not None)


def solve_by_numbers(game: Game) -> Solved:
    """Find the equilibrium by numbers alone, also where a closed form is known."""
    return _told(game, search(game), exact=False)


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


def _told(game: Game, cuts: Floats, *, exact: bool) -> Solved:
    q = yielding(game, cuts)
    alive, disaster, rounds = 1.0, 0.0, 0.0
    ends = [0.0, 0.0]
    for n in range(1, len(q) + 1):
        ends[n % 2] += alive * q[n - 1]
        held = alive * (1 - q[n - 1])
        rounds += held
        disaster += held * game.risk(n)
        alive = held * (1 - game.risk(n))
    return Solved(
        cuts=tuple(float(cut) for cut in cuts),
        no_challenge=float(q[0]),
        challenger_prevails=float(ends[0]),
        defender_prevails=float(ends[1] - q[0]),
        disaster=float(disaster),
        rounds=float(rounds),
        regret=regret(game, cuts),
        exact=exact,
    )


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
