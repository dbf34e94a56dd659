"""From probabilities to marks: BIO repaired, spans at word bounds and without stray punctuation."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from vedette.model.mark import Attribution, Name, RoleMark
from vedette.model.span import Span, cut
from vedette.tagging.labels import NAMES, PARTS, ROLES, TYPES
from vedette.tagging.words import Row

Floats = NDArray[np.float32]
_LEADING: Final = " \t\n,;:.!?)]}»”’'\"“‘«([{–—-…"
_TRAILING: Final = ' \t\n,;:!?([{«“‘–—-…»”"'
_PAIRS: Final = {")": "(", "]": "[", "”": "“", "»": "«"}

_SURE: Final = 0.5  # more than this probability of being within, and a word is, where no other floor was found
# Found on the held-back documents: role F1 rises by 0.02 with them.
_EDGE: Final = 0.15  # least probability of a word at the edge of a phrase whose other words are sure
_WEAK: Final = 0.1  # least probability of a word between two parts of a phrase
_GAP: Final = 2  # most words between two parts of a phrase
_COORDINATES = re.compile(r"[,;]|\b(?:and|or)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Words `begin` (included) to `end` (excluded) of a row with one label, and the mean probability of it."""

    label: int
    begin: int
    end: int
    probability: float


def softmax(logits: Floats, temperature: float = 1.0) -> Floats:
    """Turn logits of the last axis into probabilities."""
    scaled = logits / temperature
    powers = np.exp(scaled - scaled.max(axis=-1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=-1, keepdims=True), dtype=np.float32)


def stretches(probabilities: Floats, *, floor: float = _SURE) -> list[Stretch]:
    """Read BIO classes (words x classes; outside, then begin and inside of each label) into stretches.

    A word is outside if that has at least the probability 1 - `floor`. An inside without a begin begins a stretch.
    """
    within = 1 - probabilities[:, 0]
    hits = np.flatnonzero(within > floor)
    if not len(hits):
        return []
    labels = probabilities[hits, 1::2] + probabilities[hits, 2::2]
    best = labels.argmax(axis=1)
    begins = probabilities[hits, 1 + 2 * best] > probabilities[hits, 2 + 2 * best]
    found: list[Stretch] = []
    weights: list[float] = []
    for row, (word, label, fresh) in enumerate(zip(hits.tolist(), best.tolist(), begins.tolist(), strict=True)):
        last = found[-1] if found else None
        weight = float(labels[row, label])
        if last is not None and not fresh and last.end == word and last.label == label:
            weights.append(weight)
            found[-1] = Stretch(label=label, begin=last.begin, end=word + 1, probability=sum(weights) / len(weights))
        else:
            weights = [weight]
            found.append(Stretch(label=label, begin=word, end=word + 1, probability=weight))
    return found


def joined(text: str, row: Row, found: Sequence[Stretch]) -> list[Stretch]:
    """Put stretches of one label together where only a stop or an apostrophe parts them ("U" and "S." of "U.S.")."""
    made: list[Stretch] = []
    for one in found:
        last = made[-1] if made else None
        if last is not None and last.label == one.label and _torn(text, row, last.end, one.begin):
            made[-1] = _union(last, one)
        else:
            made.append(one)
    return made


def _torn(text: str, row: Row, end: int, begin: int) -> bool:
    between = text[int(row.ends[end - 1]) : int(row.starts[begin])]
    around = text[int(row.starts[end - 1]) : int(row.ends[begin])]
    return all(char in ".'’" for char in between) and any(char in ".'’" for char in around)


def _union(one: Stretch, two: Stretch) -> Stretch:
    end, probability = max(one.end, two.end), max(one.probability, two.probability)
    return Stretch(label=one.label, begin=one.begin, end=end, probability=probability)


def quote(text: str, row: Row, begin: int, end: int) -> Span | None:
    """Quote words of a row, less punctuation at the ends; None if nothing else is there."""
    low, high = int(row.starts[begin]), int(row.ends[end - 1])
    while low < high and text[low] in _LEADING and not _opens(text, low, high):
        low += 1
    while high > low and _stray(text, low, high):
        high -= 1
    high = _abbreviated(text, low, high)
    return cut(text, low, high) if low < high else None


def _opens(text: str, low: int, high: int) -> bool:
    """Say whether the mark at `low` is the first half of a pair that the stretch closes, or part of a name."""
    closer = {"(": ")", "[": "]", "“": "”", "«": "»", '"': '"', "‘": "’"}.get(text[low])
    decimal = text[low] == "." and text[low + 1 : low + 2].isdigit()
    return decimal or (closer is not None and closer in text[low + 1 : high - 1])


def _stray(text: str, low: int, high: int) -> bool:
    last = text[high - 1]
    if last in _PAIRS:
        return _PAIRS[last] not in text[low:high]
    if last == '"':
        return text.count('"', low, high) % 2 == 1
    if last in "'’":
        return text[high - 2 : high - 1].casefold() != "s"
    if last == ".":
        return not _is_abbreviation(text, high - 1)
    return last in _TRAILING or last == ")"


def _abbreviated(text: str, low: int, high: int) -> int:
    """Take in the full stop of an abbreviation ("U.S" -> "U.S.")."""
    if high < len(text) and text[high] == "." and low < high and _is_abbreviation(text, high):
        return high + 1
    return high


_SHORT: Final = frozenset(
    "jan feb mar apr jun jul aug sep sept oct nov dec inc corp ltd co jr sr no st mt gen col lt sgt mr mrs dr".split()
)


def _is_abbreviation(text: str, stop: int) -> bool:
    """Say whether the full stop at `stop` belongs to the word before it."""
    word = text[:stop].rsplit(maxsplit=1)[-1] if stop else ""
    word = word.lstrip("([“‘\"'")
    return word.casefold() in _SHORT or (len(word) >= 3 and word[-2] == "." and word[-1].isalpha())


def names_of(text: str, row: Row, probabilities: Floats) -> Iterator[Name]:
    """Give the names in a row."""
    for stretch in joined(text, row, stretches(probabilities)):
        if span := quote(text, row, stretch.begin, stretch.end):
            yield Name(span=span, label=NAMES[stretch.label], probability=stretch.probability)


def attributions_of(text: str, row: Row, probabilities: Floats) -> Iterator[Attribution]:
    """Give the parts of attributions in a row from one BIO track a part (words x parts x 3)."""
    most = (1 - probabilities[..., 0]).max(axis=0, initial=0.0)
    for number, part in enumerate(PARTS):
        if most[number] <= _SURE:
            continue
        for stretch in joined(text, row, stretches(probabilities[:, number])):
            if span := quote(text, row, stretch.begin, stretch.end):
                yield Attribution(part=part, span=span, probability=stretch.probability)


def roles_of(text: str, row: Row, probabilities: Floats, *, floors: Mapping[str, float]) -> Iterator[RoleMark]:
    """Give the role phrases of one happening from one BIO track a role (words x roles x 3)."""
    most = (1 - probabilities[..., 0]).max(axis=0, initial=0.0)
    for number, role in enumerate(ROLES):
        floor = floors.get(role, _SURE)
        if most[number] <= floor:
            continue
        track = probabilities[:, number]
        found = joined(text, row, stretches(track, floor=floor))
        for stretch in whole(text, row, found, within=1 - track[:, 0]):
            if span := quote(text, row, stretch.begin, stretch.end):
                yield RoleMark(role=role, span=span, probability=stretch.probability)


def whole(text: str, row: Row, found: Sequence[Stretch], *, within: Floats) -> list[Stretch]:
    """Widen the stretches of one role by what probably belongs to them, and join those that only a weak word parts.

    A phrase stands where some of its words are sure; its article or its middle name seldom is. Words that coordinate
    ("and", a comma) part two phrases.
    """
    made: list[Stretch] = []
    for one in (_widened(one, within) for one in found):
        last = made[-1] if made else None
        if last is not None and _one_phrase(text, row, last, one, within):
            made[-1] = _union(last, one)
        else:
            made.append(one)
    return made


def _widened(one: Stretch, within: Floats) -> Stretch:
    begin, end = one.begin, one.end
    while begin > 0 and within[begin - 1] >= _EDGE:
        begin -= 1
    while end < len(within) and within[end] >= _EDGE:
        end += 1
    return Stretch(label=one.label, begin=begin, end=end, probability=one.probability)


def _one_phrase(text: str, row: Row, last: Stretch, one: Stretch, within: Floats) -> bool:
    if one.begin < last.end:
        return True
    between = text[int(row.ends[last.end - 1]) : int(row.starts[one.begin])]
    near = one.begin - last.end <= _GAP and within[last.end : one.begin].min(initial=1.0) >= _WEAK
    return bool(near) and one.begin > last.end and not _COORDINATES.search(between)


def triggers_of(probabilities: Floats, *, floor: float) -> list[tuple[Stretch, str]]:
    """Give the triggers of a row with their types."""
    return [(stretch, TYPES[stretch.label]) for stretch in stretches(probabilities, floor=floor)]
