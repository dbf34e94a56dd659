"""What a condemnation, a protest or a punishment answers."""

from collections.abc import Callable

import pytest

from vedette.coding.cause import cause_of
from vedette.coding.document import Sentence
from vedette.model import Mark

ABOUT = [
    ("The mayor condemned the killing of a teacher.", "condemned", "ACCUSE", "the killing of a teacher"),
    ("Oslo denounced what it called an attack on aid workers.", "denounced", "ACCUSE", "an attack on aid workers"),
    ("That raid was condemned by the envoy.", "condemned", "ACCUSE", "That raid"),
    ("Students marched in protest against the arrests.", "marched", "PROTEST", "the arrests"),
    ("Ottawa imposed sanctions on two generals over the massacre.", "sanctions", "SANCTION", "the massacre"),
    ("The shooting sparked protests in the port.", "protests", "PROTEST", "The shooting"),
    ("The rebels responded to the airstrikes with a barrage.", "barrage", "ASSAULT", "the airstrikes"),
    ("The army responded with artillery fire.", "responded", "ASSAULT", "responded"),
    ("The mayor condemned the new budget.", "condemned", "ACCUSE", None),
    ("The mayor accused the army of an attack.", "accused", "ACCUSE", None),
    ("Crews responded to the scene and fired flares.", "fired", "ASSAULT", None),
]


@pytest.mark.parametrize("case", ABOUT, ids=[text for text, *_ in ABOUT])
def test_reads_what_an_act_is_about(
    case: tuple[str, str, str, str | None], sentence: Callable[..., Sentence], mark: Callable[..., Mark]
) -> None:
    text, trigger, type_, cause = case
    act = mark(text, trigger, type_)
    found = cause_of(act, sentence(text, act))
    assert (found.text if found else None) == cause


def test_a_clause_after_an_act_is_its_cause(sentence: Callable[..., Sentence], mark: Callable[..., Mark]) -> None:
    text = "Chad closed the crossing after gunmen attacked a customs post on Monday."
    act = mark(text, "closed", "COERCE", actor="Chad")
    other = mark(text, "attacked", "ASSAULT", actor="gunmen", target="a customs post")
    found = cause_of(act, sentence(text, act, other), others=(other,))
    assert found is not None
    assert found.text == "gunmen attacked a customs post"


def test_what_one_does_after_its_own_act_has_no_cause(
    sentence: Callable[..., Sentence], mark: Callable[..., Mark]
) -> None:
    text = "Gunmen seized the mine after gunmen attacked a customs post."
    act = mark(text, "seized", "COERCE", actor="Gunmen")
    other = mark(text, "attacked", "ASSAULT")
    assert cause_of(act, sentence(text, act, other), others=(other,)) is None


def test_what_one_doer_does_beside_it_shares_the_cause(
    sentence: Callable[..., Sentence], mark: Callable[..., Mark]
) -> None:
    text = "In response, the junta closed the border and arrested two editors."
    first = mark(text, "closed", "COERCE", actor="the junta")
    second = mark(text, "arrested", "COERCE", actor="the junta")
    found = cause_of(second, sentence(text, first, second), others=(first,))
    assert found is not None
    assert found.text == "In response"
