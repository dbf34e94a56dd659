"""What speaks for two texts telling one incident, and for two mentions meaning one happening, as numbers to weigh."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from benchmarks.linking_texts import Mention, Text
from benchmarks.linking_words import Bag, alike, base, cosine, counted, head, rarity, stem, weighted

LEAD = 4  # sentences
NEAR = 5  # words on either side of a mention
TELLING = ("same", "alike", "prefix")  # the first columns of a mention pair: without one of them no pair is joined
_SAYING = frozenset(base(word) for word in ("say", "tell", "announce", "report", "accord", "confirm"))


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


def of_mentions(one: Point, two: Point) -> list[float]:
    """Give the columns of a pair of mentions: how their words are alike (see TELLING), and what is round them."""
    same = one.lemma == two.lemma
    like = not same and bool(alike().get(one.lemma, frozenset()) & alike().get(two.lemma, frozenset()))
    prefix = not (same or like) and _one_beginning(one.lemma, two.lemma)
    any_, near, sentence = same or like or prefix, cosine(one.near, two.near), cosine(one.sentence, two.sentence)
    saying, one_text = one.lemma in _SAYING or two.lemma in _SAYING, one.text == two.text
    columns = (
        *(same, like, prefix, sentence, near, one_text, any_ * sentence, any_ * near, saying * same),
        *(saying * same * near, one.surface == two.surface, bool(one.names & two.names), any_ * one_text),
    )
    return [float(column) for column in columns]


def _one_beginning(one: str, two: str) -> bool:
    shared = next((at for at, (left, right) in enumerate(zip(one, two, strict=False)) if left != right), None)
    length = min(len(one), len(two)) if shared is None else shared
    return length >= 5 or (length >= 4 and length == min(len(one), len(two)))
