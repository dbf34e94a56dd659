"""Several fits made one: what varies between them is added to what each leaves open."""

from dataclasses import replace

import numpy as np
import pytest

from vedette.measuring.binned import Binned, fit_binned
from vedette.measuring.pooled import pooled, rubin
from vedette.model.errors import UsageError


def fit() -> Binned:
    return fit_binned(np.random.default_rng(0).poisson(1.0, (60, 1)))


def test_rubin_adds_what_varies_between_the_fits() -> None:
    value, error = rubin([np.array([1.0]), np.array([3.0])], [np.array([2.0]), np.array([2.0])])
    assert value == [2.0]
    assert error == pytest.approx([np.sqrt(4 + 1.5 * 2)])


def test_fits_that_agree_are_pooled_to_themselves() -> None:
    one = fit()
    both = pooled([one, one])
    assert both.branching_error == pytest.approx(one.branching_error)
    assert both.decay == pytest.approx(one.decay)
    assert both.verdict == one.verdict


def test_fits_that_differ_have_wider_errors() -> None:
    one = fit()
    both = pooled(
        [one, replace(one, branching=one.branching + 0.3, decay=one.decay * 2, decay_error=one.decay_error * 2)]
    )
    assert both.branching == pytest.approx(one.branching + 0.15)
    assert (both.branching_error > one.branching_error).all()
    assert both.decay_error / both.decay > one.decay_error / one.decay


def test_nothing_cannot_be_pooled() -> None:
    with pytest.raises(UsageError, match="no fit"):
        pooled([])
