"""Boosted trees find the quantiles of what they see, and where these differ."""

import numpy as np
import pytest

from vedette.forecasting.trees import grow

LEVELS = np.array([0.1, 0.25, 0.5, 0.75, 0.9])


def test_quantiles_follow_the_feature_that_moves_them() -> None:
    chance = np.random.default_rng(3)
    rows = chance.uniform(0, 1, (3000, 3))
    came = chance.normal(0, 1, 3000) + np.where(rows[:, 1] > 0.5, 6.0, 0.0)
    made = grow(rows, came, LEVELS).quantiles(np.array([[0.2, 0.1, 0.5], [0.2, 0.9, 0.5]]))
    normal = np.array([-1.2816, -0.6745, 0.0, 0.6745, 1.2816])
    assert made[0] == pytest.approx(normal, abs=0.4)
    assert made[1] == pytest.approx(normal + 6, abs=0.4)


def test_spread_that_differs_is_found() -> None:
    chance = np.random.default_rng(4)
    rows = chance.uniform(0, 1, (3000, 2))
    came = chance.normal(0, 1, 3000) * np.where(rows[:, 0] > 0.5, 5.0, 1.0)
    narrow, wide = grow(rows, came, LEVELS).quantiles(np.array([[0.1, 0.5], [0.9, 0.5]]))
    assert wide[-1] - wide[0] > 3 * (narrow[-1] - narrow[0])


def test_quantiles_stand_in_order() -> None:
    chance = np.random.default_rng(5)
    rows = chance.uniform(0, 1, (400, 2))
    made = grow(rows, chance.exponential(1, 400), LEVELS).quantiles(rows)
    assert (np.diff(made, axis=1) >= 0).all()


def test_rows_all_alike_are_no_trouble() -> None:
    made = grow(np.ones((300, 2)), np.zeros(300), LEVELS).quantiles(np.ones((1, 2)))
    assert made[0].tolist() == [0.0] * 5
