"""Causes that a later sentence states."""

from collections.abc import Callable

import pytest

from vedette.coding.cause_told import with_told_causes
from vedette.coding.document import Document, Sentence
from vedette.model import Mark, Role

RAID = "Rebels stormed a barracks near Bria on Monday."
SHOT = "A drone killed Musa Karim in the hills on Monday."


TOLD: list[tuple[str, str, str, str, str | None]] = [
    (
        RAID,
        "stormed",
        "a barracks",
        "It was revenge for the shelling of two villages.",
        "the shelling of two villages",
    ),
    (
        RAID,
        "stormed",
        "a barracks",
        "They called the raid a response to the arrest of a chief.",
        "the arrest of a chief",
    ),
    (
        SHOT,
        "killed",
        "Musa Karim",
        "The army said Karim was behind an ambush on its patrol.",
        "an ambush on its patrol",
    ),
    (SHOT, "killed", "Musa Karim", "The army said Hassan was behind an ambush on its patrol.", None),
    (RAID, "stormed", "a barracks", "A spokesman said that this was the answer to Hodan.", "Hodan"),
    (
        RAID,
        "stormed",
        "a barracks",
        "This action was carried out in answer to the arrest of a chief.",
        "the arrest of a chief",
    ),
    (
        RAID,
        "stormed",
        "a barracks",
        "The group said it had acted in response to the arrest of a chief.",
        "the arrest of a chief",
    ),
    (RAID, "stormed", "a barracks", "The curfew was a response to the drought.", None),
]


@pytest.mark.parametrize("case", TOLD, ids=[later for *_, later, _ in TOLD])
def test_gives_an_act_the_cause_that_is_told_after_it(
    case: tuple[str, str, str, str, str | None],
    sentence: Callable[..., Sentence],
    mark: Callable[..., Mark],
    document: Callable[..., Document],
) -> None:
    first, trigger, target, later, cause = case
    act = mark(first, trigger, "ASSAULT", target=target)
    told = with_told_causes(document([sentence(first, act), sentence(later)]))
    spans = [told.sentences[0].in_body(span) for span in told.sentences[0].tagged.marks[0].of(Role.CAUSE)]
    assert [span.text for span in spans] == ([cause] if cause else [])
    assert all(told.report.text[span.start : span.end] == span.text for span in spans)
