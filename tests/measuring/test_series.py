"""Series carry what dates and figures leave open, and tension opens up to the acts behind it."""

from dataclasses import replace
from datetime import date, timedelta

import polars as pl
import pytest

from vedette.measuring import contributions, series, tension
from vedette.measuring.imported import of_frame
from vedette.measuring.table import EventTable
from vedette.model.errors import UsageError

HEAD = ["from", "to", "actor", "target", "type", "killed_low", "killed", "killed_high", "country"]
ROWS = [
    ["2024-03-04", "2024-03-04", "Arvand", "Belisar", "ASSAULT", "3", "3", "3", "Corvo"],
    ["2024-03-05", "2024-03-11", "Arvand", "Belisar", "ASSAULT", "2", "4", "10", "Corvo"],
    ["2024-03-20", "2024-03-20", "Belisar", "Arvand", "AID", "", "", "", "Corvo"],
]


def table(rows: list[list[str]] = ROWS) -> EventTable:
    return of_frame(pl.DataFrame(rows, schema=dict.fromkeys(HEAD, pl.String), orient="row"), today=date(2026, 1, 1))


def test_an_open_date_is_spread_over_its_days() -> None:
    found = series(table(), by=["actor"]).filter(pl.col("actor") == "Arvand")
    assert found["count"].to_list()[:3] == pytest.approx([1.0, 1 / 7, 1 / 7], abs=1e-6)
    assert found["count"].sum() == pytest.approx(2.0, abs=1e-4)
    assert found.row(0, named=True)["count_high"] == 1.0
    assert found["count_high"].to_list()[1:3] == [1.0, 1.0]


def test_open_figures_bound_the_toll_and_known_days_leave_weeks_whole() -> None:
    week = series(table(), every="month", by=["actor"]).filter(pl.col("actor") == "Arvand").row(0, named=True)
    assert (week["count_low"], week["count"], week["count_high"]) == (2.0, 2.0, 2.0)
    assert week["killed"] == pytest.approx(7.0)
    assert 5.0 <= week["killed_low"] < 6.0
    assert 12.0 < week["killed_high"] <= 13.0


def test_the_same_seed_draws_the_same_and_more_draws_keep_the_value() -> None:
    one, same, other = (series(table(), draws=draws, seed=3) for draws in (100, 100, 400))
    assert one.equals(same)
    assert one["killed"].equals(other["killed"])


def test_sums_keep_acts_with_unknown_tolls_apart() -> None:
    found = series(table(), every="month", by=["actor"]).filter(pl.col("actor") == "Belisar").row(0, named=True)
    assert (found["killed"], found["tolls_unknown"], found["intensity"]) == (0.0, 1.0, 7.0)


def test_silence_is_not_peace() -> None:
    levels: dict[tuple[str | None, str], str] = {(None, "2024-03"): "covered", (None, "2024-04"): "none"}
    found = series(replace(table(), last=date(2024, 4, 30), levels=levels), every="month", by=["actor"])
    april = found.filter(pl.col("period") == date(2024, 4, 1))
    assert april["coverage"].to_list() == ["none", "none"]
    assert april["count"].to_list() == [None, None]


@pytest.mark.parametrize("wrong", [{"every": "year"}, {"by": ["colour"]}, {"draws": 3}, {"level": 2.0}])
def test_refuses_what_cannot_be_counted(wrong: dict[str, object]) -> None:
    with pytest.raises(UsageError):
        series(table(), **wrong)  # type: ignore[arg-type]


def test_tension_halves_and_friendly_acts_take_away() -> None:
    rows = [["2024-03-04", "2024-03-04", "Arvand", "Belisar", "ASSAULT", "0", "0", "0", ""], ROWS[2]]
    found = dict(tension(table(rows)).select("day", "tension").iter_rows())
    assert found[date(2024, 3, 4)] == pytest.approx(1.0)
    assert found[date(2024, 3, 18)] == pytest.approx(0.5)
    assert found[date(2024, 3, 20)] == pytest.approx(0.5 ** (16 / 14) - 0.7, abs=1e-6)


@pytest.mark.parametrize("by", ["pair", "country", "all"])
@pytest.mark.parametrize("on", [date(2024, 3, 4), date(2024, 3, 8), date(2024, 3, 20)])
def test_contributions_sum_to_the_tension(by: str, on: date) -> None:
    whole = tension(table(), by=by).filter(pl.col("day") == on)["tension"].item()  # type: ignore[arg-type]
    assert contributions(table(), on=on, by=by)["adds"].sum() == pytest.approx(whole, abs=1e-6)  # type: ignore[arg-type]


def test_small_contributions_are_summed_in_a_last_row() -> None:
    old = [["2023-01-01", "2023-01-01", "Arvand", "Belisar", "ASSAULT", "1", "1", "1", ""]]
    found = contributions(table([*old, *ROWS]))
    assert (found["id"][-1], found["text"][-1]) == (None, "all other acts")
    assert found["adds"].sum() == pytest.approx(tension(table([*old, *ROWS]))["tension"][-1], abs=1e-6)


def test_the_interval_of_tension_holds_it_and_is_a_point_where_nothing_is_open() -> None:
    found = tension(table())
    assert (found["low"] <= found["tension"]).all()
    assert (found["tension"] <= found["high"]).all()
    assert found["high"][3] > found["low"][3]
    assert found["high"][0] == found["low"][0]


def test_an_act_counts_once_in_a_region_however_many_took_part() -> None:
    rows = [["2024-03-04", "2024-03-04", "Arvand; Dorn", "Belisar", "ASSAULT", "0", "0", "0", "Corvo"]]
    rows.append(["2024-03-04", "2024-03-04", "Dorn", "Belisar", "ASSAULT", "0", "0", "0", "Corvo"])
    assert tension(table(rows), by="country")["tension"][0] == pytest.approx(2.0)


def test_refuses_a_day_that_was_not_watched_and_a_unit_that_is_none() -> None:
    with pytest.raises(UsageError, match="nothing was watched"):
        contributions(table(), on=date(2024, 3, 20) + timedelta(1))
    with pytest.raises(UsageError, match="no such unit"):
        contributions(table(), unit="Arvand – Dorn")
