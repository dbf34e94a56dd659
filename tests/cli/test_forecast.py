"""`vedette forecast`: intervals with their skill, and a clear refusal of what cannot be forecast."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from vedette.forecasting.table import name_of, number_of

Rows = list[tuple[str, str, str]]


def rows(months: int = 48) -> Rows:
    start = number_of("2019-01", "month")
    return [
        (unit, name_of(start + t, "month"), str((t * k) % 7))
        for unit, k in (("Arvand", 3), ("Belisar", 0), ("Corvo", 5))
        for t in range(months)
    ]


def write(path: Path, told: Rows, head: str = "unit,time,y") -> Path:
    path.write_text("\n".join([head, *(",".join(row) for row in told)]) + "\n", "utf-8")
    return path


def test_gives_intervals_with_skill(run: Callable[..., Any], tmp_path: Path) -> None:
    ran = run("forecast", write(tmp_path / "c.csv", rows()), "--steps", "2", "-f", "jsonl")
    made = [json.loads(line) for line in ran.out.splitlines()]
    assert (ran.code, [(row["unit"], row["time"]) for row in made[:3]]) == (
        0, [("Arvand", "2023-01"), ("Arvand", "2023-02"), ("Belisar", "2023-01")],
    )  # fmt: skip
    assert all(row["lo-95"] <= row["lo-50"] <= row["hi-50"] <= row["hi-95"] for row in made)
    assert all(isinstance(row["skill"], float) for row in made)


def test_says_that_a_short_past_tests_nothing(run: Callable[..., Any], tmp_path: Path) -> None:
    ran = run("forecast", write(tmp_path / "c.csv", rows(13)), "--steps", "6")
    assert ran.code == 0
    assert "untested" in ran.out


def test_takes_days_and_names_of_columns(run: Callable[..., Any], tmp_path: Path) -> None:
    start = number_of("2024-02-20", "day")
    told = [("A - B", name_of(start + t, "day"), str(t % 3)) for t in range(30)]
    path = write(tmp_path / "c.csv", told, head="pair,day,attacks")
    ran = run("forecast", path, "--every", "day", "--columns", "pair,day,attacks", "--steps", "1", "-f", "csv")
    assert ran.out.splitlines()[1].startswith("A - B,2024-03-21,1,")


@pytest.mark.parametrize(
    ("told", "problem"),
    [
        (rows(8), "only 8 periods"),
        ([(unit, time, "0") for unit, time, _ in rows()], "all counts are zero"),
        ([row for row in rows() if row[:2] != ("Corvo", "2020-05")], "Corvo lacks 2020-05"),
        ([*rows(), ("Corvo", "2020-05", "3")], "Corvo has 2020-05 twice"),
        ([*rows(), ("Corvo", "2999-05", "3")], "2999-05 is still to come"),
        ([*rows(), ("Corvo", "last May", "3")], "is no month"),
        ([*rows(), ("Corvo", "2023-01", "many")], "Corvo has 'many' in 2023-01: that is no count"),
        ([*rows(), ("Corvo", "2023-01", "NaN")], "Corvo has 'NaN' in 2023-01"),
        ([*rows(), ("Corvo", "2023-01", "1.5")], "Corvo has '1.5' in 2023-01"),
        ([*rows(), ("Corvo", "2023-01", "9" * 20)], "a whole number from 0 to 1,000,000,000"),
        ([*rows(), ("Corvo", "2023-01", "")], "is empty"),
        ([(unit, time, f"-{y}") for unit, time, y in rows()], "no count"),
    ],
)
def test_refuses_in_one_line(run: Callable[..., Any], tmp_path: Path, told: Rows, problem: str) -> None:
    ran = run("forecast", write(tmp_path / "c.csv", told))
    assert (ran.code, ran.out) == (2, "")
    assert problem in ran.err
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize(
    "more",
    [
        ["--as-of", "2007-05-01"],
        ["--model", "oracle"],
        ["--level", "high"],
        ["--columns", "a,b"],
        ["--columns", "a,b,c"],
    ],
)
def test_refuses_wrong_options(run: Callable[..., Any], tmp_path: Path, more: list[str]) -> None:
    assert run("forecast", write(tmp_path / "c.csv", rows()), *more).code == 2


def test_reads_again_what_it_wrote_and_names_a_missing_file(run: Callable[..., Any], tmp_path: Path) -> None:
    made, table = tmp_path / "made.csv", write(tmp_path / "c.csv", rows())
    assert run("forecast", table, "-f", "csv", "-o", made).code == 0
    again = run("forecast", made, "--columns", "unit,time,median")
    assert (again.code, "only 6 periods" in again.err) == (2, True)
    assert "gone.csv: there is no such file" in run("forecast", tmp_path / "gone.csv").err


def test_takes_semicolons_and_accents_of_a_spreadsheet(run: Callable[..., Any], tmp_path: Path) -> None:
    told = [(unit.replace("Corvo", "Córvo"), *rest) for unit, *rest in rows()]
    text = "\n".join(["unit;time;y", *(";".join(row) for row in told)])
    (tmp_path / "c.csv").write_bytes(text.encode("cp1252"))
    ran = run("forecast", tmp_path / "c.csv", "--steps", "1", "--model", "rates", "-f", "csv")
    assert (ran.code, "Córvo,2023-01" in ran.out) == (0, True)


def test_a_forecast_that_a_constant_past_beats_is_called_worse(run: Callable[..., Any], tmp_path: Path) -> None:
    told = [(unit, time, "5") for unit, time, _ in rows()]
    ran = run("forecast", write(tmp_path / "c.csv", told), "--steps", "1", "--model", "rates")
    assert (ran.code, "inf" in ran.out, "worse" in ran.out) == (0, False, True)
