"""Labels learnt from snippets of our own."""

import numpy as np
import pytest

from benchmarks.acled_learnt import Learnt, learn, states_of, words_of
from vedette.tagging import load

TEXTS = [
    "Police arrested two men in the port.",
    "Troops detained a teacher at his home.",
    "A flood drowned nine people near the river.",
    "Heavy rain swept a bridge away and killed a child.",
]
LABELS = ["ARREST", "ARREST", "NATURAL_DISASTER", "NATURAL_DISASTER"]


@pytest.fixture(scope="module")
def model() -> Learnt:
    return learn(states_of(TEXTS, load()), words_of(TEXTS), LABELS)


def test_tells_new_texts_apart(model: Learnt) -> None:
    texts = ["Soldiers arrested a farmer.", "Rain and a flood killed a farmer."]
    assert model.best(states_of(texts, load()), words_of(texts), ["", ""]) == ["ARREST", "NATURAL_DISASTER"]


def test_chances_of_a_text_sum_to_one(model: Learnt) -> None:
    chances = model.chances(states_of(TEXTS, load()), words_of(TEXTS))
    assert np.exp(chances).sum(axis=1) == pytest.approx(np.ones(len(TEXTS)), abs=1e-5)


def test_the_codebooks_label_decides_between_equals() -> None:
    blank = Learnt(np.zeros(768), np.ones(768), ("ATTACK", "OTHER"), np.zeros((2, 2817), dtype=np.float32))  # type: ignore[arg-type]
    states, words = np.zeros((2, 768), dtype=np.float32), words_of(["", ""])
    assert blank.best(states, words, ["ATTACK", "OTHER"]) == ["ATTACK", "OTHER"]


def test_an_empty_text_has_no_words() -> None:
    assert not words_of([""]).any()
