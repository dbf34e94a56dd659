"""Time phrases of texts that tell history: years of dates without one, and what does not move the story."""

import pytest

from vedette.model import UNPUBLISHED
from vedette.phrases.timex.interval import interval
from vedette.phrases.timex.text import story_years, time_phrases


def _values(text: str) -> list[str]:
    return [one.value for one in time_phrases(text, UNPUBLISHED)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The war began in May 1921. In June the port fell.", ["1921-05", "1921-06"]),
        ("The siege began in November 1921. In February the port fell.", ["1921-11", "1922-02"]),
        ("On 3 May 1921 they landed. Unlike in 1812, they met no one. On 9 May they left.",
         ["1921-05-03", "1812", "1921-05-09"]),
        ("They landed in 1921. The next year they left; the following year they came back.",
         ["1921", "1922", "1923"]),
        ("They landed in 480 BC. In 479 BC they left. Since 470 BC all was still; in 465 they died.",
         ["BC0480", "BC0479", "BC0470", "BC0465"]),
        ("On 3 May 1921 they landed; eleven days later they left.", ["1921-05-03", "1921-05-14"]),
        ("The former king fled in late 1921.", ["PAST_REF", "1921"]),
        ("They fought in the winter of 1921 and from April to July 1922.", ["1921-WI", "1922-04", "1922-07"]),
        ("The port fell in 1921-22.", ["1921", "1922"]),
        ("They came in the '80s and left in the 90s.", ["198", "199"]),
    ],
)  # fmt: skip
def test_reads_the_times_of_a_history(text: str, values: list[str]) -> None:
    assert _values(text) == values


def test_a_month_takes_the_year_that_the_text_comes_back_to() -> None:
    text = "In April 1921 they landed.\n\nThe old king had ruled since 1890.\n\nBy June the port was theirs."
    assert _values(text)[-1] == "1921-06"


def test_gives_years_only_in_a_text_that_needs_them() -> None:
    text = "In May 1921 they landed. In June they left."
    assert story_years(text, UNPUBLISHED) == {text.index("June"): 1921}


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("1921", "1921-01-01", "1921-12-31"),
        ("192", "1920-01-01", "1929-12-31"),
        ("1921-02", "1921-02-01", "1921-02-28"),
        ("1921-02-03TMO", "1921-02-03", "1921-02-03"),
        ("2023-W50", "2023-12-11", "2023-12-17"),
        ("2023-W50-WE", "2023-12-16", "2023-12-17"),
        ("2023-Q3", "2023-07-01", "2023-09-30"),
        ("2023-SU", "2023-06-01", "2023-08-31"),
    ],
)
def test_a_value_covers_days(value: str, first: str, last: str) -> None:
    days = interval(value)
    assert days is not None
    assert [day.isoformat() for day in days] == [first, last]


@pytest.mark.parametrize("value", ["P3D", "PAST_REF", "BC0480", "XXXX-XX-XX", "2023-02-31", "null"])
def test_a_length_an_open_time_and_an_old_one_cover_no_days(value: str) -> None:
    assert interval(value) is None
