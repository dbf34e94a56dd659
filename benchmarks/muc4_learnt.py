"""What was learnt from the templates of the training half: weights, and how words become slots with them.

`muc4_weights.npz` beside this file holds three small models, made by `python -m training.muc4` for the weights of the
tagger that the package ships (`tagger` tells which; others need other tables):

- words: one hidden layer on the states and chances of a word and its neighbours gives, for each slot, the chances of
  being outside, at the begin of and within a mention, and for each type of incident that of the mention being of it;
- types: a linear model on the report's words (hashed) and the highest and mean chances of its words gives the chance
  that the report tells an incident of a type;
- entities: a linear model for each slot on a handful of figures of an entity gives the chance that it stands in the
  template of a type.
"""

import hashlib
import re
import zlib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.muc4_score import SLOTS
from benchmarks.muc4_words import Words
from vedette.tagging.labels import TYPES as LABELS
from vedette.tagging.labels import begin, inside

Floats = NDArray[np.float32]
FILE = Path(__file__).resolve().parent / "muc4_weights.npz"
TYPES = ("attack", "bombing", "kidnapping", "arson", "robbery", "forced work stoppage")
ASSAULT = (begin(LABELS.index("ASSAULT")), inside(LABELS.index("ASSAULT")))  # columns of a word's chances
BUCKETS = 4096  # of hashed words
WORD = re.compile(r"[a-z][a-z'-]+")


@dataclass(frozen=True, slots=True)
class Table:
    """The learnt arrays by name."""

    arrays: dict[str, Floats]

    def __getitem__(self, name: str) -> Floats:
        return self.arrays[name]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What the model of words says: chances within (words x slots), of a begin, and of each type (words x types)."""

    within: Floats
    begin: Floats
    types: Floats


@cache
def learnt() -> Table | None:
    """Load the shipped table; None where it was learnt with other weights of the tagger than the package's."""
    with np.load(FILE) as held:
        if str(held["tagger"]) != tagger_digest():
            return None
        return Table({name: held[name].astype(np.float32) for name in held.files if name != "tagger"})


def tagger_digest() -> str:
    """Name the tagger's weights by their first 16 hexadecimal digits of SHA-256."""
    data = files("vedette.tagging").joinpath("weights/encoder.onnx").read_bytes()
    return hashlib.sha256(data).hexdigest()[:16]


def word_inputs(words: Words, table: Table) -> Floats:
    """Lay out what the model of words sees: own state and chances, the neighbours' states made small."""
    small = (words.states - table["state_mean"]) @ table["projection"]
    before, after = np.zeros_like(small), np.zeros_like(small)
    before[1:], after[:-1] = small[:-1], small[1:]
    around = np.zeros((len(small), words.chances.shape[1]), dtype=np.float32)
    for number in np.unique(words.sentence):
        inside = words.sentence == number
        around[inside] = words.chances[inside].max(axis=0)
    whole = np.broadcast_to(small.mean(axis=0), small.shape)
    return np.concatenate([words.states, before, after, words.chances, around, whole], axis=1, dtype=np.float32)


def judge(words: Words, table: Table) -> Judged:
    """Give the chances of each word."""
    inputs = (word_inputs(words, table) - table["input_mean"]) / table["input_scale"]
    hidden = np.maximum(inputs @ table["word_in"] + table["word_in_bias"], 0)
    scores = hidden @ table["word_out"] + table["word_out_bias"]
    return judged(scores)


def judged(scores: Floats) -> Judged:
    """Turn scores (words x (3 slots + types)) into chances."""
    tracks = scores[:, : 3 * len(SLOTS)].reshape(-1, len(SLOTS), 3)
    powers = np.exp(tracks - tracks.max(axis=-1, keepdims=True))
    chances = powers / powers.sum(axis=-1, keepdims=True)
    return Judged(within=1 - chances[..., 0], begin=chances[..., 1], types=sigmoid(scores[:, 3 * len(SLOTS) :]))


def sigmoid(scores: Floats) -> Floats:
    """Turn scores into chances."""
    return np.asarray(1 / (1 + np.exp(-np.clip(scores, -30, 30))), dtype=np.float32)


def logit(chances: Floats) -> Floats:
    """Turn chances into scores, of at most 9 either way."""
    held = np.clip(chances, 1e-4, 1 - 1e-4)
    return np.asarray(np.log(held / (1 - held)), dtype=np.float32)


def hashed(text: str) -> Floats:
    """Give the words of a text as a row of BUCKETS, length 1."""
    row = np.zeros(BUCKETS, dtype=np.float32)
    found = WORD.findall(text)
    pairs = (f"{one} {two}" for one, two in pairwise(found))
    for word in {*found, *pairs}:
        row[zlib.crc32(word.encode()) % BUCKETS] += 1
    row = np.log1p(row)
    return np.asarray(row / max(float(np.linalg.norm(row)), 1e-9), dtype=np.float32)


def type_inputs(words: Words, found: Judged) -> Floats:
    """Lay out what the model of types sees of a report, but for its hashed words.

    Highest chances of slots and types, highest and mean chances of all labels, and the mean state of the words, each
    counting as much as it is sure to tell an assault: without the last, kidnapping has .70 where it has .77 with it.
    """
    slot = logit(found.within.max(axis=0))
    mixed = (found.within.max(axis=1, keepdims=True) * found.types).max(axis=0)
    chances = words.chances
    sure = chances[:, list(ASSAULT)].sum(axis=1, keepdims=True)
    told = (words.states * sure).sum(axis=0) / (sure.sum() + 0.1)
    parts = [slot, logit(mixed), chances.max(axis=0), chances.mean(axis=0) * 10, told]
    return np.concatenate(parts, dtype=np.float32)
