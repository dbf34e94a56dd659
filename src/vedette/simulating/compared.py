"""How often a threshold is crossed, with and without the changes, and how sure the simulation is of that."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from vedette.simulating.threshold import Threshold

_Z = 1.959963984540054


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """A probability by simulation: the share of `runs` with its standard error, and Wilson's 95 % interval."""

    p: float
    error: float
    low: float
    high: float
    runs: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Crossing:
    """A threshold: the probability of crossing it without (`still`) and with the changes, and the paired difference."""

    line: Threshold
    still: Share
    changed: Share
    difference: float
    difference_error: float

    @property
    def clear(self) -> bool:
        """Whether the difference is larger than sampling error alone explains (95 %)."""
        return abs(self.difference) > _Z * self.difference_error and self.difference != 0


def share(crossed: NDArray[np.bool_]) -> Share:
    """Give the share of runs that cross, with its sampling error; none of n still leaves up to about 3.8 / n."""
    n, p = len(crossed), float(crossed.mean())
    middle = (p + _Z**2 / (2 * n)) / (1 + _Z**2 / n)
    half = _Z * sqrt(p * (1 - p) / n + _Z**2 / (4 * n**2)) / (1 + _Z**2 / n)
    return Share(p=p, error=sqrt(p * (1 - p) / n), low=max(middle - half, 0.0), high=min(middle + half, 1.0), runs=n)


def compared(line: Threshold, still: NDArray[np.bool_], changed: NDArray[np.bool_]) -> Crossing:
    """Compare the same runs without and with the changes: the error of the difference is that of the pairs."""
    pairs = changed.astype(np.float64) - still
    error = float(pairs.std(ddof=1)) / sqrt(len(pairs))
    return Crossing(
        line=line, still=share(still), changed=share(changed), difference=float(pairs.mean()), difference_error=error
    )
