"""What a panel takes and refuses."""

import polars as pl
import pytest

from vedette.forecasting import panel_of
from vedette.model.errors import UsageError


def table(*, units: tuple[str, ...] = ("a", "b"), periods: int = 14) -> pl.DataFrame:
    rows = [(unit, 100 + t, (t * (i + 2)) % 5) for i, unit in enumerate(units) for t in range(periods)]
    return pl.DataFrame(rows, schema=["unit", "time", "y"], orient="row")


def test_lays_units_out_over_periods() -> None:
    panel = panel_of(table().sample(fraction=1, shuffle=True, seed=2))
    assert (panel.units, panel.start, panel.origin) == (("a", "b"), 100, 113)
    assert panel.at(103).tolist() == [1, 4]


def test_until_knows_nothing_later() -> None:
    panel = panel_of(table()).until(105)
    assert (panel.origin, panel.counts.shape) == (105, (2, 6))


@pytest.mark.parametrize(
    ("frame", "problem"),
    [
        (table().drop("y"), "no column y"),
        (table().head(0), "no rows"),
        (table(periods=5), "only 5 periods"),
        (table().with_columns(y=pl.lit(0)), "all counts are zero"),
        (table().with_columns(y=pl.lit(-1)), "no count"),
        (table().with_columns(y=pl.lit(float("nan"))), "no count"),
        (table().with_columns(y=pl.lit(None, dtype=pl.Int64)), "empty"),
        (pl.concat([table(), table().tail(1)]), "twice"),
        (table().filter((pl.col("unit") != "b") | (pl.col("time") != 107)), "unit b lacks period 107"),
        (table().filter(pl.col("time") != 107), "lacks period 107"),
    ],
)
def test_refuses(frame: pl.DataFrame, problem: str) -> None:
    with pytest.raises(UsageError, match=problem):
        panel_of(frame)


def test_takes_a_period_missing_for_all_if_told() -> None:
    panel = panel_of(table().filter(pl.col("time") != 107), gaps=True)
    assert len(panel.known) == 13


def test_never_takes_a_period_missing_for_one() -> None:
    with pytest.raises(UsageError, match="unit b lacks period 107"):
        panel_of(table().filter((pl.col("unit") != "b") | (pl.col("time") != 107)), gaps=True)
