"""One answer of several fits to the same record, where open dates or figures may have been otherwise.

After Rubin (1987, Multiple Imputation): estimates are averaged, and what varies between the fits is added to what each
fit itself leaves open.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from vedette.measuring.events import Floats
from vedette.model.errors import UsageError

if TYPE_CHECKING:
    from vedette.measuring.binned import Binned


def pooled(fits: Sequence[Binned]) -> Binned:
    """Give the mean of fits of one form, with errors that hold what varies between them, and the median of the tests.

    The decay is averaged by its logarithm. Raises UsageError where there is no fit.
    """
    if not fits:
        raise UsageError("hawkes: no fit was given; nothing can be pooled")
    branching, error = rubin([fit.branching for fit in fits], [fit.branching_error for fit in fits])
    pace, pace_error = rubin(
        [np.log(fit.decay) for fit in fits], [np.asarray(fit.decay_error / fit.decay) for fit in fits]
    )
    decay = float(np.exp(pace))
    return replace(
        fits[0],
        weights=_mean([fit.weights for fit in fits]),
        branching=branching,
        branching_error=error,
        decay=decay,
        decay_error=decay * float(pace_error),
        residual_p=np.median([fit.residual_p for fit in fits], axis=0),
        counts=_mean([fit.counts for fit in fits]),
        mean=_mean([fit.mean for fit in fits]),
    )


def rubin(values: Sequence[Floats], errors: Sequence[Floats]) -> tuple[Floats, Floats]:
    """Pool estimates (fits, ...) and their standard errors: the mean, and the error of it all."""
    given = np.asarray(values, dtype=np.float64)
    between = given.var(axis=0, ddof=1) if len(given) > 1 else np.zeros(given.shape[1:])
    within = np.mean(np.square(errors), axis=0)
    return given.mean(axis=0), np.sqrt(within + (1 + 1 / len(given)) * between)


def _mean(values: Sequence[Floats]) -> Floats:
    return np.asarray(np.mean(values, axis=0))
