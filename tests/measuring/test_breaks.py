"""Change points: what is found and dated, what is not taken for one, refusals."""

import numpy as np
import pytest

from vedette.measuring.breaks import change_points
from vedette.measuring.events import Floats
from vedette.model.errors import UsageError


def _noise(n: int, memory: float = 0.0, seed: int = 0) -> Floats:
    rng, made = np.random.default_rng(seed), np.zeros(n)
    for at in range(1, n):
        made[at] = memory * made[at - 1] + rng.normal()
    return made


def test_dates_a_change_of_level_within_its_interval() -> None:
    found = change_points(_noise(120) + 3 * (np.arange(120) >= 70))
    (one,) = found.breaks
    assert one.low <= 70 <= one.high
    assert one.high - one.low < 8
    assert one.chance > 0.99
    assert one.after - one.before > 2


def test_finds_a_change_of_trend() -> None:
    steps = np.arange(100)
    found = change_points(_noise(100) + np.where(steps < 50, 0.5 * steps, 25 - 0.4 * (steps - 50)))
    assert len(found.places) == 1
    assert abs(found.places[0] - 50) <= 5


@pytest.mark.parametrize("seed", range(2))
def test_a_drift_is_no_break(seed: int) -> None:
    assert not change_points(_noise(90, seed=seed) + 0.1 * np.arange(90)).places


@pytest.mark.parametrize("seed", range(2))
def test_noise_that_remembers_is_no_break(seed: int) -> None:
    assert len(change_points(_noise(90, memory=0.8, seed=seed)).places) <= 1


def test_a_season_is_taken_out() -> None:
    found = change_points(_noise(120) + 4 * np.sin(np.arange(120) * np.pi / 6) + 4 * (np.arange(120) >= 60))
    assert found.season == 12
    assert len(found.places) == 1
    assert abs(found.places[0] - 60) <= 2


def test_open_dates_widen_the_interval() -> None:
    steps = np.arange(80)
    draws = [_noise(80, seed=1) + 4 * (steps >= 40 + shift) for shift in (-6, -3, 0, 3, 6)]
    sure = change_points(draws[2]).breaks[0]
    (wide,) = change_points(draws[2], draws=draws).breaks
    assert wide.low <= 34
    assert wide.high >= 46
    assert wide.high - wide.low > sure.high - sure.low


@pytest.mark.parametrize(
    ("series", "says"),
    [
        (np.zeros(50), "never changes"),
        (np.arange(5.0), "at least|12 to"),
        (np.full(50, np.nan), "no value"),
        (np.zeros((20, 2)), "one series"),
    ],
)
def test_refuses_in_one_line(series: Floats, says: str) -> None:
    with pytest.raises(UsageError, match=says):
        change_points(series)


def test_refuses_a_shape_that_it_does_not_know() -> None:
    with pytest.raises(UsageError, match="shape"):
        change_points(np.arange(50.0), shape="curve")
