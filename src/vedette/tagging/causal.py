"""Cause, effect and signal of a sentence, pointed at by a small network that goes on from the encoder's states."""

import heapq
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np

from vedette.model.span import Span
from vedette.tagging.backend import Floats, Ints, open_bound
from vedette.tagging.decode import quote
from vedette.tagging.tagger import Tagger, batches, default_tagger, home_of_weights, load_tagger, padded
from vedette.tagging.words import Row, rows

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

POINTS: Final = ("cause", "cause", "effect", "effect", "signal", "signal")
"""What the columns of the logits point at: the first and the last word of each."""
CAUSE, EFFECT, SIGNAL = 0, 2, 4
WIDEST = 8  # likeliest first and last words that are tried together
LONGEST_SIGNAL = 6  # words
SURE = 0.5  # probability from which a sentence has a signal


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """Where cause, effect and the words that signal them stand in a sentence. `probability` is of the two stretches,
    if there is a relation at all; `told` of there being one."""

    cause: Span
    effect: Span
    signal: Span | None
    probability: float
    told: float


@dataclass(frozen=True, slots=True)
class Pointer:
    """The graph `causes.onnx` beside the tagger whose states it reads."""

    tagger: Tagger
    graph: "InferenceSession"

    def relations(self, sentences: Sequence[str], *, most: int = 1) -> list[list[Relation]]:
        """Give the likeliest relations of each sentence (up to `most` a row of the encoder), the likeliest first."""
        found: list[list[Relation]] = [[] for _ in sentences]
        for batch in batches(rows(sentences, self.tagger.tokenizer)):
            ids, mask = padded(batch)
            points, signs = self.point(self.tagger.backend.words(ids, mask)[0], mask)
            for row, logits, sign in zip(batch, points, signs, strict=True):
                found[row.sentence] += _relations(sentences[row.sentence], row, logits[row.first], sign, most)
        return found

    def point(self, states: Floats, mask: Ints) -> tuple[Floats, Floats]:
        """Give the logits of `POINTS` (rows x pieces x 6), and of "tells a cause" and "signals it" (rows x 2)."""
        points, signs = self.graph.run(None, {"states": states, "mask": mask.astype(np.int32)})
        return points, signs


@cache
def load_pointer(folder: Path | None = None) -> Pointer:
    """Load the network of a folder of weights, by default the package's; raises UsageError where it is missing or was
    made for another encoder."""
    home = folder or home_of_weights()
    graph = open_bound(home, "causes.onnx")
    return Pointer(load_tagger(home) if folder else default_tagger(), graph)


def _relations(text: str, row: Row, logits: Floats, sign: Floats, most: int) -> Iterator[Relation]:
    """Point with the logits of a row's words (words x 6) at stretches that do not overlap."""
    if len(logits) < 2:
        return
    chances = logits - np.log(np.exp(logits - logits.max(axis=0)).sum(axis=0)) - logits.max(axis=0)
    causes, effects = _stretches(chances, CAUSE), _stretches(chances, EFFECT)
    pairs = [
        (one + other, (begin, end), (first, last))
        for (one, begin, end), (other, first, last) in product(causes, effects)
        if end < first or last < begin
    ]
    told, has_signal = (1 / (1 + np.exp(-sign))).tolist()
    signals = [(begin, end) for _, begin, end in _stretches(chances, SIGNAL) if end - begin < LONGEST_SIGNAL]
    for chance, cause, effect in heapq.nlargest(most, pairs):
        spans = [quote(text, row, begin, end + 1) for begin, end in (cause, effect)]
        signal = quote(text, row, signals[0][0], signals[0][1] + 1) if has_signal >= SURE and signals else None
        if spans[0] and spans[1]:
            yield Relation(
                cause=spans[0], effect=spans[1], signal=signal, probability=float(np.exp(chance)), told=float(told)
            )


def _stretches(chances: Floats, column: int) -> list[tuple[float, int, int]]:
    """Give the likeliest stretches of words: log probability, first and last word."""
    first, last = (np.argsort(-chances[:, at], kind="stable")[:WIDEST].tolist() for at in (column, column + 1))
    found = [
        (float(chances[begin, column] + chances[end, column + 1]), begin, end)
        for begin, end in product(first, last)
        if begin <= end
    ]
    return sorted(found, reverse=True)[: 2 * WIDEST]
