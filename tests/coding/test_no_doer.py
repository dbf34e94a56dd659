"""Who stands where no doer can."""

from collections.abc import Callable

import pytest

from tests.coding.conftest import mark_of
from vedette.coding.document import Sentence
from vedette.coding.no_doer import without_false_doers
from vedette.coding.toll_events import joined
from vedette.model import Mark, Role

Making = Callable[..., Mark]
Sentences = Callable[..., Sentence]


@pytest.mark.parametrize(
    ("text", "act", "actor", "left"),
    [
        ("A lorry with food for the Relief Corps was ambushed.", ("ambushed", "ASSAULT"), "the Relief Corps", []),
        ("The Relief Corps ambushed a lorry.", ("ambushed", "ASSAULT"), "The Relief Corps", ["The Relief Corps"]),
        ("Jets bombed a clinic run by the Relief Corps.", ("bombed", "ASSAULT"), "the Relief Corps", []),
        ("The hill is held by the Relief Corps.", ("held", "COERCE"), "the Relief Corps", ["the Relief Corps"]),
        ("Niger, at the request of President Adan, sent troops.", ("sent", "MOBILIZE"), "Niger|Adan", ["Niger"]),
        ("A post of the Corps in Arden, the capital, was hit.", ("hit", "ASSAULT"), "the Corps", []),
        ("The Corps in Arden said a post was hit.", ("hit", "ASSAULT"), "The Corps", ["The Corps"]),
        ("The strikes followed a raid by nobody known.", ("raid", "ASSAULT"), "The strikes", []),
        ("They accused each other of shelling the dam.", ("shelling", "ASSAULT"), "each other", []),
        ("The authorities then arrested two men.", ("arrested", "COERCE"), "The authorities then", ["The authorities"]),
    ],
)
def test_no_doer_stands_there(
    text: str, act: tuple[str, str], actor: str, left: list[str], sentence: Sentences
) -> None:
    told = mark_of(text, *act, actor=actor)
    found = without_false_doers(told, sentence(text, told))
    assert [span.text for span in found.of(Role.ACTOR)] == left


def test_the_dead_tell_nothing(mark: Making, sentence: Sentences) -> None:
    text = "Nine men were killed, among them General Adan."
    act = mark(text, "killed", "ASSAULT", source="General Adan")
    assert without_false_doers(act, sentence(text, act)).of(Role.SOURCE) == ()


def test_nobody_meets_himself(mark: Making, sentence: Sentences) -> None:
    text = "Omar Adan met the envoy."
    act = mark(text, "met", "CONSULT", actor="Omar Adan", target="Omar Adan|the envoy")
    assert [span.text for span in without_false_doers(act, sentence(text, act)).of(Role.TARGET)] == ["the envoy"]


def test_a_relative_clause_is_about_what_it_follows(mark: Making, sentence: Sentences) -> None:
    text = "Gunmen fired on a helicopter that was evacuating troops."
    fired = mark(text, "fired", "ASSAULT", actor="Gunmen", target="a helicopter")
    left = mark(text, "evacuating", "AID", actor="Gunmen", target="troops")
    found = without_false_doers(left, sentence(text, fired, left))
    assert [span.text for span in found.of(Role.ACTOR)] == ["a helicopter"]


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("A convoy was ambushed on Monday; one driver was shot dead.", 1),
        ("A convoy was ambushed on Monday; in Arlen, one driver was shot dead.", 2),
    ],
)
def test_a_toll_told_after_a_semicolon_is_of_the_act_before(text: str, marks: int, mark: Making) -> None:
    acts = (mark(text, "ambushed", "ASSAULT"), mark(text, "shot dead", "ASSAULT", killed="one driver"))
    found = joined(acts, text)
    assert len(found) == marks
    assert [span.text for span in found[0].of(Role.KILLED)] == (["one driver"] if marks == 1 else [])


def test_what_drove_onto_a_mine_was_hit(mark: Making, sentence: Sentences) -> None:
    text = "A bush taxi struck an improvised explosive device."
    made = mark(text, "struck", "ASSAULT", mode="firearms", actor="A bush taxi")
    found = without_false_doers(made, sentence(text, made))
    assert (found.of(Role.ACTOR), found.mode) == ((), "explosives")
    assert [span.text for span in found.of(Role.TARGET)] == ["A bush taxi"]
