"""The interval that the days of a row stand for."""

from datetime import date

import pytest

from vedette.measuring.days import interval_of


@pytest.mark.parametrize(
    ("from_", "to", "expected"),
    [
        ("2024-05-17", None, (date(2024, 5, 17), date(2024, 5, 17))),
        ("2024-05-17", "2024-05-19", (date(2024, 5, 17), date(2024, 5, 19))),
        (None, "2024-05-31", (date(2024, 5, 1), date(2024, 5, 31))),
        ("", "2024-05-31", (date(2024, 5, 1), date(2024, 5, 31))),
        ("last week", "2024-05-31", None),
        (None, None, None),
    ],
)
def test_an_act_lies_between_two_days(from_: str | None, to: str | None, expected: object) -> None:
    assert interval_of(from_=from_, to=to) == expected
