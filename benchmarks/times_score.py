"""The score of time expressions, as TempEval-3's scorer and HeidelTime's papers count.

Strict: the same first and last character. Lenient: they overlap. A value is right when it is the same string.
"Value F1" is TempEval-3's: of the lenient matches those with the right value, against all that was found (precision)
and all gold expressions (recall). Lenient pairs are made one to one in the order of the text for `lenient_value_f1`.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.timeml import Timex


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Right ones of those found and of the gold ones, and how many there are of each."""

    found_right: int = 0
    gold_right: int = 0
    found: int = 0
    gold: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        """Sum the counts of two texts."""
        return Counts(
            found_right=self.found_right + other.found_right,
            gold_right=self.gold_right + other.gold_right,
            found=self.found + other.found,
            gold=self.gold + other.gold,
        )

    @property
    def precision(self) -> float:
        """Give the share of what was found that is right."""
        return self.found_right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Give the share of the gold that was found."""
        return self.gold_right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Give the harmonic mean of both."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def compare(found: Sequence[Timex], gold: Sequence[Timex]) -> dict[str, Counts]:
    """Count one text by every way of counting."""
    same = {(one.start, one.end): one.value for one in gold}
    strict = [one for one in found if (one.start, one.end) in same]
    with_value = [one for one in strict if same[one.start, one.end] == one.value]
    pairs = paired(found, gold)
    valued = sum(one.value == other.value for one, other in pairs)
    return {
        "strict_f1": _both(len(strict), found, gold),
        "lenient_f1": Counts(
            found_right=sum(any(one.overlaps(other) for other in gold) for one in found),
            gold_right=sum(any(one.overlaps(other) for other in found) for one in gold),
            found=len(found),
            gold=len(gold),
        ),
        "strict_value_f1": _both(len(with_value), found, gold),
        "lenient_value_f1": _both(valued, found, gold),
        "value_f1": Counts(
            found_right=sum(any(one.overlaps(other) and one.value == other.value for other in gold) for one in found),
            gold_right=sum(any(one.overlaps(other) and one.value == other.value for other in found) for one in gold),
            found=len(found),
            gold=len(gold),
        ),
    }


def _both(right: int, found: Sequence[Timex], gold: Sequence[Timex]) -> Counts:
    return Counts(found_right=right, gold_right=right, found=len(found), gold=len(gold))


def paired(found: Sequence[Timex], gold: Sequence[Timex]) -> list[tuple[Timex, Timex]]:
    """Pair what overlaps, one to one: the same spans first, then in the order of the text."""
    pairs: list[tuple[Timex, Timex]] = []
    left, open_ = list(found), list(gold)
    for exact in (True, False):
        for one in tuple(left):
            fits = (other for other in open_ if (_same_span(one, other) if exact else one.overlaps(other)))
            if (other := next(fits, None)) is not None:
                pairs.append((one, other))
                left.remove(one)
                open_.remove(other)
    return pairs


def _same_span(one: Timex, other: Timex) -> bool:
    return (one.start, one.end) == (other.start, other.end)
