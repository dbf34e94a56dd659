"""What speaks for two mentions of one topic meaning one happening, as a table of numbers for all pairs."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from benchmarks.linking_pairs import SAYING, Gist, Point, gists, one_beginning, points
from benchmarks.linking_states import ROLES, Told, told
from benchmarks.linking_texts import Text
from benchmarks.linking_words import alike

Floats = NDArray[np.float64]
LEAD = 4  # sentences
FAR = 9  # sentences from the start of a text; what stands later stands there


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """The texts of a topic with all that is compared of them; `own` is the number of each mention's text."""

    texts: Sequence[Text]
    gists: list[Gist]
    points: list[Point]
    told: list[Told]
    means: Floats  # texts x texts: cosine of mean states
    leads: Floats  # the same of the first sentences
    best: Floats  # mean of each sentence's best match in the other text
    own: NDArray[np.int64]


def topic_of(texts: Sequence[Text]) -> Topic:
    """Prepare the texts of a topic for comparison."""
    read = [told(text) for text in texts]
    middle = np.concatenate([sentences for _, sentences in read]).mean(axis=0)
    turned = [_unit(sentences - middle) for _, sentences in read]
    points_ = points(texts)
    return Topic(
        texts=texts,
        gists=gists(texts),
        points=points_,
        told=[one for mentions, _ in read for one in mentions],
        means=_products(np.array([one.mean(axis=0) for one in turned])),
        leads=_products(np.array([one[:LEAD].mean(axis=0) for one in turned])),
        best=np.array([[_match(one, two) for two in turned] for one in turned]),
        own=np.array([point.text for point in points_]),
    )


def _match(one: Floats, two: Floats) -> float:
    cosines = one @ two.T
    return float(cosines.max(axis=1).mean() + cosines.max(axis=0).mean()) / 2


def _unit(vectors: Floats) -> Floats:
    lengths = np.linalg.norm(vectors, axis=-1, keepdims=True)
    return vectors / np.where(lengths > 0, lengths, 1.0)


def _products(vectors: Floats) -> Floats:
    turned = _unit(vectors)
    return turned @ turned.T


def text_columns(topic: Topic, i: int, j: int) -> list[float]:
    """Give the columns of a pair of texts that their states tell."""
    return [float(table[i, j]) for table in (topic.means, topic.leads, topic.best)]


def mention_columns(topic: Topic) -> Floats:
    """Give the columns of all pairs of mentions; shape (mentions, mentions, columns), alike in both orders."""
    columns = [*_words(topic.points), *_places(topic), *_texts(topic), *_states(topic.told), *_roles(topic.told)]
    return np.stack([np.asarray(column, dtype=np.float32) for column in columns], axis=-1)


def _words(mentions: Sequence[Point]) -> list[Floats]:
    """Compare the words of mentions, their sentences, the words near them and the names of their sentences."""
    names = _shared([dict.fromkeys(one.names, 1.0) for one in mentions])
    counts = np.diag(names)
    surfaces = np.array([one.surface for one in mentions])
    saying, long = (np.array(values, dtype=float) for values in zip(*map(_form, mentions), strict=True))
    ing = np.array([surface.endswith("ing") for surface in surfaces], dtype=float)
    return [
        _relations([one.lemma for one in mentions]),
        _shared([_letters(one.surface) for one in mentions]),
        _shared([one.sentence for one in mentions]),
        _shared([one.near for one in mentions]),
        names,
        names / np.maximum(counts[:, None] + counts - names, 1),
        *_both(counts)[:1],
        (surfaces[:, None] == surfaces).astype(float),
        _both(saying)[1],
        *_both(long),
        np.abs(ing[:, None] - ing),
    ]


def _form(one: Point) -> tuple[bool, int]:
    return one.lemma in SAYING, len(one.surface.split())


def _relations(lemmas: Sequence[str]) -> Floats:
    """Give 3 for the same lemma, 2 for like ones, 1 for those of one beginning, 0 for others."""
    kinds = list(dict.fromkeys(lemmas))
    table = np.array([[_relation(one, two) for two in kinds] for one in kinds], dtype=float)
    at = [kinds.index(lemma) for lemma in lemmas]
    relations: Floats = table[np.ix_(at, at)]
    return relations


def _relation(one: str, two: str) -> int:
    if one == two:
        return 3
    if alike().get(one, frozenset()) & alike().get(two, frozenset()):
        return 2
    return int(one_beginning(one, two))


def _letters(surface: str) -> Mapping[str, float]:
    """Give the weights (length 1) of the runs of three letters of a word."""
    marked = f"^{surface}$"
    runs = Counter(marked[at : at + 3] for at in range(len(surface)))
    length = sum(count * count for count in runs.values()) ** 0.5
    return {run: count / length for run, count in runs.items()}


def _places(topic: Topic) -> list[Floats]:
    """Compare where mentions stand, and how common their lemmas are in the topic and in their texts."""
    lemmas = [one.lemma for one in topic.points]
    in_text = Counter(zip(topic.own.tolist(), lemmas, strict=True))
    texts = Counter(lemma for _, lemma in in_text)
    common, mentions = Counter(lemmas), [one for text in topic.texts for one in text.mentions]
    at = [
        min(next((n for n, words in enumerate(text.sentences) if words == one.sentence), FAR), FAR)
        for text in topic.texts
        for one in text.mentions
    ]
    sentences = np.array([hash((text, one.sentence)) for text, one in zip(topic.own.tolist(), mentions, strict=True)])
    return [
        (topic.own[:, None] == topic.own).astype(float),
        (sentences[:, None] == sentences).astype(float),
        *_both([common[lemma] / len(lemmas) for lemma in lemmas]),
        *_both([texts[lemma] / len(topic.texts) for lemma in lemmas]),
        *_both([in_text[key] for key in zip(topic.own.tolist(), lemmas, strict=True)]),
        *_both(at),
    ]


def _texts(topic: Topic) -> list[Floats]:
    """Compare the texts in which mentions stand."""
    words = np.sqrt(_shared([one.words for one in topic.gists]))
    tables = [words, *(_shared([getattr(one, part) for one in topic.gists]) for part in ("names", "lead", "numbers"))]
    tables += [_ranks(words), topic.means, topic.leads, topic.best, _ranks(topic.best)]
    return [table[np.ix_(topic.own, topic.own)] for table in tables]


def _ranks(table: Floats) -> Floats:
    """Give how many texts each text has nearer to it, as a share, the mean of both ways."""
    places = np.argsort(np.argsort(-table, axis=1), axis=1) / len(table)
    return (places + places.T) / 2


def _states(mentions: Sequence[Told]) -> list[Floats]:
    types = np.array([one.types for one in mentions])
    states = [np.array([getattr(one, part) for one in mentions]) for part in ("state", "around")]
    return [
        *(_products(vectors - vectors.mean(axis=0)) for vectors in states),
        np.sqrt(types) @ np.sqrt(types).T,
        _both(types.sum(axis=1))[0],
    ]


def _roles(mentions: Sequence[Told]) -> list[Floats]:
    """Give, for each role, how many words of it two mentions share, and the share of the shorter; -1: one has none."""
    found: list[Floats] = []
    for role in ROLES:
        shared = _shared([dict.fromkeys(one.roles.get(role, ()), 1.0) for one in mentions])
        least = _both(np.diag(shared))[0]
        found += [np.where(least > 0, shared / np.maximum(least, 1), -1.0), shared]
    return found


def _both(values: Iterable[float]) -> list[Floats]:
    """Give the lesser and the greater value of each pair."""
    column = np.asarray(list(values), dtype=float)
    ways: list[Callable[..., Floats]] = [np.minimum, np.maximum]
    return [way(column[:, None], column) for way in ways]


def _shared(bags: Sequence[Mapping[str, float]]) -> Floats:
    """Give the products of all pairs of weighted bags."""
    words = {word: at for at, word in enumerate(sorted({word for bag in bags for word in bag}))}
    table = np.zeros((len(bags), max(len(words), 1)))
    for row, bag in zip(table, bags, strict=True):
        for word, weight in bag.items():
            row[words[word]] = weight
    return table @ table.T
