"""Acts in words."""

from collections.abc import Callable

import pytest

from vedette.codebook import codebook
from vedette.coding.document import Sentence
from vedette.coding.statement_cues import cues
from vedette.coding.statements import statements, with_accused, with_speaker
from vedette.model import Mark, Role

NAMES = {"Omar Adan": "PERSON", "Chad": "COUNTRY", "Niger": "COUNTRY"}


def test_each_row_fits_the_codebook() -> None:
    book = codebook()
    assert all(cue.type in book.types and cue.status in book.statuses for cue in cues())


@pytest.mark.parametrize(
    ("text", "type_", "actor", "target"),
    [
        ("Omar Adan demanded Chad leave the valley.", "REQUEST", "Omar Adan", "Chad"),
        ("Omar Adan said Chad reserves the right to respond.", "THREATEN", "Omar Adan", ""),
        ("“Chad must leave the valley,” Omar Adan said.", "REQUEST", "Omar Adan", "Chad"),
        ("Omar Adan left, vowing to wage a war against Chad.", "THREATEN", "Omar Adan", "Chad"),
        ("Omar Adan condemned the raid by Chad.", "ACCUSE", "Omar Adan", "Chad"),
        ("Omar Adan did not demand a truce.", None, "", ""),
        ("The raid “will not go unpunished,” Omar Adan said.", "THREATEN", "Omar Adan", ""),
        ("Omar Adan said the leader of Chad cannot continue to exist.", "THREATEN", "Omar Adan", "Chad"),
        ("Omar Adan said the deployment was a breach of the truce.", "ACCUSE", "Omar Adan", ""),
        ("Omar Adan said the flight was not a breach of the truce.", None, "", ""),
        ("The minister of Chad received Omar Adan in the palace.", "CONSULT", "The minister of Chad", "Omar Adan"),
        ("Chad received lorries in May.", None, "", ""),
        ("Rebels said they took the hill, a claim that Chad denied.", "REJECT", "Chad", ""),
        ("Its envoy, Omar Adan, said Chad reserved the right to respond.", "THREATEN", "Its envoy, Omar Adan", ""),
    ],
)
def test_reads_who_says_what_to_whom(
    text: str, type_: str | None, actor: str, target: str, sentence: Callable[..., Sentence]
) -> None:
    one = sentence(text, names={name: label for name, label in NAMES.items() if name in text})
    found = [with_speaker(mark, one) for mark in statements(one)]
    assert [mark.type for mark in found] == ([type_] if type_ else [])
    for mark in found:
        assert [span.text for span in mark.of(Role.ACTOR)] == [actor]
        assert target in " ".join(span.text for span in mark.of(Role.TARGET))


def test_the_tagger_is_not_overruled(sentence: Callable[..., Sentence], mark: Callable[..., Mark]) -> None:
    text = "Omar Adan condemned the raid."
    assert statements(sentence(text, mark(text, "condemned", "ACCUSE"))) == ()


@pytest.mark.parametrize("accused", ["it", "the Red Front"])
def test_what_somebody_is_accused_of_is_his(
    accused: str, mark: Callable[..., Mark], sentence: Callable[..., Sentence]
) -> None:
    text = f"Marland accused {accused} of burning a school."
    charge = mark(text, "burning", "ASSAULT", actor="Marland", target="a school")
    one = with_accused(sentence(text, mark(text, "accused", "ACCUSE", actor="Marland"), charge))
    accusation, act = one.tagged.marks
    assert with_speaker(accusation, one).of(Role.TARGET)[0].text == accused
    assert ([span.text for span in act.of(Role.ACTOR)], act.status) == ([accused], "claimed")
