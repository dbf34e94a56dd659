"""Reactions and reciprocity of a record's pairs: who may be tested, what is left out, outcomes compared."""

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import polars as pl
import pytest

from vedette.measuring import impulses, reactions, reciprocal
from vedette.measuring.covariates import covariates_of
from vedette.measuring.imported import of_frame
from vedette.measuring.reactions import daily, daily_drawn, dated, mutual
from vedette.measuring.table import EventTable
from vedette.model.errors import UsageError

START = date(2023, 1, 1)


WAR = START + timedelta(80), START + timedelta(110)


def table(days: int = 120, *, open_: int = 0, seed: int = 0) -> EventTable:
    """Arvand acts at random; Belisar answers most acts the day after."""
    rng = np.random.default_rng(seed)
    first = rng.poisson(0.5, days)
    second = rng.binomial(np.concatenate([[0], first[:-1]]), 0.8)
    rows = [
        {"from": str(START + timedelta(n)), "to": str(START + timedelta(n + open_)), "actor": actor, "target": target,
         "type": "ASSAULT", "killed": str(k), "id": f"{n} {actor} {k}"}
        for n in range(days)
        for actor, target, count in (("Arvand", "Belisar", first[n]), ("Belisar", "Arvand", second[n]))
        for k in range(count)
    ]  # fmt: skip
    return of_frame(pl.DataFrame(rows), today=date(2026, 1, 1))


def test_finds_the_side_that_answers() -> None:
    found = {(row["act"], row["answers"]): row for row in reactions(table()).iter_rows(named=True)}
    answer, cause = "Belisar → Arvand", "Arvand → Belisar"
    assert found[answer, cause]["sets_off"] > 0.4
    assert found[answer, cause]["sets_off"] > found[cause, answer]["sets_off"]
    for row in found.values():
        assert row["low"] <= row["sets_off"] <= row["high"]
        assert 0 <= row["share"] <= 1
        assert not row["trusted"] or row["low"] > 0
        assert row["trusted"] or "reactions: the fit passes" not in row["verdict"]


def test_acts_with_open_dates_are_left_out_and_told() -> None:
    kept, note = dated(table(open_=8))
    assert kept.rows.is_empty()
    assert "left out" in note
    with pytest.raises(UsageError, match="no pair acts both ways"):
        reactions(table(open_=8))


def test_open_dates_are_drawn_and_told() -> None:
    found = reactions(table(days=60, open_=2), draws=3)
    assert "drawn 3 times" in found["note"][0]
    assert (found["low"] <= found["sets_off"]).all()
    assert (found["sets_off"] <= found["high"]).all()


def test_days_that_no_report_covers_are_told() -> None:
    covered: dict[tuple[str | None, str], str] = {(None, f"2023-0{n}"): "covered" for n in (1, 3, 4, 5)}
    found = reactions(replace(table(days=60), levels=covered))
    assert found["note"].unique().to_list() == ["28 days that no report covers are counted as quiet"]


def test_each_draw_keeps_acts_on_the_days_that_their_dates_leave() -> None:
    one, ways = table(open_=3), [("Arvand", "Belisar"), ("Belisar", "Arvand")]
    drawn = list(daily_drawn(one, ways, draws=5, seed=1))
    assert {world.sum() for world in drawn} == {one.rows.height}
    assert not (drawn[0] == drawn[1]).all()
    first, early = daily(table(), ways).cumsum(axis=0), np.array(drawn).cumsum(axis=1)
    assert (early[:, : len(first)] <= first).all()
    assert (early[:, 3 : len(first)] >= first[:-3]).all()


def test_a_given_covariate_takes_the_place_of_reactions() -> None:
    one = neighbours()
    assert reactions(one).filter(pl.col("high") > 0.3).height
    war = covariates_of(pl.DataFrame({"day": [str(START), *map(str, WAR)], "war": [0, 1, 0]}))
    given = reactions(one, covariates=war)
    assert not given["trusted"].any()
    assert given.filter(pl.col("sets_off") > 0.2).is_empty()


def neighbours() -> EventTable:
    """Two sides that act at random, six times as often while there is war next door."""
    rng = np.random.default_rng(4)
    days = [START + timedelta(n) for n in range(240)]
    rows = [
        {"from": str(day), "actor": actor, "target": target, "type": "ASSAULT", "id": f"{day} {actor} {k}"}
        for day in days
        for actor, target in (("Arvand", "Belisar"), ("Belisar", "Arvand"))
        for k in range(rng.poisson(2.4 if WAR[0] <= day < WAR[1] else 0.4))
    ]
    return of_frame(pl.DataFrame(rows), today=date(2026, 1, 1))


def test_one_sided_records_have_no_reactions() -> None:
    one = table()
    with pytest.raises(UsageError, match="each way"):
        reactions(one.rows.filter(pl.col("actor") == "Arvand"))


def test_counts_by_day_and_direction() -> None:
    one = table()
    assert mutual(one) == [("Arvand", "Belisar")]
    counts = daily(one, [("Arvand", "Belisar"), ("Belisar", "Arvand")])
    assert counts.shape == (one.days, 2)
    assert counts.sum() == one.rows.height


def test_reciprocity_is_compared_across_outcomes() -> None:
    found = reciprocal(table(), every="day", lag=1)
    answers = found.filter(pl.col("cause") == "Arvand → Belisar")
    assert answers["outcome"].to_list() == ["incidence", "count", "killed", "intensity"]
    assert (answers.filter(pl.col("outcome") == "count")["p"] < 0.001).all()
    back = found.filter(pl.col("effect") == "Arvand → Belisar", pl.col("outcome") == "count")
    assert back["p"].item() > 0.001


def test_open_dates_are_carried_into_the_tests_of_reciprocity() -> None:
    sharp, open_ = (reciprocal(one, every="day", lag=1) for one in (table(), table(open_=4)))
    assert sharp["p_low"].to_list() == sharp["p"].to_list() == sharp["p_high"].to_list()
    assert (open_["p_high"] > open_["p_low"]).any()
    torn = open_.filter((pl.col("shown") > 0.05) & (pl.col("shown") < 0.95))
    assert torn["verdict"].str.contains("open dates or tolls decide").all()


def test_a_short_record_is_refused_by_its_length() -> None:
    with pytest.raises(UsageError, match="steps"):
        reciprocal(table(days=60), every="month")


def test_a_shock_moves_the_other_side_in_the_next_period() -> None:
    found = impulses(table(), every="day", steps=2, bands=60)
    next_day = found.filter(pl.col("impulse") == "Arvand → Belisar", pl.col("step") == 1).row(0, named=True)
    assert 0 < next_day["low"] <= next_day["value"] <= next_day["high"]


def test_open_dates_widen_the_bands_of_responses() -> None:
    one = table(open_=2)
    wide, narrow = (impulses(one, every="day", steps=1, bands=60, draws=draws) for draws in (8, 1))
    assert ((wide["high"] - wide["low"]) > (narrow["high"] - narrow["low"])).filter(wide["step"] > 0).all()


def test_an_outcome_that_is_none_is_refused() -> None:
    with pytest.raises(UsageError, match="choose one of"):
        impulses(table(), outcome="mood")
