"""Relations between actors of a report, with the parties resolved."""

import pytest

from tests.coding.laid_out import Said, document
from vedette.coding.affiliation import affiliations_of
from vedette.model import Affiliation
from vedette.registry import load


def stated(*said: object) -> tuple[Affiliation, ...]:
    return affiliations_of(document(*said), registry=load())


@pytest.mark.parametrize(
    ("text", "names", "rel"),
    [
        (
            "The Hill Guard, affiliated with the government of Chad, fired.",
            (("Hill Guard", "GROUP"), ("Chad", "COUNTRY")),
            "linked_to",
        ),
        (
            "The Hill Guard, affiliated with the River Army, fired.",
            (("Hill Guard", "GROUP"), ("River Army", "GROUP")),
            "part_of",
        ),
    ],
)
def test_to_be_affiliated_with_a_government_is_no_membership(
    text: str, names: tuple[tuple[str, str], ...], rel: str
) -> None:
    assert [one.rel for one in stated(Said(text=text, names=names))] == [rel]


def test_a_wing_known_under_its_bodys_entry_keeps_its_name() -> None:
    text = "The Majeed Brigade is part of the Balochistan Liberation Army."
    names = (("Majeed Brigade", "GROUP"), ("Balochistan Liberation Army", "GROUP"))
    (found,) = stated(Said(text=text, names=names))
    assert (found.actor.name, found.of.actor_id) == ("Majeed Brigade", "group:bla")


def test_it_is_not_the_body_whose_experts_speak() -> None:
    said = (
        Said(text="Hezbollah hit a post.", events=(("hit", "ASSAULT", {"actor": "Hezbollah"}),)),
        Said(
            text="United Nations experts described the claims that it is backed by Iran.",
            names=(("United Nations", "ORG"), ("Iran", "COUNTRY")),
        ),
    )
    assert [one.actor.actor_id for one in stated(*said)] == ["group:hezbollah"]
