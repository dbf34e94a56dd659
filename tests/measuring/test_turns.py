"""Change points of a record: found by outcome, wider where dates are open, and told why not where there are none."""

from datetime import date, timedelta

import numpy as np
import polars as pl
import pytest

from vedette.measuring import turning_points
from vedette.measuring.imported import of_frame
from vedette.measuring.table import EventTable
from vedette.model.errors import UsageError

START = date(2023, 1, 2)  # a Monday


def table(rates: list[float], *, open_: int = 0) -> EventTable:
    """Acts by day at these rates, the toll always one, each date open by so many days."""
    counts = np.random.default_rng(4).poisson(rates)
    rows = [
        {"id": f"{n} {k}", "from": str(START + timedelta(n)), "to": str(START + timedelta(n + open_)),
         "actor": "Arvand", "target": "Belisar", "type": "ASSAULT", "killed": "1"}
        for n, count in enumerate(counts)
        for k in range(count)
    ]  # fmt: skip
    return of_frame(pl.DataFrame(rows), today=date(2026, 1, 1))


RISE = [0.4] * 140 + [2.0] * 140


@pytest.mark.parametrize("open_", [0, 6])
def test_finds_the_change_by_each_outcome(open_: int) -> None:
    found = turning_points(table(RISE, open_=open_)).filter(pl.col("day").is_not_null())
    change = START + timedelta(140)
    assert found["outcome"].to_list() == ["count", "killed", "hostility"]
    for row in found.iter_rows(named=True):
        assert abs((row["day"] - change).days) <= 14
        assert row["low"] <= row["day"] <= row["high"]
        assert row["after"] > row["before"]
    assert found["shared"][0].to_list() == ["killed", "hostility"]


def test_a_steady_record_has_none() -> None:
    found = turning_points(table([1.0] * 210))
    assert found["day"].null_count() == found.height
    assert set(found["note"]) == {"no change found"}


def test_too_short_a_record_is_refused() -> None:
    with pytest.raises(UsageError, match="steps"):
        turning_points(table([1.0] * 50))
    with pytest.raises(UsageError, match="12 acts"):
        turning_points(table([0.02] * 200))
