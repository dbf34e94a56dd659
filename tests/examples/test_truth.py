"""The hand-coded truth about the examples fits the reports and itself."""

import json
import re
from datetime import date
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any

import pytest
import yaml

from vedette.codebook import codebook
from vedette.model.report import Basis

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
FIELDS = {"url", "outlet", "title", "date", "text"}
TOLD = ("incidents", "aggregates", "claims_of", "statements", "tallies", "outlooks", "not")
CODED = ("incidents", "statements")
STANCES = {"claims", "denies", "accuses", "no_claim"}


def load_truth() -> dict[str, Any]:
    """Read the hand-coded truth."""
    truth: dict[str, Any] = yaml.safe_load((EXAMPLES / "truth.yaml").read_text("utf-8"))
    return truth


TRUTH = load_truth()


def rows_of(path: Path) -> list[dict[str, Any]]:
    """Read the reports of a .jsonl file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


ROWS = [row for path in sorted(EXAMPLES.glob("*/reports.jsonl")) for row in rows_of(path)]
PAGES = sorted([*EXAMPLES.glob("*/*.txt"), *EXAMPLES.glob("*/*.html")])
INCIDENTS = {row["id"]: row for row in TRUTH["incidents"]}


def flat(text: str) -> str:
    """Drop tags and fold white space, so that words can be looked for."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", text)).split())


@cache
def text_of(key: str) -> str:
    """Give the title and text of a report of the truth."""
    report = TRUTH["reports"][key]
    if "url" not in report:
        return flat((EXAMPLES / report["file"]).read_text("utf-8"))
    [row] = [row for row in rows_of(EXAMPLES / report["file"]) if row["url"] == report["url"]]
    return flat(f"{row['title']} {row['text']}")


def rows(*sections: str) -> list[Any]:
    """Give the rows of sections as test cases, named."""
    return [
        pytest.param(row, id=f"{section}-{row.get('id', number)}")
        for section in sections
        for number, row in enumerate(TRUTH[section])
    ]


@pytest.mark.parametrize("row", [pytest.param(row, id=row["url"]) for row in ROWS])
def test_a_report_line_has_its_fields(row: dict[str, Any]) -> None:
    assert set(row) == FIELDS
    assert all(row[field].strip() for field in FIELDS - {"date"})
    assert row["date"] is None or date.fromisoformat(row["date"])
    assert ".example/" in row["url"]


@pytest.mark.parametrize("row", [pytest.param(row, id=row["url"]) for row in ROWS])
def test_a_report_is_short(row: dict[str, Any]) -> None:
    assert 15 <= len(row["text"].split()) <= 260


def test_no_address_stands_twice() -> None:
    urls = [row["url"] for row in ROWS]
    assert len(urls) == len(set(urls))


def test_truth_names_every_report_once() -> None:
    named = [report.get("url", report["file"]) for report in TRUTH["reports"].values()]
    held = [row["url"] for row in ROWS] + [str(path.relative_to(EXAMPLES)) for path in PAGES]
    assert sorted(named) == sorted(held)


@pytest.mark.parametrize(("key", "report"), TRUTH["reports"].items())
def test_a_report_row_fits_its_report(key: str, report: dict[str, Any]) -> None:
    days = report["published"] if isinstance(report["published"], list) else [report["published"]]
    assert report["basis"] in set(Basis)
    assert days == [None] if report["basis"] == "unknown" else days == sorted(days)
    assert all(words in text_of(key) for words in report.get("furniture", []))
    assert report.get("copy_of", key) in TRUTH["reports"]


@pytest.mark.parametrize("row", rows(*TOLD))
def test_a_row_is_told_by_known_reports(row: dict[str, Any]) -> None:
    assert row["told_by"]
    assert set(row["told_by"]) <= set(TRUTH["reports"])
    assert set(row.get("background", [])) <= set(row["told_by"])


def test_every_report_is_told_of() -> None:
    told = {key for section in TOLD for row in TRUTH[section] for key in row["told_by"]}
    assert told == set(TRUTH["reports"])


@pytest.mark.parametrize("section", [section for section in TOLD if section not in {"claims_of", "not"}])
def test_an_id_stands_once(section: str) -> None:
    ids = [row["id"] for row in TRUTH[section]]
    assert len(ids) == len(set(ids))


def stray_keys(node: Any) -> list[Any]:
    """List keys that are numbers or hold a blank: what an unquoted comma leaves behind."""
    if isinstance(node, list):
        return [key for entry in node for key in stray_keys(entry)]
    if not isinstance(node, dict):
        return []
    return [key for key in node if not isinstance(key, str) or " " in key] + stray_keys(list(node.values()))


@pytest.mark.parametrize("row", rows(*TOLD))
def test_no_comma_broke_a_row(row: dict[str, Any]) -> None:
    known = {"incident", "mode", "from", "to", "actor", "target", "high", "speaker", "source", "by", "if", "of"}
    assert stray_keys(row) == []
    assert {key for key, value in row.items() if value is None} <= known


@pytest.mark.parametrize("row", rows(*CODED))
def test_type_and_mode_are_in_the_codebook(row: dict[str, Any]) -> None:
    assert codebook().fits(row["type"], row["mode"])
    assert row.get("status", "actual") in codebook().statuses


@pytest.mark.parametrize("row", rows("incidents"))
def test_an_incident_lies_before_its_reports(row: dict[str, Any]) -> None:
    published = [TRUTH["reports"][key]["published"] for key in row["told_by"]]
    first = min(day[0] if isinstance(day, list) else day for day in published)
    assert row["from"] <= row.get("local", row["to"]) <= row["to"]
    assert row["from"] <= first


@pytest.mark.parametrize("row", rows("incidents"))
def test_a_place_is_on_the_map_or_says_that_it_is_not(row: dict[str, Any]) -> None:
    place = row["place"]
    assert place["precision"] in range(1, 8)
    assert (place["lat"] is None) == (place["lon"] is None)
    assert place["lat"] is not None or place["precision"] >= 6
    assert place["lat"] is None or (10 < place["lat"] < 40 and 20 < place["lon"] < 60)


@pytest.mark.parametrize("field", ["killed", "injured"])
@pytest.mark.parametrize("row", rows("incidents"))
def test_a_toll_is_ordered(row: dict[str, Any], field: str) -> None:
    toll = row.get(field, {"low": 0, "best": 0, "high": None})
    assert 0 <= toll["low"] <= toll["best"]
    assert toll["high"] is None or toll["best"] <= toll["high"]


@pytest.mark.parametrize("row", rows("incidents"))
def test_a_figure_comes_from_a_report_that_tells_the_incident(row: dict[str, Any]) -> None:
    assert {figure["report"] for figure in row.get("figures", [])} <= set(row["told_by"])


@pytest.mark.parametrize("row", rows("incidents"))
def test_a_stated_cause_is_known_and_in_the_words_of_its_report(row: dict[str, Any]) -> None:
    runs = {run["id"] for run in TRUTH["aggregates"]}
    for cause in row.get("because_of", []):
        assert cause.get("incident") in INCIDENTS or cause.get("attacks") in runs
        assert cause["report"] in row["told_by"]
        assert cause["words"] in text_of(cause["report"])


@pytest.mark.parametrize("row", rows("statements"))
def test_what_a_statement_answers_is_known(row: dict[str, Any]) -> None:
    assert row.get("because_of") is None or row["because_of"] in INCIDENTS


@pytest.mark.parametrize("row", rows("claims_of"))
def test_a_claim_of_responsibility_is_about_a_known_incident(row: dict[str, Any]) -> None:
    assert row["incident"] in INCIDENTS
    assert row["stance"] in STANCES


@pytest.mark.parametrize("row", rows("tallies"))
def test_a_tally_is_ordered(row: dict[str, Any]) -> None:
    assert row["high"] is None or row["low"] <= row["high"]
    assert row["from"] <= row["to"]


@pytest.mark.parametrize("row", rows("outlooks"))
def test_an_outlook_is_in_the_words_of_its_report(row: dict[str, Any]) -> None:
    text = text_of(row["told_by"][0])
    assert row["then"] in text
    assert row["if"] is None or row["if"] in text
