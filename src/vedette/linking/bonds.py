"""Who is the same as whom, and who is not: what pairs of decisions come to when they are followed from one to the
next."""

from collections.abc import Collection, Iterable
from itertools import combinations, pairwise

from vedette.model import Decision, Verdict

PAIRS = (Verdict.SAME, Verdict.DIFFERENT)


class Bonds:
    """Groups of claims that are the same, and pairs of groups that are not.

    Decisions are taken newest first: one that contradicts what is known already, at any remove, does not count as far
    as it does so.
    """

    def __init__(self) -> None:
        self.same: set[tuple[str, str]] = set()
        self.different: set[tuple[str, str]] = set()
        self._group: dict[str, str] = {}
        self._members: dict[str, set[str]] = {}
        self._apart: dict[str, set[str]] = {}

    def take(self, decision: Decision) -> None:
        """Take in a decision older than all before."""
        subjects = list(dict.fromkeys(decision.subjects))
        if decision.verdict is Verdict.SAME:
            for at, one in enumerate(subjects[1:], start=1):
                any(self._join(one, other) for other in subjects[:at])  # the first that it may be joined to will do
        elif decision.verdict is Verdict.DIFFERENT:
            for one, other in combinations(subjects, 2):
                self._part(one, other)

    def all_different(self) -> frozenset[tuple[str, str]]:
        """Give every pair that may not be one: who differs from one of a group differs from all of it."""
        return frozenset(
            _pair(one, other)
            for left, right in self.different
            for one in self._members[self._of(left)]
            for other in self._members[self._of(right)]
        )

    def _join(self, one: str, other: str) -> bool:
        left, right = self._of(one), self._of(other)
        if right in self._apart[left]:
            return False
        self.same.add(_pair(one, other))
        if left != right:
            self._merge(left, right)
        return True

    def _merge(self, left: str, right: str) -> None:
        self._members[left] |= self._members.pop(right)
        self._group.update(dict.fromkeys(self._members[left], left))
        for other in self._apart.pop(right):
            self._apart[other].discard(right)
            self._apart[other].add(left)
            self._apart[left].add(other)

    def _part(self, one: str, other: str) -> None:
        left, right = self._of(one), self._of(other)
        if left != right:
            self.different.add(_pair(one, other))
            self._apart[left].add(right)
            self._apart[right].add(left)

    def _of(self, one: str) -> str:
        group = self._group.setdefault(one, one)
        self._members.setdefault(group, {one})
        self._apart.setdefault(group, set())
        return group


def chained(same: Iterable[tuple[str, str]], keys: Collection[str]) -> list[tuple[str, str]]:
    """Give pairs of `keys` alone that join what `same` joins, also by way of what is not among them."""
    home: dict[str, str] = {}
    groups: dict[str, set[str]] = {}
    for one, other in sorted(same):
        left, right = (home.setdefault(key, key) for key in (one, other))
        groups.setdefault(left, {left})
        if left != right:
            groups[left] |= groups.pop(right, {right})
            home.update(dict.fromkeys(groups[left], left))
    held = set(keys)
    return [pair for _, group in sorted(groups.items()) for pair in pairwise(sorted(group & held))]


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)
