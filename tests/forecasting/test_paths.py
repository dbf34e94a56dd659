"""Draws joined into paths keep each day's distribution, and hang together as the past did."""

import numpy as np
import pytest

from vedette.forecasting import Panel
from vedette.forecasting.paths import joined


def panel(*, lasting: bool) -> Panel:
    """A record of one unit whose busy days come in runs of twenty, or whenever."""
    chance = np.random.default_rng(1)
    runs = np.repeat(chance.random(20) < 0.5, 20)
    busy = runs if lasting else chance.random(400) < 0.5
    return Panel(units=("a",), start=0, counts=np.where(busy, 8.0, 0.0)[None], daily=True)


DRAWS = np.random.default_rng(2).choice([0.0, 8.0], (1, 10, 500))


@pytest.mark.parametrize("lasting", [True, False])
def test_each_day_keeps_its_draws(lasting: bool) -> None:
    made = joined(DRAWS, panel(lasting=lasting))
    assert (np.sort(made, axis=2) == np.sort(DRAWS, axis=2)).all()


def test_where_the_past_came_in_runs_quiet_stretches_are_likelier() -> None:
    runs, none = (joined(DRAWS, panel(lasting=lasting)) for lasting in (True, False))
    quiet = [(made[0].sum(axis=0) == 0).mean() for made in (runs, none)]
    assert quiet[0] > 0.2
    assert quiet[1] < 0.05


def test_a_record_shorter_than_the_forecast_joins_by_chance() -> None:
    short = Panel(units=("a",), start=0, counts=np.ones((1, 5)), daily=True)
    assert joined(DRAWS, short).shape == DRAWS.shape
