"""Daily forecasts: paths that make sense, what is flagged or refused, and back-tests that know no future."""

from datetime import date, timedelta

import numpy as np
import polars as pl
import pytest

from vedette.forecasting.acts import Acts, acts_of_table
from vedette.forecasting.ahead import Ahead, look_ahead
from vedette.forecasting.ahead_table import ahead_table
from vedette.forecasting.daily import ATTACKS, DEADLY, KILLED, WORLD
from vedette.forecasting.snapshots import past_days, skills, trials
from vedette.measuring.table import event_table
from vedette.model.errors import UsageError

START = date(2023, 1, 1)


def war(*, days: int = 200, seed: int = 1, after: int = 10**6) -> Acts:
    """Two sides that strike at each other on some days, a rare act of a third; from day `after` on massacres daily."""
    chance = np.random.default_rng(seed)
    rows = []
    for day in range(days):
        rows += [(day, "Arvand", "Belisar", int(chance.poisson(1.0)))] * int(chance.poisson(0.6))
        rows += [(day, "Belisar", "Arvand", int(chance.poisson(2.0)))] * int(chance.poisson(0.3))
        if day >= after:
            rows += [(day, "Arvand", "Belisar", 500)] * 20
    rows.append((50, "Corvo", "Arvand", 1))
    frame = pl.DataFrame(
        [(f"e{i}", START + timedelta(day), a, t, "ASSAULT", k) for i, (day, a, t, k) in enumerate(rows)],
        schema=["id", "from", "actor", "target", "type", "killed"],
        orient="row",
    )
    return acts_of_table(event_table(frame, from_=START, to=START + timedelta(days - 1)))


WAR = war()
MADE = look_ahead(WAR, 7, draws=300, model="hawkes")


def place(made: Ahead, of: str) -> int:
    return next(i for i, one in enumerate(made.series) if one.pair == WORLD and one.of == of)


def test_no_future_has_deaths_without_an_attack() -> None:
    attacks, kills, deaths = (MADE.paths[place(MADE, of)] for of in (ATTACKS, DEADLY, KILLED))
    assert (kills <= attacks).all()
    assert ((deaths > 0) == (kills > 0)).all()


def test_attacks_come_about_as_often_as_they_did() -> None:
    assert MADE.paths[place(MADE, ATTACKS)].mean() == pytest.approx(0.9, rel=0.3)


def test_the_table_holds_each_day_and_all_days_until_it() -> None:
    told = ahead_table(MADE, level=[80], skill={ATTACKS: 0.1})
    attacks = told.filter(actor="anyone", of=ATTACKS)
    assert attacks["day"].to_list()[0] == START + timedelta(200)
    assert (attacks["p_by"].diff().drop_nulls() >= 0).all()
    assert (attacks["total-hi-80"] >= attacks["total-lo-80"]).all()
    assert told.filter(of=KILLED)["skill"].is_null().all()


@pytest.mark.parametrize("model", ["mixture", "conflictology", "boosted"])
def test_every_model_can_forecast_acts_and_gives_the_same_each_time(model: str) -> None:
    short = war(days=70)
    first, second = (look_ahead(short, 3, draws=60, model=model).paths for _ in range(2))
    assert (first == second).all()


def test_a_record_of_weeks_and_a_pair_of_few_acts_are_flagged() -> None:
    made = look_ahead(war(days=60), 3, draws=50, model="rates")
    assert set(made.flags) <= {"short record", "few acts"}
    assert made.flags[0] == "short record"


def test_one_actor_only_is_said() -> None:
    frame = pl.DataFrame({"from": [START + timedelta(day) for day in range(0, 90, 3)], "actor": ["Arvand"] * 30})
    made = look_ahead(acts_of_table(event_table(frame)), 3, draws=50, model="rates")
    assert {one.pair for one in made.series} == {WORLD}
    assert "only all acts together" in made.notes[-1]


def test_no_attack_at_all_is_refused() -> None:
    frame = pl.DataFrame(
        {"from": [START, START + timedelta(90)], "actor": ["a", "a"], "target": ["b", "b"], "type": ["AID", "ASSAULT"]}
    )
    quiet = acts_of_table(event_table(frame)).until((START + timedelta(60)).toordinal())
    with pytest.raises(UsageError, match="no attack"):
        look_ahead(quiet, 3)


def test_unknown_models_are_refused() -> None:
    with pytest.raises(UsageError, match="no model 'oracle'"):
        look_ahead(WAR, 3, model="oracle")


def test_a_past_forecast_knows_nothing_of_what_came_later() -> None:
    first, second = (trials(told.until, told, 7, model="hawkes", windows=1)[0] for told in (WAR, war(after=200 - 7)))
    assert [one.pair for one in first.series] == [one.pair for one in second.series]
    assert (first.paths == second.paths).all()
    assert second.came.sum() > 100 * first.came.sum() / 2


def test_skill_is_measured_against_the_last_twelve_days() -> None:
    told = trials(WAR.until, WAR, 7, model="rates", windows=3)
    assert len(told) == 3
    assert all(one.plain.shape[1] == 12 for one in told)
    assert 0 < skills(told)[ATTACKS] < 1


def test_past_windows_do_not_overlap_and_end_with_the_record() -> None:
    days = past_days(WAR, 10, windows=3)
    assert days == [WAR.end - 10, WAR.end - 20, WAR.end - 30]


def test_a_short_past_tests_nothing() -> None:
    short = war(days=62)
    assert trials(short.until, short, 7, model="rates") == []
