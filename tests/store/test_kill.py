"""A run that is killed at any moment loses nothing that was kept and keeps nothing twice."""

import random
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from vedette.model import to_json
from vedette.store import Case, open_case

REPORTS = 24
MOMENTS = 15


def content(case: Case) -> dict[str, Any]:
    """All that a case says, less when it learnt it."""
    incidents = [{**to_json(one), "revision": None, "known_from": None} for one in case.incident_list()]
    return {
        "reports": sorted(one.id for one in case.reports()),
        "claims": [to_json(one) for one in case.claims()],
        "incidents": incidents,
        "reactions": [to_json(one) for one in case.reactions()],
    }


@pytest.fixture(scope="module")
def uninterrupted(tmp_path_factory: pytest.TempPathFactory, desk: Any) -> tuple[dict[str, Any], float]:
    """What a whole run gives, and how long it takes from its first line on."""
    path = tmp_path_factory.mktemp("whole") / "whole.case"
    started = run(path).stdout
    assert started is not None
    begun = time.monotonic()
    started.read()
    with open_case(path, registry=desk.Plain()) as case:
        return content(case), time.monotonic() - begun


def run(path: Path) -> subprocess.Popen[bytes]:
    """Start adding in a process of its own; give it when it is about to begin."""
    process = subprocess.Popen(
        [sys.executable, str(Path(__file__).with_name("desk.py")), str(path), str(REPORTS)], stdout=subprocess.PIPE
    )
    assert process.stdout is not None
    process.stdout.readline()
    return process


@pytest.mark.parametrize("moment", range(MOMENTS))
def test_a_killed_run_can_be_finished(
    moment: int, tmp_path: Path, desk: Any, uninterrupted: tuple[dict[str, Any], float]
) -> None:
    expected, seconds = uninterrupted
    path = tmp_path / "killed.case"
    process = run(path)
    time.sleep(seconds * (moment + random.Random(moment).random()) / MOMENTS)
    process.kill()
    process.communicate()
    kept = counted(path)
    with open_case(path, create=True, registry=desk.Plain()) as case:
        assert len(case.reports()) == kept
        assert case.verify() == [] or kept == 0 or case.link()
        added = case.add(desk.reports(REPORTS), coder=desk.code)
        assert (added.known_reports, added.new_reports) == (kept, REPORTS - kept)
        assert content(case) == expected
        assert case.verify() == []


def counted(path: Path) -> int:
    """Count the committed reports without help of the package."""
    if not path.exists():
        return 0
    with sqlite3.connect(path) as connection:
        tables = {row[0] for row in connection.execute("select name from sqlite_master")}
        return int(connection.execute("select count(*) from reports").fetchone()[0]) if "reports" in tables else 0


def test_linking_that_was_cut_off_is_made_up_for_on_reading(tmp_path: Path, desk: Any) -> None:
    path = tmp_path / "cut.case"
    desk.add(str(path), 6)
    with sqlite3.connect(path) as connection:
        connection.execute("update meta set value = '0' where key = 'linked'")
        connection.execute("delete from incidents")
    with open_case(path, registry=desk.Plain()) as case:
        assert len(case.incident_list()) > 0
        assert case.verify() == []
