"""The commands by which a record is judged, compared and read back, on one small case."""

import csv
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
REPORTS = [
    {
        "url": "https://post.example/1",
        "outlet": "Arlen Post",
        "title": "Air strike in Kirkuk",
        "date": "2024-03-05",
        "text": "U.S. aircraft struck a base of Kata'ib Hezbollah in Kirkuk on Monday, killing five, police said.",
    },
    {
        "url": "https://wire.example/2",
        "outlet": "Quixia Wire",
        "title": "Six dead in Kirkuk",
        "date": "2024-03-07",
        "text": "Six fighters of Kata'ib Hezbollah were killed in a U.S. strike in Kirkuk on Monday, a doctor said. "
        "Ships were attacked more than 90 times in Yemen since Jan. 17, the Pentagon said.",
    },
]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case with the reports above."""
    from vedette.cli.main import main

    folder = tmp_path_factory.mktemp("record")
    (folder / "reports.jsonl").write_text("".join(json.dumps(report) + "\n" for report in REPORTS))
    assert main(["add", str(folder / "made.case"), str(folder / "reports.jsonl")]) == 0
    return folder / "made.case"


@pytest.fixture
def case(made: Path, tmp_path: Path) -> Path:
    """A copy of that case, to be changed at will."""
    return Path(shutil.copy(made, tmp_path / "crisis.case"))


def strike(run: Run, case: Path, *more: str) -> Any:
    lines = run(
        "incidents", case, "--type", "assault", "--place", "Kirkuk", "--format", "jsonl", *more
    ).out.splitlines()
    return json.loads(lines[0])


def test_an_edit_changes_a_field_and_tells_what_came_of_it(run: Run, case: Path) -> None:
    id_ = strike(run, case)["incident_id"]
    ran = run(
        "decide", case, "edit", id_, "--by", "R. Okello", "--field", "killed", "--value", "7-9", "--reason", "list"
    )
    assert (ran.code, ran.err) == (0, "")
    assert "killed = 7-9" in ran.out
    assert (strike(run, case)["killed"]["low"], strike(run, case)["killed"]["high"]) == (7, 9)


@pytest.mark.parametrize(
    "more",
    [
        ["edit", "ID", "--field", "killed", "--value", "many"],
        ["edit", "ID", "--field", "weather", "--value", "bad"],
        ["edit", "ID"],
        ["accept", "ID", "--field", "killed"],
    ],
)
def test_an_edit_that_does_not_hold_together_is_one_line(run: Run, case: Path, more: list[str]) -> None:
    id_ = strike(run, case)["incident_id"]
    ran = run("decide", case, *(id_ if one == "ID" else one for one in more), "--by", "R. Okello")
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert run("decisions", case, "--format", "jsonl").out == ""


def test_the_ledger_lists_what_holds_and_what_was_undone(run: Run, case: Path) -> None:
    id_ = strike(run, case)["incident_id"]
    made = run("decide", case, "unsure", id_, "--by", "R. Okello", "--reason", "one voice").out.split(":")[0]
    assert "unsure" in strike(run, case)["grade_reason"]
    run("decide", case, "undo", made, "--by", "A. Diallo")
    rows = [json.loads(line) for line in run("decisions", case, "--format", "jsonl").out.splitlines()]
    assert [(row["verdict"], row["person"], row["in_force"]) for row in rows] == [
        ("unsure", "R. Okello", False),
        ("undo", "A. Diallo", False),
    ]
    assert "one voice" in run("decisions", case).out


def test_history_tells_what_changed_and_why(run: Run, case: Path) -> None:
    id_ = strike(run, case)["incident_id"]
    run("decide", case, "accept", id_, "--by", "R. Okello", "--reason", "seen")
    out = run("history", case, id_).out
    assert "Quixia Wire, 2024-03-07 tells of it" in out
    assert "R. Okello decided: accept (seen)" in out
    steps = [json.loads(line) for line in run("history", case, id_, "--format", "jsonl").out.splitlines()]
    first, second = [step for step in steps if step["axis"] == "published"][:2]
    assert (first["at"], second["at"]) == ("2024-03-05", "2024-03-07")
    changed = {one["field"]: (one["before"], one["after"]) for one in second["changes"]}
    assert changed["killed_high"] == (5, 6)
    assert changed["grade"][0] == "Weak"


@pytest.mark.parametrize("command", ["incidents", "reactions", "tallies", "outlooks", "sources", "coverage"])
def test_a_past_day_reads_the_same_to_the_byte_after_more_reports(run: Run, case: Path, command: str) -> None:
    ask = (command, case, "--as-of", "2024-03-06", "--format", "jsonl")
    before = run(*ask).out
    more = case.with_name("more.jsonl")
    more.write_text(json.dumps({**REPORTS[1], "url": "https://other.example/3", "date": "2024-03-08"}))
    assert run("add", case, more).code == 0
    assert run(*ask).out == before


def test_tallies_stand_beside_what_was_not_read(run: Run, case: Path) -> None:
    (row,) = (json.loads(line) for line in run("tallies", case, "--format", "jsonl").out.splitlines())
    assert row["silent_months"][:2] == ["2024-01", "2024-02"]
    assert "91 or more counted, the record holds" in row["beside"]
    assert "Yemen" in row["silent_places"]


def test_coverage_says_that_silence_is_not_peace(run: Run, case: Path) -> None:
    out = run("coverage", case, "--from", "2024-02-01").out
    assert "none: silence is not peace" in out
    assert run("coverage", case, "--country", "Atlantis").code == 2


def test_a_second_coder_goes_all_the_way(run: Run, case: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.csv"
    assert run("sample", case, "2", "-o", sheet).code == 0
    rows = list(csv.DictReader(sheet.open(encoding="utf-8-sig")))
    for row in rows:
        row.update({"type": "ASSAULT", "killed": "-", "country": "IQ"})
    with sheet.open("w", newline="") as sink:
        writer = csv.DictWriter(sink, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    assert "6 opinions of Ada on 2 claims kept" in run("opinions", case, sheet, "--coder", "Ada").out
    found = [json.loads(line) for line in run("agreement", case, "--format", "jsonl").out.splitlines()]
    assert [(one["field"], one["claims"]) for one in found] == [("type", 2), ("country", 2), ("killed", 0)]
    assert "Ada, vedette" in run("agreement", case).out
