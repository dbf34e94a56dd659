"""Mentions put together into entities."""

import numpy as np
import pytest

from benchmarks.muc4_entities import entities, same, shortens
from benchmarks.muc4_learnt import TYPES, Judged
from benchmarks.muc4_score import SLOTS
from benchmarks.muc4_words import Words, words_of
from vedette.tagging import load

TEXT = "the red column (cr) burned a bus.  later the bus was towed.  the red column fled."


@pytest.fixture(scope="module")
def words() -> Words:
    return words_of(TEXT, load())


def judged(words: Words, phrases: dict[str, list[str]]) -> Judged:
    within = np.zeros((len(words.starts), len(SLOTS)), dtype=np.float32)
    begin = np.zeros_like(within)
    for slot, told in phrases.items():
        for phrase in told:
            at = TEXT.index(phrase)
            held = np.flatnonzero((words.starts >= at) & (words.ends <= at + len(phrase)))
            within[held, SLOTS.index(slot)] = 0.8
            begin[held[0], SLOTS.index(slot)] = 0.7
    return Judged(within=within, begin=begin, types=np.full((len(words.starts), len(TYPES)), 0.5, dtype=np.float32))


def test_words_quote_the_text(words: Words) -> None:
    assert [words.quote(n, n + 1) for n in range(3)] == ["the", "red", "column"]
    assert (np.diff(words.starts) > 0).all()


def test_likely_words_make_a_mention(words: Words) -> None:
    (found,) = entities(words, judged(words, {"Target": ["a bus"]}))
    assert (found.slot, found.text) == ("Target", "bus")


def test_mentions_of_one_thing_are_one_entity(words: Words) -> None:
    found = entities(words, judged(words, {"PerpOrg": ["red column", "column fled"]}))
    assert len(found) == 1 or found[0].text != found[1].text


def test_nothing_likely_makes_no_entity(words: Words) -> None:
    assert entities(words, judged(words, {})) == []


@pytest.mark.parametrize(
    ("one", "other", "are"),
    [
        ("galan", "luis galan", True),
        ("fpl", "popular liberation forces", True),
        ("bus", "car", False),
        ("erp", "eln", False),
    ],
)
def test_the_same_by_its_words(one: str, other: str, are: bool) -> None:
    assert same(one, other) is are


def test_a_short_form_needs_all_its_letters() -> None:
    assert not shortens("abcx", "all big cats")
