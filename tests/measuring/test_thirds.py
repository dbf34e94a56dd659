"""A third party in a record: who it is, what is tested, and what is refused."""

from datetime import date, timedelta

import numpy as np
import polars as pl
import pytest

from vedette.measuring import third_parties
from vedette.measuring.imported import of_frame
from vedette.measuring.table import EventTable
from vedette.model.errors import UsageError

START = date(2023, 1, 1)


def table(days: int = 200, *, open_: int = 0, third: float = 0.5) -> EventTable:
    """Arvand and Belisar act at random; Belisar also answers what Corvo does to it, on Arvand, the day after."""
    rng = np.random.default_rng(2)
    corvo, arvand = rng.poisson(third, days), rng.poisson(0.4, days)
    belisar = rng.poisson(0.3, days) + np.concatenate([[0], corvo[:-1]])
    ways = (("Corvo", "Belisar", corvo), ("Arvand", "Belisar", arvand), ("Belisar", "Arvand", belisar))
    rows = [
        {"from": str(day), "to": str(day + timedelta(open_)), "actor": actor, "target": target, "type": "ASSAULT",
         "id": f"{actor}{n}-{k}"}
        for n, day in enumerate(START + timedelta(n) for n in range(days))
        for actor, target, counts in ways
        for k in range(counts[n])
    ]  # fmt: skip
    return of_frame(pl.DataFrame(rows), today=date(2026, 1, 1))


def test_an_answer_to_a_third_party_is_shown_beside_the_others() -> None:
    found = third_parties(table(), every="day", bands=20)
    assert found["third"].unique().to_list() == ["Corvo"]
    assert found.height == 6  # three directions, each with each other one
    answers = found.filter(pl.col("p") < 0.001).select("cause", "effect").rows()
    assert answers == [("Corvo → Belisar", "Belisar → Arvand")]
    assert found.filter(cause="Corvo → Belisar", effect="Belisar → Arvand")["shown"].item() == 1


def test_open_dates_are_drawn() -> None:
    found = third_parties(table(open_=4), every="day", bands=20, draws=8)
    assert found.filter((pl.col("shown") > 0) & (pl.col("shown") < 1)).height
    torn = found.filter((pl.col("shown") > 0.05) & (pl.col("shown") < 0.95))
    assert torn["note"].str.contains("open dates or tolls decide").all()


@pytest.mark.parametrize(
    ("told", "why"), [(table(third=0.0), "no third party"), (table(40), "triangle: .* steps")], ids=["none", "short"]
)
def test_refuses_in_a_line(told: EventTable, why: str) -> None:
    with pytest.raises(UsageError, match=why):
        third_parties(told, every="month")
