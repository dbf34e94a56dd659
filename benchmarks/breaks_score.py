"""How found change points agree with several people's: F1 and covering as in van den Burg and Williams 2020."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

import numpy as np


def f_measure(annotations: dict[str, list[int]], found: Sequence[int], *, margin: int) -> float:
    """Count step 0 as a change point of all; precision against any person's points, recall the mean of theirs."""
    ours = {0, *found}
    people = [{0, *theirs} for theirs in annotations.values()]
    precision = len(_hits(set().union(*people), ours, margin)) / len(ours)
    recall = float(np.mean([len(_hits(theirs, ours, margin)) / len(theirs) for theirs in people]))
    return 2 * precision * recall / (precision + recall)


def covering(annotations: dict[str, list[int]], found: Sequence[int], *, n: int) -> float:
    """Give the mean over people of how well their stretches are covered by the best overlap (Jaccard) of ours."""
    ours = _stretches(found, n)
    return float(np.mean([_cover(_stretches(theirs, n), ours, n) for theirs in annotations.values()]))


def _hits(true: set[int], found: set[int], margin: int) -> set[int]:
    """Match each true point to the nearest found one that is still free."""
    free, hits = set(found), set()
    for point in sorted(true):
        near = [(abs(point - other), other) for other in free if abs(point - other) <= margin]
        if near:
            free.remove(min(near)[1])
            hits.add(point)
    return hits


def _stretches(cuts: Iterable[int], n: int) -> list[tuple[int, int]]:
    edges = [*sorted({0, *(cut for cut in cuts if 0 < cut < n)}), n]
    return list(pairwise(edges))


def _cover(true: list[tuple[int, int]], found: list[tuple[int, int]], n: int) -> float:
    return sum((b - a) * max(_overlap((a, b), other) for other in found) for a, b in true) / n


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> float:
    shared = max(min(one[1], other[1]) - max(one[0], other[0]), 0)
    return shared / (one[1] - one[0] + other[1] - other[0] - shared)
