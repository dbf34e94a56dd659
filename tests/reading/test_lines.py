import json
from datetime import date
from io import BytesIO
from typing import Any

import pytest

from vedette.model import Basis, Report
from vedette.reading.failure import Failure
from vedette.reading.lines import day_of_value, read_lines
from vedette.reading.origin import Origin

TEXT = "The army said on Monday that it had retaken the town."
ORIGIN = Origin(source="a.jsonl", url="file:a.jsonl")


def read(*rows: Any, origin: Origin = ORIGIN) -> list[Report | Failure]:
    lines = [row if isinstance(row, str) else json.dumps(row) for row in rows]
    return list(read_lines(BytesIO("\n".join(lines).encode()), origin))


def test_reads_all_fields() -> None:
    (report,) = read({"url": "https://x/1", "outlet": "Courier", "title": "T", "date": "2024-03-04", "text": TEXT})
    assert isinstance(report, Report)
    assert (report.url, report.outlet, report.title, report.text) == ("https://x/1", "Courier", "T", TEXT)
    assert (report.day, report.published.basis) == (date(2024, 3, 4), Basis.METADATA)


def test_reads_the_older_names_of_fields() -> None:
    (report,) = read({"url": "x", "published": "2024-03-04", "body": TEXT})
    assert isinstance(report, Report)
    assert (report.text, report.day) == (TEXT, date(2024, 3, 4))


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ({"url": "x", "title": "T"}, 'no "text"'),
        ({"text": "  "}, 'no "text"'),
        ({"text": 5}, 'no "text"'),
        ("not json", "not JSON"),
        ("[1]", "no JSON object"),
    ],
)
def test_a_bad_line_is_named_by_its_number_and_the_rest_read(row: Any, words: str) -> None:
    first, failure, last = read({"text": TEXT, "date": None}, row, {"text": TEXT})
    assert isinstance(first, Report)
    assert isinstance(last, Report)
    assert isinstance(failure, Failure)
    assert failure.source == "a.jsonl:2"
    assert words in failure.problem


def test_a_date_that_is_none_leaves_the_report_without_it() -> None:
    failure, report = read({"text": TEXT, "date": "soon"})
    assert isinstance(failure, Failure)
    assert isinstance(report, Report)
    assert report.published.basis is Basis.UNKNOWN


def test_the_users_word_goes_before_the_line() -> None:
    origin = Origin(source="a.jsonl", url="file:a.jsonl", outlet="Mine", published=date(2024, 1, 1))
    (report,) = read({"text": TEXT, "outlet": "Courier", "date": "2024-03-04"}, origin=origin)
    assert isinstance(report, Report)
    assert (report.outlet, report.day, report.published.basis) == ("Mine", date(2024, 1, 1), Basis.GIVEN)


def test_very_many_bad_lines_are_counted() -> None:
    found = read(*["no"] * 70)
    assert len(found) == 51
    assert "20 more lines" in str(found[-1])


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2024-03-04", date(2024, 3, 4)),
        ("2024-03-04T23:30:00-05:00", date(2024, 3, 4)),
        ("2024-03-04T23:30:00Z", date(2024, 3, 4)),
        ("4 March 2024", date(2024, 3, 4)),
        ("Monday", None),
    ],
)
def test_reads_the_day_in_its_own_zone(value: str, day: date | None) -> None:
    assert day_of_value(value) == day
