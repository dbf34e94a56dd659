"""Who speaks in a sentence."""

from collections.abc import Callable

import pytest

from vedette.coding.document import Sentence
from vedette.coding.speech import speech_at, speeches


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The port was hit twice, the harbour master said.", "the harbour master"),
        ("“It was dark,” said Ana Reyes, a teacher.", "Ana Reyes"),
        ("According to a statement by the Chadian army, nobody was hurt.", "a statement by the Chadian army"),
        ("Ali Barre, leader of the Red Hill Movement, said in a video that the town was calm.", "Ali Barre"),
        ("A bridge fell, the mayor said, citing the police.", "the mayor"),
    ],
)
def test_finds_the_speaker(text: str, who: str, sentence: Callable[..., Sentence]) -> None:
    assert speeches(sentence(text))[0].who.text == who


def test_a_participle_goes_on_with_the_speaker(sentence: Callable[..., Sentence]) -> None:
    text = "The envoy spoke for an hour, warning that the truce was thin."
    found = speech_at(sentence(text), text.index("truce"))
    assert found is not None
    assert found.who.text == "The envoy"


def test_words_inside_a_quotation_are_no_new_speaker(sentence: Callable[..., Sentence]) -> None:
    text = "“They said so before,” the colonel told us."
    assert [speech.who.text for speech in speeches(sentence(text))] == ["the colonel"]


@pytest.mark.parametrize(
    ("text", "act", "who"),
    [
        (
            "The front, which Chadian police say is armed by a neighbour, burned a mill, the company Sugar One said.",
            "burned",
            "the company Sugar One",
        ),
        (
            "The gang, which the police say has left the valley, was shelled, according to a doctor.",
            "shelled",
            "a doctor",
        ),
    ],
)
def test_what_is_said_of_a_party_in_passing_is_not_said_of_its_act(
    text: str, act: str, who: str, sentence: Callable[..., Sentence]
) -> None:
    found = speech_at(sentence(text), text.index(act))
    assert found is not None
    assert found.who.text == who
