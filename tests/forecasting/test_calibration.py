"""Calibration: right forecasts look right, wrong ones wrong, and the picture shows it."""

from xml.etree import ElementTree

import numpy as np
import pytest

from vedette.forecasting.calibration import calibration, closed_cover, pit, reliability
from vedette.forecasting.plot import svg

CHANCE = np.random.default_rng(8)
RATE = CHANCE.gamma(0.7, 2, 3000)
DRAWS, CAME = CHANCE.poisson(RATE[:, None], (3000, 300)), CHANCE.poisson(RATE)
RIGHT = calibration([(DRAWS, CAME)])


def test_right_forecasts_of_counts_cover_their_level_and_closed_intervals_more() -> None:
    eighty = next(one for one in RIGHT.cover if one.level == 80)
    assert eighty.cover == pytest.approx(0.8, abs=0.02)
    assert eighty.closed > 0.84


def test_the_transform_of_right_forecasts_is_even() -> None:
    assert np.array(RIGHT.pit) == pytest.approx(np.full(10, 0.1), abs=0.02)


def test_forecasts_that_are_too_low_pile_up_on_the_right() -> None:
    low = calibration([(DRAWS, CAME * 3 + 2)])
    assert low.pit[-1] > 0.4


def test_probabilities_come_as_often_as_they_say() -> None:
    assert all(one.low - 0.03 <= one.forecast <= one.high + 0.03 for one in RIGHT.reliability)


def test_sorts_probabilities_into_bins_by_hand() -> None:
    first, last = reliability(np.array([0.05, 0.05, 1.0]), [0, 1, 1])
    assert (first.forecast, first.observed, first.n) == (0.05, 0.5, 2)
    assert (last.forecast, last.observed, last.n) == (1.0, 1.0, 1)
    assert 0 < first.low < 0.5 < first.high < 1


@pytest.mark.parametrize(("came", "inside"), [(0, 1.0), (3, 1.0), (9, 0.0)])
def test_closed_intervals_hold_their_bounds(came: int, inside: float) -> None:
    assert closed_cover([0, 0, 0, 0, 3, 3], came) == inside


def test_ranks_are_the_same_each_time() -> None:
    assert (pit(DRAWS, CAME) == pit(DRAWS, CAME)).all()


def test_draws_a_picture_with_all_points_and_bars() -> None:
    drawn = ElementTree.fromstring(svg(RIGHT, title="A & B"))
    named = "{http://www.w3.org/2000/svg}"
    assert len(drawn.findall(f".//{named}circle")) == len(RIGHT.reliability)
    assert len(drawn.findall(f".//{named}rect")) == 2 + len(RIGHT.pit)


def test_gives_rows_that_plotting_libraries_take() -> None:
    form = RIGHT.form()
    assert sum(row["share"] for row in form["pit"]) == pytest.approx(1)
    assert {row["level"] for row in form["cover"]} == {50, 80, 95}


def test_refuses_to_judge_nothing() -> None:
    with pytest.raises(ValueError, match="no forecast"):
        calibration([])
