"""Acts told only to date another one."""

from tests.coding.dated import document, mark
from vedette.coding.came_after import with_own_clause
from vedette.model import Role


def test_the_dead_of_the_clause_belong_to_its_act() -> None:
    text = "The raid came two days after a bomb exploded in a market, killing four."
    told = document(
        [(text, (mark(text, "raid", time="two days after", killed="four"), mark(text, "exploded", weapon="a bomb")))]
    )
    raid, exploded = with_own_clause(told.sentences[0]).tagged.marks
    assert (raid.roles, [span.text for span in exploded.of(Role.KILLED)]) == ((), ["four"])


def test_what_stands_before_stays() -> None:
    text = "The raid on Arlen, which killed four, came after rebels shelled a market."
    told = document([(text, (mark(text, "raid", killed="four"), mark(text, "shelled", target="a market")))])
    assert with_own_clause(told.sentences[0]) == told.sentences[0]


def test_what_is_no_act_of_force_lends_no_doer() -> None:
    text = "The killing of six men comes days after a new government took office."
    told = document([(text, (mark(text, "killing", actor="a new government", target="six men"),))])
    (killing,) = with_own_clause(told.sentences[0]).tagged.marks
    assert [role.role for role in killing.roles] == [Role.TARGET]
