from dataclasses import replace
from datetime import date

from vedette.model import UNPUBLISHED, Basis, Report
from vedette.reading.failure import Failure
from vedette.reading.outcome import outcomes
from vedette.reading.report import report_of
from vedette.reading.stamp import on

REPORT = report_of(
    "The army said on Monday that it had retaken the town.",
    url="file:a",
    raw=b"a",
    published=on(date(2024, 3, 4), Basis.GIVEN),
)


def test_a_good_report_is_handed_on() -> None:
    assert list(outcomes(REPORT, source="a", today=date(2024, 3, 4))) == [REPORT]


def test_a_day_ahead_is_still_today_somewhere() -> None:
    assert list(outcomes(REPORT, source="a", today=date(2024, 3, 3))) == [REPORT]


def test_a_date_in_the_future_is_dropped_and_the_report_kept() -> None:
    failure, report = outcomes(REPORT, source="a", today=date(2024, 3, 2))
    assert isinstance(failure, Failure)
    assert "future" in failure.problem
    assert isinstance(report, Report)
    assert report.published == UNPUBLISHED


def test_the_dateline_takes_the_place_of_a_date_in_the_future() -> None:
    report = report_of(
        "AGADEZ, 4 March 2019 (Example) - The army said it had retaken the town.",
        url="file:a",
        raw=b"a",
        published=on(date(2999, 3, 4), Basis.METADATA),
    )
    _, kept = outcomes(report, source="a")
    assert isinstance(kept, Report)
    assert (kept.day, kept.published.basis) == (date(2019, 3, 4), Basis.DATELINE)


def test_lost_characters_are_told_and_the_report_kept() -> None:
    damaged = replace(REPORT, text="The army\ufffds men had retaken the town, it said on Monday.")
    failure, report = outcomes(damaged, source="a", today=date(2024, 3, 4))
    assert "a character that cannot be read" in str(failure)
    assert report == damaged


def test_another_language_is_named_and_skipped() -> None:
    (failure,) = outcomes(replace(REPORT, language="fr"), source="a")
    assert str(failure) == "a: is in French (detected); Vedette reads English only: skipped"


def test_a_report_without_text_is_refused() -> None:
    (failure,) = outcomes(replace(REPORT, text=""), source="a")
    assert isinstance(failure, Failure)
