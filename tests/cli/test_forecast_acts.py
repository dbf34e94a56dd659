"""`vedette forecast` on a case and on files of events: by day and pair, by month and country."""

import csv
import json
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

Run = Callable[..., Any]
START = date(2023, 1, 1)
HEAD = "event_date,actor1,actor2,event_type,fatalities,country"


def row(day: int, *, by: str = "Arvand", at: str = "Belisar", killed: object = 2, country: str = "Syria") -> str:
    return f"{START + timedelta(day)},{by},{at},Attack,{killed},{country}"


def write(path: Path, rows: list[str], head: str = HEAD) -> Path:
    path.write_text("\n".join([head, *rows]) + "\n", "utf-8")
    return path


@pytest.fixture
def events(tmp_path: Path) -> Path:
    """Attacks of one side each third day for half a year, of the other each seventh."""
    told = [row(day) for day in range(0, 180, 3)] + [row(day, by="Belisar", at="Arvand") for day in range(0, 180, 7)]
    return write(tmp_path / "events.csv", told)


def test_gives_probabilities_by_pair_and_day_with_skill(run: Run, events: Path) -> None:
    ran = run("forecast", events, "--steps", "3", "--model", "rates", "-f", "jsonl")
    made = [json.loads(line) for line in ran.out.splitlines()]
    assert ran.code == 0
    assert {(one["actor"], one["target"]) for one in made} == {
        ("anyone", "anyone"), ("Arvand", "Belisar"), ("Belisar", "Arvand"),
    }  # fmt: skip
    assert {one["of"] for one in made} == {"attacks", "deadly attacks", "killed"}
    assert all(one["p_any"] <= one["p_by"] <= 1 for one in made)
    assert (made[0]["day"], isinstance(made[0]["skill"], float)) == ("2023-06-28", True)


def test_shows_a_line_a_series(run: Run, events: Path) -> None:
    ran = run("forecast", events, "--steps", "7", "--model", "rates", "--windows", "0", "--pairs", "0")
    assert ran.out.count("anyone -> anyone") == 3
    assert "untested" in ran.out
    assert "P(n d): the chance of at least one within n days. In 7 d: the median number" in " ".join(ran.out.split())


def test_draws_how_well_it_was_calibrated(run: Run, events: Path, tmp_path: Path) -> None:
    for name in ("seen.svg", "seen.json"):
        assert run("forecast", events, "--steps", "3", "--model", "rates", "--plot", tmp_path / name).code == 0
    assert ElementTree.parse(tmp_path / "seen.svg").getroot().tag.endswith("svg")
    assert {"cover", "pit", "reliability"} <= set(json.loads((tmp_path / "seen.json").read_text()))


def test_tells_all_scores_of_past_windows_if_asked(run: Run, events: Path) -> None:
    ran = run("forecast", events, "--steps", "3", "--model", "rates", "--windows", "2", "--test", "-f", "jsonl")
    made = [json.loads(line) for line in ran.out.splitlines()]
    assert [(one["of"], one["windows"]) for one in made] == [("attacks", 2), ("deadly attacks", 2), ("killed", 2)]
    assert {"crps", "ign", "mis", "brier", "cover80", "closed80", "skill"} <= set(made[0])


def test_knows_nothing_after_the_day_asked_for(run: Run, events: Path) -> None:
    asked = ("--steps", "1", "--model", "rates", "--windows", "0", "-f", "csv")
    ran = run("forecast", events, "--as-of", "2023-04-01", *asked)
    assert next(csv.DictReader(ran.out.splitlines()))["day"] == "2023-04-02"


def test_gives_deaths_by_country_and_month(run: Run, tmp_path: Path) -> None:
    rows = [row(day, country=country) for day in range(0, 500, 5) for country in ("Syria", "Iraq")]
    path = write(tmp_path / "events.csv", rows)
    ran = run("forecast", path, "--every", "month", "--steps", "2", "--model", "fading", "-f", "jsonl")
    made = [json.loads(line) for line in ran.out.splitlines()]
    assert [(one["unit"], one["time"]) for one in made[:3]] == [
        ("all", "2024-05"),
        ("all", "2024-06"),
        ("Iraq", "2024-05"),
    ]


@pytest.mark.parametrize(
    ("rows", "more", "problem"),
    [
        ([row(day) for day in range(12)], [], "covers 12 days; a daily forecast needs 30"),
        ([row(day) for day in range(0, 90, 3)], ["--every", "month"], "2 whole months; a monthly forecast needs 12"),
        ([row(day) for day in range(0, 90, 3)], ["--attack", "FLOOD"], "no act is of type FLOOD"),
        ([row(day) for day in range(0, 90, 3)], ["--steps", "31"], "30 days at most"),
        ([row(400_000 + day) for day in range(0, 90, 3)], [], "no act has happened yet"),
        ([], [], "no rows"),
    ],
)
def test_refuses_in_one_line(run: Run, tmp_path: Path, rows: list[str], more: list[str], problem: str) -> None:
    ran = run("forecast", write(tmp_path / "events.csv", rows), *more)
    assert (ran.code, ran.out) == (2, "")
    assert problem in ran.err
    assert ran.err.count("\n") == 1


def test_says_what_stands_twice(run: Run, tmp_path: Path) -> None:
    rows = [f"a{day},{row(day)}" for day in range(0, 90, 3)]
    path = write(tmp_path / "events.csv", [*rows, rows[4]], head=f"event_id,{HEAD}")
    ran = run("forecast", path, "--model", "rates", "--windows", "0", "--pairs", "0", "-f", "csv")
    assert ran.code == 0
    assert "1 " in ran.err


def test_refuses_what_is_no_source(run: Run, tmp_path: Path) -> None:
    (tmp_path / "text.csv").write_text("nothing,of\nall,this\n")
    for given in (tmp_path / "gone.case", tmp_path, tmp_path / "text.csv"):
        ran = run("forecast", given)
        assert (ran.code, ran.err.count("\n")) == (2, 1)


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case of eleven reports of six weeks, an attack in each."""
    from vedette.cli.main import main

    folder = tmp_path_factory.mktemp("forecast")
    towns = ["Kirkuk", "Mosul", "Tikrit", "Basra", "Erbil", "Ramadi", "Samarra", "Baquba", "Najaf", "Hilla", "Kut"]
    reports = [
        {
            "url": f"https://post.example/{i}",
            "outlet": "Arlen Post",
            "title": f"Attack in {town}",
            "date": str(START + timedelta(4 * i)),
            "text": f"Militants of the Islamic State attacked an Iraqi army post in {town} on "
            f"{START + timedelta(4 * i):%B %d, %Y}, killing two soldiers, police said.",
        }
        for i, town in enumerate(towns)
    ]
    (folder / "reports.jsonl").write_text("".join(json.dumps(one) + "\n" for one in reports))
    assert main(["add", str(folder / "made.case"), str(folder / "reports.jsonl")]) == 0
    return folder / "made.case"


def test_forecasts_a_case_from_its_last_report(run: Run, case: Path) -> None:
    ran = run("forecast", case, "--steps", "7", "--model", "rates", "-f", "jsonl")
    made = [json.loads(line) for line in ran.out.splitlines()]
    whole = next(one for one in made if (one["actor"], one["of"], one["step"]) == ("anyone", "attacks", 7))
    assert (ran.code, made[0]["day"]) == (0, str(START + timedelta(41)))
    assert 0.5 < whole["p_by"] < 1
    assert whole["flag"] == "short record"


def test_a_case_that_ended_long_ago_is_forecast_from_its_end_and_says_so(run: Run, case: Path) -> None:
    ran = run("forecast", case, "--as-of", "2023-08-01", "--model", "rates", "--windows", "0", "-f", "csv")
    assert "the record ends with its last report, of 2023-02-10" in ran.err
    assert next(csv.DictReader(ran.out.splitlines()))["day"] == "2023-02-11"


def test_a_case_of_days_is_refused(run: Run, case: Path) -> None:
    ran = run("forecast", case, "--as-of", "2023-01-20")
    assert (ran.code, ran.out) == (2, "")
    assert "a daily forecast needs 30" in ran.err
