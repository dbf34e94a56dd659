"""Brinkmanship in closed form: certain resolve, and bidding of up to three rounds.

Write D(q, n) = q (1 - f_n) / (f_n + (1 - f_n) (1 - q) f_{n+1}): the cost of disaster at which a side is indifferent in
round n if the other yields with probability q in the next; the cut is then 1 / (1 + D). In the last round that anybody
holds on the other surely yields, so that c = f. With two rounds c_2 = f_2 and c_1 follows. With three, c_1 depends on
c_2 through the defender's yielding, c_2 on c_1 through the challenger's; each step is a Moebius map (a x + b)/(c x + d)
of the one before, so that c_1 is a root of a quadratic equation.
"""

from __future__ import annotations

import numpy as np

from vedette.measuring.events import Floats
from vedette.simulating.bidding import regret
from vedette.simulating.brinkmanship import Game

_EXACT = 1e-9


def closed_cuts(game: Game) -> Floats | None:
    """Give the cuts in closed form, or None where there is none (more rounds, or a cut outside its interval)."""
    if game.challenger[0] == game.challenger[1] and game.defender[0] == game.defender[1]:
        return certain_cuts(game)
    rounds = game.last - 1
    if rounds == 0:
        return np.zeros(0)
    made = {1: _one, 2: _two, 3: _three}[rounds](game) if rounds <= 3 else None
    if made is None or regret(game, made) > _EXACT:
        return None
    return made


def certain_cuts(game: Game) -> Floats:
    """Cuts where both resolves are known: who is to move in the last round yields whenever it is to move.

    The other one holds on. So there is a crisis only if the challenger can outbid the defender, and it has one round.
    """
    wins = (game.last - 1) % 2
    return np.array([0.0 if n % 2 == wins else 1.0 for n in range(1, game.last)])


def best_power(*, resolve: float, base: float, slope: float) -> tuple[float, float]:
    """Give how much power (0 to 1) a challenger brings to bear, and what that is worth to it (0: nothing).

    The trade-off between power and risk (Powell 2015, Int. Organ. 69:589), in its simplest form: with power p the
    challenger wins a limited war with probability p, and the risk that it gets out of hand is base + slope p. Then
    (1 - base - slope p) p - (base + slope p) (1 - R) / R is greatest at p = (1 - base - slope (1 - R) / R) / (2 slope).
    """
    cost = (1 - resolve) / resolve
    power = float(np.clip((1 - base - slope * cost) / (2 * slope), 0.0, min(1.0, (1 - base) / slope)))
    value = (1 - base - slope * power) * power - (base + slope * power) * cost
    return (power, value) if value > 0 else (0.0, 0.0)


def _share(cut: float, low: float, high: float) -> float:
    return float(np.clip((cut - low) / (high - low), 0.0, 1.0)) if high > low else float(cut > low)


def _cut(game: Game, n: int, q: float) -> float:
    """Give the resolve that is indifferent in round n if the other yields with probability q in the next."""
    risk, after = game.risk(n), game.risk(n + 1)
    stake = q * (1 - risk)
    spoilt = risk + (1 - risk) * (1 - q) * after
    return float(np.clip(spoilt / (spoilt + stake), *game.mover(n)))


def _one(game: Game) -> Floats:
    return np.array([max(game.risk(1), game.challenger[0])])


def _two(game: Game) -> Floats:
    second = max(game.risk(2), game.defender[0])
    return np.array([_cut(game, 1, _share(second, *game.defender)), second])


def _three(game: Game) -> Floats | None:
    """Solve a x^2 + b x + c = 0 for the first cut; None where it has no root in the challenger's interval."""
    (low, high), third = game.challenger, game.risk(3)
    later = np.array([[-1.0, third], [-1.0, high]])  # q_3 = (f_3 - x) / (high - x)
    yields = np.array([[1.0, -game.defender[0]], [0.0, game.defender[1] - game.defender[0]]])  # q_2 of c_2
    (a, b), (c, d) = _map(game, 1) @ yields @ _map(game, 2) @ later
    roots = np.roots([c, d - a, -b])
    real = [float(root.real) for root in roots if abs(root.imag) < 1e-12 and low <= root.real <= min(high, third)]
    if not real:
        return None
    first = real[0]
    return np.array([first, _cut(game, 2, (third - first) / (high - first)), third])


def _map(game: Game, n: int) -> Floats:
    """Give the Moebius map from the other's yielding q to the cut of round n: spoilt / (spoilt + stake)."""
    risk, after = game.risk(n), game.risk(n + 1)
    spoilt = np.array([-(1 - risk) * after, risk + (1 - risk) * after])
    return np.array([spoilt, spoilt + np.array([1 - risk, 0.0])])
