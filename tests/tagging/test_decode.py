"""From BIO probabilities to spans."""

import numpy as np
import pytest

from vedette.tagging.decode import Stretch, joined, quote, softmax, stretches
from vedette.tagging.words import Row


def row_of(text: str, words: list[str]) -> Row:
    starts, at = [], 0
    for word in words:
        at = text.index(word, at)
        starts.append(at)
        at += len(word)
    first = np.arange(1, len(words) + 1)
    ends = np.asarray([start + len(word) for start, word in zip(starts, words, strict=True)])
    return Row(sentence=0, ids=np.arange(len(words) + 2), first=first, starts=np.asarray(starts), ends=ends)


def classes(*rows: str) -> np.ndarray:
    """Turn "O", "B0", "I1" into near-certain probabilities of two labels."""
    order = ["O", "B0", "I0", "B1", "I1"]
    return np.asarray([[0.96 if name == row else 0.01 for name in order] for row in rows], dtype=np.float32)


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        (("B0", "I0", "O"), [(0, 0, 2)]),
        (("O", "I0", "I0"), [(0, 1, 3)]),
        (("B0", "B0", "O"), [(0, 0, 1), (0, 1, 2)]),
        (("B0", "I1", "O"), [(0, 0, 1), (1, 1, 2)]),
        (("B0", "O", "I0"), [(0, 0, 1), (0, 2, 3)]),
        (("O", "O", "O"), []),
    ],
)
def test_reads_bio_and_repairs_it(tags: tuple[str, ...], expected: list[tuple[int, int, int]]) -> None:
    assert [(s.label, s.begin, s.end) for s in stretches(classes(*tags))] == expected


def test_a_lower_floor_finds_more() -> None:
    unsure = np.asarray([[0.6, 0.35, 0.03, 0.01, 0.01]], dtype=np.float32)
    assert not stretches(unsure)
    assert stretches(unsure, floor=0.3)


@pytest.mark.parametrize(
    ("text", "words", "whole"),
    [
        ("the U.S. embassy", ["the", "U", ".", "S", ".", "embassy"], "U.S."),
        ("by Kata’ib men", ["by", "Kata", "’", "ib", "men"], "Kata’ib"),
    ],
)
def test_a_torn_abbreviation_is_put_together(text: str, words: list[str], whole: str) -> None:
    found = joined(
        text,
        row_of(text, words),
        [Stretch(label=0, begin=1, end=2, probability=0.9), Stretch(label=0, begin=3, end=4, probability=0.8)],
    )
    assert len(found) == 1
    span = quote(text, row_of(text, words), found[0].begin, found[0].end)
    assert span is not None
    assert span.text == whole


def test_a_hyphen_does_not_join_two_countries() -> None:
    text = "Israeli-Palestinian war"
    parts = [Stretch(label=0, begin=0, end=1, probability=0.9), Stretch(label=0, begin=2, end=3, probability=0.9)]
    assert joined(text, row_of(text, ["Israeli", "-", "Palestinian", "war"]), parts) == parts


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("“two men,” he", ["“", "two", "men", ",", "”"], "two men"),
        ("on Dec. 3", ["Dec", "."], "Dec."),
        ("near Mosul.", ["Mosul", "."], "Mosul"),
        ("(SDF)", ["(", "SDF", ")"], "SDF"),
        ("SDF)", ["SDF", ")"], "SDF"),
        ("the US-led “Inherent Resolve” force", ["“", "Inherent", "Resolve", "”"], "Inherent Resolve"),
        ("in the “safe” zone", ["“", "safe", "”", "zone"], "“safe” zone"),
        ("the soldiers’ base", ["soldiers", "’"], "soldiers’"),
    ],
)
def test_a_quote_has_no_stray_punctuation(text: str, words: list[str], expected: str) -> None:
    span = quote(text, row_of(text, words), 0, len(words))
    assert span is not None
    assert span.text == expected
    assert span.stands_in(text)


def test_punctuation_alone_is_no_quote() -> None:
    assert quote("a , b", row_of("a , b", [","]), 0, 1) is None


def test_temperature_flattens() -> None:
    logits = np.asarray([2.0, 0.0], dtype=np.float32)
    assert softmax(logits, 2.0)[0] < softmax(logits)[0]
    assert softmax(logits).sum() == pytest.approx(1.0)
