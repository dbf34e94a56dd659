"""Parameters for each run: the fit's own, or drawn around it by its standard errors."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from vedette.measuring.events import Floats
from vedette.simulating.chance import generator
from vedette.simulating.reactions import Reactions, spread

_TRIES = 60
_EDGE = 0.98
_WIDEST = 0.7
_PURPOSE = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """Of each run: `baseline` (runs, sides), `branching` (runs, to, from), `decay` (runs,), all per day."""

    baseline: Floats
    branching: Floats
    decay: Floats

    @property
    def runs(self) -> int:
        """How many runs these are for."""
        return len(self.decay)


def drawn(reactions: Reactions, runs: int, *, seed: int, uncertain: bool = True) -> Drawn:
    """Draw the parameters of each run; `uncertain` False gives every run the fit itself.

    The branching is normal around the fit, kept to what is possible: no entry below 0, a spectral radius below 1 and
    no baseline below 0 (drawn again until it holds). The record knows the level of acts far better than how it splits
    into baseline and reactions, so the level is drawn by itself (gamma, as wide as counts that breed are) and the
    baseline is what the drawn reactions leave of it.
    """
    sides = len(reactions.names)
    if not uncertain:
        ones = np.ones(runs)
        return Drawn(
            baseline=np.outer(ones, reactions.baseline),
            branching=np.broadcast_to(reactions.branching, (runs, sides, sides)).copy(),
            decay=ones * reactions.decay,
        )
    chance = generator(seed, _PURPOSE)
    level = _levels(reactions, runs, chance)
    branching, baseline = _branching(reactions, level, chance)
    width = min(reactions.decay_error / reactions.decay, _WIDEST) if np.isfinite(reactions.decay_error) else _WIDEST
    decay = reactions.decay * np.exp(width * chance.standard_normal(runs))
    return Drawn(baseline=baseline, branching=branching, decay=decay)


def _levels(reactions: Reactions, runs: int, chance: np.random.Generator) -> Floats:
    level = np.maximum(reactions.level, 0.5 / reactions.days)
    wide = np.minimum(spread(_shrunk(reactions.branching[None])[0], level), 25.0)
    shape = np.maximum(level * reactions.days / wide, 0.5)
    return chance.gamma(shape, level / shape, (runs, len(level)))


def _branching(reactions: Reactions, level: Floats, chance: np.random.Generator) -> tuple[Floats, Floats]:
    runs, sides = level.shape
    error = np.where(np.isfinite(reactions.branching_error), reactions.branching_error, 0.0)
    branching = np.empty((runs, sides, sides))
    left = np.arange(runs)
    for _ in range(_TRIES):
        tried = reactions.branching + error * chance.standard_normal((left.size, sides, sides))
        branching[left] = np.maximum(tried, 0.0)
        left = left[~_possible(branching[left], level[left])]
        if not left.size:
            break
    branching[left] = _shrunk(branching[left])
    return branching, np.maximum(level - np.einsum("rij,rj->ri", branching, level), 0.0)


def _possible(branching: Floats, level: Floats) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
    base = level - np.einsum("rij,rj->ri", branching, level)
    stable = np.abs(np.linalg.eigvals(branching)).max(axis=1) < _EDGE
    return np.asarray(stable & (base >= 0).all(axis=1))


def _shrunk(branching: Floats) -> Floats:
    """Shrink whole matrices, never an entry alone, until their spectral radius is below the edge."""
    if not len(branching):
        return branching
    radii = np.abs(np.linalg.eigvals(branching)).max(axis=1)
    return np.asarray(branching * np.minimum(1.0, _EDGE / np.maximum(radii, 1e-12))[:, None, None])
