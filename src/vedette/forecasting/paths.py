"""From draws of each period to paths over all: in which order highs and lows go together, as they did in the past.

The Schaake shuffle (Clark et al. 2004, J. Hydrometeorology 5:243): past stretches of the same length are laid beside
the draws, and the draws of each unit and period are put in the order of theirs. The draws of a single period stay what
they are; sums over periods and "at least one within" become what they should.
"""

import numpy as np

from vedette.forecasting.members import SEED
from vedette.forecasting.panel import Panel
from vedette.forecasting.score import Floats

LONGEST = 365  # periods back from which stretches are taken


def joined(draws: Floats, panel: Panel) -> Floats:
    """Order draws (units, steps 1..h, n) as paths: index i is one future through all units and steps."""
    units, h, n = draws.shape
    firsts = _firsts(panel, h)
    chance = np.random.default_rng(SEED)
    if not firsts:
        return np.asarray(chance.permuted(draws, axis=2))
    taken = chance.choice(firsts, n)
    past = np.stack([panel.counts[:, taken + step] for step in range(h)], axis=1)
    ranks = (past + chance.random((units, h, n)) * 1e-3).argsort(axis=2).argsort(axis=2)
    return np.take_along_axis(np.sort(draws, axis=2), ranks, axis=2)


def _firsts(panel: Panel, h: int) -> list[int]:
    """Give the columns where a stretch of h known periods starts."""
    known = set(panel.known)
    end = panel.counts.shape[1]
    return [t for t in range(max(0, end - LONGEST), end - h + 1) if all(t + step in known for step in range(h))]
