"""Memory fades alike for one series and for many, with one rate or several."""

import numpy as np
from scipy.signal import lfilter

from vedette.forecasting.memory import remembered


def test_fades_as_a_filter_of_first_order_does() -> None:
    values = np.random.default_rng(3).poisson(2.0, (4, 90)).astype(float)
    left = np.array([[0.5], [0.9], [0.99]])
    made = remembered(values, left)
    assert made.shape == (3, 4, 90)
    for one, rate in zip(made, left[:, 0], strict=True):
        np.testing.assert_array_equal(one, lfilter([1.0], [1.0, -rate], values, axis=1))
