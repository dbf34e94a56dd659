"""The killed and wounded that a sentence tells of its act."""

from collections.abc import Callable

import pytest

from vedette.coding.victims import with_victims
from vedette.model import Mark, Role, Tagged


@pytest.mark.parametrize(
    ("text", "trigger", "killed", "injured"),
    [
        (
            "At least nine soldiers were killed and more than 20 wounded when rebels stormed a camp.",
            "stormed",
            ["At least nine soldiers"],
            ["more than 20"],
        ),
        ("Two nurses were wounded as mortars hit a clinic.", "hit", [], ["Two nurses"]),
        ("The army shelled the hills after three officers were killed.", "shelled", [], []),
        ("Four people were killed, but the raid was denied.", "raid", [], []),
    ],
)
def test_gives_an_act_the_toll_that_its_sentence_tells_first(
    text: str, trigger: str, killed: list[str], injured: list[str], mark: Callable[..., Mark]
) -> None:
    one = mark(text, trigger, "ASSAULT")
    found = with_victims(one, Tagged(text=text, marks=(one,)))
    assert [span.text for span in found.of(Role.KILLED)] == killed
    assert [span.text for span in found.of(Role.INJURED)] == injured
