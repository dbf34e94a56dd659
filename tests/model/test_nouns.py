from datetime import date

import pytest

from vedette.model import DatePrecision, Span, Toll, When, cut, precision_of
from vedette.model.ids import content_id


def test_a_quote_knows_whether_it_stands_in_a_text() -> None:
    span = cut("rockets hit the base", 16, 20)
    assert span.stands_in("rockets hit the base")
    assert not span.stands_in("rockets hit the port")


def test_an_empty_quote_stands_nowhere() -> None:
    assert not Span(text="", start=3, end=3).stands_in("rockets")


def test_shifting_a_quote_keeps_its_text() -> None:
    assert cut("base", 0, 4).shift(16) == Span(text="base", start=16, end=20)


@pytest.mark.parametrize(
    ("one", "other", "days"),
    [
        ((date(2023, 12, 1), date(2023, 12, 3)), (date(2023, 12, 3), date(2023, 12, 9)), 0),
        ((date(2023, 12, 1), date(2023, 12, 1)), (date(2023, 12, 4), date(2023, 12, 4)), 3),
        ((date(2023, 12, 4), None), (None, date(2023, 12, 1)), 3),
        ((None, None), (date(2023, 12, 1), date(2023, 12, 1)), None),
    ],
)
def test_the_distance_of_two_times_is_the_gap_between_them(
    one: tuple[date | None, date | None], other: tuple[date | None, date | None], days: int | None
) -> None:
    assert When(from_=one[0], to=one[1]).distance(When(from_=other[0], to=other[1])) == days


@pytest.mark.parametrize(("days", "precision"), [(1, 1), (2, 2), (6, 2), (7, 3), (8, 4), (31, 4), (32, 5)])
def test_precision_follows_the_length_of_the_interval(days: int, precision: int) -> None:
    first = date(2024, 1, 1)
    assert precision_of(first, date.fromordinal(first.toordinal() + days - 1)) == DatePrecision(precision)


@pytest.mark.parametrize(
    ("one", "other", "fits"),
    [
        (Toll(low=12, best=12, high=None), Toll(low=15, best=15, high=15), True),
        (Toll(low=12, best=12, high=None), Toll(low=8, best=8, high=8), False),
        (Toll(low=5, best=5, high=5), Toll(low=5, best=5, high=5), True),
    ],
)
def test_tolls_fit_when_their_ranges_meet(one: Toll, other: Toll, fits: bool) -> None:
    assert one.fits(other) is other.fits(one) is fits


def test_tolls_of_different_people_add_up() -> None:
    total = Toll(low=2, best=3, high=None) + Toll(low=8, best=8, high=8)
    assert (total.low, total.best, total.high) == (10, 11, None)


def test_an_id_depends_on_where_the_parts_end() -> None:
    assert content_id("r", "ab", "c") != content_id("r", "a", "bc")
