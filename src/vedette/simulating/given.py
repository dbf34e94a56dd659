"""Reactions that a scenario gives itself, flagged as such."""

from __future__ import annotations

import numpy as np

from vedette.model.errors import UsageError
from vedette.simulating.reactions import ASSUMED_DECAY, Reactions, radius
from vedette.simulating.scenario import Assumed
from vedette.simulating.sides import Acts


def given_reactions(acts: Acts, told: Assumed) -> Reactions:
    """Make reactions of the answers of a scenario; what it does not name is 0. UsageError where they never die out."""
    k = len(acts.names)
    branching, error = np.zeros((k, k)), np.zeros((k, k))
    for one in told.answers:
        at = acts.names.index(one.side), acts.names.index(one.to)
        branching[at], error[at] = one.acts, one.error
    if radius(branching) >= 1:
        size = f"spectral radius {radius(branching):.2f}"
        raise UsageError(f"reaction: the answers given feed each other for ever ({size}); make them smaller")
    return Reactions(
        names=acts.names,
        level=acts.level(),
        days=acts.record.days,
        branching=branching,
        branching_error=error,
        decay=ASSUMED_DECAY,
        decay_error=ASSUMED_DECAY / 2,
        source="given",
        verdict="GIVEN by the scenario, not fitted to the record",
        trusted=False,
    )
