"""What the model is told."""

import pytest

from vedette.codebook import codebook
from vedette.coding.document import Sentence
from vedette.llm.prompt import asking, asking_again, instructions, words
from vedette.model import Role, Span, Tagged


def test_every_role_and_mode_has_its_words() -> None:
    assert set(words()["roles"]) == {role.value for role in Role}
    modes = {(name, mode) for name, one in codebook().types.items() for mode in one.modes}
    assert {(name, mode) for name, glosses in words()["modes"].items() for mode in glosses} == modes


@pytest.mark.parametrize("kind", ["types", "statuses"])
def test_the_whole_codebook_is_told(kind: str) -> None:
    assert [one for one in getattr(codebook(), kind) if f"- {one}: " not in instructions()] == []


def test_sentences_are_numbered_and_paragraphs_kept_apart() -> None:
    piece = tuple(
        Sentence(
            index=index, paragraph=paragraph, span=Span(text=text, start=0, end=len(text)), tagged=Tagged(text=text)
        )
        for index, paragraph, text in ((4, 1, "Shells\nfell."), (5, 1, "Two died."), (6, 2, "Talks went on."))
    )
    shown = asking(piece, title="A\nheadline")[1]["content"]
    assert shown == "Headline (do not quote it): A headline\n\n[5] Shells fell.\n[6] Two died.\n\n[7] Talks went on."


def test_a_second_question_shows_the_first_answer_and_its_fault() -> None:
    first = [{"role": "user", "content": "?"}]
    again = asking_again(first, "oops", "it is no JSON")
    assert [one["role"] for one in again] == ["user", "assistant", "user"]
    assert "it is no JSON" in again[2]["content"]
    assert [one["role"] for one in asking_again(first, " ", "it is empty")] == ["user", "user"]
