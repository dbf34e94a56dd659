"""Deaths follow from attacks: never without one, as often and as many as in the record."""

import numpy as np
import pytest

from vedette.forecasting.deaths import Tolls, deadly, killed

ATTACKS = np.random.default_rng(1).poisson(2.0, (2, 5, 2000)).astype(float)


def tolls(share: float, size: float, n: int = 200) -> Tolls:
    chance = np.random.default_rng(6)
    return Tolls(deaths=np.where(chance.random(n) < share, size, 0.0), age=np.zeros(n))


def test_as_many_attacks_kill_as_in_the_record() -> None:
    made = deadly(ATTACKS, [tolls(0.5, 3), tolls(0.1, 3)])
    assert (made <= ATTACKS).all()
    assert made.sum(axis=(1, 2)) / ATTACKS.sum(axis=(1, 2)) == pytest.approx([0.5, 0.1], abs=0.05)


def test_tolls_are_those_of_the_record() -> None:
    kills = deadly(ATTACKS, [tolls(0.5, 3), tolls(0.5, 30)])
    made = killed(kills, [tolls(0.5, 3), tolls(0.5, 30)])
    assert ((made > 0) == (kills > 0)).all()
    assert (made / np.maximum(kills, 1)).max(axis=2).mean() > 3
    ratio = made.sum(axis=(1, 2)) / kills.sum(axis=(1, 2))
    assert ratio[0] == pytest.approx(3, rel=0.5)
    assert ratio[1] == pytest.approx(30, rel=0.1)


def test_what_never_killed_is_still_not_impossible() -> None:
    never = Tolls(deaths=np.zeros(6), age=np.zeros(6))
    made = deadly(ATTACKS, [tolls(0.5, 3), never])
    assert 0 < (made[1] > 0).mean() < 0.3


def test_newer_attacks_count_more() -> None:
    old_and_new = Tolls(deaths=np.array([0.0] * 50 + [5.0] * 50), age=np.array([300.0] * 50 + [1.0] * 50))
    made = deadly(ATTACKS[:1], [old_and_new])
    assert made.sum() / ATTACKS[:1].sum() > 0.9
