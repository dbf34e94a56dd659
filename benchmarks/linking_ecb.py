"""Mentions of ECB+ by cross-validation over topics: what a fold is told by comes from the topics of the others."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from benchmarks.coref_score import clusters_of, conll
from benchmarks.linking_boosted import Boosted, grouped
from benchmarks.linking_columns import Floats, Topic, mention_columns, text_columns, topic_of
from benchmarks.linking_learn import Weights, group_pairs, learn
from benchmarks.linking_pairs import of_texts
from benchmarks.linking_texts import Text

FOLDS = 5
LEAST_TEXTS = -1.0  # score from which groups of texts are joined: recall is dearer
CUTS = (-0.4, -0.7, -1.0, -1.3)  # scores from which groups of mentions may be joined


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A topic with the columns of its pairs of texts and of mentions; `beside` marks pairs within one gold incident."""

    topic: Topic
    of_texts: dict[tuple[int, int], list[float]]
    of_mentions: Floats
    same: NDArray[np.bool_]
    beside: NDArray[np.bool_]

    @property
    def names(self) -> list[str]:
        """The names of the mentions, in order."""
        return [mention.name for text in self.topic.texts for mention in text.mentions]


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What the models of the other folds say of a topic: the group of each text, the score of each pair of mentions."""

    groups: dict[int, int]
    scores: Floats


def crossed(texts: Sequence[Text]) -> tuple[dict[str, str], dict[str, str]]:
    """Give each mention its group, and each text its group."""
    by_topic: dict[str, list[Text]] = defaultdict(list)
    for text in texts:
        by_topic[text.topic].append(text)
    made = {name: made_of(topic_of(ones)) for name, ones in by_topic.items()}
    folds = [[name for name in made if fold_of(name) == number] for number in range(FOLDS)]
    said = {name: one for held in folds for name, one in _said(held, made).items()}
    found: dict[str, str] = {}
    for held in folds:
        cut = _cut([name for name in made if name not in held], made, said)
        found.update(_mentions(held, made, said, cut))
    stories = {
        text.name: f"{name}/{said[name].groups[at]}"
        for name, one in made.items()
        for at, text in enumerate(one.topic.texts)
    }
    return found, stories


def fold_of(topic: str) -> int:
    """Give the fold of a topic."""
    return crc32(topic.encode()) % FOLDS


def made_of(topic: Topic) -> Made:
    """Reckon all columns of a topic."""
    one, two = np.triu_indices(len(topic.points), 1)
    chains = np.array([mention.chain for text in topic.texts for mention in text.mentions])
    told = np.array([topic.texts[at].incident for at in topic.own])
    return Made(
        topic=topic,
        of_texts={
            (i, j): of_texts(topic.gists[i], topic.gists[j]) + text_columns(topic, i, j)
            for i, j in combinations(range(len(topic.texts)), 2)
        },
        of_mentions=mention_columns(topic)[one, two],
        same=chains[one] == chains[two],
        beside=told[one] == told[two],
    )


def _said(held: Sequence[str], made: Mapping[str, Made]) -> dict[str, Held]:
    """Score the held topics with what the others taught."""
    if not held:
        return {}
    learnt = [one for name, one in made.items() if name not in held]
    groups, pairs = _learn_texts(learnt), _learn_mentions(learnt)
    return {
        name: Held(groups=_stories(made[name], groups), scores=pairs.score(made[name].of_mentions)) for name in held
    }


def _learn_texts(learnt: Sequence[Made]) -> Weights:
    return learn(
        [columns for one in learnt for columns in one.of_texts.values()],
        [one.topic.texts[i].incident == one.topic.texts[j].incident for one in learnt for i, j in one.of_texts],
        strength=10.0,
    )


def _learn_mentions(learnt: Sequence[Made]) -> Boosted:
    return Boosted(
        np.concatenate([one.of_mentions[one.beside] for one in learnt]),
        np.concatenate([one.same[one.beside] for one in learnt]),
    )


def _stories(one: Made, weights: Weights) -> dict[int, int]:
    def columns(i: int, j: int) -> list[float]:
        return one.of_texts[i, j]

    return clusters_of(group_pairs(len(one.topic.texts), columns, weights, least=LEAST_TEXTS))


def _cut(names: Sequence[str], made: Mapping[str, Made], said: Mapping[str, Held]) -> float:
    """Choose the cut that does best on the topics of the other folds, each scored by models that had not seen it."""
    gold = {
        mention.name: mention.chain for name in names for text in made[name].topic.texts for mention in text.mentions
    }
    return max(CUTS, key=lambda cut: conll(gold, _mentions(names, made, said, cut)))


def _mentions(names: Sequence[str], made: Mapping[str, Made], said: Mapping[str, Held], cut: float) -> dict[str, str]:
    found: dict[str, str] = {}
    for name in names:
        homes = [said[name].groups[at] for at in made[name].topic.own.tolist()]
        numbers = grouped(said[name].scores, homes, least=cut)
        found.update({one: f"{name}/{number}" for one, number in zip(made[name].names, numbers, strict=True)})
    return found
