"""The things that may fill a slot, found in a report: mentions put together by their words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from benchmarks.muc4_learnt import Floats, Judged, logit
from benchmarks.muc4_score import SLOTS, normal
from benchmarks.muc4_words import Words
from vedette.tagging.decode import stretches

FLOOR = 0.05  # least chance of a word of a mention; the model of entities chooses among them
FAINT = 0.08  # least chance of the surest word of a mention
LEAD = re.compile(r"(?:an?|the|this|these|those|his|her|their|its|alleged)\s")
TAIL = re.compile(r"[\s,;:.\"')(\]\[-]+$|^[\s,;:.\"')(\]\[-]+")
PRONOUN = re.compile(r"(?:he|she|it|they|we|you|i|who|which|that|them|us|him|her|one|others?|none|nobody|someone)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A phrase that may fill a slot: its words, its chance, the chances of the types there."""

    text: str
    begin: int
    end: int
    chance: float
    types: Floats


@dataclass(slots=True, kw_only=True)
class Entity:
    """Mentions of one thing in one slot, the likeliest first."""

    slot: str
    mentions: list[Mention] = field(default_factory=list)

    @property
    def chance(self) -> float:
        """Give the highest chance of a mention."""
        return self.mentions[0].chance

    @property
    def text(self) -> str:
        """Give the words that name it: those of the mention that is surest, all its like counted together."""
        weight: dict[str, float] = {}
        for one in self.mentions:
            weight[one.text] = weight.get(one.text, 0.0) + one.chance
        return max(weight, key=lambda text: weight[text])


def entities(words: Words, found: Judged) -> list[Entity]:
    """Give the entities of all slots, in the order of the slots and then of their chance."""
    return [entity for number, slot in enumerate(SLOTS) for entity in _grouped(slot, _mentions(words, found, number))]


def _mentions(words: Words, found: Judged, slot: int) -> Iterator[Mention]:
    within, begin = found.within[:, slot], found.begin[:, slot]
    track = np.stack([1 - within, begin, within - begin], axis=1)
    for part in _parts(words, track):
        chance = float(within[part[0] : part[1]].max())
        text = trimmed(words.quote(*part))
        if chance >= FAINT and text:
            types = found.types[part[0] : part[1]].mean(axis=0)
            yield Mention(text=text, begin=part[0], end=part[1], chance=chance, types=types)


def _parts(words: Words, track: Floats) -> Iterator[tuple[int, int]]:
    for one in stretches(track, floor=FLOOR):
        # Words much less sure than the surest one belong to another phrase, or to none.
        inside = 1 - track[one.begin : one.end, 0]
        least = 0.35 * float(inside.max())
        low, high = one.begin, one.end
        while low < high and inside[low - one.begin] < least:
            low += 1
        while high > low and inside[high - 1 - one.begin] < least:
            high -= 1
        if high > low and words.sentence[low] == words.sentence[high - 1]:
            yield low, high


def _grouped(slot: str, mentions: Iterator[Mention]) -> list[Entity]:
    made: list[Entity] = []
    for one in sorted(mentions, key=lambda mention: -mention.chance):
        known = next((entity for entity in made if any(same(one.text, other.text) for other in entity.mentions)), None)
        if known is None:
            made.append(Entity(slot=slot, mentions=[one]))
        else:
            known.mentions.append(one)
    return made


def same(one: str, other: str) -> bool:
    """Say whether two phrases name the same: all words of one stand in the other, or one shortens the other."""
    first, second = set(normal(one).split()), set(normal(other).split())
    return first <= second or second <= first or shortens(one, other) or shortens(other, one)


def shortens(short: str, long: str) -> bool:
    """Say whether a word is made of the first letters of the others, in whatever order ("fmln")."""
    letters = [word[0] for word in normal(long).split()]
    return (
        len(short) >= 3 and " " not in short and len(letters) >= 3 and sorted(short) == sorted(_picked(short, letters))
    )


def _picked(short: str, letters: Sequence[str]) -> list[str]:
    left, picked = list(letters), []
    for letter in short:
        if letter in left:
            left.remove(letter)
            picked.append(letter)
    return picked


def trimmed(text: str) -> str:
    """Cut determiners and punctuation off a mention, in lower case."""
    text = TAIL.sub("", " ".join(text.lower().split()))
    while lead := LEAD.match(text):
        text = text[lead.end() :]
    text = TAIL.sub("", text)
    return "" if not normal(text) or PRONOUN.fullmatch(text) else text


def entity_inputs(entity: Entity, rank: int, best: float, words: Words, *, type_: int, types: Floats) -> Floats:
    """Lay out what the model of entities sees of an entity and a type of incident that the report may tell.

    `types` are the chances of the report's types; `best` is the highest chance of the slot's entities.
    """
    total = sum(one.chance for one in entity.mentions)
    here = np.mean([one.types[type_] for one in entity.mentions[:3]])
    first = min(one.begin for one in entity.mentions) / max(1, len(words.starts))
    return np.asarray(
        [
            1.0,
            float(logit(np.asarray(entity.chance))),
            np.log(total),
            np.log(len(entity.mentions)),
            entity.chance / best,
            np.log1p(rank),
            first,
            float(logit(np.asarray(here))),
            here,
            float(logit(types[[type_]])[0]),
            types[type_],
            float(logit(types).max()),
            float(types[type_] == types.max()),
            min(len(entity.text.split()), 8) / 4,
        ],
        dtype=np.float32,
    )
