"""Acts laid out by day: uncertain days and tolls are drawn, acts of several parties count once for all."""

from datetime import date, timedelta

import numpy as np
import polars as pl
import pytest

from vedette.forecasting.acts import Acts, acts_of_table, drawn
from vedette.forecasting.daily import ATTACKS, DEADLY, KILLED, WORLD, Series, drawings_of, series_of
from vedette.measuring.table import event_table
from vedette.model.errors import UsageError

START = date(2023, 1, 1)


def acts(rows: list[tuple[object, ...]], *, days: int = 100) -> Acts:
    """Make acts of (first day, last day, actor, target, type, killed), days counted from the start of a hundred."""
    frame = pl.DataFrame(
        [(START + timedelta(a), START + timedelta(b), *rest) for a, b, *rest in rows],  # type: ignore[arg-type]
        schema=["from", "to", "actor", "target", "type", "killed_low", "killed", "killed_high"],
        orient="row",
    )
    return acts_of_table(event_table(frame, from_=START, to=START + timedelta(days - 1)))


def struck(day: int, *, last: int | None = None, by: str = "Arvand", at: str = "Belisar", killed: int = 0,
           type_: str = "ASSAULT") -> tuple[object, ...]:  # fmt: skip
    return (day, day if last is None else last, by, at, type_, killed, killed, killed)


def test_counts_attacks_deadly_ones_and_deaths() -> None:
    told = acts([struck(5, killed=3), struck(5), *(struck(day) for day in range(10, 60, 10))])
    pair = ("Arvand", "Belisar")
    series = [Series(pair=pair, of=of) for of in (ATTACKS, DEADLY, KILLED)]
    panel = drawings_of(told, series)[0].panel
    assert panel.counts[:, 5].tolist() == [2, 1, 3]
    assert panel.counts.sum(axis=1).tolist() == [7, 1, 3]


def test_an_act_lies_somewhere_within_its_days() -> None:
    told = acts([struck(day, last=day + 9) for day in range(0, 90, 3)])
    days = np.stack([day for day, _ in drawn(told, 40)]) - START.toordinal()
    assert (days >= told.first - START.toordinal()).all()
    assert (days <= told.last - START.toordinal()).all()
    assert (days - told.first + START.toordinal()).mean() == pytest.approx(4.5, abs=0.3)


def test_tolls_err_together_between_low_and_high() -> None:
    told = acts([(4, 4, "Arvand", "Belisar", "ASSAULT", 1, 5, 9), (8, 8, "Arvand", "Belisar", "ASSAULT", 2, 4, 40)])
    made = np.stack([deaths for _, deaths in drawn(told, 9)])
    assert (np.diff(made, axis=0) >= 0).all()
    assert made.min(axis=0).tolist() >= [1, 2]
    assert made.max(axis=0).tolist() <= [9, 40]


def test_a_sure_record_is_drawn_once() -> None:
    assert len(drawn(acts([struck(3), struck(4)]), 5)) == 1


def test_an_act_against_two_counts_once_for_all_and_once_for_each_pair() -> None:
    rows = [struck(day, at="Belisar; Corvo") for day in range(0, 60, 6)]
    told = acts(rows)
    series = series_of(told)
    counts = drawings_of(told, series)[0].panel.counts.sum(axis=1)
    assert {one.pair: n for one, n in zip(series, counts, strict=True)} == {
        WORLD: 10, ("Arvand", "Belisar"): 10, ("Arvand", "Corvo"): 10,
    }  # fmt: skip


def test_pairs_that_acted_less_than_five_times_stand_only_in_the_whole() -> None:
    told = acts([*(struck(day) for day in range(0, 50, 10)), struck(7, by="Corvo")])
    assert {one.pair for one in series_of(told)} == {WORLD, ("Arvand", "Belisar")}


def test_types_beside_attacks_are_counted_by_themselves() -> None:
    told = acts([*(struck(day) for day in range(5)), *(struck(day, type_="THREATEN") for day in range(6))])
    assert [one.of for one in series_of(told) if one.pair == WORLD] == [ATTACKS, "THREATEN"]


def test_acts_dated_to_months_are_left_out_and_told() -> None:
    told = acts([struck(3, last=80), *(struck(day) for day in range(9))]).on_days()
    assert len(told.act) == 9
    assert "1 acts dated to no 31 days" in told.notes[-1]


def test_until_knows_nothing_later() -> None:
    told = acts([struck(10, last=20), struck(30)]).until(START.toordinal() + 15)
    assert (len(told.act), told.end - START.toordinal(), told.last[0] - START.toordinal()) == (1, 15, 15)


def test_days_of_which_nothing_was_read_are_unknown_not_quiet() -> None:
    told = acts([struck(day) for day in range(0, 90, 9)])
    blank = frozenset(START.toordinal() + day for day in range(40, 60))
    silent = acts_of_table(
        event_table(pl.DataFrame({"from": [START, START + timedelta(99)], "actor": ["a", "a"], "target": ["b", "b"]})),
        blank=blank,
    )
    panel = drawings_of(silent, [Series(pair=WORLD, of=ATTACKS)])[0].panel
    assert np.isnan(panel.counts[0]).sum() == 20
    assert not np.isnan(drawings_of(told, series_of(told))[0].panel.counts).any()


def test_refuses_a_record_of_a_few_days() -> None:
    with pytest.raises(UsageError, match="covers 20 days; a daily forecast needs 30"):
        drawings_of(acts([struck(3)], days=20), [Series(pair=WORLD, of=ATTACKS)])


def test_refuses_a_type_that_no_act_has() -> None:
    frame = pl.DataFrame({"from": [START], "actor": ["a"], "target": ["b"], "type": ["ASSAULT"]})
    with pytest.raises(UsageError, match="no act is of type FLOOD"):
        acts_of_table(event_table(frame), attack=["FLOOD"])
