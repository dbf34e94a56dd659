"""Relations between actors that a sentence states."""

from collections.abc import Callable

import pytest

from vedette.coding.affiliation import stated_in
from vedette.coding.document import Sentence

NAMES = {"Red Hill Front": "GROUP", "River Army": "GROUP", "Chad": "COUNTRY", "Omar Adan": "PERSON"}


@pytest.mark.parametrize(
    ("text", "actor", "rel", "of", "hedge"),
    [
        (
            "The Red Hill Front, part of the River Army, fired first.",
            "Red Hill Front",
            "part_of",
            "the River Army",
            None,
        ),
        (
            "The Red Hill Front, believed linked to the River Army, fired first.",
            "Red Hill Front",
            "linked_to",
            "the River Army",
            "believed linked",
        ),
        ("The Chad-backed Red Hill Front fired first.", "Red Hill Front", "backed_by", "Chad", None),
        ("The Red Hill Front, another Chad-backed group, fired first.", "Red Hill Front", "backed_by", "Chad", None),
        ("Omar Adan, leader of the Red Hill Front, spoke.", "Omar Adan", "leads", "the Red Hill Front", None),
        ("The Red Hill Front, a militia led by Omar Adan, spoke.", "Omar Adan", "leads", "Red Hill Front", None),
        (
            "The Red Hill Front, which is allied with the River Army, spoke.",
            "Red Hill Front",
            "allied_with",
            "the River Army",
            None,
        ),
    ],
)
def test_reads_a_relation(  # noqa: PLR0917
    text: str, actor: str, rel: str, of: str, hedge: str | None, sentence: Callable[..., Sentence]
) -> None:
    here = {name: label for name, label in NAMES.items() if name in text}
    found = [(one.actor.text, one.rel, one.of.text, one.hedge) for one in stated_in(sentence(text, names=here))]
    assert (actor, rel, of, hedge) in found


def test_a_fight_is_no_relation(sentence: Callable[..., Sentence]) -> None:
    text = "The Red Hill Front attacked the River Army in part of the town."
    names = {"Red Hill Front": "GROUP", "River Army": "GROUP"}
    assert stated_in(sentence(text, names=names)) == ()
