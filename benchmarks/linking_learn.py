"""Weights learnt for pairs (logistic regression), and grouping by the mean of their scores."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from itertools import combinations
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.linking_pairs import Gist, of_texts
from benchmarks.linking_texts import Text
from vedette.linking.cluster import Cluster, cluster

STEPS = 60  # of Newton's method, which settles in about ten
APART = -25.0
MOST = 8.0


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
    return group_pairs(len(kept), lambda i, j: of_texts(kept[i], kept[j]), weights, least=least)


def group_pairs(
    count: int, columns: Callable[[int, int], list[float]], weights: Weights, *, least: float
) -> list[Cluster]:
    """Group what pairs are told of by columns so that the mean score within a group is above `least`."""

    @cache
    def once(i: int, j: int) -> float:
        return max(-MOST, min(MOST, weights.score(columns(i, j)))) - least

    def score(i: int, j: int) -> float:
        return once(min(i, j), max(i, j))

    edges = [pair for pair in combinations(range(count), 2) if score(*pair) > 0]
    return cluster(count, edges=edges, score=score, barred=APART)
