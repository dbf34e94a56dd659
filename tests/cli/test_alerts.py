"""`vedette alerts`: shown without a sink, told once with one, and a failure said in a line."""

import json
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]


@pytest.fixture
def events(tmp_path: Path) -> Path:
    acts = [
        (0, "Arvand", "Belisar"),
        (100, "Arvand", "Belisar"),
        (101, "Belisar", "Arvand"),
        (103, "Arvand", "Belisar"),
    ]
    days = [(date(2024, 1, 1) + timedelta(n), *who) for n, *who in acts]
    lines = ["from,actor,target,type,mode", *(f"{day},{a},{b},ASSAULT,drone" for day, a, b in days)]
    path = tmp_path / "events.csv"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def test_shows_alerts_each_time_without_a_sink(run: Run, events: Path) -> None:
    first, again = run("alerts", events), run("alerts", events)
    assert first.code == 0
    assert "3 acts within 5 days" in " ".join(first.out.split())
    assert first.out == again.out
    assert not Path(f"{events}.alerts").exists()


def test_tells_each_alert_once(run: Run, events: Path, tmp_path: Path) -> None:
    feed, log = tmp_path / "a.xml", tmp_path / "a.jsonl"
    call = ("alerts", events, "--feed", feed, "--log", log, "-f", "jsonl")
    first = [json.loads(line) for line in run(*call).out.splitlines()]
    assert [one["rule"] for one in first] == ["Chain of three within five days", *["First act of a kind"] * 2]
    assert run(*call).out == ""
    assert len(log.read_text("utf-8").splitlines()) == 3
    assert feed.read_text("utf-8").count("<entry>") == 3


def test_a_dead_hook_costs_a_line_and_the_alert_waits(run: Run, events: Path, tmp_path: Path) -> None:
    ran = run("alerts", events, "--hook", "http://127.0.0.1:9/", "--log", tmp_path / "a.jsonl")
    assert ran.code == 1
    assert "3 alerts wait for the next call" in ran.err
    assert len((tmp_path / "a.jsonl").read_text("utf-8").splitlines()) == 3


@pytest.mark.parametrize(
    "more", [["--rules", "gone.toml"], ["--hook", "ftp://x"], ["--since", "soon"], ["--side", "x"]]
)
def test_refuses_wrong_use(run: Run, events: Path, more: list[str]) -> None:
    ran = run("alerts", events, *more)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.count("\n") == 1
