"""The effect of a pace of acts: found where there is one, not where there is none, refusals."""

from dataclasses import replace

import numpy as np
import pytest

from vedette.measuring.events import Floats
from vedette.measuring.stream import Effect, effect
from vedette.model.errors import UsageError


def _found(*, answer: float, days: int = 500) -> Effect:
    """Acts follow the mood of the day before, which also moves the outcome; each act brings `answer` acts more."""
    rng = np.random.default_rng(0)
    mood = rng.normal(0, 0.3, days)
    acts = rng.poisson(3 * np.exp(mood))
    came = rng.poisson(20 * np.exp(mood) + answer * acts)
    return effect(acts, came, mood, more=4, less=2, days=1, draws=40)


def test_finds_the_effect_apart_from_what_moves_both() -> None:
    found = _found(answer=1.5)
    assert found.more > found.less
    assert 0 < found.difference < 3.3
    assert found.low > 0
    assert found.trusted
    assert "more of the other" in found.verdict


def test_invents_no_effect() -> None:
    found = _found(answer=0)
    assert found.low < 0 < found.high
    assert "no effect shown" in found.verdict


def test_says_when_few_days_carry_the_weights() -> None:
    few = replace(_found(answer=1.5), worth=(3.0, 90.0))
    assert not few.trusted
    assert "3 days only" in few.verdict


@pytest.mark.parametrize(
    ("acts", "came", "says"),
    [
        (np.ones(20), np.arange(20.0), "days"),
        (np.ones(200), np.arange(200.0), "never change"),
        (np.full(200, np.nan), np.arange(200.0), "no value"),
    ],
)
def test_refuses_in_one_line(acts: Floats, came: Floats, says: str) -> None:
    with pytest.raises(UsageError, match=says):
        effect(acts, came, np.zeros((len(acts), 1)), more=2, less=1, days=1)
