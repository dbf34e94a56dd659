"""Weapons that act: whose they are, and whom they hit."""

from collections.abc import Callable

import pytest

from vedette.coding.document import Sentence
from vedette.coding.wielded import wielded
from vedette.model import Mark, Role

Making = Callable[..., Mark]
Laying = Callable[..., Sentence]


def roles(mark: Mark, role: Role) -> list[str]:
    return [span.text for span in mark.of(role)]


@pytest.mark.parametrize(
    ("text", "trigger", "given", "names", "actors"),
    [
        ("Its drones hit the depot.", "hit", {"weapon": "Its drones"}, {}, ["Its"]),
        ("Their long-range missiles hit the depot.", "hit", {"weapon": "missiles"}, {}, ["Their"]),
        ("Chad's artillery shelled the depot.", "shelled", {"weapon": "artillery"}, {"Chad": "COUNTRY"}, ["Chad"]),
        ("An army drone struck the camp.", "struck", {"actor": "An army drone"}, {}, ["army"]),
        ("Rebel rockets struck the camp.", "struck", {"actor": "Rebel rockets"}, {}, ["Rebel"]),
        ("Chadian drones struck the camp.", "struck", {"actor": "Chadian drones"}, {"Chadian": "COUNTRY"}, ["Chadian"]),
        ("Gunmen struck the camp with drones.", "struck", {"actor": "Gunmen", "weapon": "drones"}, {}, ["Gunmen"]),
    ],
)
def test_the_owner_of_a_weapon_acts(
    *,
    text: str,
    trigger: str,
    given: dict[str, str],
    names: dict[str, str],
    actors: list[str],
    mark: Making,
    sentence: Laying,
) -> None:
    made = mark(text, trigger, "ASSAULT", **given)
    assert roles(wielded(made, sentence(text, made, names=names).tagged), Role.ACTOR) == actors


@pytest.mark.parametrize(
    ("text", "trigger", "given", "weapons", "targets"),
    [
        (
            "Militants rammed a lorry into the gate.",
            "rammed",
            {"actor": "Militants", "target": "a lorry"},
            ["a lorry"],
            ["the gate"],
        ),
        (
            "A man drove a car packed with explosives into a police post.",
            "drove",
            {"actor": "A man", "target": "a car|a police post"},
            ["a car"],
            ["a police post"],
        ),
        (
            "A patrol hit a land mine.",
            "hit",
            {"actor": "A patrol", "target": "a land mine"},
            ["a land mine"],
            ["A patrol"],
        ),
        ("Their lorry struck an IED.", "struck", {"target": "an IED"}, ["an IED"], ["Their lorry"]),
        (
            "A van laden with explosives blew up outside the court.",
            "blew up",
            {"target": "A van laden with explosives|the court"},
            ["A van laden with explosives"],
            ["the court"],
        ),
        ("The patrol came under fire.", "fire", {"actor": "The patrol"}, [], ["The patrol"]),
        ("The ship was hit.", "hit", {"target": "The ship"}, [], ["The ship"]),
    ],
)
def test_what_strikes_is_told_from_what_is_struck(
    *,
    text: str,
    trigger: str,
    given: dict[str, str],
    weapons: list[str],
    targets: list[str],
    mark: Making,
    sentence: Laying,
) -> None:
    made = mark(text, trigger, "ASSAULT", **given)
    found = wielded(made, sentence(text, made).tagged)
    assert (roles(found, Role.WEAPON), roles(found, Role.TARGET)) == (weapons, targets)


def test_a_convoy_that_hits_a_mine_does_not_act(mark: Making, sentence: Laying) -> None:
    text = "A convoy hit a roadside bomb."
    made = mark(text, "hit", "ASSAULT", actor="A convoy", target="a roadside bomb")
    assert roles(wielded(made, sentence(text, made).tagged), Role.ACTOR) == []


@pytest.mark.parametrize(
    ("text", "trigger", "given", "actors", "targets"),
    [
        (
            "The front, which calls itself free, also blew up a stretch of railway last Monday.",
            "blew",
            {"target": "The front|up a stretch of railway last"},
            ["The front"],
            ["a stretch of railway"],
        ),
        (
            "Saboteurs blew up a substation.",
            "blew",
            {"target": "Saboteurs|a substation"},
            ["Saboteurs"],
            ["a substation"],
        ),
        (
            "A bridge was blown up by rebels.",
            "blown up",
            {"actor": "rebels", "target": "A bridge"},
            ["rebels"],
            ["A bridge"],
        ),
        (
            "The army blew up the house.",
            "blew up",
            {"actor": "The army", "target": "the house"},
            ["The army"],
            ["the house"],
        ),
    ],
)
def test_who_blows_something_up_is_not_blown_up(
    *,
    text: str,
    trigger: str,
    given: dict[str, str],
    actors: list[str],
    targets: list[str],
    mark: Making,
    sentence: Laying,
) -> None:
    made = wielded(mark(text, trigger, "ASSAULT", **given), sentence(text).tagged)
    assert (roles(made, Role.ACTOR), roles(made, Role.TARGET)) == (actors, targets)
