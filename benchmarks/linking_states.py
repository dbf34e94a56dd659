"""What the shipped tagger makes of mentions and of texts: states, kinds of happening, and the words of their roles."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from benchmarks.linking_texts import Text
from benchmarks.linking_words import counted
from vedette.tagging import load
from vedette.tagging.decode import softmax
from vedette.tagging.labels import TYPES, begin, inside
from vedette.tagging.tagger import Tagger
from vedette.tagging.words import Row, rows

Floats = NDArray[np.float64]
ROLES = ("actor", "target", "place", "time")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A mention as the tagger reads it: states of its words and of its sentence, chances of the types, role words."""

    state: Floats
    around: Floats
    types: Floats
    roles: dict[str, frozenset[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Read:
    row: Row
    states: Floats  # pieces x width
    types: Floats  # words x types


def told(text: Text, tagger: Tagger | None = None) -> tuple[list[Told], Floats]:
    """Read the mentions of a text, in order; the second value is the mean state of each sentence."""
    tagger = tagger or load()
    sentences = [" ".join(words) for words in text.sentences]
    place = {sentence: number for number, sentence in enumerate(sentences)}
    for mention in text.mentions:
        sentence = " ".join(mention.sentence)
        if sentence not in place:
            place[sentence] = len(sentences)
            sentences.append(sentence)
    read: list[list[_Read]] = [[] for _ in sentences]
    for one in _read(sentences, tagger):
        read[one.row.sentence].append(one)
    around = np.array([_mean([one.states for one in parts]) for parts in read])
    homes = [place[" ".join(mention.sentence)] for mention in text.mentions]
    spots = [_spot(sentences[home], mention.text) for home, mention in zip(homes, text.mentions, strict=True)]
    plain = [_plain(read[home], spot, around[home]) for home, spot in zip(homes, spots, strict=True)]
    roles = _roles(tagger, sentences, homes, spots, plain)
    made = [
        Told(state=one.state, around=one.around, types=one.types, roles=played)
        for one, played in zip(plain, roles, strict=True)
    ]
    return made, around[: len(text.sentences)]


def _read(sentences: Sequence[str], tagger: Tagger) -> Iterator[_Read]:
    for row in rows(sentences, tagger.tokenizer):
        states, trigger, _, _ = tagger.backend.words(row.ids[None], np.ones_like(row.ids[None]))
        chances = softmax(trigger[0][row.first], 1.0)
        types = [chances[:, begin(at)] + chances[:, inside(at)] for at in range(len(TYPES))]
        yield _Read(row, np.asarray(states)[0].astype(float), np.stack(types, axis=1))


def _mean(parts: Sequence[Floats]) -> Floats:
    mean: Floats = np.concatenate(parts).mean(axis=0)
    return mean


def _spot(sentence: str, words: str) -> tuple[int, int]:
    """Find a mention in its sentence; one whose words do not stand together is looked for by its first."""
    found = words if words in sentence else words.split(maxsplit=1)[0]
    start = max(sentence.find(found), 0)
    return start, start + len(found)


def _plain(parts: Sequence[_Read], spot: tuple[int, int], around: Floats) -> Told:
    for one in parts:
        words = np.flatnonzero((one.row.starts < spot[1]) & (one.row.ends > spot[0]))
        if len(words):
            pieces = one.row.pieces(int(words[0]), int(words[-1]) + 1)
            return Told(state=one.states[pieces].mean(axis=0), around=around, types=one.types[words].mean(axis=0))
    return Told(state=around, around=around, types=np.zeros(len(TYPES)))


def _roles(
    tagger: Tagger,
    sentences: Sequence[str],
    homes: Sequence[int],
    spots: Sequence[tuple[int, int]],
    plain: Sequence[Told],
) -> list[dict[str, frozenset[str]]]:
    """Give the words of the phrases that play a role in each mention, taken as a trigger of its likeliest type."""
    given: list[list[tuple[int, int, str]]] = [[] for _ in sentences]
    for home, spot, one in zip(homes, spots, plain, strict=True):
        given[home].append((*spot, TYPES[int(one.types.argmax())]))
    marked = tagger.mark(sentences, given)
    found: list[dict[str, frozenset[str]]] = []
    for home, (start, end) in zip(homes, spots, strict=True):
        mark = next((one for one in marked[home].marks if one.trigger.start < end and one.trigger.end > start), None)
        words: dict[str, set[str]] = {}
        for role in mark.roles if mark else ():
            words.setdefault(role.role.value, set()).update(counted(role.span.text.split()))
        found.append({role: frozenset(held) for role, held in words.items()})
    return found
