"""What belongs to an act told inside another one."""

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
