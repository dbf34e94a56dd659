"""Scores of one label for each item, as classification reports define them."""

from collections import Counter
from collections.abc import Sequence


def f1_by_label(gold: Sequence[str], found: Sequence[str]) -> dict[str, float]:
    """Give F1 of every label that is gold or found somewhere."""
    hit = Counter(g for g, f in zip(gold, found, strict=True) if g == f)
    support, given = Counter(gold), Counter(found)
    return {label: 2 * hit[label] / (support[label] + given[label]) for label in sorted({*gold, *found})}


def macro_f1(gold: Sequence[str], found: Sequence[str]) -> float:
    """Give the mean F1 of the labels, each counting the same (0 where there are none)."""
    scores = f1_by_label(gold, found)
    return sum(scores.values()) / len(scores) if scores else 0.0


def weighted_f1(gold: Sequence[str], found: Sequence[str]) -> float:
    """Give the mean F1 of the labels, each counting as often as it is gold."""
    scores = f1_by_label(gold, found)
    return sum(scores[label] for label in gold) / len(gold) if gold else 0.0


def accuracy(gold: Sequence[str], found: Sequence[str]) -> float:
    """Give the share of items with the right label."""
    return sum(g == f for g, f in zip(gold, found, strict=True)) / len(gold) if gold else 0.0


def most_frequent(labels: Sequence[str]) -> str:
    """Give the label that occurs most often, the first of the alphabet among equals."""
    return min(Counter(labels).items(), key=lambda item: (-item[1], item[0]))[0]
