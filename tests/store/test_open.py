"""What is no case is refused in one line and left as it was."""

import sqlite3
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from vedette.model import CaseError
from vedette.store import Case, open_case

SQLITE = pytest.mark.parametrize("place", ["sqlite"], indirect=True)


def foreign(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("create table recipes (name text)")


def with_foreign_meta(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("create table meta (key text, value text)")
        connection.execute("insert into meta values ('application', 'another')")


def newer(path: Path) -> None:
    open_case(path, create=True).close()
    with sqlite3.connect(path) as connection:
        connection.execute("update meta set value = '99' where key = 'schema'")
    connection.close()


def text(path: Path) -> None:
    path.write_text("This is no database.\n" * 20)


REFUSED = {
    "a foreign database": (foreign, "another program"),
    "a foreign meta table": (with_foreign_meta, "another program"),
    "a newer version": (newer, "newer version"),
    "a text": (text, "not a case"),
    "a folder": (Path.mkdir, "is a folder"),
}


@pytest.mark.parametrize(("make", "said"), REFUSED.values(), ids=REFUSED)
@pytest.mark.parametrize("create", [True, False])
def test_refuses_what_is_no_case(make: Any, said: str, create: bool, tmp_path: Path) -> None:
    path = tmp_path / "some.file"
    make(path)
    before = path.read_bytes() if path.is_file() else b""
    with pytest.raises(CaseError, match=said) as caught:
        open_case(path, create=create)
    assert "\n" not in str(caught.value)
    assert (path.read_bytes() if path.is_file() else b"") == before
    assert [one.name for one in tmp_path.iterdir()] == ["some.file"]


@pytest.mark.parametrize("path", ["missing.case", "no/such/folder/x.case"])
def test_says_that_there_is_no_case(path: str, tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="there is no case"):
        open_case(tmp_path / path)
    assert list(tmp_path.iterdir()) == []


def test_does_not_make_folders(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="does not exist"):
        open_case(tmp_path / "no" / "x.case", create=True)


def test_an_empty_file_becomes_a_case_only_when_asked(tmp_path: Path) -> None:
    path = tmp_path / "empty.case"
    path.touch()
    with pytest.raises(CaseError, match="there is no case"):
        open_case(path)
    with open_case(path, create=True) as case:
        assert case.reports() == []


def test_a_damaged_case_is_told_in_one_line(tmp_path: Path, desk: Any) -> None:
    path = tmp_path / "damaged.case"
    desk.add(str(path), 9)
    whole = bytearray(path.read_bytes())
    whole[4096:] = b"\xff" * (len(whole) - 4096)
    path.write_bytes(bytes(whole))
    with pytest.raises(CaseError) as caught, open_case(path, registry=desk.Plain()) as case:
        case.claims()
    assert "\n" not in str(caught.value)


@SQLITE
def test_a_case_that_is_locked_is_told_and_kept(full: Case, desk: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vedette.store.engine.WAIT", 0.1)
    held = full.reports()
    other = sqlite3.connect(full.name, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with open_case(full.name, registry=desk.Plain()) as case:
        with pytest.raises(CaseError, match="another process"):
            case.add(desk.reports(24), coder=desk.code)
        other.execute("ROLLBACK")
        assert [one.id for one in case.reports()] == [one.id for one in held]
        assert case.add(desk.reports(24), coder=desk.code).new_reports == 6
    other.close()


@SQLITE
def test_a_full_disk_is_told_and_nothing_of_the_step_is_kept(full: Case, desk: Any) -> None:
    held = len(full.claims())
    with full._engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    full.close()
    limit = pages + 20

    def bound(connection: Any, _record: object) -> None:
        connection.execute(f"PRAGMA max_page_count = {limit}")

    event.listen(full._engine, "connect", bound)
    long = desk.report(500, day=None, text="Nothing happened in the hills. " * 40_000)
    with pytest.raises(CaseError, match="disk is full") as caught:
        full.add([long], coder=desk.code)
    assert "\n" not in str(caught.value)
    limit = 1_000_000
    full.close()
    assert len(full.claims()) == held
    assert full.add([long], coder=desk.code).new_reports == 1


@SQLITE
def test_a_case_for_reading_only_is_read_and_not_written(
    full: Case, desk: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = [one.incident_id for one in full.incident_list()]
    full.close()
    monkeypatch.setattr("vedette.store.open._writable", lambda path: False)
    with open_case(full.name, registry=desk.Plain()) as case:
        assert [one.incident_id for one in case.incident_list()] == held
        with pytest.raises(CaseError, match="read-only"):
            case.add([], coder=desk.code)
        beside = sorted(
            one.name for one in Path(full.name).parent.iterdir() if one.name.startswith(Path(full.name).name)
        )
        assert beside == [Path(full.name).name]  # where no file can be made, none is needed
