"""Victim phrases of a sentence."""

from collections.abc import Callable

import pytest

from vedette.coding.document import Sentence
from vedette.coding.tolling import victims_in
from vedette.coding.victims import with_victims
from vedette.model import Mark, Role


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("At least 12 people died, the governor said.", "At least 12 people", None),
        (
            "Three sailors, two of them Filipinos, were killed and at least four were injured.",
            "Three sailors",
            "at least four",
        ),
        ("Four civilians, including a child, were also wounded.", None, "Four civilians"),
        ("Nine officers (three of them women) were killed.", "Nine officers", None),
        ("The town was quiet.", None, None),
    ],
)
def test_reads_who_was_killed_and_injured(text: str, killed: str | None, injured: str | None) -> None:
    found = {role.role: role.span.text for role in victims_in(text)}
    assert (found.get(Role.KILLED), found.get(Role.INJURED)) == (killed, injured)


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("A raid hit a camp, killing Omar Adan, a rebel leader, and two guards.", ["Omar Adan", "two guards"], []),
        ("A raid hit a camp, killing nine and wounding more than 20.", ["nine"], ["more than 20"]),
    ],
)
def test_reads_whom_an_act_killed(
    text: str,
    killed: list[str],
    injured: list[str],
    mark: Callable[..., Mark],
    sentence: Callable[..., Sentence],
) -> None:
    made = mark(text, "hit", "ASSAULT")
    found = with_victims(made, sentence(text, made).tagged)
    assert [span.text for span in found.of(Role.KILLED)] == killed
    assert [span.text for span in found.of(Role.INJURED)] == injured
