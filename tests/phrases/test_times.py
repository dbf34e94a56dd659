"""Time phrases whose year another word, or the order of figures, tells."""

from datetime import date

import pytest

from vedette.model import Basis, Published
from vedette.phrases.clock import Clock
from vedette.phrases.times import read_time

DAY = date(2024, 3, 14)
PUBLISHED = Published(start=DAY, end=DAY, precision="day", basis=Basis.GIVEN)


def bounds(phrase: str, anchor: str | None = None) -> tuple[str, str]:
    """Read a phrase of a report of 14 March 2024, whose text has last told of the day `anchor`."""
    read = read_time(phrase, Clock(published=PUBLISHED, anchor=date.fromisoformat(anchor) if anchor else None))
    assert read
    assert read.from_
    assert read.to
    return read.from_.isoformat(), read.to.isoformat()


@pytest.mark.parametrize(
    ("phrase", "first", "final"),
    [
        ("in June that year", "2014-06-01", "2014-06-30"),
        ("on 9 November of that same year", "2014-11-09", "2014-11-09"),
        ("in April of the same year", "2014-04-01", "2014-04-30"),
        ("in February the following year", "2015-02-01", "2015-02-28"),
        ("May 2 of the previous year", "2013-05-02", "2013-05-02"),
        ("in June last year", "2023-06-01", "2023-06-30"),
    ],
)
def test_a_month_takes_the_year_that_the_phrase_points_at(phrase: str, first: str, final: str) -> None:
    assert bounds(phrase, anchor="2014-01-20") == (first, final)


@pytest.mark.parametrize(
    ("phrase", "first", "final"),
    [
        ("03/12/2024", "2024-03-12", "2024-03-12"),  # the third of December is yet to come
        ("05/06/2023", "2023-05-06", "2023-06-05"),
        ("6.5.2023", "2023-05-06", "2023-05-06"),
        ("25/02/2024", "2024-02-25", "2024-02-25"),
        ("04/04/2023", "2023-04-04", "2023-04-04"),
    ],
)
def test_a_date_in_figures_that_has_two_readings_keeps_both_that_can_be(phrase: str, first: str, final: str) -> None:
    assert bounds(phrase) == (first, final)


@pytest.mark.parametrize(
    ("phrase", "first", "final"),
    [
        ("over the past week", "2024-03-07", "2024-03-14"),
        ("the past month", "2024-02-14", "2024-03-14"),
        ("in the past year", "2023-03-14", "2024-03-14"),
        ("last week", "2024-03-04", "2024-03-10"),
    ],
)
def test_the_past_week_ends_with_the_report(phrase: str, first: str, final: str) -> None:
    assert bounds(phrase) == (first, final)
