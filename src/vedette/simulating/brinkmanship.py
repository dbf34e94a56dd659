"""Brinkmanship: two sides bid up a risk that neither controls, each unsure how resolved the other is.

After Powell (1987, Am. Polit. Sci. Rev. 81:717; 1988, 82:155; 1990, Nuclear Deterrence Theory). In round n one side,
the challenger in odd rounds and the defender in even ones, yields or holds on. Holding on runs the autonomous risk
f_n = first + (n - 1) step that events get out of hand; if they do not, the other one is to move. Prevailing is worth
1, yielding 0, disaster -(1 - R) / R: R, the resolve, is the greatest risk at which a side would rather hold on than
yield if that made it prevail, R = (prevail - yield) / (prevail - disaster). Each knows its own R; the other holds it to
be uniform on an interval. In equilibrium a side holds on in round n if its R is at least c_n.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from vedette.measuring.events import Floats
from vedette.model.errors import UsageError
from vedette.simulating.bidding import regret, search, yielding

_MOST_ROUNDS = 24


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
