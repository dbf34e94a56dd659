"""Laws of tolls: the record's figures with their ranges, a heavy tail, and what is borrowed."""

import numpy as np
import pytest

from vedette.simulating.chance import generator, poisson, within
from vedette.simulating.tolls import EXPONENT, Figure, TollLaw, toll_laws

NONE, ONE = Figure(low=0, best=0, high=0), Figure(low=1, best=1, high=1)


def figures(*best: int) -> list[Figure]:
    return [Figure(low=n, best=n, high=n) for n in best]


def drawn(law: TollLaw, n: int = 100_000) -> np.ndarray[tuple[int, ...], np.dtype[np.int64]]:
    return law.at((np.arange(n) + 0.5) / n)


def test_a_side_with_many_acts_keeps_its_own_share_of_deadly_ones() -> None:
    harmless, deadly = toll_laws([[NONE] * 400, [ONE] * 400])
    assert harmless.deadly == pytest.approx(0.006, abs=0.003)
    assert deadly.deadly == pytest.approx(0.994, abs=0.003)


def test_a_side_without_acts_takes_the_law_of_all() -> None:
    _, borrowed = toll_laws([[NONE, ONE, ONE], []])
    assert borrowed.deadly == pytest.approx(2 / 3, abs=0.001)


def test_a_range_is_spread_over_low_best_and_high() -> None:
    (law,) = toll_laws([[Figure(low=1, best=2, high=4)]])
    assert sorted(set(drawn(law).tolist())) == [1, 2, 4]
    assert law.mean == pytest.approx(0.25 * 1 + 0.5 * 2 + 0.25 * 4)


def test_an_open_figure_reaches_upwards() -> None:
    (law,) = toll_laws([[Figure(low=3, best=3, high=None)]])
    assert drawn(law).max() >= 6


def test_the_tail_follows_its_exponent_and_ends() -> None:
    best = np.floor(5 * (1 - (np.arange(400) + 0.5) / 400) ** (-1 / 1.8))
    (law,) = toll_laws([figures(*best.astype(int))])
    many = drawn(law)
    assert law.exponent == pytest.approx(1.8, abs=0.3)
    assert many.max() <= law.most
    top = many[many >= 2 * law.tail_from]
    assert (top >= 4 * law.tail_from).mean() == pytest.approx(2**-law.exponent, abs=0.04)


def test_without_great_tolls_the_exponent_is_the_worldwide_one() -> None:
    (law,) = toll_laws([[NONE, ONE, ONE]])
    assert law.exponent == pytest.approx(EXPONENT)


def test_counts_by_inversion_are_poisson_and_rise_with_the_mean() -> None:
    u = generator(1, 2).random(60_000)
    for mean in (0.2, 3.0, 40.0):
        made = poisson(u, np.full(u.shape, mean))
        assert made.mean() == pytest.approx(mean, rel=0.03)
        assert made.var() == pytest.approx(mean, rel=0.04)
        assert (poisson(u, np.full(u.shape, mean * 1.1)) >= made).all()
    assert (poisson(u, np.zeros(u.shape)) == 0).all()


def test_times_fall_within_their_span_as_the_kernel_says() -> None:
    times = within(generator(3).random(100_000), np.full(100_000, 2.0), np.full(100_000, 0.7))
    assert 0 <= times.min() <= times.max() <= 0.7
    known = 1 / 2 - 0.7 * np.exp(-1.4) / -np.expm1(-1.4)
    assert times.mean() == pytest.approx(known, rel=0.01)
