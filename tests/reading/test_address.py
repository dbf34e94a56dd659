from datetime import date

import pytest

from vedette.reading.address import day_of


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://news.example/2023/12/09/army-retakes-town", date(2023, 12, 9)),
        ("https://news.example/world/2023/dec/09/army", date(2023, 12, 9)),
        ("https://news.example/world/army-2023-12-09/", date(2023, 12, 9)),
        ("https://news.example/20231209/army.html", date(2023, 12, 9)),
        ("file:reports/2023-12-09-army.txt", date(2023, 12, 9)),
        ("https://news.example/2023/13/45/army", None),
        ("https://news.example/story/20231209123", None),
        ("https://news.example/army?from=2023-12-09", None),
        ("https://news.example/2023/12/army", None),
    ],
)
def test_reads_the_day_of_an_address(url: str, day: date | None) -> None:
    assert day_of(url) == day
