"""What the words around an act say of it: failed, false, not verified, borne out."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from vedette.coding.document import Sentence
from vedette.coding.status import decided
from vedette.model import Mark


@pytest.mark.parametrize(
    ("text", "trigger", "told"),
    [
        ("The attack failed, the army said.", "attack", "actual -> thwarted"),
        ("The assault on the depot had failed by noon.", "assault", "actual -> thwarted"),
        ("He survived an attempted assassination.", "assassination", "actual -> thwarted"),
        ("Rebels tried to break into the base, but the attempt was foiled.", "break into", "actual -> thwarted"),
        ("Rebels attacked the base but were driven back.", "attacked", "actual -> thwarted"),
        ("Rebels attacked the base, but the talks were foiled.", "attacked", "actual -> actual"),
        ("They think that when they kill a leader the war ends.", "kill", "actual -> hypothetical"),
        ("They refuse talks until the rebels stop all attacks.", "attacks", "actual -> hypothetical"),
        ("The force was set up with Niger to fight the rebels.", "fight", "actual -> hypothetical"),
        ("The rebels went on to attack the town.", "attack", "actual -> actual"),
        ("The attack failed to stop the convoy.", "attack", "actual -> actual"),
        ("Reports of gunfire at the palace were false.", "gunfire", "claimed -> denied"),
        ("The rumours of a massacre were lies, he said.", "massacre", "claimed -> denied"),
        ("The mission has not been able to verify that the village was bombed.", "bombed", "actual -> claimed"),
        ("Unconfirmed reports said that rebels had captured the airport.", "captured", "actual -> claimed"),
        ("The ministry confirmed that its drone had hit a wedding.", "hit", "claimed -> actual"),
        ("Arlen neither confirmed nor denied that it had struck the refinery.", "struck", "denied -> claimed"),
        ("It is not known who had fired the rocket.", "fired", "denied -> actual"),
        ("He refused to say whether the army had fired gas.", "fired", "denied -> claimed"),
        ("The general denied that his men had burned it.", "burned", "denied -> denied"),
        ("The army said that it had struck a depot.", "struck", "actual -> actual"),
    ],
)
def test_words_settle_the_status(
    text: str, trigger: str, told: str, mark: Callable[..., Mark], sentence: Callable[..., Sentence]
) -> None:
    given, status = told.split(" -> ")
    made = replace(mark(text, trigger, "ASSAULT", status=given), status_probability=0.95)
    assert decided(made, sentence(text)).status == status
