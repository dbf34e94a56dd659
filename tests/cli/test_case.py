"""The commands of a case, one after the other on the same reports."""

import csv
import io
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import polars
import pytest

Run = Callable[..., Any]
REPORTS = [
    {
        "url": "https://post.example/1",
        "outlet": "Arlen Post",
        "title": "Air strike in Kirkuk",
        "date": "2024-03-05",
        "text": "U.S. aircraft struck a base of Kata'ib Hezbollah in Kirkuk on Monday, killing five, police said. "
        "The group fired rockets at Ain al-Asad airbase on Tuesday in retaliation for the strike.",
    },
    {
        "url": "https://wire.example/2",
        "outlet": "Quixia Wire",
        "title": "Six dead in Kirkuk",
        "date": "2024-03-06",
        "text": "Six fighters of Kata'ib Hezbollah were killed in a U.S. strike in Kirkuk on Monday, a doctor said. "
        "U.S. troops have been attacked more than 90 times since Oct. 17, the Pentagon said. "
        "The strike could lead to a wider war, an analyst said.",
    },
    {"url": "https://wire.example/3", "outlet": "Quixia Wire", "title": "No date", "date": "2024-03-07"},
]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case with the reports above, made by the command itself."""
    from vedette.cli.main import main

    folder = tmp_path_factory.mktemp("case")
    (folder / "reports.jsonl").write_text("".join(json.dumps(report) + "\n" for report in REPORTS))
    assert main(["add", str(folder / "made.sqlite"), str(folder / "reports.jsonl")]) == 1
    return folder / "made.sqlite"


@pytest.fixture
def case(made: Path, tmp_path: Path) -> Path:
    """A copy of that case, to be changed at will."""
    return Path(shutil.copy(made, tmp_path / "crisis.case"))


def listed(run: Run, command: str, case: Path, *more: object) -> list[dict[str, Any]]:
    ran = run(command, case, "--format", "jsonl", *more)
    assert (ran.code, ran.err) == (0, "")
    return [json.loads(line) for line in ran.out.splitlines()]


def test_adding_again_changes_nothing(run: Run, case: Path, made: Path) -> None:
    before = run("incidents", case, "--format", "jsonl").out
    ran = run("add", case, made.parent / "reports.jsonl")
    assert "0 new, 2 known already" in ran.out
    assert "incidents  0 new, 0 changed" in ran.out
    assert run("incidents", case, "--format", "jsonl").out == before


def test_a_line_that_cannot_be_read_is_told_once(run: Run, case: Path, made: Path) -> None:
    ran = run("add", case, made.parent / "reports.jsonl")
    assert ran.code == 1
    assert ran.err.count("\n") == 1
    assert "reports.jsonl" in ran.err


def test_two_reports_of_one_strike_are_one_incident(run: Run, case: Path) -> None:
    strikes = [one for one in listed(run, "incidents", case, "--type", "assault") if len(one["reports"]) == 2]
    assert [(one["from"], one["independent_origins"]) for one in strikes] == [("2024-03-04", 2)]
    assert (strikes[0]["killed"]["low"], strikes[0]["killed"]["high"]) == (5, 6)


@pytest.mark.parametrize(
    ("filters", "kept"),
    [
        (["--from", "2024-03-05", "--to", "2024-03-05"], lambda one: one["to"] >= "2024-03-05" >= (one["from"] or "")),
        (["--status", "actual"], lambda one: one["status"] == "actual"),
        (["--mode", "AERIAL"], lambda one: one["mode"] == "aerial"),
        (["--country", "iq"], lambda one: one["place"]["country"] == "IQ"),
        (["--country", "Iraq"], lambda one: one["place"]["country"] == "IQ"),
        (
            ["--place", "kirkuk"],
            lambda one: "Kirkuk" in f"{one['place']['name']}{one['place']['adm1']}{one['place']['text']}",
        ),
    ],
)
def test_filters_keep_what_fits(
    run: Run, case: Path, filters: list[str], kept: Callable[[dict[str, Any]], bool]
) -> None:
    found = {one["incident_id"] for one in listed(run, "incidents", case, *filters)}
    whole = listed(run, "incidents", case)
    fits = {one["incident_id"] for one in whole if (one["to"] or one["from"] or "--from" not in filters) and kept(one)}
    assert found == fits
    assert found


@pytest.mark.parametrize(
    "filters",
    [
        ["--grade", "foo"],
        ["--country", "Atlantis"],
        ["--country", "QQ"],
        ["--from", "2024-03-06", "--to", "2024-03-05"],
    ],
)
def test_a_filter_that_nothing_can_pass_is_refused(run: Run, case: Path, filters: list[str]) -> None:
    ran = run("incidents", case, *filters)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)


def test_statements_and_events_are_all(run: Run, case: Path) -> None:
    sizes = [len(listed(run, "incidents", case, *flag)) for flag in (["--statements"], ["--events"], ["--all"], [])]
    assert sizes[0] + sizes[1] == sizes[2] == sizes[3]


def test_as_of_a_day_leaves_out_what_came_later(run: Run, case: Path) -> None:
    reports = {ref["url"] for one in listed(run, "incidents", case, "--as-of", "2024-03-05") for ref in one["reports"]}
    assert reports == {"https://post.example/1"}


def test_sorted_by_killed_the_deadliest_is_first(run: Run, case: Path) -> None:
    deaths = [(one["killed"] or {"best": -1})["best"] for one in listed(run, "incidents", case, "--sort", "killed")]
    assert deaths == sorted(deaths, reverse=True)


@pytest.mark.parametrize("command", ["incidents", "reactions", "tallies", "outlooks", "actors", "sources"])
@pytest.mark.parametrize("width", [80, 120, 200])
def test_a_table_keeps_to_the_width(run: Run, case: Path, command: str, width: int) -> None:
    ran = run(command, case, width=width)
    assert (ran.code, ran.err) == (0, "")
    assert 0 < max(map(len, ran.out.splitlines())) <= width


@pytest.mark.parametrize("format", ["table", "jsonl", "csv"])
def test_affiliations_are_listed_with_their_quote(run: Run, tmp_path: Path, format: str) -> None:
    said = "Kata'ib Hezbollah, which is backed by Iran, fired rockets at Ain al-Asad airbase on Tuesday, police said."
    (tmp_path / "report.txt").write_text(f"Rockets fired\n\n{said}\n")
    assert run("add", tmp_path / "crisis.case", tmp_path / "report.txt").code == 0
    out = run("actors", tmp_path / "crisis.case", "--affiliations", "--format", format).out
    assert "backed" in out
    assert "Iran" in out


@pytest.mark.parametrize("command", ["incidents", "reactions", "tallies", "outlooks", "actors", "sources"])
def test_all_formats_list_the_same(run: Run, case: Path, command: str) -> None:
    lines = listed(run, command, case)
    assert json.loads(run(command, case, "--format", "json").out) == lines
    assert len(list(csv.DictReader(io.StringIO(run(command, case, "--format", "csv").out)))) == len(lines)


def test_incidents_go_on_a_map_and_into_a_frame(run: Run, case: Path, tmp_path: Path) -> None:
    count = len(listed(run, "incidents", case))
    assert len(json.loads(run("incidents", case, "--format", "geojson").out)["features"]) == count
    assert run("incidents", case, "--format", "parquet", "--output", tmp_path / "i.parquet").code == 0
    assert polars.read_parquet(tmp_path / "i.parquet").height == count


def test_one_incident_shows_each_claim_with_its_quote(run: Run, case: Path) -> None:
    strike = next(one for one in listed(run, "incidents", case) if len(one["reports"]) == 2)
    out = run("incident", case, strike["incident_id"][:10]).out
    assert all(outlet in out for outlet in ("Arlen Post", "Quixia Wire", f"{len(strike['claims'])} claims"))
    form = json.loads(run("incident", case, strike["incident_id"], "--format", "json").out)
    assert [claim["claim_id"] for claim in form["claims"]] == sorted(strike["claims"])


def test_one_incident_goes_into_a_file(run: Run, case: Path, tmp_path: Path) -> None:
    first = listed(run, "incidents", case)[0]["incident_id"]
    assert run("incident", case, first, "--output", tmp_path / "one.txt").code == 0
    assert (tmp_path / "one.txt").read_text() == run("incident", case, first).out


@pytest.mark.parametrize("id_", ["inc-", "nothing"])
def test_an_id_that_names_none_or_many_is_refused(run: Run, case: Path, id_: str) -> None:
    ran = run("incident", case, id_)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)


def test_every_quote_stands(run: Run, case: Path) -> None:
    ran = run("verify", case)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("all stands: ")


def test_a_quote_that_was_tampered_with_is_found(run: Run, case: Path) -> None:
    import sqlite3

    with sqlite3.connect(case) as database:
        database.execute("update reports set form = replace(form, 'Kirkuk', 'Kirkcaldy')")
    ran = run("verify", case)
    assert ran.code == 1
    assert "quotes" in ran.out.splitlines()[0]


def test_a_decision_is_kept_and_can_be_undone(run: Run, case: Path) -> None:
    first = next(one for one in listed(run, "incidents", case) if one["grade"] != "Discounted")["incident_id"]
    made = run("decide", case, "reject", first, "--by", "R. Okello", "--reason", "a drill")
    assert (made.code, made.err) == (0, "")
    assert first in [one["incident_id"] for one in listed(run, "incidents", case, "--grade", "discounted")]
    undone = run("decide", case, "undo", made.out.split(":")[0], "--by", "R. Okello")
    assert (undone.code, undone.err) == (0, "")
    assert first not in [one["incident_id"] for one in listed(run, "incidents", case, "--grade", "discounted")]


def test_a_decision_about_nothing_is_refused(run: Run, case: Path) -> None:
    ran = run("decide", case, "accept", "inc-none", "--by", "R. Okello")
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)


def test_a_record_that_a_run_left_half_made_says_so(run: Run, case: Path) -> None:
    import sqlite3

    with sqlite3.connect(case) as database:
        database.execute("update runs set ended = null")
    ran = run("incidents", case)
    assert (ran.code, ran.err.count("\n")) == (0, 1)
    assert "has not ended" in ran.err


def test_an_interrupted_run_says_what_is_kept(run: Run, case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import vedette.reading

    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(vedette.reading, "read", stopped)
    ran = run("add", case, "more.txt")
    assert ran.code == 130
    assert "holds 2 reports now; run the same command again" in ran.err


def test_a_case_that_cannot_be_made_is_one_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("no case")
    ran = run("add", tmp_path / "notes.txt", tmp_path / "notes.txt")
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert (tmp_path / "notes.txt").read_text() == "no case"


def apart(run: Run, case: Path) -> list[str]:
    """The ids of the two claims of the strike that two reports tell of, told apart by a decision."""
    strike = next(one for one in listed(run, "incidents", case) if len(one["reports"]) == 2)
    made = run("decide", case, "different", *strike["claims"], "--by", "R. Okello")
    ids = [line.split(":")[0] for line in made.out.splitlines()[1:]]
    assert strike["incident_id"] in ids
    return ids


def test_a_decision_tells_which_incidents_come_of_it(run: Run, case: Path) -> None:
    ids = apart(run, case)
    assert len(ids) == 2
    made = run("decide", case, "same", *ids, "--by", "R. Okello")
    (now,) = [line.split(":")[0] for line in made.out.splitlines()[1:]]
    assert now in {one["incident_id"] for one in listed(run, "incidents", case)} & set(ids)


@pytest.mark.parametrize("digits", [10, 20])
def test_an_old_id_leads_to_the_incident_that_it_went_into(run: Run, case: Path, digits: int) -> None:
    ids = apart(run, case)
    now = run("decide", case, "same", *ids, "--by", "R. Okello").out.splitlines()[1].split(":")[0]
    (old,) = set(ids) - {now}
    ran = run("incident", case, old[:digits], "--format", "json")
    assert (ran.code, json.loads(ran.out)["incident_id"]) == (0, now)
    assert ran.err == f"vedette: {old}: its claims are now part of {now}\n"
    assert run("decide", case, "accept", old[:digits], "--by", "R. Okello").out.splitlines()[1].startswith(now)
    assert run("verify", case).code == 0
