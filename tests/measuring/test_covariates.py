"""Covariates given beside a record: what is read, and what is refused."""

from datetime import date
from pathlib import Path

import polars as pl
import pytest

from vedette.measuring.covariates import covariates_of
from vedette.model.errors import UsageError

FIRST = date(2024, 1, 1)


def test_values_hold_until_the_next_row(tmp_path: Path) -> None:
    path = tmp_path / "war.csv"
    path.write_text("day;war;snow\n2024-01-11;1;0\n2023-12-01;0;2\n")
    found = covariates_of(path)
    assert found.names == ("war", "snow")
    rate = found.baseline(FIRST, 20).rate
    assert rate(pl.Series([0.5, 9.5, 10.5]).to_numpy())[:, 0].tolist() == [0, 0, 1]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "is empty"),
        ("war\n1\n", "need a column day"),
        ("day\n2024-01-01\n", "one column of numbers"),
        ("day,war\n", "a row for each change"),
        ("day,war\nsoon,1\n", "row 1: 'soon' is no day"),
        ("day,war\n2024,1\n", "is no day"),
        ("day,war\n2024-01-01,1\n2024-01-01,2\n", "2024-01-01 stands twice"),
        ("day,war\n2024-01-01,\n", "war has no number in row 1"),
        ("day,war\n2024-01-01,much\n", "war has no number in row 1"),
        ("day,war\n2024-01-01,inf\n", "war has no number in row 1"),
    ],
)
def test_refuses_what_is_no_table_of_covariates(tmp_path: Path, text: str, why: str) -> None:
    path = tmp_path / "war.csv"
    path.write_text(text)
    with pytest.raises(UsageError, match=why):
        covariates_of(path)


@pytest.mark.parametrize(
    ("day", "why"), [("2024-01-02", "they start on 2024-01-02"), ("2023-01-01", "never changes within the record")]
)
def test_refuses_what_says_nothing_of_the_record(day: str, why: str) -> None:
    found = covariates_of(pl.DataFrame({"day": [day, "2025-01-01"], "war": [0, 1]}))
    with pytest.raises(UsageError, match=why):
        found.baseline(FIRST, 20)


def test_refuses_a_file_that_is_not_there() -> None:
    with pytest.raises(UsageError, match="no such file"):
        covariates_of("nowhere.csv")
