"""A file is written whole or left as it was."""

import errno
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from vedette.cli.written import whole
from vedette.model.errors import UsageError

Run = Callable[..., Any]
ACTS = "from,actor,target,type\n" + "".join(f"2024-03-{day:02},Arvand,Belisar,ASSAULT\n" for day in range(1, 20))


def interrupted(path: Path) -> None:
    path.write_text("the first row")
    raise KeyboardInterrupt


def full(path: Path) -> None:
    path.write_text("half of")
    raise OSError(errno.ENOSPC, "No space left on device")


def test_takes_the_place_of_the_old_file_once_it_is_whole(tmp_path: Path) -> None:
    file = tmp_path / "made.csv"
    file.write_text("old")
    with whole(file) as path:
        path.write_text("new")
        assert file.read_text() == "old"
    assert [one.name for one in tmp_path.iterdir()] == ["made.csv"]
    assert file.read_text() == "new"


def test_a_full_disk_leaves_the_old_file_and_no_rest(tmp_path: Path) -> None:
    file = tmp_path / "made.csv"
    file.write_text("old")
    why = r"made\.csv: cannot be written \(No space left .*untouched"
    with pytest.raises(UsageError, match=why), whole(file) as path:
        full(path)
    assert [one.read_text() for one in tmp_path.iterdir()] == ["old"]


def test_a_folder_that_takes_no_file_is_told_by_the_name_that_was_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system", "made.csv.part")

    monkeypatch.setattr(Path, "unlink", refused)
    with pytest.raises(UsageError, match=r"made\.csv: cannot be written \(Read-only"), whole(tmp_path / "made.csv"):
        refused()


def test_an_interrupt_keeps_what_was_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "made.csv"
    with pytest.raises(KeyboardInterrupt), whole(file) as path:
        interrupted(path)
    assert [one.read_text() for one in tmp_path.iterdir()] == ["the first row"]
    assert "made.csv.part" in capsys.readouterr().err


def test_what_is_no_plain_file_is_written_to_as_it_is() -> None:
    with whole(Path("/dev/null")) as path:
        assert path == Path("/dev/null")


def test_every_output_goes_that_way(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "acts.csv").write_text(ACTS)
    kept = tmp_path / "kept"
    kept.write_text("old")
    monkeypatch.setattr("os.replace", lambda *_: full(tmp_path / "never"))
    for format in ("table", "csv", "jsonl", "parquet"):
        ran = run("measure", tmp_path / "acts.csv", "--what", "series", "-f", format, "-o", kept)
        assert (ran.code, "cannot be written" in ran.err, kept.read_text()) == (2, True, "old")
