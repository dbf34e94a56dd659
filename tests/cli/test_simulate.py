"""`vedette simulate`: a scenario on a file of events, in all its forms, and one line for what is wrong."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.simulating.conftest import rows

BOUND = ("--side", "challenger=Arvand Front", "--side", "defender=Army of Belisar")
QUICK = ("--runs", "200", "--days", "28", "--no-sensitivity")


@pytest.fixture(scope="module")
def events(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("simulate") / "events.csv"
    rows(200).write_csv(path)
    return path


def test_shows_thresholds_fans_and_assumptions(run: Callable[..., Any], events: Path) -> None:
    ran = run("simulate", events, "withdrawal", *BOUND, *QUICK)
    assert ran.code == 0
    for said in ("Withdrawal of the force", "No change", "seed 1", "a quiet fortnight", "median", "Assumptions", "±"):
        assert said in ran.out


def test_gives_json_and_draws(run: Callable[..., Any], events: Path, tmp_path: Path) -> None:
    drawn = tmp_path / "fan.svg"
    ran = run("simulate", events, "restraint-holds", *BOUND, *QUICK, "--seed", "7", "--svg", drawn, "-f", "json")
    told = json.loads(ran.out)
    assert (told["seed"], told["runs"], told["days"], told["reactions"]["names"]) == (
        7, 200, 28, ["challenger", "defender"],
    )  # fmt: skip
    assert drawn.read_text("utf-8").startswith("<svg")
    again = run("simulate", events, "restraint-holds", *BOUND, *QUICK, "--seed", "7", "-f", "json")
    assert again.out == ran.out


def test_takes_other_names_of_columns_and_a_part_of_the_record(run: Callable[..., Any], tmp_path: Path) -> None:
    path = tmp_path / "events.csv"
    rows(120).rename({"actor": "doer", "date": "on"}).write_csv(path)
    named = ("--columns", "from=on,actor=doer", "--from", "2021-03-20", "--to", "2021-06-20")
    ran = run("simulate", path, "restraint-holds", *BOUND, *QUICK, *named)
    assert "2021-03-20 to 2021-06-20 (93 days)" in " ".join(ran.out.split())


def test_lists_the_five_scenarios(run: Callable[..., Any], events: Path) -> None:
    for arguments in (["--list"], [events, "--list"]):
        ran = run("simulate", *arguments)
        names = ("civil-conflict", "security-vacuum", "regional-spillover", "restraint-holds", "withdrawal")
        assert all(name in ran.out for name in names)


def test_solves_a_crisis_of_a_file(run: Callable[..., Any], tmp_path: Path) -> None:
    path = tmp_path / "crisis.toml"
    path.write_text("first_risk = 0.1\nstep = 0.2\nresolve = { challenger = [0.05, 0.45], defender = [0.05, 0.5] }\n")
    assert "solved in closed form" in run("simulate", "--brinkmanship", path).out
    told = json.loads(run("simulate", "--brinkmanship", path, "-f", "json").out)
    assert told["closed_form"]
    assert 0 < told["disaster"] < 1


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        ([], "give a case or a file of events, and a scenario"),
        (["{events}"], "give a scenario"),
        (["{events}", "withdrawl"], "nearest: withdrawal"),
        (["{events}", "withdrawal", "--side", "defender=Arvnd"], "nobody plays challenger"),
        (["{events}", "withdrawal", "--side", "defendr=Arvand"], "no side is called 'defendr'; nearest: defender"),
        (["{events}", "withdrawal", "--sides", "gone.toml"], "gone.toml: no such file"),
        (["gone.csv", "withdrawal"], "gone.csv"),
    ],
)
def test_says_in_one_line_what_is_wrong(
    run: Callable[..., Any], events: Path, arguments: list[str], problem: str
) -> None:
    ran = run("simulate", *(one.format(events=events) for one in arguments))
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert problem in ran.err
