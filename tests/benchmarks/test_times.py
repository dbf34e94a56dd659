"""The score of time expressions, on cases counted by hand, and the reading of TimeML."""

from pathlib import Path

import pytest

from benchmarks.timeml import Timex, read
from benchmarks.times import baseline, found_in, measure, year_shares, yearless
from benchmarks.times_score import compare

TML = """<?xml version="1.0" ?>
<TimeML><DOCID>a</DOCID><DCT><TIMEX3 tid="t0" type="DATE" value="2009-12-19"
functionInDocument="CREATION_TIME">2009-12-19</TIMEX3></DCT><TITLE>1999</TITLE>
<TEXT>In <TIMEX3 tid="t1" type="DATE" value="1921">1921</TIMEX3> they <EVENT>landed</EVENT> &amp; on
<TIMEX3 tid="t2" type="DATE" value="1921-05-03">3 May</TIMEX3> they left.</TEXT></TimeML>
"""
GOLD = [Timex(start=0, end=4, value="1921"), Timex(start=10, end=15, value="1921-05-03")]


@pytest.fixture
def tml(tmp_path: Path) -> Path:
    path = tmp_path / "a.tml"
    path.write_text(TML, "utf-8")
    return path


def _scores(*found: Timex) -> dict[str, float]:
    return {name: round(counts.f1, 3) for name, counts in compare(found, GOLD).items()}


def test_the_gold_itself_is_all_right() -> None:
    assert set(_scores(*GOLD).values()) == {1.0}


def test_another_border_is_lenient_and_not_strict() -> None:
    scores = _scores(GOLD[0], Timex(start=8, end=15, value="1921-05-03"))
    assert (scores["strict_f1"], scores["strict_value_f1"], scores["lenient_f1"], scores["value_f1"]) == (
        0.5,
        0.5,
        1,
        1,
    )


def test_another_value_counts_for_the_span_alone() -> None:
    scores = _scores(GOLD[0], Timex(start=10, end=15, value="1922-05-03"))
    assert (scores["strict_f1"], scores["strict_value_f1"], scores["lenient_value_f1"]) == (1.0, 0.5, 0.5)


def test_what_is_found_beside_the_gold_costs_precision() -> None:
    assert _scores(*GOLD, Timex(start=30, end=34, value="1930"))["strict_f1"] == 0.8


def test_one_of_two_that_overlap_one_is_paired() -> None:
    halves = (Timex(start=10, end=12, value="1921-05-03"), Timex(start=13, end=15, value="1921-05-03"))
    assert _scores(GOLD[0], *halves)["lenient_value_f1"] == 0.8


def test_reads_text_times_and_day(tml: Path) -> None:
    text = read(tml)
    assert text.text == "In 1921 they landed & on\n3 May they left."
    assert [(text.text[one.start : one.end], one.value) for one in text.times] == [
        ("1921", "1921"),
        ("3 May", "1921-05-03"),
    ]
    assert str(text.day) == "2009-12-19"


def test_a_day_without_a_year_counts_for_the_years(tml: Path) -> None:
    text = read(tml)
    assert [one.text for one in yearless(text)] == ["3 May"]
    shares = year_shares(text, found_in(text.text, None))
    assert shares == {"all": 1, "ours": 1, "last": 1, "published": 0}


def test_the_baseline_takes_written_years_alone(tml: Path) -> None:
    assert [one.value for one in baseline(read(tml))] == ["1921"]


def test_measures_a_folder(tml: Path) -> None:
    result = measure([read(tml)], "a")
    assert (result.n, result.scores["yearless_year"]) == (2, 1.0)
