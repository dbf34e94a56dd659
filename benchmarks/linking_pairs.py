"""What speaks for two texts telling one incident, as numbers to weigh, and what is compared of a mention."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from benchmarks.linking_texts import Mention, Text
from benchmarks.linking_words import Bag, base, cosine, counted, head, rarity, stem, weighted

LEAD = 4  # sentences
NEAR = 5  # words on either side of a mention
SAYING = frozenset(base(word) for word in ("say", "tell", "announce", "report", "accord", "confirm"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Gist:
    """What is compared of a text: all its words, its names, its lead, its numbers, and its day."""

    words: Bag
    names: Bag
    lead: Bag
    numbers: Bag
    day: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """What is compared of a mention: its lemma, and the words round it."""

    text: int
    lemma: str
    surface: str
    sentence: Bag
    near: Bag
    names: frozenset[str]


def gists(texts: Sequence[Text]) -> list[Gist]:
    """Prepare texts for comparison; words are weighed by how rare they are among these texts."""
    rare = rarity(counted(word for sentence in text.sentences for word in sentence) for text in texts)
    return [_gist(text, rare) for text in texts]


def _gist(text: Text, rare: Mapping[str, float]) -> Gist:
    words = [word for sentence in text.sentences for word in sentence]
    names = [word for sentence in text.sentences for word in sentence[1:] if word[:1].isupper()]
    return Gist(
        words=weighted(counted(words), rare),
        names=weighted(counted(names), rare),
        lead=weighted(counted(word for sentence in text.sentences[:LEAD] for word in sentence), rare),
        numbers=weighted(Counter(word for word in words if word.isdigit() and len(word) < 4), rare),
        day=text.day.toordinal() if text.day else None,
    )


def of_texts(one: Gist, two: Gist) -> list[float]:
    """Give the columns of a pair of texts: words, names, lead, numbers (cosines), and the days between (log)."""
    days = math.log1p(abs(one.day - two.day)) if one.day is not None and two.day is not None else 0.0
    return [
        math.sqrt(cosine(one.words, two.words)),
        cosine(one.names, two.names),
        cosine(one.lead, two.lead),
        cosine(one.numbers, two.numbers),
        min(days, 6.0),
    ]


def points(texts: Sequence[Text]) -> list[Point]:
    """Prepare the mentions of texts for comparison, in order."""
    rare = rarity(counted(sentence) for text in texts for sentence in text.sentences)
    return [_point(at, mention, rare) for at, text in enumerate(texts) for mention in text.mentions]


def _point(at: int, mention: Mention, rare: Mapping[str, float]) -> Point:
    own, words = mention.text.split(), mention.sentence
    start = words.index(own[0]) if own[0] in words else 0
    near = [word for word in words[max(0, start - NEAR + 1) : start + NEAR + 1] if word not in own]
    return Point(
        text=at,
        lemma=base(head(mention.text)),
        surface=mention.text.casefold(),
        sentence=weighted(counted(word for word in words if word not in own), rare),
        near=weighted(counted(near), rare),
        names=frozenset(stem(word) for word in words[1:] if word[:1].isupper() and len(word) > 1),
    )


def one_beginning(one: str, two: str) -> bool:
    """Say whether two base forms begin alike, so that they may be forms of one word."""
    shared = next((at for at, (left, right) in enumerate(zip(one, two, strict=False)) if left != right), None)
    length = min(len(one), len(two)) if shared is None else shared
    return length >= 5 or (length >= 4 and length == min(len(one), len(two)))
