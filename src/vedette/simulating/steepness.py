"""How much more a deadly act is answered than a harmless one, from the counts of the days after it."""

from __future__ import annotations

import numpy as np

from vedette.measuring.events import Floats
from vedette.simulating.record import LONG
from vedette.simulating.sides import Acts

_STEEPEST = 1.0
_NEEDED = 1.92  # half of what chi squared with one degree of freedom exceeds once in twenty


def steepness(acts: Acts, *, branching: Floats, decay: float) -> float:
    """Find the steepness under which the counts are likeliest, all else as fitted: a (1 + k) ** steepness for k dead.

    0 where the quasi-likelihood, divided by the dispersion of the counts, gains less than a tested parameter must, so
    that noise weighs nothing. Answers within the day are left out: of these nobody knows what came first.
    """
    counts, marks = acts.counts(), _marks(acts)
    tried = np.linspace(0, _STEEPEST, 21)
    means = [_means(counts, marks, one, branching, decay) for one in tried]
    gains = [float((counts * np.log(mean) - mean).sum()) for mean in means]
    best = int(np.argmax(gains))
    spread = max(float(((counts - means[0]) ** 2 / means[0]).mean()), 1.0)
    return float(tried[best]) if gains[best] - gains[0] > _NEEDED * spread else 0.0


def _marks(acts: Acts) -> Floats:
    """Give the mean log(1 + dead) of each day's acts by side."""
    total, n = np.zeros((acts.record.days, len(acts.sides))), acts.counts()
    for i, own in enumerate(acts.own):
        for act in own:
            at = (act.first - acts.record.first).days
            if act.days <= LONG and at >= 0:
                total[at : at + act.days, i] += np.log1p(act.killed.best if act.killed else 0.0) / act.days
    return np.divide(total, n, out=np.zeros_like(total), where=n > 0)


def _means(counts: Floats, marks: Floats, steep: float, branching: Floats, decay: float) -> Floats:
    """Give what each day's counts would be on the mean, from the days before; each side's level is that observed."""
    raw = np.exp(steep * marks)
    weighed = counts * raw * (counts.sum(axis=0) / np.maximum((counts * raw).sum(axis=0), 1e-12))
    felt = np.zeros_like(counts)
    for day in range(1, len(counts)):
        felt[day] = np.exp(-decay) * felt[day - 1] + np.exp(-decay / 2) * weighed[day - 1]
    answers = -np.expm1(-decay) * felt @ branching.T
    level = counts.mean(axis=0)
    return np.asarray(np.maximum(level + answers - answers.mean(axis=0), 0.05 * level + 1e-9))
