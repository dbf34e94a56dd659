"""The simulated reactions: a fit that finds them, and paths that move as it says."""

import numpy as np
import pytest

from vedette.forecasting import Panel
from vedette.forecasting.simulated import hawkes, motion

NONE = np.array([-1, -1], dtype=np.intp)
BOTH = np.array([1, 0], dtype=np.intp)


def feud(days: int = 4000, seed: int = 2) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    """Counts of two sides: the first acts by itself, the second does 0.7 acts for each of the first's, within days."""
    chance = np.random.default_rng(seed)
    counts, felt = np.zeros((2, days)), 0.0
    for day in range(days):
        counts[0, day] = chance.poisson(0.8)
        counts[1, day] = chance.poisson(0.1 + 0.7 * felt)
        felt = 0.5 * felt + 0.5 * counts[0, day]
    return counts


def test_finds_who_answers_whom_and_how_much() -> None:
    made = motion(feud(), BOTH)
    assert made.answer[1] == pytest.approx(0.7, abs=0.1)
    assert made.answer[0] < 0.15
    assert made.own[1] < 0.15


def test_days_that_are_not_known_are_left_out_of_the_fit() -> None:
    counts = feud()
    counts[:, 500:900] = np.nan
    assert motion(counts, BOTH).answer[1] == pytest.approx(0.7, abs=0.12)


def test_without_a_partner_nobody_answers() -> None:
    assert motion(feud(), NONE).answer.tolist() == [0, 0]


def test_paths_keep_the_level_of_the_record_and_rise_after_a_burst() -> None:
    counts = feud(360)
    quiet = Panel(units=("a -> b", "b -> a"), start=0, counts=counts, daily=True, partners=(1, 0))
    assert hawkes(quiet, range(1, 31), 400)[0].mean() == pytest.approx(counts[0].mean(), rel=0.2)
    burst = counts.copy()
    burst[0, -2:] = 12
    struck = Panel(units=quiet.units, start=0, counts=burst, daily=True, partners=(1, 0))
    assert hawkes(struck, [1], 400)[1].mean() > 2 * hawkes(quiet, [1], 400)[1].mean()


def test_too_few_acts_draw_from_memory() -> None:
    counts = np.zeros((1, 100))
    counts[0, ::20] = 1
    made = hawkes(Panel(units=("a",), start=0, counts=counts, daily=True), [1, 2], 100)
    assert set(np.unique(made)) <= {0.0, 1.0}
