"""How many die in an act: a law for each side, drawn from the figures of the record, with a heavy tail.

The body of a law is what the record says of each act: its best figure (half of the weight), its low and its high one
(a quarter each; an open high figure counts as twice the best). A side with few acts borrows from all sides, as by
`_BORROWED` acts. Above the tail's start the dead follow Pareto's law, whose exponent is Hill's estimate drawn towards
1.38, the value that Clauset, Young and Gleditsch (2007, J. Conflict Resolution 51:58) found for the severity of
attacks worldwide, as by `_PRIOR` acts. It is cut off at `most`, so that its mean exists: at ten times the greatest toll
of the record if up to ten acts killed, at fewer times the more did (by the square root), at least twice.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from vedette.measuring.events import Floats, Ints

EXPONENT = 1.38
_PRIOR, _BORROWED, _TAIL_FROM, _MOST_TIMES = 10.0, 5.0, 5.0, 10.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """What the record says of the dead of one act: low <= best <= high (None: open upwards)."""

    low: float
    best: float
    high: float | None

    @property
    def spread(self) -> tuple[tuple[float, float], ...]:
        """Values with their weights, of sum 1."""
        high = max(2 * self.best, self.best + 1) if self.high is None else self.high
        return (self.low, 0.25), (self.best, 0.5), (max(high, self.best), 0.25)


@dataclass(frozen=True, slots=True, kw_only=True)
class TollLaw:
    """The law of the dead of one act: `values` at the rising probabilities `upto`, above them a Pareto tail."""

    values: Floats
    upto: Floats
    tail_from: float
    exponent: float
    most: float
    acts: int

    def at(self, u: Floats) -> Ints:
        """Give the dead at the quantiles u."""
        body = np.searchsorted(self.upto, u, side="right")
        made = self.values[np.minimum(body, len(self.values) - 1)]
        end = float(self.upto[-1])
        if end < 1:
            beyond = u >= end
            made[beyond] = self._tail((u[beyond] - end) / (1 - end))
        return np.rint(made).astype(np.int64)

    @property
    def mean(self) -> float:
        """The mean number of dead of one act."""
        return float(self.at((np.arange(20_000) + 0.5) / 20_000).mean())

    @property
    def deadly(self) -> float:
        """The probability that an act kills anybody."""
        return float((self.at((np.arange(20_000) + 0.5) / 20_000) > 0).mean())

    def _tail(self, u: Floats) -> Floats:
        """Invert Pareto's law from `tail_from`, cut off at `most`."""
        cut = 1 - (self.tail_from / self.most) ** self.exponent
        return np.asarray(self.tail_from * (1 - u * cut) ** (-1 / self.exponent))


def toll_laws(figures: Sequence[Sequence[Figure]]) -> tuple[TollLaw, ...]:
    """Make a law for each side of the figures of its acts; sides with few acts borrow from all sides together."""
    pooled = [one for side in figures for one in side] or [Figure(low=0, best=0, high=0)]
    deadly = np.array([one.best for one in pooled if one.best > 0])
    start = max(_TAIL_FROM, float(np.quantile(deadly, 0.8))) if deadly.size else _TAIL_FROM
    tail = deadly[deadly >= start]
    exponent = (tail.size + _PRIOR) / (float(np.log(tail / start).sum()) + _PRIOR / EXPONENT)
    times = np.clip(_MOST_TIMES * np.sqrt(_MOST_TIMES / max(deadly.size, 1)), 2.0, _MOST_TIMES)
    most = float(times) * max(float(deadly.max(initial=0)), start)
    return tuple(_law(list(side), pooled, start=start, exponent=exponent, most=most) for side in figures)


def _law(own: list[Figure], pooled: list[Figure], *, start: float, exponent: float, most: float) -> TollLaw:
    weights: dict[float, float] = {}
    for figures, share in ((own, len(own)), (pooled, _BORROWED)):
        for value, weight in (pair for one in figures for pair in one.spread):
            part = weight * share / len(figures) / (len(own) + _BORROWED)
            weights[value] = weights.get(value, 0.0) + part
    body = sorted(value for value in weights if value < start)
    upto = np.cumsum([weights[value] for value in body])
    if len(body) == len(weights):
        upto[-1] = 1.0
    return TollLaw(values=np.array(body), upto=upto, tail_from=start, exponent=exponent, most=most, acts=len(own))
