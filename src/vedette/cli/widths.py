"""How wide each column of a table may be."""

from collections.abc import Sequence
from dataclasses import dataclass

GAP = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The head of a column. `least` is the width below which it is no use; where not all fit, high `rank` goes first.

    `right` sets numbers to the right.
    """

    name: str
    least: int
    rank: int = 0
    right: bool = False


def fitting(heads: Sequence[Head], natural: Sequence[int], width: int) -> list[int]:
    """Give the numbers of the columns that find room in `width`, in their order; one that is always empty goes too.

    `natural` is the width that each column's widest cell would take (0: all empty), in columns of the terminal.
    """
    kept = [n for n in range(len(heads)) if natural[n] or heads[n].rank == 0]
    while len(kept) > 1 and sum(_base(heads[n], natural[n]) for n in kept) + GAP * (len(kept) - 1) > width:
        kept.remove(max(kept, key=lambda n: (heads[n].rank, n)))
    return kept


def shares(heads: Sequence[Head], natural: Sequence[int], width: int) -> list[int]:
    """Share `width` out: each column gets its least, then all that want more get the same share of what is left."""
    given = [min(_base(head, wish), width) for head, wish in zip(heads, natural, strict=True)]
    left = width - GAP * (len(heads) - 1) - sum(given)
    while left > 0 and (hungry := [n for n in range(len(heads)) if given[n] < natural[n]]):
        share = max(1, left // len(hungry))
        for n in hungry[:left]:
            more = min(share, natural[n] - given[n])
            given[n], left = given[n] + more, left - more
    return given


def _base(head: Head, natural: int) -> int:
    return max(len(head.name), min(head.least, natural))
