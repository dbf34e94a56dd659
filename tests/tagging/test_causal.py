"""Pointing at cause, effect and signal."""

import shutil
from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest

from vedette.model.errors import UsageError
from vedette.tagging import load
from vedette.tagging.causal import POINTS, _relations, load_pointer
from vedette.tagging.words import rows

WEIGHTS = Path(str(files("vedette.tagging") / "weights"))


@pytest.mark.parametrize(
    ("sentence", "cause", "effect"),
    [
        ("The army shelled the town because rebels had killed two soldiers.", "rebels", "shelled"),
        ("Because of the blockade , thousands of families fled the valley .", "blockade", "fled"),
        ("The flood destroyed the bridge , which led to a shortage of food in the camps .", "flood", "shortage"),
    ],
)
def test_points_at_cause_and_effect(sentence: str, cause: str, effect: str) -> None:
    [[relation]] = load_pointer().relations([sentence])
    assert cause in relation.cause.text
    assert effect in relation.effect.text
    assert not relation.cause.overlaps(relation.effect)


def test_quotes_stand_in_the_sentence() -> None:
    sentence = "The minister resigned after the port was hit by a drone."
    [[relation]] = load_pointer().relations([sentence])
    for span in (relation.cause, relation.effect, *([relation.signal] if relation.signal else [])):
        assert sentence[span.start : span.end] == span.text


def test_says_how_probable_it_is_that_a_cause_is_told() -> None:
    told, plain = load_pointer().relations(
        ["Protesters blocked the road because the police had killed a boy.", "The talks will be held on Tuesday."]
    )
    assert told[0].told > 0.5 > plain[0].told


def test_the_first_relation_is_the_likeliest() -> None:
    [found] = load_pointer().relations(["Gunmen burned the market after soldiers arrested their leader."], most=4)
    assert [one.probability for one in found] == sorted((one.probability for one in found), reverse=True)


def test_a_sentence_of_one_word_has_no_relation() -> None:
    assert load_pointer().relations(["Fire", ""]) == [[], []]


def test_points_at_the_words_of_the_highest_logits() -> None:
    text = "one two three four five"
    [row] = rows([text], load().tokenizer)
    logits = np.full((5, len(POINTS)), -9.0, dtype=np.float32)
    for column, word in enumerate((0, 1, 3, 4, 2, 2)):
        logits[word, column] = 9.0
    [relation] = _relations(text, row, logits, np.array([9.0, 9.0], dtype=np.float32), 1)
    signal = relation.signal
    assert (relation.cause.text, relation.effect.text) == ("one two", "four five")
    assert signal is not None
    assert signal.text == "three"


def test_weights_of_another_encoder_are_refused(tmp_path: Path) -> None:
    for name in ("causes.onnx", "config.json", "tokenizer.json"):
        shutil.copyfile(WEIGHTS / name, tmp_path / name)
    (tmp_path / "encoder.onnx").write_bytes(b"another")
    with pytest.raises(UsageError, match="made for another encoder"):
        load_pointer(tmp_path)
