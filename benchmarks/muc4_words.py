"""The words of a report with what the tagger's network knows of each: its states and the chances of all its labels."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from benchmarks.casing import sentences
from vedette.tagging import Tagger
from vedette.tagging.labels import PARTS, ROLES
from vedette.tagging.tagger import Found, Heads, batches, padded
from vedette.tagging.words import Row, rows

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of a text in order: code points, number of the sentence, states (words x 384), chances (words x 69).

    The chances are those of the trigger's and the names' classes, of the parts of attributions, and of each role: the
    highest that any act of violence gives the word, then the highest that any other happening does.
    """

    text: str
    starts: Ints
    ends: Ints
    sentence: Ints
    states: Floats
    chances: Floats

    def quote(self, begin: int, end: int) -> str:
        """Give the text of the words `begin` (included) to `end` (excluded)."""
        return self.text[int(self.starts[begin]) : int(self.ends[end - 1])]


def words_of(text: str, tagger: Tagger) -> Words:
    """Read a text with the tagger's network."""
    parts = [part for part, _ in sentences(text)]
    offsets = list(_offsets(text, parts))
    found = [
        (offsets[row.sentence], row, states, chances)
        for batch in batches(rows(parts, tagger.tokenizer))
        for row, states, chances in _read(batch, tagger)
    ]
    found.sort(key=lambda item: item[0] + int(item[1].starts[0]))
    return Words(
        text=text,
        starts=np.concatenate([at + row.starts for at, row, _, _ in found]),
        ends=np.concatenate([at + row.ends for at, row, _, _ in found]),
        sentence=np.concatenate([np.full(len(row.first), row.sentence) for _, row, _, _ in found]),
        states=np.concatenate([states for _, _, states, _ in found]),
        chances=np.concatenate([chances for _, _, _, chances in found]),
    )


def _offsets(text: str, parts: Sequence[str]) -> Iterator[int]:
    at = 0
    for part in parts:
        at = text.index(part, at)
        yield at
        at += len(part)


def _read(batch: Sequence[Row], tagger: Tagger) -> Iterator[tuple[Row, Floats, Floats]]:
    ids, mask = padded(batch)
    states, trigger, name, part = tagger.backend.words(ids, mask)
    given = tagger.settings.probabilities
    tables = [
        given("trigger", trigger),
        given("names", name),
        1 - given("parts", part.reshape(*mask.shape, len(PARTS), 3))[..., 0],
    ]
    found = tagger.triggers(batch, trigger)
    heads = tagger.heads(batch, states, mask, found) if found else []
    for number, row in enumerate(batch):
        mine = [(one, head) for one, head in zip(found, heads, strict=True) if one.row == number]
        chances = [table[number][row.first] for table in tables]
        yield row, _means(states[number], row), np.concatenate([*chances, _roles(row, mine)], axis=1)


def _means(states: Floats, row: Row) -> Floats:
    """Give each word the mean state of its pieces."""
    bounds = np.concatenate((row.first, [len(row.ids) - 1]))
    return np.stack([states[low:high].mean(axis=0) for low, high in pairwise(bounds.tolist())])


def _roles(row: Row, found: Sequence[tuple[Found, Heads]]) -> Floats:
    best = np.zeros((2, len(row.first), len(ROLES)), dtype=np.float32)
    for one, heads in found:
        kind = 0 if one.type == "ASSAULT" else 1
        best[kind] = np.maximum(best[kind], 1 - heads.roles[..., 0])
    return np.concatenate(list(best), axis=1)
