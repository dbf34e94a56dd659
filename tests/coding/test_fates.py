"""Killed or injured, as the words around a victim phrase say."""

import pytest

from tests.coding.test_how_many import span, told
from vedette.coding.fates import fate_of
from vedette.coding.how_many import tolls_of
from vedette.model import Role, Span


@pytest.mark.parametrize(
    ("text", "who", "fate"),
    [
        ("A shell wounded four nurses in Odesa.", "four nurses", Role.INJURED),
        ("Four nurses were lightly injured when a shell fell.", "Four nurses", Role.INJURED),
        ("The blast left a guard in critical condition.", "a guard", Role.INJURED),
        ("The mine left six of them with minor burns.", "six of them", Role.INJURED),
        ("Two farmers had been killed and 11 hurt.", "Two farmers", Role.KILLED),
        ("Two farmers had been killed and 11 hurt.", "11", Role.INJURED),
        ("Gunmen killed at least nine herders.", "nine herders", Role.KILLED),
        ("The raid killed or wounded 30 rebels.", "30 rebels", None),
        ("The convoy carried 30 recruits.", "30 recruits", None),
    ],
)
def test_tells_the_killed_from_the_injured(text: str, who: str, fate: Role | None) -> None:
    assert fate_of(span(text, who), text) is fate


BOTH = ("killed", "injured")


@pytest.mark.parametrize(
    ("text", "trigger", "spans", "killed", "injured"),
    [
        ("A drone strike wounded three sailors off Aden.", "strike", ["three sailors"], None, 3),
        ("Two guards were killed and 14 injured when a lorry exploded.", "exploded", ["Two guards", "14"], 2, 14),
        ("The rocket hit a school while dozens of pupils slept.", "hit", ["dozens of pupils"], None, None),
        ("The toll of the raid rose to 31 from 24 dead.", "raid", ["31", "24"], 31, None),
        ("The raid killed 46 men, medics said, raising an earlier count of 40.", "raid", ["46 men", "40"], 46, None),
        ("The raid killed dozens and displaced 9,000 people.", "raid", ["dozens", "9,000 people"], 24, None),
        ("Medics counted 18 dead of the raid at noon and 23 later that day.", "raid", ["18 dead", "23"], 23, None),
        ("The raid killed 12 villagers, women among them.", "raid", ["12 villagers", "women"], 12, None),
        ("The strike killed six, police said; a nurse counted eight dead.", "strike", ["six", "eight dead"], 6, None),
    ],
)
def test_counts_each_person_once_and_for_what_they_suffered(
    text: str, trigger: str, spans: list[str], killed: int | None, injured: int | None
) -> None:
    mark, sentence = told(text, trigger, killed=spans, injured=spans)
    dead, hurt = tolls_of(mark, sentence)
    assert (dead and dead.best, hurt and hurt.best) == (killed, injured)


def test_takes_the_figure_that_holds_now() -> None:
    text = "Officials raised the number of wounded from 25 to at least 34 after the strike."
    mark, sentence = told(text, "strike", injured=["25 to at least 34"])
    _, injured = tolls_of(mark, sentence)
    assert injured is not None
    assert (injured.low, injured.high) == (34, None)
    assert injured.start == text.index("at least 34")


def test_keeps_a_toll_that_a_later_sentence_told() -> None:
    mark, sentence = told("A shell hit the mill.", "hit", killed=["mill"])
    beyond = Span(text="nine men", start=40, end=48)
    roles = tuple(type(role)(role=role.role, span=beyond) for role in mark.roles)
    killed, _ = tolls_of(
        type(mark)(trigger=mark.trigger, type=mark.type, mode=None, status="actual", roles=roles), sentence
    )
    assert killed is not None
    assert killed.best == 9
