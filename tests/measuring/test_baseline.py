"""Baselines that vary: a season comes round, its integral fits its rate, forms add up."""

import numpy as np
import pytest

from vedette.measuring.baseline import constant, joined, seasonal, spline
from vedette.measuring.binned import fit_binned
from vedette.model.errors import UsageError


def test_a_season_comes_round_and_its_integral_fits_its_rate() -> None:
    form = joined(seasonal(100, period=20), spline(100, pieces=2))
    at = np.linspace(0, 100, 20_001)
    assert np.allclose(form.rate(at[:4000])[:, :4], form.rate(at[4000:8000])[:, :4], atol=1e-9)
    summed = (form.rate(at)[1:] + form.rate(at)[:-1]).sum(axis=0) / 2 * at[1]
    assert np.allclose(summed, form.integral(at[-1:])[0], rtol=1e-3)


def test_a_season_is_no_reaction() -> None:
    at = np.arange(360)
    counts = np.random.default_rng(0).poisson(3 + 2.5 * np.sin(2 * np.pi * at / 60))
    fit = fit_binned(counts, baseline=seasonal(360, period=60))
    assert fit.branching[0, 0] < 0.2
    assert fit.branching_interval[0][0, 0] == 0
    assert fit_binned(counts, baseline=constant()).branching[0, 0] > 0.3


def test_refuses_a_season_longer_than_the_record() -> None:
    with pytest.raises(UsageError, match="season"):
        seasonal(10, period=20)
