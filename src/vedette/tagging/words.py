"""A sentence as word pieces, and the words that they make up."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

Ints = NDArray[np.int64]
LONGEST = 256  # word pieces of one row, the two marks at its ends included


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What the encoder reads at once: a sentence, or a window of a long one.

    `ids` are its word pieces; `first[w]` is the piece that word w begins with; `starts[w]`..`ends[w]` are the code
    points of word w in the sentence that it comes from; `sentence` is that sentence's number.
    """

    sentence: int
    ids: Ints
    first: Ints
    starts: Ints
    ends: Ints

    def pieces(self, word: int, end: int) -> slice:
        """Give the pieces of the words `word` (included) to `end` (excluded)."""
        stop = int(self.first[end]) if end < len(self.first) else len(self.ids) - 1
        return slice(int(self.first[word]), stop)


@cache
def load_tokenizer(path: Path) -> Tokenizer:
    """Load the word-piece tokenizer without its padding and truncation, which the batches do."""
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def rows(sentences: Sequence[str], tokenizer: Tokenizer, *, longest: int = LONGEST) -> list[Row]:
    """Cut sentences into rows of at most `longest` pieces; a longer sentence gives several rows."""
    found: list[Row] = []
    for number, encoding in enumerate(tokenizer.encode_batch(list(sentences), add_special_tokens=True)):
        found.extend(_windows(number, encoding, longest))
    return found


def _windows(number: int, encoding: object, longest: int) -> list[Row]:
    ids = np.asarray(encoding.ids, dtype=np.int64)  # type: ignore[attr-defined]
    words = [-1 if word is None else word for word in encoding.word_ids]  # type: ignore[attr-defined]
    owner = np.asarray(words, dtype=np.int64)
    offsets = np.asarray(encoding.offsets, dtype=np.int64).reshape(-1, 2)  # type: ignore[attr-defined]
    is_first = (owner >= 0) & (owner != np.concatenate(([-1], owner[:-1])))
    first = np.flatnonzero(is_first)
    if not len(first):
        return []
    last = np.concatenate((first[1:], [len(ids) - 1])) - 1
    starts, ends = offsets[first, 0], offsets[last, 1]
    windows = []
    for begin, end in _cuts(np.concatenate((first, [len(ids) - 1])), longest - 2):
        low, high = first[begin], last[end - 1] + 1
        pieces = np.concatenate((ids[:1], ids[low:high][: longest - 2], ids[-1:]))
        windows.append(
            Row(
                sentence=number,
                ids=pieces,
                first=first[begin:end] - low + 1,
                starts=starts[begin:end],
                ends=ends[begin:end],
            )
        )
    return windows


def _cuts(bounds: Ints, room: int) -> list[tuple[int, int]]:
    """Split the words that begin at `bounds` into runs of at most `room` pieces (always at least a word)."""
    cuts, begin, count = [], 0, len(bounds) - 1
    while begin < count:
        end = max(begin + 1, int(np.searchsorted(bounds, bounds[begin] + room, side="right")) - 1)
        cuts.append((begin, end))
        begin = end
    return cuts
