"""What a program that imports vedette calls."""

from datetime import date, datetime
from pathlib import Path

import pytest

import vedette

TEXT = (
    "Shelling kills four\n\nArtillery shelled the town of Arlen on Monday, killing at least four people, medics said.\n"
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "arlen.txt"
    path.write_text(TEXT)
    return path


def test_a_source_may_be_a_path(file: Path) -> None:
    assert vedette.read(file) == vedette.read(str(file))


@pytest.mark.parametrize("given", ["2021-03-10", date(2021, 3, 10), datetime(2021, 3, 10, 8)])
def test_a_day_may_be_a_date_or_its_iso_form(file: Path, given: date | str) -> None:
    assert vedette.read(file, published=given)[0].day == date(2021, 3, 10)


@pytest.mark.parametrize("given", ["March 10", "2999-01-01"])
def test_a_day_that_is_none_or_to_come_is_a_wrong_use(file: Path, given: str) -> None:
    with pytest.raises(vedette.UsageError):
        vedette.read(file, published=given)


def test_a_list_is_no_source(file: Path) -> None:
    with pytest.raises(vedette.UsageError, match="not a list"):
        vedette.read([file])  # type: ignore[arg-type]


@pytest.mark.parametrize("given", ["arlen.txt", []])
def test_only_a_report_can_be_coded(given: object) -> None:
    with pytest.raises(vedette.UsageError, match="code takes one report"):
        vedette.code(given)  # type: ignore[arg-type]


def test_a_case_that_is_not_there_tells_how_to_make_it(tmp_path: Path) -> None:
    with pytest.raises(vedette.CaseError, match="create=True"):
        vedette.open(tmp_path / "new.case")


def test_a_report_by_itself_is_no_list_of_reports(file: Path, tmp_path: Path) -> None:
    with vedette.open(tmp_path / "new.case", create=True) as case, pytest.raises(vedette.UsageError, match="a list"):
        case.add(vedette.read(file)[0])
