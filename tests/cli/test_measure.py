"""`vedette measure`: every measure in every format, from a case or a file; what cannot be used is refused."""

import json
import math
import random
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import polars as pl
import pytest

Run = Callable[..., Any]
START = date(2023, 1, 1)


@pytest.fixture(scope="module")
def events(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two parties that strike at each other, with a burst in the middle."""
    lines, start = ["id,from,to,actor,target,type,killed,country"], date(2024, 1, 1)
    for n in range(150):
        for k in range(3 if 60 <= n < 90 else n % 5 == 0):
            a, b = ("Arvand", "Belisar") if (n + k) % 2 else ("Belisar", "Arvand")
            first = start + timedelta(n)
            lines.append(f"{n}-{k},{first},{first + timedelta(n % 3)},{a},{b},ASSAULT,{n % 4},Corvo")
    path = tmp_path_factory.mktemp("events") / "events.csv"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def test_the_overview_tells_pairs_and_every_measure_or_why_not(run: Run, events: Path) -> None:
    ran = run("measure", events, "--draws", "40", "--to", "2024-02-20")
    assert ran.code == 0
    for word in ("Arvand → Belisar", "Tension", "Bursts and calm", "Reactions", "Reciprocity", "not measured: "):
        assert word in ran.out


@pytest.mark.parametrize("what", ["series", "tension", "acts", "episodes", "reciprocity"])
def test_every_measure_comes_as_table_and_as_lines(run: Run, events: Path, what: str) -> None:
    table = run("measure", events, "--what", what, "--draws", "40", "--every", "week")
    lines = run("measure", events, "--what", what, "--draws", "40", "--every", "week", "-f", "jsonl")
    assert (table.code, lines.code) == (0, 0)
    assert "Arvand" in table.out
    assert all(isinstance(json.loads(line), dict) for line in lines.out.splitlines())


def test_tension_and_the_acts_behind_it_agree(run: Run, events: Path) -> None:
    made = run("measure", events, "--what", "tension", "--by", "country", "-f", "jsonl").out.splitlines()
    acts = run("measure", events, "--what", "acts", "--by", "country", "-f", "jsonl").out.splitlines()
    assert math.isclose(json.loads(made[-1])["tension"], sum(json.loads(one)["adds"] for one in acts), abs_tol=1e-5)


def test_writes_files(run: Run, events: Path, tmp_path: Path) -> None:
    path = tmp_path / "t.parquet"
    assert run("measure", events, "--what", "tension", "-f", "parquet", "-o", path).code == 0
    assert pl.read_parquet(path)["unit"].unique().to_list() == ["Arvand – Belisar"]


def test_chooses_and_puts_parties_together(run: Run, events: Path) -> None:
    days = ("--from", "2024-02-01", "--to", "2024-02-29", "--every", "month")
    ran = run(
        "measure", events, "--what", "series", *days, "--side", "East=Belisar", "--pair", "East,Arvand", "-f", "csv"
    )
    assert ran.code == 0
    assert {line.split(",")[0] for line in ran.out.splitlines()[1:]} == {"2024-02-01"}
    assert "East" in ran.out


@pytest.mark.parametrize(
    ("more", "problem"),
    [
        (["--what", "mood"], "mood"),
        (["--pair", "Arvand"], "name two parties"),
        (["--pair", "Arvand,Nobody"], "no act has"),
        (["--columns", "who"], "FIELD=COLUMN"),
        (["--columns", "colour=actor"], "no such field"),
        (["--side", "East=Nobody"], "no party has this name"),
        (["--from", "2025-01-01", "--to", "2024-01-01"], "ends before it begins"),
        (["--what", "acts", "--on", "2030-01-01"], "nothing was watched then"),
        (["--what", "series", "--type", "AID"], "no act has type"),
        (["-f", "csv"], "choose a measure"),
    ],
)
def test_refuses_wrong_use_in_a_line(run: Run, events: Path, more: list[str], problem: str) -> None:
    ran = run("measure", events, *more)
    assert (ran.code, ran.out) == (2, "")
    assert problem in ran.err
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize(
    ("lines", "what", "problem"),
    [
        (["from,actor,target,type"], "series", "no rows"),
        (["from,actor,target,type", "2024-01-01,A,B,ASSAULT"], "reactions", "no two parties act at each other"),
        (["from,actor,target,type", "2024-01-01,A,B,ASSAULT"], "episodes", "1 days watched"),
        (["from,actor,target,type", *(f"2024-01-{n:02},A,,ASSAULT" for n in range(1, 29))], "tension", "known pair"),
        (["from,actor,target,type", *(f"2024-01-{n:02},A,B,ASSAULT" for n in range(1, 29))], "reciprocity", "each way"),
        (["from,target,type", "2024-01-01,B,ASSAULT"], "series", "who acted"),
    ],
)
def test_a_poor_record_is_refused(run: Run, tmp_path: Path, lines: list[str], what: str, problem: str) -> None:
    path = tmp_path / "poor.csv"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    ran = run("measure", path, "--what", what)
    assert (ran.code, ran.out) == (2, "")
    assert problem in ran.err


@pytest.mark.parametrize("name", ["gone.csv", "."])
def test_refuses_what_is_no_file(run: Run, tmp_path: Path, name: str) -> None:
    ran = run("measure", tmp_path / name)
    assert (ran.code, ran.err.count("\n")) == (2, 1)


def test_an_empty_case_has_nothing_to_measure(run: Run, tmp_path: Path) -> None:
    from vedette.store import open_case

    path = tmp_path / "empty.case"
    open_case(path, create=True).close()
    ran = run("measure", path)
    assert ran.code == 2
    assert "nothing to measure" in ran.err


def test_says_that_foresight_is_not_shown_before_that_the_test_holds(run: Run, tmp_path: Path) -> None:
    days = [START + timedelta(step) for step in range(300)]
    chance = random.Random(5)
    acts = [(day, *(("A", "B") if chance.random() < 0.5 else ("B", "A"))) for day in days if chance.random() < 0.7]
    (tmp_path / "acts.csv").write_text("from,actor,target\n" + "".join(f"{d},{a},{b}\n" for d, a, b in acts))
    told = " ".join(run("measure", tmp_path / "acts.csv", "--what", "reciprocity").out.split())
    assert "not shown at 5 %; the test holds" in told


def test_sides_that_take_turns_are_not_tested_and_nothing_breaks(run: Run, tmp_path: Path) -> None:
    rows = [f"{START + timedelta(step)},{'A,B' if step % 3 else 'B,A'}" for step in range(210)]
    (tmp_path / "acts.csv").write_text("from,actor,target\n" + "\n".join(rows))
    ran = run("measure", tmp_path / "acts.csv")
    assert (ran.code, "fault" in ran.err) == (0, False)


@pytest.mark.parametrize("half", ["nan", "0", "-3"])
def test_refuses_a_half_life_that_is_none(run: Run, tmp_path: Path, half: str) -> None:
    (tmp_path / "acts.csv").write_text("from,actor,target\n2024-01-01,A,B\n")
    assert run("measure", tmp_path / "acts.csv", "--half-life", half).code == 2
