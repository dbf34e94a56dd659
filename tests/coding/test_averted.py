"""Crashes by a fault, and bombs that somebody made safe."""

from collections.abc import Callable

import pytest

from vedette.coding.averted import without_averted
from vedette.coding.document import Sentence
from vedette.model import Mark, Role

Making = Callable[..., Mark]
Sentences = Callable[..., Sentence]


@pytest.mark.parametrize(
    ("text", "trigger", "kept"),
    [
        ("An army plane crashed in Arlen due to a technical fault, killing two.", "crashed", 0),
        ("A truck exploded after an apparent gas leak.", "exploded", 0),
        ("A plane crashed in Arlen, and rebels said they had shot it down.", "crashed", 1),
    ],
)
def test_a_crash_by_a_fault_is_no_attack(text: str, trigger: str, kept: int, mark: Making, sentence: Sentences) -> None:
    assert len(without_averted(sentence(text, mark(text, trigger, "ASSAULT"))).tagged.marks) == kept


@pytest.mark.parametrize(
    "text", ["On Friday troops defused a mine near Arlen.", "The troops said they defused a mine near Arlen."]
)
def test_who_makes_a_bomb_safe_did_not_lay_it(text: str, mark: Making, sentence: Sentences) -> None:
    told = sentence(text, mark(text, "defused", "ASSAULT", actor="troops", weapon="a mine"))
    assert without_averted(told).tagged.marks[0].of(Role.ACTOR) == ()
