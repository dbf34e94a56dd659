"""Counts by day: recovery and refusals."""

import numpy as np
import pytest

from vedette.measuring.binned import fit_binned
from vedette.measuring.simulated import simulate_hawkes
from vedette.model.errors import UsageError

STRONG = np.array([[0.2, 1.4], [0.1, 0.2]])


def test_recovers_the_reactions_from_days() -> None:
    made = simulate_hawkes([0.5, 0.5], STRONG, decay=0.3, end=1500, seed=1)
    counts = np.zeros((1500, 2))
    np.add.at(counts, (made.times.astype(int), made.actors), 1)
    fit = fit_binned(counts)
    assert (np.abs(fit.branching - STRONG) < 3 * fit.branching_error).all()
    assert fit.branching[0, 1] > 1.2


@pytest.mark.parametrize(
    ("counts", "says"),
    [
        (np.ones((5, 2)), "days"),
        (np.zeros((50, 1)), "no act"),
        (np.column_stack([np.ones(50), np.zeros(50)]), "leave this actor out"),
        (-np.ones((50, 1)), "negative"),
    ],
)
def test_refuses_in_one_line(counts: np.ndarray, says: str) -> None:
    with pytest.raises(UsageError, match=says):
        fit_binned(counts)


def test_a_pace_as_fast_as_the_days_is_recovered() -> None:
    made = simulate_hawkes([0.5, 0.5], STRONG, decay=1.0, end=1500, seed=1)
    counts = np.zeros((1500, 2))
    np.add.at(counts, (made.times.astype(int), made.actors), 1)
    fit = fit_binned(counts)
    assert (np.abs(fit.branching - STRONG) < 3 * fit.branching_error).all()
    assert abs(fit.branching[0, 1] / 1.4 - 1) < 0.2
    assert abs(fit.decay - 1) < 3 * fit.decay_error
    assert fit.verdict.startswith("reactions")


def test_acts_merely_counted_together_are_no_reactions() -> None:
    fit = fit_binned(np.random.default_rng(0).negative_binomial(1, 0.4, (400, 1)))
    assert not fit.passed
    assert "within the day" in fit.verdict


def test_a_baseline_that_varies_invents_no_reactions() -> None:
    rising = np.random.default_rng(1).poisson(np.linspace(0.2, 3, 400))
    assert "drift" in fit_binned(rising).verdict
    assert "no reactions shown" in fit_binned(rising, pieces=2).verdict
