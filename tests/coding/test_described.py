"""What belongs to an act told inside another one."""

import pytest

from tests.coding.laid_out import Said, document
from vedette.coding.described import with_own_tolls
from vedette.model import Role


def test_leaves_a_toll_to_the_attack_that_it_is_told_of() -> None:
    text = "Jets bombed a camp in answer to a drone attack that killed two pilots."
    told = document(
        Said(
            text=text,
            events=(
                ("bombed", "ASSAULT", {"target": "a camp", "killed": "two pilots"}),
                ("attack", "ASSAULT", {"killed": "two pilots"}),
            ),
        )
    )
    bombed, attack = with_own_tolls(told.sentences[0]).tagged.marks
    assert (bombed.of(Role.KILLED), [span.text for span in attack.of(Role.KILLED)]) == ((), ["two pilots"])


@pytest.mark.parametrize(
    ("text", "acts", "toll"),
    [
        (
            "In reply to a raid on a mill near Yagoua on 3 May, in which six guards died, the army shelled the hills.",
            ("raid", "shelled"),
            "six guards",
        ),
        (
            "The army shelled the hills after an ambush on a bus, in which two nuns were killed.",
            ("ambush", "shelled"),
            "two nuns",
        ),
    ],
)
def test_gives_who_died_in_it_to_the_act_named_before(text: str, acts: tuple[str, str], toll: str) -> None:
    told = document(
        Said(text=text, events=tuple((act, "ASSAULT", {"killed": toll} if act == "shelled" else {}) for act in acts))
    )
    marks = {mark.trigger.text: mark for mark in with_own_tolls(told.sentences[0]).tagged.marks}
    assert [span.text for span in marks[acts[0]].of(Role.KILLED)] == [toll]
    assert marks["shelled"].of(Role.KILLED) == ()
