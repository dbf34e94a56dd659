"""How sides react to each other, as numbers to simulate with: fitted to the record, or assumed and said to be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from vedette.measuring.events import Floats

Source = Literal["fitted", "blended", "assumed", "given"]

# What is assumed where a record is too thin to tell: a quarter of an act by itself and by the other sides together
# for each act, answered within three days on the mean. Our own choice, between nothing and the strong reactions that
# are published for insurgencies; wide on purpose, and told wherever it is used.
OWN, OTHERS, ASSUMED_ERROR, ASSUMED_DECAY = 0.25, 0.25, 0.15, 1 / 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Reactions:
    """Sides' mean acts a day (`level`, over `days` of record) and reactions: `branching` (to, from), `decay` per day.

    `steepness`: an act with k dead weighs exp(steepness * log(1 + k)), of mean 1 for each side. `trusted` only if a
    fit passed its own test and shows reactions; `verdict` says it in a line.
    """

    names: tuple[str, ...]
    level: Floats
    days: int
    branching: Floats
    branching_error: Floats
    decay: float
    decay_error: float
    source: Source
    verdict: str
    trusted: bool
    steepness: float = 0.0

    @property
    def radius(self) -> float:
        """The spectral radius of the branching matrix."""
        return radius(self.branching)

    @property
    def baseline(self) -> Floats:
        """Acts a day that answer nothing: what is left of the level when reactions are taken out (at least 0)."""
        return np.maximum((np.eye(len(self.level)) - self.branching) @ self.level, 0.0)


def assumed(sides: int) -> tuple[Floats, Floats]:
    """Give the branching that is assumed where nothing can be fitted, and its standard error."""
    matrix = np.full((sides, sides), OTHERS / max(sides - 1, 1))
    np.fill_diagonal(matrix, OWN)
    return matrix, np.full((sides, sides), ASSUMED_ERROR)


def blended(fit: Floats, error: Floats) -> tuple[Floats, Floats]:
    """Weigh a fit and what would be assumed by their precisions (the product of two normal densities)."""
    prior, wide = assumed(len(fit))
    known = np.where(np.isfinite(error) & (error > 0), 1 / np.maximum(error, 1e-3) ** 2, 0.0)
    precision = known + 1 / wide**2
    return (known * fit + prior / wide**2) / precision, 1 / np.sqrt(precision)


def radius(matrix: Floats) -> float:
    """Give the spectral radius of a matrix (or the greatest of several)."""
    return float(np.abs(np.linalg.eigvals(matrix)).max())


def spread(branching: Floats, level: Floats) -> Floats:
    """Give how much wider than Poisson's the number of acts of each side is in the long run (variance / mean)."""
    inverse = np.linalg.inv(np.eye(len(level)) - branching)
    variance = np.einsum("ij,j,ij->i", inverse, level, inverse)
    return np.asarray(np.maximum(variance / np.maximum(level, 1e-12), 1.0))
