"""What was read of which months, and tallies beside the record."""

from datetime import date
from typing import Any

import pytest

from vedette.store import Case
from vedette.store.coverage import longest_gap, months_between

D = date.fromisoformat


@pytest.mark.parametrize(
    ("first", "last", "months"),
    [
        ("2024-01-30", "2024-03-02", ["2024-01-30..2024-01-31", "2024-02-01..2024-02-29", "2024-03-01..2024-03-02"]),
        ("2024-05-05", "2024-05-05", ["2024-05-05..2024-05-05"]),
        ("2024-12-31", "2025-01-01", ["2024-12-31..2024-12-31", "2025-01-01..2025-01-01"]),
        ("2024-05-05", "2024-05-04", []),
    ],
)
def test_lays_out_months(first: str, last: str, months: list[str]) -> None:
    assert [f"{start}..{end}" for start, end in months_between(D(first), D(last))] == months


@pytest.mark.parametrize(
    ("days", "gap"),
    [([], 31), (["2024-01-01", "2024-01-31"], 29), (["2024-01-16"], 15), (["2024-01-10", "2024-01-10"], 21)],
)
def test_the_longest_gap(days: list[str], gap: int) -> None:
    assert longest_gap(map(D, days), D("2024-01-01"), D("2024-01-31")) == gap


def news(desk: Any, number: int, day: str, happened: str) -> Any:
    town = sorted(desk.TOWNS)[number % 4]
    text = f"On {happened} Northern forces shelled a depot in {town}, killing {number}, outlet {number} was told."
    return desk.report(number, day=D(day), outlet=f"Outlet {number}", text=text)


def counts(desk: Any, day: str, since: str) -> Any:
    return desk.report(900, day=D(day), outlet="Ministry", text=f"Syria was shelled 9 times since {since}.")


@pytest.fixture
def gappy(case: Case, desk: Any) -> Case:
    """A case with five reports in January, none about February, one in March, five in April, and a count."""
    told = [news(desk, i, f"2024-01-{2 + 4 * i:02}", f"2024-01-{2 + 4 * i:02}") for i in range(1, 6)]
    told += [news(desk, 20, "2024-03-20", "2024-03-19")]
    told += [news(desk, 30 + i, f"2024-04-{5 + 4 * i:02}", f"2024-04-{5 + 4 * i:02}") for i in range(1, 6)]
    case.add([*told, counts(desk, "2024-04-30", "2024-01-08")], coder=desk.code)
    return case


def test_a_month_without_reports_is_not_a_month_of_peace(gappy: Case) -> None:
    rows = gappy.coverage()
    assert [(row["month"], row["reports"], row["level"]) for row in rows] == [
        ("2024-01", 5, "covered"),
        ("2024-02", 0, "none"),
        ("2024-03", 1, "thin"),
        ("2024-04", 6, "covered"),
    ]
    assert rows[1]["longest_gap"] == 29


def test_coverage_of_a_country_asks_for_reports_that_speak_of_it(gappy: Case) -> None:
    rows = gappy.coverage(countries=["Syria", "Iraq"], from_="2024-04-01")
    assert [(row["country"], row["reports"], row["level"]) for row in rows] == [
        ("SY", 5, "covered"),
        ("IQ", 0, "none"),
    ]


def test_coverage_as_of_a_day_knows_only_its_reports(gappy: Case) -> None:
    assert [row["month"] for row in gappy.coverage("2024-01-31")] == ["2024-01"]


def test_no_report_is_no_coverage(case: Case) -> None:
    assert case.coverage() == []


def test_a_tally_stands_beside_the_record_and_what_was_not_read(gappy: Case) -> None:
    (row,) = gappy.tallies()
    assert (row["low"], row["in_record"], row["record_low"], row["record_high"]) == (9, 10, 10, 10)
    assert (row["silent_months"], row["thin_months"], row["silent_places"]) == (["2024-02"], ["2024-03"], [])
    assert row["beside"] == "9 counted, the record holds 10; no report about 2024-02; few reports about 2024-03"


def test_an_incident_that_may_fall_into_the_days_widens_the_range(gappy: Case) -> None:
    one = gappy.incident_list()[0]
    gappy.decide("edit", [one.incident_id], person="Ada", field="to", value="2024-01-11")
    (row,) = gappy.tallies()
    assert (row["record_low"], row["in_record"], row["record_high"]) == (10, 10, 11)


def test_discounted_incidents_do_not_count(gappy: Case) -> None:
    one = gappy.incident_list()[3]
    gappy.decide("reject", [one.incident_id], person="Ada")
    assert gappy.tallies()[0]["in_record"] == 9
