"""Fit who reacts to whom to the acts of the sides, by day; say so where the record is too thin for it."""

from __future__ import annotations

import numpy as np

from vedette.measuring.binned import Binned, fit_binned, means
from vedette.measuring.events import Floats
from vedette.model.errors import UsageError
from vedette.simulating.reactions import ASSUMED_DECAY, Reactions, assumed, blended
from vedette.simulating.record import LONG
from vedette.simulating.sides import Acts

_WIDE = 0.25  # with a standard error above this an entry is known no better than by what would be assumed
_STEEPEST = 1.0
_SLOWEST, _FASTEST = 1 / 30, 4.0


def fitted(acts: Acts, *, source: str = "auto") -> Reactions:
    """Fit reactions to the counts of each day.

    `source`: "fit" takes the fit as it is; "blend" weighs it against what is assumed where nothing is known; "assume"
    takes that alone; "auto" is "fit", or "blend" where an entry is too uncertain, or "assume" where nothing can be
    fitted. What is not a plain fit is never trusted, and its verdict says why.
    """
    counts = acts.counts()
    level = acts.level()
    if source == "assume":
        return _assumed(acts, level, "the scenario asks for it")
    try:
        fit = fit_binned(counts, names=acts.names)
    except UsageError as error:
        if source in ("fit", "blend"):
            raise
        return _assumed(acts, level, str(error))
    wide = not np.isfinite(fit.branching_error).all() or (fit.branching_error > _WIDE).any()
    if source == "blend" or (source == "auto" and wide):
        return _blended(acts, fit, level)
    return _reactions(acts, fit, level, counts)


def _reactions(acts: Acts, fit: Binned, level: Floats, counts: Floats) -> Reactions:
    return Reactions(
        names=acts.names,
        level=level,
        days=acts.record.days,
        branching=fit.branching,
        branching_error=np.nan_to_num(fit.branching_error, nan=_WIDE),
        decay=float(np.clip(fit.decay, _SLOWEST, _FASTEST)),
        decay_error=fit.decay_error,
        source="fitted",
        verdict=fit.verdict,
        trusted=fit.verdict.startswith("reactions"),
        steepness=_steepness(acts, fit, counts),
    )


def _blended(acts: Acts, fit: Binned, level: Floats) -> Reactions:
    branching, error = blended(fit.branching, fit.branching_error)
    return Reactions(
        names=acts.names,
        level=level,
        days=acts.record.days,
        branching=branching,
        branching_error=error,
        decay=float(np.clip(fit.decay, _SLOWEST, _FASTEST)),
        decay_error=fit.decay_error,
        source="blended",
        verdict=f"too thin to tell ({fit.n} acts in {fit.days} days); the fit is drawn towards assumed reactions",
        trusted=False,
    )


def _assumed(acts: Acts, level: Floats, why: str) -> Reactions:
    branching, error = assumed(len(acts.names))
    return Reactions(
        names=acts.names,
        level=level,
        days=acts.record.days,
        branching=branching,
        branching_error=error,
        decay=ASSUMED_DECAY,
        decay_error=ASSUMED_DECAY / 2,
        source="assumed",
        verdict=f"ASSUMED, not fitted: {why}",
        trusted=False,
    )


def _steepness(acts: Acts, fit: Binned, counts: Floats) -> float:
    """Find how much more a deadly act is answered: the steepness with the greatest quasi-likelihood, the fit held.

    0 where the likelihood gains less than a tested parameter must (1.92), so that noise weighs nothing.
    """
    marks = _marks(acts)
    rates = np.ones((len(counts), 1))
    place = np.concatenate([fit.weights.ravel(), fit.branching.ravel(), [np.log(fit.decay)]])

    def gain(steepness: float) -> float:
        weighed = counts * _weights(counts, marks, steepness)
        mean = means(weighed, rates, place)
        return float((counts * np.log(mean) - mean).sum())

    tried = np.linspace(0, _STEEPEST, 21)
    gains = [gain(float(one)) for one in tried]
    best = int(np.argmax(gains))
    return float(tried[best]) if gains[best] - gains[0] > 1.92 else 0.0


def _marks(acts: Acts) -> Floats:
    """Give the mean log(1 + dead) of each day's acts by side."""
    total, n = np.zeros((acts.record.days, len(acts.sides))), acts.counts()
    for i, own in enumerate(acts.own):
        for act in own:
            at = (act.first - acts.record.first).days
            if act.days <= LONG and at >= 0:
                total[at : at + act.days, i] += np.log1p(act.killed.best if act.killed else 0.0) / act.days
    return np.divide(total, n, out=np.zeros_like(total), where=n > 0)


def _weights(counts: Floats, marks: Floats, steepness: float) -> Floats:
    raw = np.exp(steepness * marks)
    mean = (counts * raw).sum(axis=0) / np.maximum(counts.sum(axis=0), 1e-9)
    return np.asarray(raw / np.maximum(mean, 1e-9))
