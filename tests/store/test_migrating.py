"""The steps of the tables: a new case and an old one come to the same, on both databases."""

import multiprocessing
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect

from vedette.model import CaseError, to_json
from vedette.store import Case, open_case
from vedette.store.tables import SCHEMA, metadata

STEPS = Path(__file__).parents[2] / "src/vedette/store/migrations/versions"


def older(case: Case) -> None:
    """Make of a case one of the first version, from before steps were written down."""
    with case._engine.begin() as connection:
        for table in ("opinions", "alembic_version"):
            connection.exec_driver_sql(f"drop table {table}")
        connection.exec_driver_sql("update meta set value = '1' where key = 'schema'")


def differences(case: Case) -> list[Any]:
    """Give what a case's tables and the tables that the code knows do not share."""
    with case._engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"include_name": lambda name, *_: name != "alembic_version"}
        )
        return list(compare_metadata(context, metadata))


def test_the_steps_make_the_tables_that_the_code_knows(case: Case) -> None:
    assert differences(case) == []


def test_each_version_has_its_step() -> None:
    assert sorted(path.name.split("_")[0] for path in STEPS.glob("v*.py")) == [f"v{i + 1}" for i in range(SCHEMA)]


def test_an_older_case_is_brought_up_to_date_and_keeps_all(full: Case, desk: Any) -> None:
    before = (to_json(full.claims()), to_json(full.incident_list()))
    older(full)
    with open_case(full.address, registry=desk.Plain()) as case:
        assert differences(case) == []
        assert (to_json(case.claims()), to_json(case.incident_list())) == before
        assert case.verify() == []


def test_an_older_case_that_cannot_be_written_is_told(
    tmp_path: Path, desk: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "old.case"
    desk.add(str(path), 1)
    with open_case(path) as case:
        older(case)
    monkeypatch.setattr("vedette.store.open._writable", lambda path: False)
    with pytest.raises(CaseError, match="older version"):
        open_case(path)


def test_a_step_that_breaks_off_changes_nothing(full: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    older(full)
    monkeypatch.setattr("vedette.store.migrating.SCHEMA", 99)
    monkeypatch.setattr("vedette.store.open.SCHEMA", 99)
    with pytest.raises(Exception, match="v99"):
        open_case(full.address)
    with full._engine.connect() as connection:
        assert not {"opinions", "alembic_version"} & {*inspect(connection).get_table_names()}


def test_a_newer_case_is_refused(full: Case) -> None:
    with full._engine.begin() as connection:
        connection.exec_driver_sql("update meta set value = '99' where key = 'schema'")
    with pytest.raises(CaseError, match="newer version"):
        open_case(full.address)
    with full._engine.connect() as connection:
        assert connection.exec_driver_sql("select count(*) from reports").scalar_one() == 18


def opens(address: str, gate: Any, out: Any) -> None:
    """Open a case at the same moment as others do; tell how many reports it has."""
    gate.wait()
    with open_case(address, create=True) as case:
        out.put(len(case.reports()))


def test_many_may_make_a_case_at_once(place: Any) -> None:
    spawn = multiprocessing.get_context("fork")
    gate, out = spawn.Barrier(3), spawn.SimpleQueue()
    processes = [spawn.Process(target=opens, args=(place("shared"), gate, out)) for _ in range(3)]
    for process in processes:
        process.start()
    for process in processes:
        process.join(120)
    assert [process.exitcode for process in processes] == [0, 0, 0]


def test_the_first_tables_were_these(tmp_path: Path, desk: Any) -> None:
    path = tmp_path / "new.case"
    desk.add(str(path), 1)
    with sqlite3.connect(path) as connection:
        held = {row[0] for row in connection.execute("select name from sqlite_master where type = 'table'")}
    assert held == {*metadata.tables, "alembic_version"}
