"""Acts that one party blames on another."""

from collections.abc import Callable

import pytest

from vedette.coding.blamed import with_blamed
from vedette.coding.document import Sentence
from vedette.model import Mark, Role

Making = Callable[..., Mark]
Sentences = Callable[..., Sentence]


@pytest.mark.parametrize(
    ("text", "act", "whom"),
    [
        ("Marland blamed the killings on the Reef Front.", "killings", "the Reef Front"),
        ("Officials are blaming Friday's ambush on Borland.", "ambush", "Borland"),
    ],
)
def test_a_blamed_act_is_claimed_and_of_the_blamed(
    text: str, act: str, whom: str, mark: Making, sentence: Sentences
) -> None:
    deed = mark(text, act, "ASSAULT", actor=text.split()[0], target=whom)
    (found,) = with_blamed(sentence(text, deed)).tagged.marks
    assert (found.status, [s.text for s in found.of(Role.ACTOR)], found.of(Role.TARGET)) == ("claimed", [whom], ())


def test_the_blame_is_aimed_at_the_blamed(mark: Making, sentence: Sentences) -> None:
    text = "Marland blamed the killings on the Reef Front."
    (found,) = with_blamed(sentence(text, mark(text, "blamed", "ACCUSE", actor="Marland"))).tagged.marks
    assert [span.text for span in found.of(Role.TARGET)] == ["the Reef Front"]


def test_a_day_is_blamed_for_nothing(mark: Making, sentence: Sentences) -> None:
    told = sentence(text := "Marland blamed the killings on Monday.", mark(text, "killings", "ASSAULT"))
    assert with_blamed(told) == told
