"""Claims grouped into occurrences: average-link agglomeration that honours what a person decided."""

import heapq
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

Scorer = Callable[[int, int], float]
Cluster = tuple[int, ...]


def cluster(
    count: int,
    *,
    edges: Iterable[tuple[int, int]],
    score: Scorer,
    ruled: Iterable[tuple[int, int]] = (),
    same: Iterable[tuple[int, int]] = (),
    different: Iterable[tuple[int, int]] = (),
    barred: float = -12.0,
) -> list[Cluster]:
    """Group 0..count-1 so that the mean score between what is joined is above 0, the surest joined first.

    `edges` are the pairs to start from; `ruled` and then `same` pairs are joined whatever the score says, `different`
    pairs and pairs that score `barred` or less never are. Ties go to the smaller numbers, so the result does not
    depend on the order of `edges`.
    """
    apart = _symmetric(different)
    groups = _seeds(count, (ruled, same), apart)
    return _Agglomeration(groups, score, apart, barred).run(edges)


class _Agglomeration:
    """The state of one run: groups that are alive, and the sum of scores between neighbouring groups."""

    def __init__(
        self, groups: list[Cluster], score: Scorer, apart: Mapping[int, frozenset[int]], barred: float
    ) -> None:
        self.groups: dict[int, Cluster] = {group[0]: group for group in groups}
        self.home = {one: group[0] for group in groups for one in group}
        self.score, self.apart, self.barred = score, apart, barred
        self.sums: dict[int, dict[int, float | None]] = defaultdict(dict)

    def run(self, edges: Iterable[tuple[int, int]]) -> list[Cluster]:
        for left, right in {self._homes(i, j) for i, j in edges}:
            if left != right:
                self._link(left, right)
        queue = [
            entry
            for left in self.sums
            for right in self.sums[left]
            if left < right
            for entry in self._entry(left, right)
        ]
        heapq.heapify(queue)
        while queue:
            mean, left, right, sizes = heapq.heappop(queue)
            if sizes == self._sizes(left, right) and mean < 0:
                for entry in self._merge(left, right):
                    heapq.heappush(queue, entry)
        return sorted(self.groups.values())

    def _homes(self, i: int, j: int) -> tuple[int, int]:
        left, right = sorted((self.home[i], self.home[j]))
        return left, right

    def _sizes(self, left: int, right: int) -> tuple[int, int]:
        return len(self.groups.get(left, ())), len(self.groups.get(right, ()))

    def _entry(self, left: int, right: int) -> list[tuple[float, int, int, tuple[int, int]]]:
        total = self.sums[left].get(right)
        if total is None or total <= 0:
            return []
        sizes = self._sizes(left, right)
        return [(-total / (sizes[0] * sizes[1]), left, right, sizes)]

    def _link(self, left: int, right: int) -> None:
        self.sums[left][right] = self.sums[right][left] = self._total(left, right)

    def _total(self, left: int, right: int) -> float | None:
        """Sum the scores between two groups; None when any pair of them may not be joined."""
        total = 0.0
        for i in self.groups[left]:
            forbidden = self.apart.get(i, frozenset())
            for j in self.groups[right]:
                one = self.score(i, j)
                if j in forbidden or one <= self.barred:
                    return None
                total += one
        return total

    def _merge(self, left: int, right: int) -> list[tuple[float, int, int, tuple[int, int]]]:
        around = sorted((self.sums[left].keys() | self.sums[right].keys()) - {left, right})
        totals = {other: self._joined(left, right, other) for other in around}
        self.groups[left] = tuple(sorted(self.groups[left] + self.groups.pop(right)))
        for other in self.sums.pop(right):
            self.sums[other].pop(right, None)
        self.sums[left].pop(right, None)
        for other, total in totals.items():
            self.sums[left][other] = self.sums[other][left] = total
        return [entry for other in around for entry in self._entry(*sorted((left, other)))]

    def _joined(self, left: int, right: int, other: int) -> float | None:
        parts = [
            self.sums[side][other] if other in self.sums[side] else self._total(side, other) for side in (left, right)
        ]
        return None if parts[0] is None or parts[1] is None else parts[0] + parts[1]


def _seeds(
    count: int, pairs: Iterable[Iterable[tuple[int, int]]], apart: Mapping[int, frozenset[int]]
) -> list[Cluster]:
    """Join pairs, the surest lists of them first; a pair that would join two that must be apart is left out."""
    home = list(range(count))
    members: dict[int, list[int]] = {i: [i] for i in home}
    for i, j in (pair for listed in pairs for pair in sorted({(min(one), max(one)) for one in listed})):
        left, right = sorted((home[i], home[j]))
        if left == right or any(apart.get(one, frozenset()) & set(members[right]) for one in members[left]):
            continue
        for one in members[right]:
            home[one] = left
        members[left] += members.pop(right)
    return [tuple(sorted(group)) for _, group in sorted(members.items())]


def _symmetric(pairs: Iterable[tuple[int, int]]) -> dict[int, frozenset[int]]:
    found: dict[int, set[int]] = defaultdict(set)
    for i, j in pairs:
        found[i].add(j)
        found[j].add(i)
    return {one: frozenset(others) for one, others in found.items()}


def numbered(pairs: Iterable[tuple[str, str]], keys: Sequence[str]) -> list[tuple[int, int]]:
    """Turn pairs of keys into pairs of their places in `keys`; pairs with an unknown key are left out."""
    at = {key: i for i, key in enumerate(keys)}
    return [(at[left], at[right]) for left, right in pairs if left in at and right in at]
