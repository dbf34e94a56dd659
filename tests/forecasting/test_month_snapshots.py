"""Monthly back-tests on snapshots: what is known when, what is passed over, and the skill that comes of them."""

from datetime import date

import pytest

from tests.forecasting.test_monthly import acts
from vedette.forecasting.acts import Acts
from vedette.forecasting.month_snapshots import month_scores, month_skill, month_trials
from vedette.forecasting.monthly import deaths_by_month
from vedette.forecasting.table import name_of
from vedette.model.errors import UsageError

TRUTH = acts(760)
PANEL = deaths_by_month(TRUTH)[0]


def test_asks_for_the_last_day_of_the_month_before_each_window() -> None:
    asked: list[date] = []

    def snapshot(day: int) -> Acts:
        asked.append(date.fromordinal(day))
        return TRUTH.until(day)

    told = month_trials(snapshot, PANEL, 3, model="fading")
    assert [name_of(one.origin, "month") for one in told] == [f"{day:%Y-%m}" for day in asked]
    assert all((day.month % 12) + 1 == date.fromordinal(day.toordinal() + 1).month for day in asked)
    assert {one.draws.shape[:2] for one in told} == {one.came.shape for one in told} == {(3, 3)}
    at = told[0].origin + 1 - PANEL.start
    assert (told[0].came == PANEL.counts[:, at : at + 3]).all()


def test_what_was_not_known_then_is_no_part_of_the_forecast() -> None:
    told = month_trials(lambda day: acts(760, countries=("SY",)).until(day), PANEL, 2, model="fading")
    assert {one.units for one in told} == {("SY",)}
    doubled = month_trials(lambda day: acts(760, killed=40).until(day), PANEL, 2, model="fading")
    assert doubled[0].draws.mean() > 5 * doubled[0].came.mean()


def test_a_snapshot_that_cannot_be_forecast_is_passed_over() -> None:
    def snapshot(day: int) -> Acts:
        raise UsageError("holds no report")

    told = month_trials(snapshot, PANEL, 2, model="fading")
    assert (told, month_skill(told)) == ([], None)
    assert month_scores(told, "fading").is_empty()


def test_a_snapshot_that_ends_before_the_month_is_passed_over() -> None:
    assert not month_trials(lambda day: TRUTH.until(day - 40), PANEL, 2, model="fading")


def test_conflictology_has_no_skill_over_itself() -> None:
    told = month_trials(TRUTH.until, PANEL, 2, model="fading")
    rows = month_scores(told, "fading")
    assert rows["model"].to_list() == ["conflictology", "fading"] * len(told)
    assert rows.filter(model="conflictology")["skill"].unique().to_list() == [0.0]
    assert month_skill(told) == pytest.approx(rows.filter(model="fading")["skill"].mean())
