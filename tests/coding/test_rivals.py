"""A second voice's figure becomes a claim of its own."""

import pytest

from tests.coding.laid_out import Said, document
from vedette.coding.rivals import with_rivals
from vedette.model import Role


def figures(text: str, trigger: str, killed: str) -> list[tuple[str, str, list[str]]]:
    told = document(Said(text=text, events=((trigger, "ASSAULT", {"killed": killed}),)))
    [sentence] = with_rivals(told, told).sentences
    return [
        (role.role, role.span.text, [span.text for span in mark.of(Role.SOURCE)])
        for mark in sentence.tagged.marks
        for role in mark.roles
        if role.role in (Role.KILLED, Role.INJURED)
    ]


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        (
            "A bomb killed nine shoppers, police said; a hospital director put the number at 11.",
            [(Role.KILLED, "11", ["a hospital director"])],
        ),
        (
            "A bomb killed nine shoppers, police said, while a rights group spoke of 12 dead.",
            [(Role.KILLED, "12 dead", ["a rights group"])],
        ),
        (
            "A bomb killed nine shoppers; a nurse counted seven bodies and 20 wounded.",
            [(Role.KILLED, "seven bodies", ["a nurse"]), (Role.INJURED, "20 wounded", ["a nurse"])],
        ),
        ("A bomb killed nine shoppers; the army said it had lost a drone.", []),
        ("A bomb killed nine shoppers in Kano; police said 12 people died in Jos.", []),
        ("A bomb killed nine shoppers, police said.", []),
    ],
)
def test_sets_a_rival_figure_apart(text: str, rest: list[tuple[str, str, list[str]]]) -> None:
    assert figures(text, "bomb", "nine shoppers") == [(Role.KILLED, "nine shoppers", []), *rest]
