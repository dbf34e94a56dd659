"""Words that tell an act elsewhere, but none where they stand."""

from collections.abc import Callable

import pytest

from vedette.coding.no_act import tells_no_act
from vedette.model import Mark


@pytest.mark.parametrize(
    ("text", "trigger", "roles", "none"),
    [
        ("The clip was shot near Arden in the autumn.", "shot", {"place": "near Arden"}, True),
        ("A video shows how a guard was shot in the leg.", "shot", {"injured": "a guard"}, False),
        ("It released a short video of a launch.", "launch", {}, True),
        ("It released a video of the launch at Arden.", "launch", {"place": "Arden"}, False),
        ("He had lost a brother in the war.", "lost", {"target": "a brother"}, True),
        ("The brigade lost three men.", "lost", {"killed": "three men"}, False),
        ("Three bodies were pulled out of the rubble.", "pulled out", {"target": "Three bodies"}, True),
        ("The raid ran against the mission of the force.", "ran", {"target": "the mission"}, True),
        ("Arden, renamed Nova by the rebels, lies on the river.", "renamed", {"actor": "the rebels"}, True),
        ("A helicopter flew the wounded to Arden.", "flew", {"target": "the wounded"}, True),
        ("He was carried down to Arden on a door.", "down", {}, True),
        ("The ship, which a missile had holed on Monday, sank.", "sank", {}, True),
        ("A missile sank the ship.", "sank", {"actor": "A missile"}, False),
        ("He ran its missile units.", "ran", {"actor": "He"}, True),
        ("A lorry ran over two guards.", "ran", {"target": "two guards"}, False),
        ("Khan headed the artillery of the unit.", "headed", {"target": "the artillery"}, True),
        ("Rebels shot two guards.", "shot", {"target": "two guards"}, False),
    ],
)
def test_words_that_tell_no_act(
    text: str, trigger: str, roles: dict[str, str], none: bool, mark: Callable[..., Mark]
) -> None:
    assert tells_no_act(mark(text, trigger, "ASSAULT", **roles), text) == none


def test_a_statement_is_never_taken_back(mark: Callable[..., Mark]) -> None:
    text = "Chad went against the deal."
    assert not tells_no_act(mark(text, "went", "REJECT"), text)
