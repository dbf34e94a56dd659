"""`vedette code` and `vedette read` on reports written here."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
TEXT = """Shelling kills four in Arlen

Government artillery shelled the town of Arlen on Monday, killing at least four people, medics said.

The rebels vowed to answer the attack. Arlen has been shelled more than 20 times since March 1, the United Nations said.

4 min read
"""
CLAIM = {
    "claim_id",
    "report_id",
    "url",
    "outlet",
    "published",
    "sentence",
    "trigger",
    "type",
    "mode",
    "status",
    "probability",
    "actor",
    "target",
    "place",
    "when",
    "weapon",
    "killed",
    "injured",
    "count",
    "cause",
    "source",
}


@pytest.fixture
def report(tmp_path: Path) -> Path:
    file = tmp_path / "arlen.txt"
    file.write_text(TEXT)
    return file


def coded(run: Run, report: Path, *more: object) -> list[dict[str, Any]]:
    ran = run("code", report, "--published", "2021-03-10", "--outlet", "Arlen Post", "--format", "jsonl", *more)
    assert (ran.code, ran.err) == (0, "")
    return [json.loads(line) for line in ran.out.splitlines()]


def test_a_claim_has_the_agreed_keys(run: Run, report: Path) -> None:
    assert all(claim.keys() >= CLAIM for claim in coded(run, report))


def test_what_is_given_on_the_line_is_in_the_claim(run: Run, report: Path) -> None:
    assert {(claim["published"], claim["outlet"]) for claim in coded(run, report)} == {("2021-03-10", "Arlen Post")}


def test_every_quote_stands_in_the_body(run: Run, report: Path) -> None:
    body = json.loads(run("read", report, "--format", "json").out)["text"]
    for claim in coded(run, report):
        parts = [claim[key] for key in ("sentence", "trigger", "place", "when", "killed", "cause", "source")]
        quotes = [part for part in [*parts, *claim["actor"], *claim["target"]] if part and part["start"] is not None]
        assert all(body[quote["start"] : quote["end"]] == quote["text"] for quote in quotes)


def test_all_records_are_named(run: Run, report: Path) -> None:
    kinds = {form["record"] for form in coded(run, report, "--records", "all")}
    assert "claim" in kinds
    assert kinds <= {"claim", "tally", "outlook", "affiliation"}


def test_json_is_one_array_of_the_same(run: Run, report: Path) -> None:
    lines = run("code", report, "--format", "jsonl").out.splitlines()
    assert json.loads(run("code", report, "--format", "json").out) == [json.loads(line) for line in lines]


def test_csv_has_a_row_a_claim(run: Run, report: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run("code", report, "--format", "csv").out)))
    assert [row["claim_id"] for row in rows] == [claim["claim_id"] for claim in coded(run, report)]


def test_csv_in_a_file_is_for_a_spreadsheet(run: Run, report: Path, tmp_path: Path) -> None:
    ran = run("code", report, "--format", "csv", "--output", tmp_path / "claims.csv")
    assert (ran.code, ran.out) == (0, "")
    assert (tmp_path / "claims.csv").read_bytes().startswith(b"\xef\xbb\xbfclaim_id,")


@pytest.mark.parametrize("width", [80, 120, 200])
def test_the_readable_form_keeps_to_the_width(run: Run, report: Path, width: int) -> None:
    lines = run("code", report, width=width).out.splitlines()
    assert max(map(len, lines)) <= width
    assert not any("\x1b" in line or line != line.rstrip() for line in lines)


@pytest.mark.parametrize("command", ["read", "code"])
def test_the_readable_form_goes_into_a_file(run: Run, report: Path, tmp_path: Path, command: str) -> None:
    ran = run(command, report, "--output", tmp_path / "said.txt")
    assert (ran.code, ran.out) == (0, "")
    assert (tmp_path / "said.txt").read_text() == run(command, report).out


def test_the_readable_form_says_who_what_and_when(run: Run, report: Path) -> None:
    out = run("code", report, "--published", "2021-03-10", "--outlet", "Arlen Post").out
    assert out.startswith("Shelling kills four in Arlen\n  Arlen Post · ")
    assert "published 2021-03-10 (given)" in out
    assert "*shelled*" in out


def test_the_same_report_gives_the_same_claims(run: Run, report: Path) -> None:
    assert coded(run, report) == coded(run, report)


def test_read_gives_one_object_a_report(run: Run, report: Path) -> None:
    lines = run("read", report, report, "--format", "json").out.splitlines()
    forms = [json.loads(line) for line in lines]
    assert len(forms) == 2
    assert {"id", "url", "outlet", "title", "published", "text", "furniture"} <= forms[0].keys()
    assert forms[0]["published"].keys() >= {"start", "end", "precision", "basis"}


def test_read_shows_what_was_cut(run: Run, report: Path) -> None:
    assert "4 min read" in next(line for line in run("read", report).out.splitlines() if line.startswith("  cut ("))


def test_reasons_come_with_the_claims(run: Run, report: Path) -> None:
    for claim in coded(run, report, "--why"):
        assert {"field", "value", "by", "words", "probability", "instead"} == claim["why"][0].keys()


def test_reasons_are_shown_as_a_tree(run: Run, report: Path) -> None:
    lines = run("code", report, "--why", width=100).out.splitlines()
    assert any(line.startswith("    ├─ type: ASSAULT") for line in lines)
    assert max(map(len, lines)) <= 100


@pytest.mark.parametrize("more", [["--format", "csv"], ["--coder", "llm"]])
def test_what_cannot_be_explained_is_refused(run: Run, report: Path, more: list[str]) -> None:
    ran = run("code", report, "--why", *more)
    assert (ran.code, ran.out) == (2, "")
    assert "--why" in ran.err
