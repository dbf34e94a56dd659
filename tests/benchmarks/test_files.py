"""Where a benchmark's data lie, and what is said where they do not or cannot be read."""

from pathlib import Path

import pytest

from benchmarks import breaks
from benchmarks.files import file, files, readable
from vedette.model.errors import UsageError


def test_a_folder_is_searched_before_what_lies_in_it(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    deep, flat = tmp_path / "deep" / "a1.csv", tmp_path / "a2.csv"
    deep.touch()
    assert files(tmp_path, "a*.csv") == [deep]
    flat.touch()
    assert files(tmp_path, "a*.csv") == [flat]
    assert file(deep, "b*.csv") == deep


def test_names_go_in_the_order_given(tmp_path: Path) -> None:
    for name in ("a.csv", "a.csv.gz"):
        (tmp_path / name).touch()
    assert file(tmp_path, "a.csv.gz", "a.csv").suffix == ".gz"


def test_what_is_not_there_ends_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match=r"no a\.csv or b\.csv there; give the folder of the data with --data"):
        file(tmp_path, "a.csv", "b.csv")


@pytest.mark.parametrize("error", [ValueError("row 3"), KeyError("date"), UsageError("is empty")])
def test_what_cannot_be_read_ends_in_one_line(tmp_path: Path, error: Exception) -> None:
    with pytest.raises(SystemExit, match=str(tmp_path)), readable(tmp_path, "a table"):
        raise error


def test_series_in_folders_of_their_own_are_found_and_gaps_filled(tmp_path: Path) -> None:
    (tmp_path / "annotations.json").write_text('{"x": {"1": [2]}}')
    (tmp_path / "x").mkdir()
    (tmp_path / "x" / "x.json").write_text('{"name": "x", "n_dim": 1, "series": [{"raw": [1, null, 3]}]}')
    annotated, series = breaks.load(tmp_path)
    assert annotated == {"x": {"1": [2]}}
    assert series["x"].tolist() == [1, 2, 3]


def test_a_series_without_any_value_is_refused(tmp_path: Path) -> None:
    (tmp_path / "annotations.json").write_text('{"x": {"1": [2]}}')
    (tmp_path / "x.json").write_text('{"name": "x", "n_dim": 1, "series": [{"raw": [null, null]}]}')
    with pytest.raises(SystemExit, match="no step has a value"):
        breaks.load(tmp_path)
