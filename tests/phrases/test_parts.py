"""Parts of periods, nights, days in a row, and foreign clocks, as coding dates by them."""

import pytest

from tests.coding.dated import ON_WEDNESDAY, bounds, day
from vedette.coding.when import resolve
from vedette.phrases.find import find_times

CASES = [
    ("the first week of December", "2023-12-01", "2023-12-07"),
    ("the last week of November", "2023-11-24", "2023-11-30"),
    ("the second half of November", "2023-11-16", "2023-11-30"),
    ("the second half of 2021", "2021-07-01", "2021-12-31"),
    ("the start of the week", "2023-12-11", "2023-12-13"),
    ("until the end of the year", None, "2023-12-31"),
    ("the week before last", "2023-11-27", "2023-12-03"),
    ("the Thursday before last", "2023-11-30", "2023-11-30"),
    ("the week of Nov. 20", "2023-11-20", "2023-11-26"),
    ("the second day running", "2023-12-12", "2023-12-13"),
    ("a third consecutive day", "2023-12-11", "2023-12-13"),
    ("overnight into Tuesday", "2023-12-11", "2023-12-12"),
    ("overnight Monday", "2023-12-11", "2023-12-12"),
    ("next spring", "2024-03-01", "2024-05-31"),
    ("two days after Dec. 8", "2023-12-10", "2023-12-10"),
    ("the day after Christmas", "2022-12-26", "2022-12-26"),
    ("Tuesday evening Washington time", "2023-12-12", "2023-12-13"),
    ("early Tuesday Washington time", "2023-12-12", "2023-12-12"),
    ("0300 GMT on Tuesday", "2023-12-11", "2023-12-12"),
    ("the winter of 2022-23", "2022-12-01", "2023-02-28"),
]


@pytest.mark.parametrize(("phrase", "first", "last"), CASES)
def test_dates_by_it(phrase: str, first: str | None, last: str) -> None:
    assert bounds(resolve(phrase, start=0, published=ON_WEDNESDAY)) == (day(first), day(last))


@pytest.mark.parametrize("phrase", [phrase for phrase, _, _ in CASES])
def test_finds_it_whole(phrase: str) -> None:
    assert [span.text for span in find_times(f"Gunmen held the bridge {phrase}, aides said.")] == [phrase]


def test_counts_a_month_before_from_what_was_told() -> None:
    when = resolve("the month before", start=0, published=ON_WEDNESDAY, anchor=day("2023-12-03"))
    assert bounds(when) == (day("2023-11-01"), day("2023-11-30"))


def test_reads_a_date_with_points_day_first() -> None:
    assert bounds(resolve("11.12.2023", start=0, published=ON_WEDNESDAY)) == (day("2023-12-11"), day("2023-12-11"))
