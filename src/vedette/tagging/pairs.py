"""What one party does to another in a sentence, read by a network of its own."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np

from vedette.tagging.backend import Floats, Ints, open_graph
from vedette.tagging.tagger import batches, home_of_weights, padded
from vedette.tagging.words import Row, load_tokenizer, rows

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

ROOTS: Final = (
    "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST",
    "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
"""PLOVER's types as data of pairs call them: YIELD is CONCEDE or RETREAT."""
UNKNOWN: Final = dict.fromkeys(ROOTS, 1 / len(ROOTS))
SOURCE: Final = 1  # what a piece is marked with
TARGET: Final = 2
Stretch = tuple[int, int]
Parties = tuple[Stretch | None, Stretch | None]
"""Where source and target stand in a sentence, in code points; None where one is not named."""


@dataclass(frozen=True, slots=True)
class Relator:
    """The graph `pairs.onnx` and what cuts sentences into pieces for it."""

    tokenizer: "Tokenizer"
    graph: "InferenceSession"

    def chances(self, sentences: Sequence[str], parties: Sequence[Parties]) -> list[dict[str, float]]:
        """Give for each sentence how probable each of `ROOTS` is of what its source does to its target.

        Of a sentence that is read in several rows, the row that holds more of the two counts; of an empty one, nothing
        is known.
        """
        best: dict[int, tuple[int, dict[str, float]]] = {}
        for batch in batches(rows(sentences, self.tokenizer)):
            ids, mask = padded(batch)
            asked = np.zeros_like(ids)
            for line, row in zip(asked, batch, strict=True):
                line[: len(row.ids)] = asked_of(row, parties[row.sentence])
            logits = self.ask(ids, mask, asked)
            for row, line, one in zip(batch, asked, _softmax(logits).tolist(), strict=True):
                found = (int((line == SOURCE).any()) + int((line == TARGET).any()), dict(zip(ROOTS, one, strict=True)))
                best[row.sentence] = max(best.get(row.sentence, (-1, {})), found, key=lambda one: one[0])
        return [best.get(number, (0, UNKNOWN))[1] for number in range(len(sentences))]

    def ask(self, ids: Ints, mask: Ints, asked: Ints) -> Floats:
        """Give the logits of `ROOTS` (rows x 15) for rows whose pieces `asked` marks as source and target."""
        logits: Floats = self.graph.run(None, {"ids": ids, "mask": mask.astype(np.int32), "asked": asked})[0]
        return logits


def asked_of(row: Row, parties: Parties) -> Ints:
    """Mark the pieces of a row: SOURCE, TARGET or 0."""
    asked = np.zeros(len(row.ids), dtype=np.int64)
    for number, at in zip((SOURCE, TARGET), parties, strict=True):
        words = np.flatnonzero((row.starts < at[1]) & (row.ends > at[0])) if at else np.array([], dtype=np.int64)
        if len(words):
            asked[row.pieces(int(words[0]), int(words[-1]) + 1)] = number
    return asked


def _softmax(logits: Floats) -> Floats:
    raised: Floats = np.exp(logits - logits.max(axis=-1, keepdims=True))
    raised /= raised.sum(axis=-1, keepdims=True)
    return raised


@cache
def load_relator(folder: Path | None = None) -> Relator:
    """Load the network of a folder of weights, by default the package's; raises UsageError where it is missing."""
    home = folder or home_of_weights()
    return Relator(load_tokenizer(home / "tokenizer.json"), open_graph(home / "pairs.onnx"))
