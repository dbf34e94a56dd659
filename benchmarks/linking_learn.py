"""Weights learnt for pairs (logistic regression), and grouping by the mean of their scores."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from itertools import combinations
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.linking_pairs import TELLING, Gist, Point, of_mentions, of_texts
from benchmarks.linking_texts import Text
from vedette.linking.cluster import Cluster, cluster

STEPS = 60  # of Newton's method, which settles in about ten
APART = -50.0
UNLIKE = -1.5  # the score of two mentions whose words are not alike
MOST = 3.0


@dataclass(frozen=True, slots=True)
class Weights:
    """A weight for each column, and what is added: above 0 speaks for one and the same."""

    columns: tuple[float, ...]
    start: float

    def score(self, columns: Sequence[float]) -> float:
        """Give the log-odds of a pair."""
        return self.start + sum(weight * value for weight, value in zip(self.columns, columns, strict=True))

    def to_json(self) -> dict[str, Any]:
        """Give the JSON object that `from_json` reads."""
        return asdict(self)


def from_json(row: dict[str, Any]) -> Weights:
    """Read weights."""
    return Weights(columns=tuple(row["columns"]), start=row["start"])


def learn(rows: Sequence[Sequence[float]], same: Sequence[bool], *, strength: float) -> Weights:
    """Fit a logistic regression with an L2 penalty of 1/strength by Newton's method; the start is not penalised."""
    inputs: NDArray[np.float64] = np.hstack([np.asarray(rows, dtype=float), np.ones((len(rows), 1))])
    wanted, weights = np.asarray(same, dtype=float), np.zeros(inputs.shape[1])
    penalty = np.append(np.full(inputs.shape[1] - 1, 1 / strength), 1e-6)
    for _ in range(STEPS):
        odds = 1 / (1 + np.exp(-np.clip(inputs @ weights, -30, 30)))
        slope = inputs.T @ (odds - wanted) + penalty * weights
        bend = (inputs * (odds * (1 - odds))[:, None]).T @ inputs + np.diag(penalty)
        step = np.linalg.solve(bend, slope)
        weights -= step
        if np.abs(step).max() < 1e-8:
            break
    return Weights(columns=tuple(float(weight) for weight in weights[:-1].round(4)), start=round(float(weights[-1]), 4))


def learn_texts(texts: Sequence[Text], kept: Sequence[Gist], *, strength: float = 10.0) -> Weights:
    """Learn from all pairs of texts whether they tell one incident."""
    pairs = list(combinations(range(len(texts)), 2))
    return learn(
        [of_texts(kept[i], kept[j]) for i, j in pairs],
        [texts[i].incident == texts[j].incident for i, j in pairs],
        strength=strength,
    )


def group_texts(kept: Sequence[Gist], weights: Weights, *, least: float) -> list[Cluster]:
    """Group texts so that the mean score within a group is above `least`."""

    def score(i: int, j: int) -> float:
        return max(-8.0, min(8.0, weights.score(of_texts(kept[i], kept[j])))) - least

    return _grouped(len(kept), combinations(range(len(kept)), 2), score)


def group_mentions(kept: Sequence[Point], stories: Sequence[int], weights: Weights, *, least: float) -> list[Cluster]:
    """Group mentions within the group of texts (`stories`, one a text) that they stand in."""

    def score(i: int, j: int) -> float:
        if stories[kept[i].text] != stories[kept[j].text]:
            return APART
        columns = of_mentions(kept[i], kept[j])
        told = any(columns[: len(TELLING)])
        return (max(-MOST, min(MOST, weights.score(columns))) if told else UNLIKE) - least

    return _grouped(len(kept), combinations(range(len(kept)), 2), score)


def _grouped(count: int, pairs: Iterable[tuple[int, int]], score: Callable[[int, int], float]) -> list[Cluster]:
    seen: dict[tuple[int, int], float] = {}

    def once(i: int, j: int) -> float:
        pair = (i, j) if i < j else (j, i)
        if pair not in seen:
            seen[pair] = score(*pair)
        return seen[pair]

    return cluster(count, edges=[pair for pair in pairs if once(*pair) > 0], score=once, barred=APART / 2)
