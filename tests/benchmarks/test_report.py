"""Showing and keeping a result."""

import json
from pathlib import Path

import pytest

from benchmarks import report
from benchmarks.report import Result, show


def test_what_is_kept_keeps_the_note_of_the_first_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(report, "RESULTS", tmp_path)
    path = tmp_path / "made.json"
    path.write_text(json.dumps({"scores": {"f1": 0.4}, "notes": {"first_run": {"f1": 0.3}, "old": "gone"}}))
    show(Result(benchmark="made", data="d", n=2, scores={"f1": 0.5}), keep=True, as_json=True)
    kept = json.loads(path.read_text())
    assert kept["scores"] == {"f1": 0.5}
    assert kept["notes"] == {"first_run": {"f1": 0.3}}


def test_a_result_without_notes_is_kept_without(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(report, "RESULTS", tmp_path)
    show(Result(benchmark="made", data="d", n=2, scores={"f1": 0.5}), keep=True, as_json=True)
    assert "notes" not in json.loads((tmp_path / "made.json").read_text())
