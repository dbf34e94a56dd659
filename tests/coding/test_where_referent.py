"""The act that a sentence telling only what it did goes on with."""

from collections.abc import Callable

import pytest

from vedette.coding.document import Document, Sentence
from vedette.coding.where_referent import effect_of, referent
from vedette.model import Mark


@pytest.mark.parametrize(
    ("text", "goes_on"),
    [
        ("It killed a conductor.", True),
        ("The blast also killed two guards.", True),
        ("It had killed a conductor in March.", False),
        ("Gunmen killed a conductor elsewhere.", False),
    ],
)
def test_it_killed_goes_on_with_the_act_before(
    text: str,
    goes_on: bool,
    mark: Callable[..., Mark],
    sentence: Callable[..., Sentence],
    document: Callable[..., Document],
) -> None:
    first = "A bomb exploded beside a bus."
    act = mark(first, "exploded", "ASSAULT", mode="explosives")
    effect = mark(text, "killed", "ASSAULT")
    laid = document([sentence(first, act), sentence(text, effect)])
    assert (effect_of(effect, laid.sentences[1], laid) is not None) is goes_on


@pytest.mark.parametrize(("trigger", "meant"), [("struck", True), ("foiled", False)])
def test_the_strikes_are_no_attack_that_was_foiled(
    trigger: str,
    meant: bool,
    mark: Callable[..., Mark],
    sentence: Callable[..., Sentence],
    document: Callable[..., Document],
) -> None:
    first, text = f"Drones {trigger} the port on Monday.", "Chad condemned the strikes."
    strikes = mark(text, "strikes", "ASSAULT")
    laid = document([sentence(first, mark(first, trigger, "ASSAULT", time="Monday")), sentence(text, strikes)])
    assert (referent(strikes, laid.sentences[1], laid) is not None) is meant
