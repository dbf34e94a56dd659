"""Deaths by country and month, from acts."""

from datetime import date, timedelta

import polars as pl
import pytest

from vedette.forecasting.acts import Acts, acts_of_table
from vedette.forecasting.monthly import deaths_by_month, look_months_ahead
from vedette.measuring.table import event_table
from vedette.model.errors import UsageError

START = date(2022, 1, 10)


def acts(days: int = 500, *, killed: int = 2, countries: tuple[str, ...] = ("SY", "IQ")) -> Acts:
    """An act each ten days in each country, from the 10th of a month on."""
    rows = [
        (f"{country}{day}", START + timedelta(day), "Arvand", "Belisar", country, killed)
        for day in range(0, days, 10)
        for country in countries
    ]
    frame = pl.DataFrame(rows, schema=["id", "from", "actor", "target", "country", "killed"], orient="row")
    return acts_of_table(event_table(frame))


def test_counts_the_deaths_of_whole_months() -> None:
    panel = deaths_by_month(acts())[0]
    assert (panel.units, panel.start % 12, panel.counts.shape) == (("all", "IQ", "SY"), 1, (3, 15))
    assert panel.counts[:, 1].tolist() == [16, 8, 8]  # the 1st, 11th, 21st and 31st of March


def test_forecasts_each_country_and_all() -> None:
    made = look_months_ahead(acts(), 3, draws=60, model="fading")
    assert made.draws.shape[:2] == (3, 3)
    assert made.draws[0].mean() == pytest.approx(2 * made.draws[1].mean(), rel=0.3)


@pytest.mark.parametrize(
    ("told", "problem"), [(acts(200), "covers 5 whole months"), (acts(killed=0), "no death in any whole month")]
)
def test_refuses(told: Acts, problem: str) -> None:
    with pytest.raises(UsageError, match=problem):
        deaths_by_month(told)
