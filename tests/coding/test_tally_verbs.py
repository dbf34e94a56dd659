"""Counts told by a verb."""

from collections.abc import Callable

import pytest

from vedette.coding.document import Sentence
from vedette.coding.tally import is_told, swallowed
from vedette.coding.tally_counts import counts
from vedette.model import Mark


@pytest.mark.parametrize(
    ("text", "low", "word", "type_"),
    [
        ("The rebels have overrun seven posts this year.", 7, "overrun", "ASSAULT"),
        ("At least 85 soldiers have been killed in the valley since June.", 85, "killed", "ASSAULT"),
        ("The revolt has killed more than 6,000 people since 2015.", 6001, "killed", "ASSAULT"),
        ("The fighting has claimed 900 lives so far.", 900, "claimed", "ASSAULT"),
        ("The siege has cost the lives of 40 nurses since May.", 40, "cost", "ASSAULT"),
        ("Sixty aid workers have died in the region since January.", 60, "died", "ASSAULT"),
        ("Gunboats have seized eleven tankers since March.", 11, "seized", "COERCE"),
    ],
)
def test_reads_a_count_told_by_a_verb(
    text: str, low: int, word: str, type_: str, sentence: Callable[..., Sentence]
) -> None:
    assert [(one.quantity.low, one.word.text, one.type) for one in counts(sentence(text))] == [(low, word, type_)]


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed nine soldiers on Monday, the worst loss since May.",
        "The raid has left 12 children without parents since May.",
        "The army has held the town for ten years since the war.",
        "The rebels have overrun two posts this week.",
    ],
)
def test_takes_no_single_act_for_a_count(text: str, sentence: Callable[..., Sentence]) -> None:
    assert counts(sentence(text)) == ()


def test_what_a_verb_counts_is_still_told_as_one(mark: Callable[..., Mark], sentence: Callable[..., Sentence]) -> None:
    text = "The rebels have overrun seven posts this year."
    one = mark(text, "overrun", "ASSAULT", actor="The rebels")
    told = sentence(text, one)
    assert (is_told(one, told), swallowed(one, told)) == (True, False)
