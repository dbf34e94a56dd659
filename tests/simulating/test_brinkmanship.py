"""Brinkmanship by numbers equals its closed forms, and moves the way the theory says."""

import numpy as np
import pytest

from vedette.model.errors import UsageError
from vedette.simulating.bargain import bargain_of, read_bargain, statics
from vedette.simulating.bidding import regret
from vedette.simulating.brinkmanship import Game, resolve, solve, solve_by_numbers
from vedette.simulating.closed import best_power, closed_cuts


def game(challenger: tuple[float, float], defender: tuple[float, float], first: float = 0.1, step: float = 0.2) -> Game:
    return Game(challenger=challenger, defender=defender, first=first, step=step)


CLOSED = [
    game((0.05, 0.25), (0.05, 0.28)),  # one round
    game((0.05, 0.45), (0.05, 0.5)),  # two
    game((0.1, 0.6), (0.1, 0.6)),  # three
    game((0.1, 0.65), (0.2, 0.68)),
    game((0.4, 0.4), (0.6, 0.6)),  # both certain
    game((0.6, 0.6), (0.4, 0.4)),
]


@pytest.mark.parametrize("one", CLOSED)
def test_numbers_equal_the_closed_form(one: Game) -> None:
    exact, numbers = solve(one), solve_by_numbers(one)
    assert exact.exact
    assert not numbers.exact
    for name in ("no_challenge", "challenger_prevails", "defender_prevails", "disaster", "rounds"):
        assert getattr(numbers, name) == pytest.approx(getattr(exact, name), abs=1e-7)


@pytest.mark.parametrize(
    "one", [*CLOSED, game((0.05, 0.5), (0.05, 0.5), 0.05, 0.1), game((0.1, 0.8), (0.05, 0.6), 0.05, 0.12)]
)
def test_nobody_gains_by_leaving_the_equilibrium(one: Game) -> None:
    found = solve(one)
    assert found.regret < 1e-6
    endings = (found.no_challenge, found.challenger_prevails, found.defender_prevails, found.disaster)
    assert sum(endings) == pytest.approx(1)
    assert min(endings) >= 0


def test_other_cuts_leave_something_to_gain() -> None:
    one = CLOSED[1]
    cuts = closed_cuts(one)
    assert cuts is not None
    assert regret(one, cuts + np.array([0.05, 0.0])) > 0.01


def test_two_rounds_follow_the_formula() -> None:
    one = CLOSED[1]
    yields = (0.3 - 0.05) / 0.45  # the defender holds on from a resolve of f_2 = 0.3 up
    cost = yields * 0.9 / (0.1 + 0.9 * (1 - yields) * 0.3)
    assert solve(one).cuts == pytest.approx((1 / (1 + cost), 0.3))


def test_there_is_no_crisis_where_both_resolves_are_known() -> None:
    weak, strong = solve(game((0.4, 0.4), (0.6, 0.6))), solve(game((0.6, 0.6), (0.4, 0.4)))
    assert (weak.no_challenge, weak.disaster) == (1.0, 0.0)
    assert (strong.challenger_prevails, strong.disaster) == pytest.approx((0.9, 0.1))


def test_more_autonomous_risk_deters_a_challenge() -> None:
    calm, rough = (solve(game((0.05, 0.25), (0.05, 0.28), first)).challenged for first in (0.1, 0.15))
    assert (calm, rough) == pytest.approx((0.75, 0.5))


def test_a_more_resolved_defender_is_challenged_less() -> None:
    soft, hard = (solve(game((0.05, 0.45), (low, 0.5))).challenged for low in (0.05, 0.2))
    assert hard < soft


def test_a_certain_balance_has_no_disaster_beyond_the_first_step() -> None:
    told = {name: (less, more) for name, less, more in statics(CLOSED[2])}
    assert set(told) == {"resolve of the challenger", "resolve of the defender", "autonomous risk"}
    less, more = told["resolve of the challenger"]
    assert less.challenged < more.challenged


def test_resolve_is_the_risk_at_which_holding_on_equals_yielding() -> None:
    found = resolve(prevail=10, give_in=4, disaster=-20)
    assert found == pytest.approx(0.2)
    assert (1 - found) * 10 + found * -20 == pytest.approx(4)
    with pytest.raises(UsageError, match="worth more"):
        resolve(prevail=1, give_in=2, disaster=0)


@pytest.mark.parametrize(("how_resolved", "base", "slope"), [(0.6, 0.05, 0.3), (0.8, 0.02, 0.6), (0.5, 0.1, 0.9)])
def test_the_best_power_is_the_greatest_by_numbers(how_resolved: float, base: float, slope: float) -> None:
    power = np.linspace(0, 1, 100_001)
    risk = np.minimum(base + slope * power, 1)
    worth = (1 - risk) * power - risk * (1 - how_resolved) / how_resolved
    found, value = best_power(resolve=how_resolved, base=base, slope=slope)
    assert value == pytest.approx(max(float(worth.max()), 0.0), abs=1e-8)
    assert found == pytest.approx(float(power[worth.argmax()]) if worth.max() > 0 else 0.0, abs=1e-4)


def test_a_sharper_trade_off_brings_less_power_to_bear() -> None:
    assert best_power(resolve=0.8, base=0.02, slope=0.9)[0] < best_power(resolve=0.8, base=0.02, slope=0.6)[0]


@pytest.mark.parametrize(
    ("told", "problem"),
    [
        ({"resolve": {"challenger": [0.5, 0.2], "defender": 0.3}}, "ends before it begins"),
        ({"resolve": {"challenger": 1.5, "defender": 0.3}}, "out of range"),
        ({"resolve": {"challenger": 0.5}}, "defender"),
        ({"resolve": {"challenger": 0.5, "defender": [0.2, 0.3]}}, "one resolve is certain"),
        ({}, "give resolve or payoffs"),
        ({"resolve": {"challenger": 0.5, "defender": 0.3}, "steps": 1}, "unknown key 'steps'; nearest: step"),
        ({"payoffs": {"challenger": {"prevail": 1, "yield": 0}, "defender": 0.3}}, "disaster is missing"),
        ({"resolve": {"challenger": 0.9, "defender": 0.9}, "step": 0.01}, "take a larger one"),
    ],
)
def test_refuses_what_is_no_crisis(told: dict[str, object], problem: str) -> None:
    with pytest.raises(UsageError, match=problem):
        bargain_of(told, ["challenger", "defender"], "f.toml, brinkmanship")


def test_takes_payoffs_for_resolve(tmp_path: object) -> None:
    from pathlib import Path

    path = Path(str(tmp_path)) / "b.toml"
    payoffs = "{ prevail = 10, yield = 4, disaster = [-50, -20] }"
    path.write_text(f"payoffs = {{ challenger = {payoffs}, defender = {payoffs} }}\nstep = 0.1\n", "utf-8")
    assert read_bargain(path).game.challenger == pytest.approx((0.1, 0.2))
