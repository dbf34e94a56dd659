"""Reactions and reciprocity of a record's pairs: who may be tested, what is left out, outcomes compared."""

from datetime import date, timedelta

import numpy as np
import polars as pl
import pytest

from vedette.measuring import impulses, reactions, reciprocal
from vedette.measuring.imported import of_frame
from vedette.measuring.reactions import daily, dated, mutual
from vedette.measuring.table import EventTable
from vedette.model.errors import UsageError

START = date(2023, 1, 1)


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
    kept, note = dated(table(open_=5))
    assert kept.rows.is_empty()
    assert "left out" in note
    with pytest.raises(UsageError, match="no pair acts both ways"):
        reactions(table(open_=5))


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


def test_a_short_record_is_refused_by_its_length() -> None:
    with pytest.raises(UsageError, match="steps"):
        reciprocal(table(days=60), every="month")


def test_a_shock_moves_the_other_side_in_the_next_period() -> None:
    found = impulses(table(), every="day", steps=2, bands=60)
    next_day = found.filter(pl.col("impulse") == "Arvand → Belisar", pl.col("step") == 1).row(0, named=True)
    assert 0 < next_day["low"] <= next_day["value"] <= next_day["high"]


def test_an_outcome_that_is_none_is_refused() -> None:
    with pytest.raises(UsageError, match="choose one of"):
        impulses(table(), outcome="mood")
