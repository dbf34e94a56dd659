"""Who reacts to whom: recovery, honesty about trends and misfit, refusals."""

import numpy as np
import pytest

from vedette.measuring.baseline import covariates
from vedette.measuring.events import events
from vedette.measuring.hawkes import fit_hawkes
from vedette.measuring.simulated import simulate_hawkes
from vedette.model.errors import UsageError

STRONG = np.array([[0.2, 1.4], [0.1, 0.2]])


def test_recovers_strong_one_sided_excitation_with_errors() -> None:
    fit = fit_hawkes(simulate_hawkes([0.5, 0.5], STRONG, decay=1, end=2500, seed=3), baseline="constant")
    assert (np.abs(fit.branching - STRONG) < 3 * fit.branching_error).all()
    assert abs(fit.decay - 1) < 3 * fit.decay_error
    assert fit.branching[0, 1] > 1.2
    assert fit.trusted


@pytest.mark.parametrize("seed", [0, 1])
def test_invents_no_contagion_on_a_trend(seed: int) -> None:
    made = simulate_hawkes([5.0], [[0]], decay=1, end=400, seed=seed, trend=np.linspace(0.1, 1, 50))
    fit = fit_hawkes(made)
    assert fit.branching[0, 0] < 0.1
    assert "no reactions shown" in fit.verdict


def test_says_that_a_fit_fails_its_residual_test() -> None:
    rng = np.random.default_rng(1)
    regular = np.cumsum(rng.uniform(0.9, 1.1, 400))
    fit = fit_hawkes(events(regular), baseline="constant")
    assert not fit.trusted
    assert fit.verdict.startswith("NOT reactions")


def test_weighs_marks() -> None:
    rng = np.random.default_rng(5)
    parents = np.sort(rng.uniform(0, 2000, 1500))
    marks = rng.uniform(0, 2, 1500)
    many = rng.poisson(0.2 * np.exp(marks))
    born = np.repeat(parents, many) + rng.exponential(0.2, many.sum())
    kept = born < 2000
    times = np.concatenate([parents, born[kept]])
    who = np.concatenate([np.zeros(1500, int), np.ones(int(kept.sum()), int)])
    made = events(times, who, end=2000, marks=np.concatenate([marks, np.zeros(int(kept.sum()))]))
    fit = fit_hawkes(made, baseline="constant")
    assert abs(fit.steepness - 1) < 3 * fit.steepness_error


def test_acts_at_one_instant_do_not_set_each_other_off() -> None:
    rng = np.random.default_rng(2)
    alone = np.round(rng.uniform(0, 500, 500), 2)
    made = events(np.concatenate([alone, alone[:100]]), end=500)
    assert fit_hawkes(made, baseline="constant").branching[0, 0] < 0.2


def test_a_covariate_lowers_the_baseline() -> None:
    rng = np.random.default_rng(4)
    times = np.concatenate([rng.uniform(0, 100, 300), rng.uniform(100, 200, 60)])
    fit = fit_hawkes(events(times, end=200), baseline=covariates([0, 100, 200], [0, 1]))
    assert fit.weights[0, 0] < fit.weights[0, 1] / 2


def test_an_explosive_sample_stays_below_a_radius_of_one() -> None:
    fit = fit_hawkes(events(np.log1p(np.arange(1, 300)) * 10), baseline="constant")
    assert fit.radius < 1


@pytest.mark.parametrize(
    ("times", "says"),
    [([], "none"), ([1, 2, 3], "at least"), ([1.0, np.nan], "missing"), (list(np.repeat(range(1, 20), 5)), "by day")],
)
def test_refuses_in_one_line(times: list[float], says: str) -> None:
    with pytest.raises(UsageError, match=says):
        fit_hawkes(events(times))
