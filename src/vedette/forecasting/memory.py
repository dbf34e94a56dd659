"""Fading memory of series: what is left of the past at each period."""

import numpy as np

from vedette.forecasting.score import Floats


def remembered(values: Floats, left: Floats) -> Floats:
    """Sum values (..., periods) as they fade: made[t] = values[t] + left * made[t - 1].

    `left` is what of a sum is left after a period, of any shape that goes with (...). scipy's lfilter gives the same;
    here it is a loop, for loading scipy.signal takes longer than all the sums of a forecast.
    """
    shape = np.broadcast_shapes(values.shape[:-1], left.shape)
    made, state = np.empty((values.shape[-1], *shape)), np.zeros(shape)
    for t, now in enumerate(np.moveaxis(values, -1, 0)):
        state = now + left * state
        made[t] = state
    return np.moveaxis(made, 0, -1)
