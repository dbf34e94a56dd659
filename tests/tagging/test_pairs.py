"""Reading what one party does to another."""

import shutil
from importlib.resources import files
from pathlib import Path

import pytest

from vedette.model.errors import UsageError
from vedette.tagging import load
from vedette.tagging.pairs import ROOTS, SOURCE, TARGET, asked_of, load_relator
from vedette.tagging.words import rows

WEIGHTS = Path(str(files("vedette.tagging") / "weights"))


def _likeliest(sentence: str, source: str, target: str) -> str:
    parties = [(at := sentence.index(words), at + len(words)) if words else None for words in (source, target)]
    [chances] = load_relator().chances([sentence], [(parties[0], parties[1])])
    assert sum(chances.values()) == pytest.approx(1, abs=1e-5)
    return max(chances, key=lambda root: chances[root])


@pytest.mark.parametrize(
    ("sentence", "source", "target", "root"),
    [
        ("Rebels shelled an army base near Goma on Friday.", "Rebels", "army", "ASSAULT"),
        ("The minister met his Turkish counterpart in Doha.", "The minister", "Turkish counterpart", "CONSULT"),
        ("France sent 40 tonnes of flour to Sudan.", "France", "Sudan", "AID"),
        ("Germany condemned the junta over the raids.", "Germany", "the junta", "ACCUSE"),
        ("Police arrested 30 members of the opposition.", "Police", "the opposition", "COERCE"),
    ],
)
def test_names_what_a_source_does_to_a_target(sentence: str, source: str, target: str, root: str) -> None:
    assert _likeliest(sentence, source, target) == root


def test_a_party_may_be_unnamed() -> None:
    assert _likeliest("The embassy was hit by a rocket.", "", "The embassy") == "ASSAULT"


def test_marks_the_pieces_of_both_parties() -> None:
    [row] = rows(["Rebels hit Goma."], load().tokenizer)
    asked = asked_of(row, ((0, 6), (11, 15)))
    assert set(asked[row.pieces(0, 1)]) == {SOURCE}
    assert set(asked[row.pieces(2, 3)]) == {TARGET}
    assert asked[row.pieces(1, 2)].tolist() == [0]


def test_of_an_empty_sentence_nothing_is_known() -> None:
    [chances] = load_relator().chances([""], [(None, None)])
    assert set(chances.values()) == {1 / len(ROOTS)}


def test_a_long_sentence_is_read_where_both_parties_stand() -> None:
    filler = "and the council talked about roads , schools and wells " * 40
    sentence = f"{filler}before rebels shelled Goma."
    parties = ((sentence.index("rebels"), sentence.index("rebels") + 6), (len(sentence) - 5, len(sentence) - 1))
    [chances] = load_relator().chances([sentence], [parties])
    assert max(chances, key=lambda root: chances[root]) == "ASSAULT"


def test_missing_weights_are_told(tmp_path: Path) -> None:
    shutil.copyfile(WEIGHTS / "tokenizer.json", tmp_path / "tokenizer.json")
    with pytest.raises(UsageError, match=r"pairs\.onnx.*missing"):
        load_relator(tmp_path)
