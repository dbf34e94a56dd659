"""ACLED's label of a snippet, learnt from the snippets of our own writing (never from ACLED's).

What the tagger's network knows of a snippet (its states, mean and weighted by how surely each piece is a trigger) and
its words (hashed) go into a multinomial logistic regression. It is fitted anew in each run, in seconds, so it always
fits the tagger's weights.
"""

import re
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from vedette.tagging import Tagger
from vedette.tagging.tagger import batches, padded
from vedette.tagging.words import rows

BUCKETS = 2048  # of hashed words and pairs of words
WORD = re.compile(r"[a-z][a-z'-]+")
STEPS = 300
RATE = 5.0  # of full-batch steps, by the rows' squared length
PENALTY = 6e-5
WEIGHT = 1.0  # what the codebook's label adds to the logarithm of its chance
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Learnt:
    """The fitted model: mean and scale of the states, the labels and their weights (labels x columns)."""

    mean: Floats
    scale: Floats
    labels: tuple[str, ...]
    weights: Floats

    def chances(self, states: Floats, words: Floats) -> Floats:
        """Give the logarithm of each label's chance (snippets x labels)."""
        scores = _joined(states, words, self.mean, self.scale) @ self.weights.T
        held = scores - scores.max(axis=1, keepdims=True)
        return np.asarray(held - np.log(np.exp(held).sum(axis=1, keepdims=True)), dtype=np.float32)

    def best(self, states: Floats, words: Floats, coded: Sequence[str], *, rest: str = "OTHER") -> list[str]:
        """Give each snippet's label, from its chance and from the codebook's label (`rest`: what fits nothing)."""
        scores = self.chances(states, words)
        for row, label in zip(scores, coded, strict=True):
            if label in self.labels:
                row[self.labels.index(label)] += WEIGHT * (0.3 if label == rest else 1.0)
        return [self.labels[number] for number in scores.argmax(axis=1)]


def states_of(texts: Sequence[str], tagger: Tagger) -> Floats:
    """Give what the network knows of each text (texts x 768)."""
    found = np.zeros((len(texts), 768), dtype=np.float32)
    for batch in batches(rows(texts, tagger.tokenizer)):
        ids, mask = padded(batch)
        states, trigger, _, _ = tagger.backend.words(ids, mask)
        sure = 1 - tagger.settings.probabilities("trigger", trigger)[..., :1]
        for number, row in enumerate(batch):
            own, weight = states[number][: len(row.ids)], sure[number][: len(row.ids)]
            weighted = (own * weight).sum(axis=0) / (weight.sum() + 0.1)
            found[row.sentence] = np.concatenate([own.mean(axis=0), weighted])
    return found


def words_of(texts: Sequence[str]) -> Floats:
    """Give the words and pairs of words of each text, hashed (texts x BUCKETS), each row of length 1."""
    found = np.zeros((len(texts), BUCKETS), dtype=np.float32)
    for row, text in zip(found, texts, strict=True):
        words = WORD.findall(text.lower())
        for word in {*words, *(f"{one} {two}" for one, two in pairwise(words))}:
            row[zlib.crc32(word.encode()) % BUCKETS] += 1
    return np.asarray(found / np.maximum(np.linalg.norm(found, axis=1, keepdims=True), 1e-9), dtype=np.float32)


def learn(states: Floats, words: Floats, labels: Sequence[str]) -> Learnt:
    """Fit the model; the same data give the same one."""
    mean, scale = states.mean(axis=0), states.std(axis=0) + 1e-3
    inputs = _joined(states, words, mean, scale)
    known = tuple(sorted(set(labels)))
    wanted = np.eye(len(known), dtype=np.float32)[[known.index(label) for label in labels]]
    # The weights stay sums of rows, so the steps are taken on each row's share: rows are fewer than columns.
    alike = inputs @ inputs.T
    shares, speed = np.zeros_like(wanted), np.zeros_like(wanted)
    for _ in range(STEPS):
        scores = alike @ shares
        chances = np.exp(scores - scores.max(axis=1, keepdims=True))
        slope = (chances / chances.sum(axis=1, keepdims=True) - wanted) / len(labels) + PENALTY * shares
        speed = 0.9 * speed - RATE * slope
        shares += speed
    return Learnt(mean, scale, known, shares.T @ inputs)


def _joined(states: Floats, words: Floats, mean: Floats, scale: Floats) -> Floats:
    fixed = np.full((len(states), 1), 0.3, dtype=np.float32)
    return np.concatenate([(states - mean) / scale / np.sqrt(384), words, fixed], axis=1, dtype=np.float32)
