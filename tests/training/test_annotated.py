"""Annotated sentences of public texts, kept as offsets."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from training.annotated import FOLDER, annotated_examples, digest_of, record_of
from training.corpus import records
from training.own import parse_line
from training.sources import READERS, texts_of
from vedette.tagging.labels import MODES, ROLES, STATUSES, TYPES

PLAIN = {"trigger", "type", "mode", "status"}
TEXT = "Rains fell. Rebels shelled the port of Hodeida on Friday."


@pytest.fixture
def bench(tmp_path: Path) -> Path:
    (tmp_path / "coding").mkdir()
    (tmp_path / "coding/muc4_train.json").write_text(json.dumps({"docid": "D-1", "doctext": TEXT}) + "\n")
    texts_of.cache_clear()
    return tmp_path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    line = "[Rebels|a1] {shelled|ASSAULT/heavy-weapons} [the port of [Hodeida|p1]|t1] on [Friday|d1]."
    record = record_of("muc4", "D-1", 12, parse_line(line, 1))
    (tmp_path / "muc4.jsonl").write_text(json.dumps(record) + "\n")
    return tmp_path


def test_a_record_finds_its_sentence_in_the_text(bench: Path, folder: Path) -> None:
    (found,) = annotated_examples(bench, folder)
    (event,) = found.events or ()
    assert found.text == TEXT[12:]
    assert found.text[slice(*event.trigger)] == "shelled"
    assert {(role, found.text[slice(*at)]) for role, at in event.roles} == {
        ("actor", "Rebels"),
        ("place", "Hodeida"),
        ("target", "the port of Hodeida"),
        ("time", "Friday"),
    }
    assert found.set == "crime_attacks_latin_america"
    assert found.names is None


def test_a_record_says_where_nobody_looked_for_roles(bench: Path, tmp_path: Path) -> None:
    example = replace(parse_line("Rebels {shelled|ASSAULT} the port of Hodeida on Friday.", 1), roles=False)
    (tmp_path / "triggers").mkdir()
    (tmp_path / "triggers/muc4.jsonl").write_text(json.dumps(record_of("muc4", "D-1", 12, example)) + "\n")
    (found,) = annotated_examples(bench, tmp_path)
    assert not found.roles
    assert found.events == example.events


def test_a_sentence_of_another_version_of_the_text_is_left_out(bench: Path, folder: Path) -> None:
    path = bench / "coding/muc4_train.json"
    path.write_text(path.read_text().replace("Hodeida", "Mocha."))
    texts_of.cache_clear()
    assert annotated_examples(bench, folder) == []


def test_every_record_is_sound() -> None:
    seen = set()
    for path in sorted(FOLDER.rglob("*.jsonl")):
        for row in records(path):
            where = (row["source"], row["doc"], row["start"])
            assert where not in seen, where
            seen.add(where)
            assert row["source"] in READERS
            assert row["source"] == path.stem
            for event in row["events"]:
                assert row.get("roles", True) or event.keys() <= PLAIN, where
                _check(event, row["end"] - row["start"], where)
    assert len(seen) > 1500


def _check(event: dict[str, object], length: int, where: object) -> None:
    assert event["type"] in TYPES, where
    assert event["status"] in STATUSES, where
    assert "mode" not in event or (event["type"], event["mode"]) in MODES, where
    roles = {key for key in event if key not in PLAIN}
    assert roles <= {role.value for role in ROLES}, where
    spans = [event["trigger"], *(span for role in roles for span in event[role])]  # type: ignore[attr-defined]
    assert all(0 <= start < end <= length for start, end in spans), where  # type: ignore[misc]


def test_every_record_has_its_text(shared: Path) -> None:
    rows = sum(1 for path in FOLDER.rglob("*.jsonl") for _ in records(path))
    assert len(annotated_examples(shared / "bench")) == rows


def test_digests_tell_texts_apart() -> None:
    assert digest_of("a") != digest_of("b")
    assert len(digest_of("a")) == 8
