"""Corpus records, their split, and the leak guard."""

import json
from pathlib import Path

import pytest

from training.corpus import digest, load, normalised, parse, split, without
from training.leaks import forbidden

RECORD = {
    "id": "a-1", "doc": "a", "set": "s", "text": "Rebels shelled Homs.",
    "events": [{"trigger": ["shelled", 7, 14], "type": "ASSAULT", "mode": "heavy-weapons", "status": "actual",
                "actor": [["Rebels", 0, 6]], "place": [["Homs", 15, 19]]}],
    "names": [["Homs", 15, 19, "PLACE"]],
}  # fmt: skip


def test_reads_a_record() -> None:
    example = parse(RECORD)
    assert example.events is not None
    assert example.events[0].roles == (("actor", (0, 6)), ("place", (15, 19)))
    assert example.names == (("PLACE", (15, 19)),)


def test_documents_are_parted_by_the_table(tmp_path: Path) -> None:
    (tmp_path / "x.jsonl").write_text("".join(json.dumps(RECORD | {"doc": doc}) + "\n" for doc in "abc"))
    (tmp_path / "split.tsv").write_text("doc\tsplit\na\ttrain\nb\tdev\n")
    train, dev = split(load(tmp_path), tmp_path / "split.tsv")
    assert ([e.doc for e in train], [e.doc for e in dev]) == (["a"], ["b"])


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("t.jsonl", '{"text": "In May, rebels  shelled the old town of Homs!"}\n'),
        ("t.json", '[{"a": ["In May, Rebels shelled the old town of Homs."]}]'),
        ("t.tsv", "1\tIn May, rebels shelled the old town of “Homs”.\tx\n"),
        ("t.csv", '1,"In May, rebels shelled the old town of Homs",x\n'),
        ("t.txt", "In May , rebels shelled the old town of Homs .\n"),
    ],
)
def test_no_sentence_of_a_test_file_is_trained_on(name: str, content: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    leaked = parse(RECORD | {"text": "In May, rebels shelled the old town of Homs.", "events": [], "names": []})
    assert without([leaked, parse(RECORD)], forbidden([tmp_path / name])) == [parse(RECORD)]


def test_normalised_forgets_spacing_case_and_marks() -> None:
    assert normalised("The  “U.S.” ’s_") == "theuss"


def test_the_digest_follows_the_content() -> None:
    assert digest([parse(RECORD)]) == digest([parse(RECORD)])
    assert digest([parse(RECORD)]) != digest([parse(RECORD | {"text": "Rebels shelled Homs!"})])
