"""Fit who reacts to whom to the acts of the sides, by day; say so where the record is too thin for it."""

from __future__ import annotations

import numpy as np

from vedette.measuring.binned import Binned, fit_binned
from vedette.measuring.events import Floats
from vedette.model.errors import UsageError
from vedette.simulating.reactions import ASSUMED_DECAY, Reactions, assumed, blended
from vedette.simulating.sides import Acts
from vedette.simulating.steepness import steepness

_WIDE = 0.25  # with a standard error above this an entry is known no better than by what would be assumed
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
    return _reactions(acts, fit, level)


def _reactions(acts: Acts, fit: Binned, level: Floats) -> Reactions:
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
        steepness=steepness(acts, branching=fit.branching, decay=fit.decay),
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
