"""Batches of like length in an order that depends on seed and epoch alone."""

import random
from collections.abc import Sequence
from typing import Protocol

from training.features import Batch, Ints, Sample, collate


class Row(Protocol):
    """What has pieces."""

    @property
    def ids(self) -> Ints: ...


def batches(samples: Sequence[Row], *, tokens: int, seed: int, epoch: int) -> list[list[int]]:
    """Group the numbers of `samples` so that no batch holds more than `tokens` pieces, padding included.

    A length is disturbed a little before sorting, so that the same sentences do not meet in every epoch.
    """
    rng = random.Random(f"{seed} {epoch}")
    order = sorted(range(len(samples)), key=lambda n: len(samples[n].ids) * rng.uniform(0.9, 1.1))
    groups: list[list[int]] = []
    longest = 0
    for number in order:
        longest = max(longest, len(samples[number].ids))
        if not groups or (len(groups[-1]) + 1) * longest > tokens:
            groups.append([])
            longest = len(samples[number].ids)
        groups[-1].append(number)
    rng.shuffle(groups)
    return groups


def batch_of(samples: Sequence[Sample], numbers: Sequence[int]) -> Batch:
    """Stack the samples of one group."""
    return collate([samples[number] for number in numbers])
