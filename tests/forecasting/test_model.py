"""Every model forecasts in draws, from nothing but what was known, and the same each time."""

import numpy as np
import polars as pl
import pytest

from vedette.forecasting import MODELS, Model, Panel, cross_validate
from vedette.forecasting.backtest import window_of, window_scores
from vedette.forecasting.mixture import MEMBERS, origins, weights
from vedette.model.errors import UsageError


def world(*, units: int = 12, periods: int = 60, seed: int = 1) -> Panel:
    """Make units of very different levels, some always quiet."""
    chance = np.random.default_rng(seed)
    level = np.where(np.arange(units) < units // 3, 0, chance.gamma(0.5, 40, units))
    counts = chance.negative_binomial(1, 1 / (1 + level[:, None]), (units, periods)).astype(float)
    return Panel(units=tuple(range(units)), start=200, counts=counts)


WORLD = world(periods=48)


@pytest.mark.parametrize("name", MODELS)
def test_gives_draws_that_are_counts(name: str) -> None:
    made = Model(name=name).fit(WORLD).forecast([1, 4], draws=100)
    assert made.draws.shape == (12, 2, 100)
    assert (made.draws >= 0).all()
    assert not (made.draws % 1).any()


@pytest.mark.parametrize("name", MODELS)
def test_gives_the_same_each_time(name: str) -> None:
    first, second = (Model(name=name).fit(world()).forecast([2], draws=50).draws for _ in range(2))
    assert (first == second).all()


@pytest.mark.parametrize("name", MODELS)
def test_knows_nothing_of_what_comes_later(name: str) -> None:
    other = WORLD.counts.copy()
    other[:, 40:] = 10_000
    changed = Panel(units=WORLD.units, start=WORLD.start, counts=other)
    first, second = (Model(name=name).fit(p.until(239)).forecast([3], draws=50).draws for p in (WORLD, changed))
    assert (first == second).all()


def test_conflictology_is_the_last_twelve() -> None:
    made = Model(name="conflictology").fit(WORLD).forecast([3], draws=12)
    assert (made.draws[:, 0] == WORLD.counts[:, -12:]).all()


def test_fading_memory_follows_a_change() -> None:
    counts = np.where(np.arange(24) < 18, 0.0, 50.0)[None].repeat(3, axis=0)
    fitted = Model(name="fading").fit(Panel(units=(1, 2, 3), start=0, counts=counts))
    plain = Model(name="conflictology").fit(fitted.panel).forecast([1])
    assert fitted.forecast([1]).draws.mean() < plain.draws.mean() * 2
    assert (fitted.forecast([1]).draws > 0).mean() > 6 / 24


@pytest.mark.parametrize(("mean", "size"), [(30.0, 0.5), (4.0, 2.0)])
def test_negative_binomial_keeps_mean_and_variance(mean: float, size: float) -> None:
    chance = np.random.default_rng(5)
    past = chance.negative_binomial(size, size / (size + mean), (300, 12)).astype(float)
    made = Model(name="negative_binomial").fit(Panel(units=tuple(range(300)), start=0, counts=past)).forecast([1])
    assert made.draws.mean() == pytest.approx(past.mean(), rel=0.03)
    assert made.draws.var(axis=2).mean() == pytest.approx(past.var(axis=1, ddof=1).mean(), rel=0.1)


def test_analogs_learn_that_outbreaks_end() -> None:
    """Units burst for one period and are quiet after: a unit that has just burst must be foreseen quiet."""
    chance = np.random.default_rng(9)
    counts = np.zeros((20, 60))
    for row in counts:
        row[chance.choice(np.arange(0, 58, 4), 4, replace=False)] = 80
    counts[0, -12:] = 0
    counts[0, -1] = 80
    made = Model(name="analogs").fit(Panel(units=tuple(range(20)), start=0, counts=counts)).forecast([1])
    assert (made.draws[0] > 0).mean() < 0.2


def test_weights_are_shares_and_equal_without_a_past() -> None:
    shares = weights(WORLD, [1, 2, 3])
    assert sum(shares.values()) == pytest.approx(1)
    assert min(shares.values()) > 0
    assert set(weights(WORLD.until(213), [1, 2, 3]).values()) == {1 / len(MEMBERS)}


def test_past_windows_end_before_the_panel() -> None:
    assert max(origins(WORLD, 14)) + 14 <= WORLD.origin


def test_predicts_a_table_with_ordered_intervals() -> None:
    made = Model().fit(WORLD).predict(3, level=[50, 80, 95])
    assert made.height == 36
    assert made.filter(pl.col("lo-95") > pl.col("lo-80")).is_empty()
    assert made.filter(pl.col("hi-95") < pl.col("hi-50")).is_empty()
    assert made["time"].unique().sort().to_list() == [248, 249, 250]


@pytest.mark.parametrize(("name", "h", "level", "problem"), [
    ("oracle", 3, 80.0, "no model"),
    ("mixture", 0, 80.0, "at least 1"),
    ("mixture", 3, 100.0, "between 0 and 100"),
])  # fmt: skip
def test_refuses(name: str, h: int, level: float, problem: str) -> None:
    with pytest.raises(UsageError, match=problem):
        Model(name=name).fit(WORLD).predict(h, level=[level])


def test_cross_validation_scores_past_windows_beside_conflictology() -> None:
    told = cross_validate(WORLD, ["conflictology", "mixture", "bootstrap"], h=3)
    assert told.height == 12
    assert told.filter(model="conflictology")["skill"].to_list() == [0.0] * 4
    assert told.filter(model="bootstrap")["skill"].mean() < 0 < told.filter(model="mixture")["skill"].mean()


def test_mixture_is_calibrated_on_a_steady_world() -> None:
    steady = world(units=80, periods=50, seed=4)
    window = window_of(steady, steady.origin - 3, range(1, 4))
    assert 0.75 <= window_scores(steady, "mixture", window)["cover80"] <= 0.85
