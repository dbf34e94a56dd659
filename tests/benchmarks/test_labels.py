"""Scores of labels, by cases counted by hand."""

import pytest

from benchmarks.labels import accuracy, f1_by_label, macro_f1, most_frequent, weighted_f1

GOLD = ["a", "a", "a", "b"]
FOUND = ["a", "a", "b", "b"]


def test_gives_f1_of_each_label() -> None:
    assert f1_by_label(GOLD, FOUND) == {"a": pytest.approx(0.8), "b": pytest.approx(2 / 3)}


def test_macro_counts_each_label_the_same() -> None:
    assert macro_f1(GOLD, FOUND) == pytest.approx((0.8 + 2 / 3) / 2)


def test_macro_counts_a_label_that_is_only_found() -> None:
    assert macro_f1(["a"], ["c"]) == 0.0


def test_weighted_counts_a_label_as_often_as_it_is_gold() -> None:
    assert weighted_f1(GOLD, FOUND) == pytest.approx(0.75 * 0.8 + 0.25 * 2 / 3)


def test_accuracy_is_the_share_of_right_labels() -> None:
    assert accuracy(GOLD, FOUND) == 0.75


def test_nothing_scores_nothing() -> None:
    assert (macro_f1([], []), weighted_f1([], []), accuracy([], [])) == (0.0, 0.0, 0.0)


def test_the_first_of_the_alphabet_wins_among_equals() -> None:
    assert most_frequent(["b", "a", "b", "a"]) == "a"
