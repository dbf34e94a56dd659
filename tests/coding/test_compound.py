"""Two marks on the words of one act."""

from collections.abc import Callable

import pytest

from vedette.coding.compound import compounded
from vedette.model import Mark, Role


@pytest.mark.parametrize(
    ("text", "first", "second", "kept"),
    [
        ("An air strike hit a fuel depot.", "air", "strike", ["strike"]),
        ("A suicide bombing hit a checkpoint.", "suicide", "bombing", ["bombing"]),
        ("They launched drone and missile attacks on ports.", "drone", "attacks", ["attacks"]),
        ("They launched drone, mortar and rocket attacks.", "drone", "rocket attacks", ["attacks"]),
        ("The drone and the attacks were filmed.", "drone", "attacks", ["drone", "attacks"]),
        ("The navy answered on Friday with a barrage.", "answered", "barrage", ["barrage"]),
        ("The navy shelled a port and mourned the attack.", "shelled", "attack", ["shelled", "attack"]),
    ],
)
def test_makes_one_of_two_words_for_one_act(
    text: str, first: str, second: str, kept: list[str], mark: Callable[..., Mark]
) -> None:
    marks = (mark(text, first, "ASSAULT"), mark(text, second, "ASSAULT"))
    assert [one.trigger.text for one in compounded(marks, text)] == kept


def test_keeps_what_only_the_qualifier_was_told_of(mark: Callable[..., Mark]) -> None:
    text = "An air strike in Bria hit a fuel depot."
    (one,) = compounded(
        (mark(text, "air", "ASSAULT", mode="aerial", place="Bria"), mark(text, "strike", "ASSAULT")), text
    )
    assert (one.mode, [span.text for span in one.of(Role.PLACE)]) == ("aerial", ["Bria"])


def test_cuts_a_trigger_down_to_the_act_and_keeps_its_means(mark: Callable[..., Mark]) -> None:
    text = "They launched rocket attacks on ports."
    (one,) = compounded((mark(text, "rocket attacks", "ASSAULT"),), text)
    assert (one.trigger.text, [span.text for span in one.of(Role.WEAPON)]) == ("attacks", ["rocket"])


def test_talks_by_phone_are_one_talk(mark: Callable[..., Mark]) -> None:
    text = "The ministers spoke by phone and met the envoy."
    marks = tuple(mark(text, word, "CONSULT") for word in ("spoke", "phone", "met"))
    assert [one.trigger.text for one in compounded(marks, text)] == ["spoke", "met"]
