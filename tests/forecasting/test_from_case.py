"""Which days the reports of a case can tell of."""

from datetime import date, timedelta

from vedette.forecasting.from_case import silence, silent

FIRST = date(2024, 1, 1)


def days(*steps: int) -> list[date]:
    return [FIRST + timedelta(step) for step in steps]


def test_gaps_of_usual_length_are_no_silence() -> None:
    published = days(0, 3, 6, 15)
    assert silent(published, silence(published)) == frozenset()


def test_the_days_within_a_long_gap_are_unknown() -> None:
    published = days(0, 1, 2, 3, 30, 31)
    assert silent(published, silence(published)) == frozenset(day.toordinal() for day in days(*range(4, 30)))


def test_where_reports_are_rare_a_gap_must_be_longer() -> None:
    published = days(0, 10, 20, 50, 60)
    assert (silence(published), silent(published, silence(published))) == (50, frozenset())
