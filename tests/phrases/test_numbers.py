"""Number phrases."""

import pytest

from vedette.phrases.numbers import cardinal, quantities


@pytest.mark.parametrize(
    ("phrase", "number"),
    [
        ("seven", 7),
        ("twenty-three", 23),
        ("1,200", 1200),
        ("1.5 million", 1_500_000),
        ("two dozen", 24),
        ("half a dozen", 6),
        ("one hundred and twenty", 120),
        ("a hundred", 100),
        ("three thousand five hundred", 3500),
        ("12000", 12000),
    ],
)
def test_reads_an_exact_number(phrase: str, number: int) -> None:
    assert cardinal(phrase) == number


@pytest.mark.parametrize("phrase", ["", "soldiers", "and", "a", "several"])
def test_reads_no_number_where_there_is_none(phrase: str) -> None:
    assert cardinal(phrase) is None


@pytest.mark.parametrize(
    ("phrase", "low", "best", "high"),
    [
        ("at least 12", 12, 12, None),
        ("more than 20", 21, 21, None),
        ("over 90", 91, 91, None),
        ("fewer than ten", 0, 9, 9),
        ("up to 400", 1, 400, 400),
        ("as many as 23", 1, 23, 23),
        ("nearly 100", 90, 100, 100),
        ("about 50", 45, 50, 55),
        ("some 340", 306, 340, 374),
        ("between 10 and 15", 10, 12, 15),
        ("10 to 15", 10, 12, 15),
        ("10-15", 10, 12, 15),
        ("dozens", 24, 24, 99),
        ("scores", 40, 40, 99),
        ("hundreds", 200, 200, 999),
        ("tens of thousands", 20000, 20000, 99999),
        ("several", 2, 3, None),
        ("several dozen", 24, 36, None),
        ("20-odd", 18, 20, 22),
        ("seven or more", 7, 7, None),
        ("both", 2, 2, 2),
        ("a couple of", 2, 2, 2),
        ("thirty-three", 33, 33, 33),
    ],
)
def test_reads_a_quantity_by_the_written_rules(phrase: str, low: int, best: int, high: int | None) -> None:
    [found] = quantities(phrase)
    assert (found.low, found.best, found.high) == (low, best, high)


def test_says_where_each_quantity_stands() -> None:
    text = "two trucks and at least five cars"
    assert [text[one.start : one.end] for one in quantities(text)] == ["two", "at least five"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("On Jan. 20 five guards died.", ["five"]),
        ("13:47 Two residents have died.", ["Two"]),
        ("At 6:05 shells hit 12 homes.", ["12"]),
        ("In May 20 soldiers died.", ["20"]),
    ],
)
def test_days_and_clocks_count_nothing(text: str, found: list[str]) -> None:
    assert [text[one.start : one.end] for one in quantities(text)] == found
