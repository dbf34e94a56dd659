"""The simulator gives the process that theory describes, and shares its luck between worlds."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from tests.simulating.conftest import BASE, BRANCHING, DECAY
from vedette.simulating import moments
from vedette.simulating.plan import Plan, Shock, Start, Trigger, no_effect
from vedette.simulating.runs import World, simulate

Make = Callable[..., World]


def second(world: World) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    u = (np.arange(20_000) + 0.5) / 20_000
    raw = [np.exp(world.steepness * np.log1p(law.at(u))) for law in world.tolls]
    return np.array([float((one**2).mean() / one.mean() ** 2) for one in raw])


def test_the_stationary_mean_is_inverse_of_one_minus_branching_times_baseline() -> None:
    rates = moments.stationary_rates(BASE, BRANCHING)
    assert rates == pytest.approx(np.linalg.inv(np.eye(2) - BRANCHING) @ BASE)
    felt, _ = moments.stationary_felt(BASE, BRANCHING, DECAY)
    mean, _ = moments.counts(BASE, BRANCHING, DECAY, days=30, felt=felt)
    assert mean == pytest.approx(30 * rates)


def test_the_variance_of_one_side_is_that_of_the_closed_form() -> None:
    base, own, decay, days = 0.7, 0.6, 0.8, 12.0
    felt, spread = moments.stationary_felt(np.array([base]), np.array([[own]]), decay)
    _, found = moments.counts(
        np.array([base]), np.array([[own]]), decay, days=days, felt=felt, felt_covariance=spread
    )  # Da Fonseca and Zaatour 2014, J. Futures Markets 34:548
    k, pace = 1 / (1 - own), decay * (1 - own)
    known = base * k * (days * k**2 + (1 - k**2) * (1 - np.exp(-days * pace)) / pace)
    assert found[0, 0] == pytest.approx(known, rel=1e-6)


@pytest.mark.parametrize(("days", "steepness"), [(7, 0.0), (30, 0.0), (30, 0.3)])
def test_windows_have_the_mean_and_variance_of_theory(world: Make, plan: Plan, days: int, steepness: float) -> None:
    felt, _ = moments.stationary_felt(BASE, BRANCHING, DECAY)
    made = world(2500, felt=felt, steepness=steepness)
    counts = simulate(made, plan, days=days, seed=11).acts.sum(axis=1)
    mean, covariance = moments.counts(BASE, BRANCHING, DECAY, days=days, felt=felt, second=second(made))
    error = np.sqrt(np.diag(covariance) / 2500)
    assert np.abs(counts.mean(axis=0) - mean).max() < 4 * error.max()
    assert np.cov(counts.T) == pytest.approx(covariance, rel=0.15)


def test_days_are_shared_out_as_theory_says(world: Make, plan: Plan) -> None:
    made = simulate(world(3000), plan, days=10, seed=0).acts
    mean = [moments.counts(BASE, BRANCHING, DECAY, days=day, felt=np.zeros(2))[0] for day in (1, 2, 10)]
    found = [made[:, :day].sum(axis=1).mean(axis=0) for day in (1, 2, 10)]
    assert np.array(found) == pytest.approx(np.array(mean), rel=0.08)


def test_the_same_seed_gives_the_same_runs(world: Make, plan: Plan) -> None:
    one, two, three = (simulate(world(50), plan, days=20, seed=seed) for seed in (7, 7, 8))
    assert (one.deaths == two.deaths).all()
    assert (one.acts != three.acts).any()


def test_shared_luck_makes_differences_less_noisy(world: Make, plan: Plan) -> None:
    effect = no_effect(2, start=Start())
    effect.reaction[0] *= 0.9
    still, changed = (
        simulate(world(500), one, days=30, seed=2).acts.sum(axis=(1, 2))
        for one in (plan, replace(plan, effects=(effect,)))
    )
    assert (changed - still).std() < 0.5 * np.hypot(still.std(), changed.std())
    assert changed.mean() < still.mean()


def test_nothing_happens_before_a_change_begins(world: Make, plan: Plan) -> None:
    effect = no_effect(2, start=Start(day=10))
    effect.base[:] = 3.0
    still, changed = (simulate(world(200), one, days=20, seed=2) for one in (plan, replace(plan, effects=(effect,))))
    assert (still.acts[:, :10] == changed.acts[:, :10]).all()
    assert changed.acts[:, 10:].mean() > 2 * still.acts[:, 10:].mean()


def test_a_change_may_come_slowly_and_end(world: Make, plan: Plan) -> None:
    effect = no_effect(2, start=Start(day=0, over=4, until=10))
    effect.base[:], effect.reaction[:] = 0.0, 0.0
    daily = simulate(world(3000), replace(plan, effects=(effect,)), days=12, seed=2).acts.sum(axis=2).mean(axis=0)
    assert daily[0] > daily[1] > daily[2] > 0
    assert (daily[3:10] == 0).all()
    assert daily[10] > 0


def test_a_trigger_sets_a_change_off_the_day_after(world: Make, plan: Plan) -> None:
    effect = no_effect(2, start=Start(trigger=Trigger(measure="acts", at_least=3, days=2)))
    effect.base[:], effect.reaction[:] = 0.0, 0.0
    made = simulate(world(300), replace(plan, effects=(effect,)), days=30, seed=3)
    for run, began in enumerate(made.began[0]):
        daily = made.acts[run].sum(axis=1)
        windows = daily + np.concatenate([[0], daily[:-1]])
        first = int(np.argmax(windows >= 3)) if (windows >= 3).any() else None
        assert began == (10**6 if first is None else first + 1)
        assert first is None or daily[first + 1 :].sum() == 0


def test_a_daily_chance_begins_as_often_as_it_says(world: Make, plan: Plan) -> None:
    effect = no_effect(2, start=Start(day=5, chance=0.1))
    began = simulate(world(4000), replace(plan, effects=(effect,)), days=6, seed=3).began[0]
    assert began.min() == 5
    assert (began == 5).mean() == pytest.approx(0.1, abs=0.02)
    assert (began - 5).mean() == pytest.approx(9, abs=0.6)


def test_an_accident_is_answered_though_nobody_did_it(world: Make, plan: Plan) -> None:
    shock = Shock(start=Start(day=3), side=0, weight=10.0, killed=4, counted=False)
    still, changed = (simulate(world(500), one, days=30, seed=6) for one in (plan, replace(plan, shocks=(shock,))))
    assert (still.acts[:, :3] == changed.acts[:, :3]).all()
    extra = (changed.acts - still.acts).sum(axis=1).mean(axis=0)
    assert extra == pytest.approx(10 * (np.linalg.inv(np.eye(2) - BRANCHING) - np.eye(2))[:, 0], rel=0.15)
    assert (changed.worst[:, 3] >= 4).all()


def test_a_mass_casualty_attack_is_an_act_of_its_side(world: Make, plan: Plan) -> None:
    shock = Shock(start=Start(day=0), side=1, weight=0.0, killed=25, counted=True)
    still, changed = (simulate(world(50), one, days=1, seed=6) for one in (plan, replace(plan, shocks=(shock,))))
    assert (changed.acts[:, 0, 1] == still.acts[:, 0, 1] + 1).all()
    assert (changed.deaths[:, 0, 1] == still.deaths[:, 0, 1] + 25).all()


def test_capacity_holds_a_side_and_is_noted(world: Make, plan: Plan) -> None:
    effect = no_effect(2, start=Start())
    effect.reaction[:] = 4.0
    made = simulate(world(50), replace(plan, capacity=np.full(2, 6.0), effects=(effect,)), days=40, seed=1)
    assert made.acts.max() == 6
    assert made.full.mean() > 0.5


def test_acts_abroad_are_the_share_that_was_asked_for(world: Make, plan: Plan) -> None:
    made = simulate(world(600), plan, days=30, seed=1)
    expected = made.acts.sum(axis=(0, 1)) @ [0.1, 0.2]
    assert made.abroad[0].sum() == pytest.approx(expected, rel=0.06)


def test_tolls_can_be_scaled_by_any_factor(world: Make, plan: Plan) -> None:
    effect = no_effect(2, start=Start())
    effect.toll[:] = 1.5
    still, changed = (simulate(world(800), one, days=20, seed=1) for one in (plan, replace(plan, effects=(effect,))))
    assert (still.acts == changed.acts).all()
    assert changed.deaths.sum() == pytest.approx(1.5 * still.deaths.sum(), rel=0.03)
