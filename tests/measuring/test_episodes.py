"""Bursts are found where they are, none where a record only scatters, and thin records are not measured."""

from datetime import date, timedelta

import numpy as np
import polars as pl
import pytest

from vedette.measuring import episodes
from vedette.measuring.imported import of_frame
from vedette.measuring.states import fit_states, paths, probabilities
from vedette.measuring.table import EventTable
from vedette.model.errors import UsageError

START = date(2024, 1, 1)


def table(counts: list[int], *, open_: int = 0) -> EventTable:
    """Count acts by day, each date open by so many days."""
    rows = [
        {"from": str(START + timedelta(n)), "to": str(START + timedelta(n + open_)), "actor": "Arvand",
         "target": "Belisar", "type": "ASSAULT", "killed": "1", "id": f"{n} {k}"}
        for n, count in enumerate(counts)
        for k in range(count)
    ]  # fmt: skip
    return of_frame(pl.DataFrame(rows), today=date(2026, 1, 1))


def burst(seed: int = 1) -> list[int]:
    rng = np.random.default_rng(seed)
    rates = np.where((np.arange(200) >= 80) & (np.arange(200) < 120), 3.0, 0.3)
    return [int(one) for one in rng.poisson(rates)]


def test_finds_a_burst_between_two_calms() -> None:
    found = episodes(table(burst()), draws=40)
    assert found["state"].to_list() == ["calm", "burst", "calm"]
    middle = found.row(1, named=True)
    assert abs((middle["from"] - START).days - 80) <= 4
    assert abs((middle["to"] - START).days - 119) <= 4
    assert middle["from_low"] <= middle["from"] <= middle["from_high"]
    assert middle["rate"] > 2
    assert found["ongoing"].to_list() == [False, False, True]
    assert middle["killed"] == pytest.approx(middle["acts"])


def test_open_dates_widen_the_bounds() -> None:
    width = [
        (row["from_high"] - row["from_low"]).days
        for row in (episodes(table(burst(), open_=n), draws=80).row(1, named=True) for n in (0, 14))
    ]
    assert width[1] > width[0]


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_wide_scatter_alone_is_no_burst(seed: int) -> None:
    counts = np.random.default_rng(seed).negative_binomial(1.5, 0.5, 200)
    found = episodes(table([int(one) for one in counts]), draws=40)
    assert (found["state"].to_list(), found.height) == (["steady"], 1)


@pytest.mark.parametrize(
    ("counts", "why"), [([1] * 20, "20 days watched"), ([1, 0, 0, 0] * 2 + [0] * 40 + [1], "3 acts")]
)
def test_a_thin_record_is_not_measured(counts: list[int], why: str) -> None:
    with pytest.raises(UsageError, match=why):
        episodes(table(counts))


def test_the_chance_of_a_burst_adds_up_as_in_plain_recursion() -> None:
    counts = np.array(burst(), dtype=float)
    counts[50:55] = np.nan
    fit = fit_states(counts)
    from vedette.measuring.states import _log_pmf

    likely = np.exp(np.stack([np.nan_to_num(_log_pmf(counts, mean, fit.shape)) for mean in fit.means], axis=1))
    ahead, behind = [fit.start * likely[0]], [np.ones(2)]
    for day in range(1, len(counts)):
        ahead.append((ahead[-1] @ fit.moves) * likely[day])
        ahead[-1] /= ahead[-1].sum()
    for day in range(len(counts) - 1, 0, -1):
        behind.append(fit.moves @ (likely[day] * behind[-1]))
        behind[-1] /= behind[-1].sum()
    both = np.array(ahead) * np.array(behind[::-1])
    assert probabilities(fit, counts[None])[0] == pytest.approx(both[:, 1] / both.sum(axis=1), abs=1e-9)
    drawn = paths(fit, np.tile(counts, (400, 1)), rng=np.random.default_rng(0)).mean(axis=0)
    assert np.abs(drawn - both[:, 1] / both.sum(axis=1)).max() < 0.12
