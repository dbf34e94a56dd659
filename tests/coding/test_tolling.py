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
        ("Two guards and three clerks were killed, a doctor said.", "Two guards and three clerks", None),
        ("Mortars hit five houses and two boys were wounded.", None, "two boys"),
        ("It spoke of seven dead rebels.", "seven dead rebels", None),
        ("That brings the dead to 15: eleven traders and four porters.", "15", None),
        ("Nobody was hurt, the governor said.", "Nobody", "Nobody"),
        ("There were no casualties, it said.", "no casualties", "no casualties"),
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


def test_reads_a_bound_before_the_killed(mark: Callable[..., Mark], sentence: Callable[..., Sentence]) -> None:
    text = "The army hit a camp and killed up to 40 fighters."
    told = with_victims(mark(text, "hit", "ASSAULT"), sentence(text).tagged)
    assert [span.text for span in told.of(Role.KILLED)] == ["up to 40 fighters"]


def test_reads_whose_lives_an_act_cost(mark: Callable[..., Mark], sentence: Callable[..., Sentence]) -> None:
    text = "The ambush on a patrol cost the lives of 17 soldiers."
    told = with_victims(mark(text, "ambush", "ASSAULT"), sentence(text).tagged)
    assert [span.text for span in told.of(Role.KILLED)] == ["17 soldiers"]
