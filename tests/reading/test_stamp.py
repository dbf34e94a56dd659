from datetime import date

import pytest

from vedette.model import Basis, Furniture
from vedette.reading.stamp import day_in, stamped


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Published On 12 Dec 2023", date(2023, 12, 12)),
        ("Updated: December 12, 2023 10:21 GMT", date(2023, 12, 12)),
        ("2023-12-12T23:30:00+03:00", date(2023, 12, 12)),
        ("Sept. 3, 2024", date(2024, 9, 3)),
        ("25/12/2023", date(2023, 12, 25)),
        ("12/12/2023", date(2023, 12, 12)),
        ("11/12/2023", None),
        ("February 30, 2024", None),
        ("Dec. 12", None),
    ],
)
def test_reads_a_full_date(text: str, day: date | None) -> None:
    assert day_in(text) == day


def line(text: str, reason: str = "date line of the page") -> Furniture:
    return Furniture(text=text, start=0, end=len(text), reason=reason)


def test_published_goes_before_updated() -> None:
    found = stamped([line("Updated: 5 March 2024"), line("Published: 4 March 2024")])
    assert found is not None
    assert (found.day, found.basis) == (date(2024, 3, 4), Basis.DATELINE)


def test_other_furniture_gives_no_date() -> None:
    assert stamped([line("Copyright 4 March 2024", "copyright")]) is None
