"""Granger's test, the choice of lags, responses, refusals."""

import numpy as np
import pytest
from statsmodels.tsa.api import VAR

from vedette.measuring.events import Floats
from vedette.measuring.reciprocity import granger, reciprocity, responses
from vedette.model.errors import UsageError


def _answering(n: int = 400) -> Floats:
    """Make b answer a two steps later."""
    rng = np.random.default_rng(0)
    a, b = rng.normal(size=(2, n))
    b[2:] += 0.6 * a[:-2]
    return np.column_stack([a, b])


def test_the_statistic_is_that_of_the_library() -> None:
    made = _answering()
    theirs = VAR(made).fit(3, trend="c").test_causality(1, [0], kind="f")
    assert granger(made[:, 1], made[:, 0], lag=3).f == pytest.approx(theirs.test_statistic, rel=1e-6)


def test_finds_the_direction_and_the_lag() -> None:
    found = reciprocity(_answering(), names=("a", "b"), criterion="bic")
    p = {(test.cause, test.effect): test.p for test in found.tests}
    assert found.lag == 2
    assert p["a", "b"] < 1e-6
    assert p["b", "a"] > 0.01
    assert found.passed


def test_a_lag_too_short_is_said_to_leave_correlation() -> None:
    found = reciprocity(_answering(), names=("a", "b"), lag=1)
    assert found.verdict.startswith("NOT")


@pytest.mark.filterwarnings("ignore::FutureWarning")
def test_the_response_comes_after_two_steps() -> None:
    found = {(r.impulse, r.response): r for r in responses(_answering(), names=("a", "b"), lag=2, steps=4, bands=60)}
    answer = found["a", "b"]
    assert int(np.argmax(answer.steps)) == 2
    assert answer.low[2] > 0


@pytest.mark.parametrize(
    ("series", "says"),
    [
        (np.zeros((100, 2)), "never changes"),
        (np.arange(100.0)[:, None], "one series only"),
        (_answering()[:5], "needs"),
        (np.full((100, 2), np.nan), "no value"),
        (np.column_stack([_answering()[:, 0], 7 - _answering()[:, 0]]), "follow from each other"),
    ],
)
def test_refuses_in_one_line(series: Floats, says: str) -> None:
    with pytest.raises(UsageError, match=says):
        reciprocity(series, names=("a", "b"), lag=1)
