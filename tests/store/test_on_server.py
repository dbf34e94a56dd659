"""What only a database server can be, or do, wrong."""

import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine

from vedette.model import CaseError, to_json
from vedette.store import Case, open_case
from vedette.store.engine import shown, writing

POSTGRESQL = pytest.mark.parametrize("place", ["postgresql"], indirect=True)

NO_ADDRESS = {
    "another server": ("mysql://me@localhost/x", "PostgreSQL"),
    "SQLite as an address": ("sqlite:///x.case", "give the path alone"),
    "no schema's name": ("postgresql://me@localhost/x?schema=a;b", "no name for a schema"),
    "no port": ("postgresql://me@localhost:many/x", "cannot be read"),
}


@pytest.mark.parametrize(("address", "said"), NO_ADDRESS.values(), ids=NO_ADDRESS)
def test_refuses_what_is_no_address(address: str, said: str) -> None:
    with pytest.raises(CaseError, match=said) as caught:
        open_case(address)
    assert "\n" not in str(caught.value)


def test_a_server_that_is_not_there_is_told_in_one_line() -> None:
    pytest.importorskip("psycopg")
    with pytest.raises(CaseError, match="cannot be reached") as caught:
        open_case("postgresql://me:secret@127.0.0.1:1/x", create=True)
    assert "\n" not in str(caught.value)
    assert "secret" not in str(caught.value)


def test_a_password_is_never_shown() -> None:
    assert shown("postgresql://me:secret@host/x?schema=a") == "postgresql://me:***@host/x?schema=a"


@POSTGRESQL
def test_there_is_no_case_until_one_is_made(place: Any, desk: Any) -> None:
    with pytest.raises(CaseError, match="there is no case"):
        open_case(place("none"))
    open_case(place("none"), create=True).close()
    with open_case(place("none"), registry=desk.Plain()) as case:
        assert case.reports() == []


@pytest.mark.parametrize("create", [True, False])
def test_a_schema_of_another_program_is_refused_and_left_alone(server: str, create: bool) -> None:
    engine = create_engine(server.replace("postgresql:", "postgresql+psycopg:"))
    with engine.begin() as connection:
        connection.exec_driver_sql("create schema if not exists kitchen")
        connection.exec_driver_sql("create table if not exists kitchen.recipes (name text)")
    with pytest.raises(CaseError, match="another program"):
        open_case(f"{server}?schema=kitchen", create=create)
    with engine.connect() as connection:
        found = "select count(*) from pg_tables where schemaname = 'kitchen'"
        assert connection.exec_driver_sql(found).scalar_one() == 1
    engine.dispose()


@POSTGRESQL
def test_cases_in_two_schemas_know_nothing_of_each_other(place: Any, desk: Any) -> None:
    desk.add(place("one"), 3)
    desk.add(place("other"), 6)
    with (
        open_case(place("one"), registry=desk.Plain()) as one,
        open_case(place("other"), registry=desk.Plain()) as other,
    ):
        assert (len(one.reports()), len(other.reports())) == (3, 6)


@POSTGRESQL
def test_a_writer_that_waits_too_long_is_told_and_nothing_is_kept(
    place: Any, full: Case, desk: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vedette.store.engine.WAIT", 1.0)
    with (
        open_case(full.address, registry=desk.Plain()) as case,
        writing(full._engine).begin(),
        pytest.raises(CaseError, match="another process"),
    ):
        case.add(desk.reports(24), coder=desk.code)
    assert len(full.reports()) == 18
    assert full.add(desk.reports(24), coder=desk.code).new_reports == 6


@POSTGRESQL
def test_who_reads_sees_one_moment_while_another_writes(place: Any, full: Case, desk: Any) -> None:
    with full._engine.connect() as reader:
        count = "select count(*) from reports"
        before = reader.exec_driver_sql(count).scalar_one()
        with open_case(full.address, registry=desk.Plain()) as case:
            case.add(desk.reports(24), coder=desk.code)
        assert reader.exec_driver_sql(count).scalar_one() == before == 18


@POSTGRESQL
@pytest.mark.parametrize("share", [0.1, 0.4, 0.7])
def test_a_killed_run_can_be_finished(place: Any, desk: Any, share: float) -> None:
    begun = time.monotonic()
    desk.add(place("whole"), 12)
    seconds = time.monotonic() - begun
    process = subprocess.Popen(
        [sys.executable, str(Path(__file__).with_name("desk.py")), place("killed"), "12"], stdout=subprocess.PIPE
    )
    assert process.stdout is not None
    process.stdout.readline()
    time.sleep(seconds * share)
    process.kill()
    process.communicate()
    with (
        open_case(place("killed"), create=True, registry=desk.Plain()) as case,
        open_case(place("whole"), registry=desk.Plain()) as whole,
    ):
        kept = len(case.reports())
        added = case.add(desk.reports(12), coder=desk.code)
        assert (added.known_reports, added.new_reports) == (kept, 12 - kept)
        assert to_json(case.claims()) == to_json(whole.claims())
        assert {one.claims for one in case.incident_list()} == {one.claims for one in whole.incident_list()}
        assert case.verify() == []
