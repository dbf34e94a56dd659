"""Scores against cases worked out by hand and an independent implementation."""

import numpy as np
import pytest

from vedette.forecasting import score

DRAWS = np.random.default_rng(7).negative_binomial(0.4, 0.03, (20, 60))
ACTUAL = np.random.default_rng(8).negative_binomial(0.4, 0.03, 20)


@pytest.mark.parametrize(
    ("draws", "actual", "expected"),
    [
        ([3], 5, 2.0),  # one draw: the absolute error
        ([0, 2], 1, 0.5),  # 1 - (0 + 2 + 2 + 0) / 4 / 2
        ([0, 0, 6], 0, 2 - 24 / 9 / 2),
        ([4, 4, 4], 4, 0.0),
    ],
)
def test_crps_by_hand(draws: list[int], actual: int, expected: float) -> None:
    assert score.crps(draws, actual) == pytest.approx(expected)


def test_crps_is_the_energy_form_of_scoringrules() -> None:
    scoringrules = pytest.importorskip("scoringrules", reason="scoringrules is not installed")
    peers = scoringrules.crps_ensemble(ACTUAL.astype(float), DRAWS.astype(float), estimator="nrg")
    assert score.crps(DRAWS, ACTUAL) == pytest.approx(peers)


def test_interval_score_is_that_of_scoringrules() -> None:
    scoringrules = pytest.importorskip("scoringrules", reason="scoringrules is not installed")
    low, high = np.quantile(DRAWS, (0.05, 0.95), axis=-1)
    peers = scoringrules.interval_score(ACTUAL.astype(float), low, high, 0.1)
    assert score.interval_score(DRAWS, ACTUAL) == pytest.approx(peers)


@pytest.mark.parametrize(("actual", "expected"), [(5, 10.0), (12, 10.0 + 2 / 0.5 * 2), (-1, 10.0 + 2 / 0.5 * 1)])
def test_interval_score_by_hand(actual: float, expected: float) -> None:
    assert score.interval_score([-5, 0, 5, 10, 15], actual, level=50) == pytest.approx(expected)


@pytest.mark.parametrize(("actual", "hits"), [(0, 3), (2, 1), (3, 0), (5000, 0)])
def test_ignorance_counts_draws_in_the_bin_and_a_pseudo_draw(actual: int, hits: int) -> None:
    assert score.ignorance([0, 0, 0, 1], actual, spread=4) == pytest.approx(-np.log2((hits + 1) / 15))


def test_ignorance_of_a_sure_thing_nears_zero() -> None:
    assert score.ignorance(np.zeros(12), 0) == pytest.approx(-np.log2(1001 / 1011))


@pytest.mark.parametrize("m", [5, 12])
def test_resampling_passes_through_the_draws(m: int) -> None:
    draws = np.arange(m) ** 2.0
    assert score.resampled(draws, 10 * m)[::10] == pytest.approx(draws)


def test_resampling_is_that_of_scipy() -> None:
    signal = pytest.importorskip("scipy.signal", reason="scipy is not installed")
    assert score.resampled(DRAWS[:, :12], 1000) == pytest.approx(signal.resample(DRAWS[:, :12], 1000, axis=-1))


@pytest.mark.parametrize(("actual", "expected"), [(0, 0.25**2), (1, 0.75**2), (9, 0.75**2)])
def test_brier_by_hand(actual: int, expected: float) -> None:
    assert score.brier([0, 0, 0, 4], actual) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("draws", "actual", "expected"),
    [
        (list(range(10)), 4, 1.0),
        (list(range(10)), 99, 0.0),
        ([0] * 10, 0, 0.8),  # a sure and right forecast: covered as often as the level says
        ([0] * 9 + [5], 0, 0.8 / 0.9),
        ([0] * 10, 3, 0.0),
    ],
)
def test_coverage_by_hand(draws: list[int], actual: int, expected: float) -> None:
    assert score.covered(draws, actual) == pytest.approx(expected)


def test_coverage_of_the_true_distribution_is_its_level() -> None:
    chance = np.random.default_rng(3)
    draws, actual = chance.poisson(0.7, (2000, 500)), chance.poisson(0.7, 2000)
    assert score.covered(draws, actual, level=80).mean() == pytest.approx(0.8, abs=0.02)


@pytest.mark.parametrize(("draws", "actual"), [([[1, 2]], 1), ([], 1), ([np.nan, 1], 1)])
def test_refuses_draws_that_are_none(draws: list[float], actual: float) -> None:
    with pytest.raises(ValueError, match="draws"):
        score.crps(draws, actual)
