"""The floor that words alone give: TF-IDF of words and pairs of words, with multinomial logistic regression."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

WORD = re.compile(r"\w+")
STEPS = 150
RATE = 10.0  # of full-batch steps on rows of length 1
PENALTY = 1e-4
FOLDS = 5


@dataclass(frozen=True, slots=True)
class Bag:
    """A learnt classifier: the column of each word, its weight, and the weights of the labels (labels x columns)."""

    columns: dict[str, int]
    rarity: NDArray[np.float32]
    labels: tuple[str, ...]
    weights: NDArray[np.float32]

    def predict(self, texts: Sequence[str]) -> list[str]:
        """Give the most probable label of each text."""
        scores = _matrix(texts, self.columns, self.rarity) @ self.weights.T
        return [self.labels[best] for best in scores.argmax(axis=1)]


def learn(texts: Sequence[str], labels: Sequence[str]) -> Bag:
    """Learn from texts and their labels; the same data give the same classifier."""
    seen = Counter(word for text in texts for word in set(_words(text)))
    columns = {word: number for number, word in enumerate(sorted(w for w, n in seen.items() if n > 1))}
    rarity = np.asarray([np.log((1 + len(texts)) / (1 + seen[word])) + 1 for word in columns], dtype=np.float32)
    known = tuple(sorted(set(labels)))
    rows = _matrix(texts, columns, rarity)
    wanted = np.eye(len(known), dtype=np.float32)[[known.index(label) for label in labels]]
    # The weights stay sums of rows, so the steps are taken on each row's share: rows are fewer than columns.
    alike = rows @ rows.T
    shares, speed = np.zeros_like(wanted), np.zeros_like(wanted)
    for _ in range(STEPS):
        slope = (_softmax(alike @ shares) - wanted) / len(texts) + PENALTY * shares
        speed = 0.9 * speed - RATE * slope
        shares += speed
    weights = shares.T @ rows
    return Bag(columns, rarity, known, weights)


def cross_predicted(ids: Sequence[str], texts: Sequence[str], labels: Sequence[str]) -> list[str]:
    """Give each text the label that a classifier learnt from the other folds gives it; ids fix the folds."""
    fold = [crc32(id_.encode()) % FOLDS for id_ in ids]
    found = [""] * len(texts)
    for held in sorted(set(fold)):
        rest = [n for n, one in enumerate(fold) if one != held] or list(range(len(fold)))
        bag = learn([texts[n] for n in rest], [labels[n] for n in rest])
        mine = [n for n, one in enumerate(fold) if one == held]
        for number, label in zip(mine, bag.predict([texts[n] for n in mine]), strict=True):
            found[number] = label
    return found


def _words(text: str) -> list[str]:
    words = WORD.findall(text.casefold())
    return words + [f"{a} {b}" for a, b in pairwise(words)]


def _matrix(texts: Sequence[str], columns: dict[str, int], rarity: NDArray[np.float32]) -> NDArray[np.float32]:
    rows = np.zeros((len(texts), len(columns) + 1), dtype=np.float32)  # the last column is constant
    for row, text in zip(rows, texts, strict=True):
        for word, count in Counter(_words(text)).items():
            if word in columns:
                row[columns[word]] = count * rarity[columns[word]]
    rows /= np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
    rows[:, -1] = 0.1
    return rows


def _softmax(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    grown = np.exp(scores - scores.max(axis=1, keepdims=True))
    shares: NDArray[np.float32] = grown / grown.sum(axis=1, keepdims=True)
    return shares
