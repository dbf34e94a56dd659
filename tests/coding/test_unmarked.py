"""Killings with a figure that a tagger passed over."""

from collections.abc import Callable

import pytest

from vedette.coding.document import Sentence
from vedette.coding.unmarked import with_killings
from vedette.model import Mark, Role


def test_marks_a_killing_that_its_words_tell(sentence: Callable[..., Sentence]) -> None:
    text = "Two suicide bombers, both of them boys, killed at least 14 people in Arden on Friday, police said."
    (mark,) = with_killings(sentence(text, names={"Arden": "PLACE"})).tagged.marks
    told = {role: [span.text for span in mark.of(role)] for role in (Role.ACTOR, Role.KILLED, Role.PLACE, Role.TIME)}
    assert (mark.type, mark.mode) == ("ASSAULT", "suicide")
    assert told == {
        Role.ACTOR: ["Two suicide bombers"],
        Role.KILLED: ["at least 14 people"],
        Role.PLACE: ["Arden"],
        Role.TIME: ["Friday"],
    }


@pytest.mark.parametrize(
    "text",
    [
        "A flood killed 14 people and cut off an army base.",
        "A minister recalled the soldiers who killed 14 people in 1990.",
        "The troops were not killed in vain.",
    ],
)
def test_marks_nothing_else(text: str, sentence: Callable[..., Sentence]) -> None:
    assert with_killings(sentence(text)).tagged.marks == ()


def test_adds_none_beside_an_act_of_force(mark: Callable[..., Mark], sentence: Callable[..., Sentence]) -> None:
    text = "Gunmen killed nine people in a raid on Arden."
    told = sentence(text, mark(text, "raid", "ASSAULT"))
    assert with_killings(told) == told


def test_marks_a_killing_in_a_clause_of_its_own(mark: Callable[..., Mark], sentence: Callable[..., Sentence]) -> None:
    text = "The bombing came as revenge after troops killed 11 members of the Red Hand on Friday."
    marks = with_killings(sentence(text, mark(text, "bombing", "ASSAULT"))).tagged.marks
    assert [(one.trigger.text, [span.text for span in one.of(Role.ACTOR)]) for one in marks] == [
        ("bombing", []),
        ("killed", ["troops"]),
    ]


def test_marks_what_a_war_has_cost(sentence: Callable[..., Sentence]) -> None:
    text = "The conflict has killed more than 4,000 people and displaced almost a million since 2017."
    (mark,) = with_killings(sentence(text)).tagged.marks
    assert [span.text for span in mark.of(Role.KILLED)] == ["more than 4,000 people"]
    assert mark.of(Role.ACTOR) == ()
