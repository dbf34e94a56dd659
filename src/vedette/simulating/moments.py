"""What theory says of a marked Hawkes process with exponential kernels: means and covariances of counts in windows.

With v_j what is felt of side j (each act adds its weight w, of mean 1; all fades with the decay b), the rates are
mu + b K v, and the first two moments of (v, counts) follow linear differential equations (Dassios and Zhao 2011,
Adv. Appl. Probab. 43:814, for one side; written out here for several). In the stationary state the mean rates are
(I - K)^-1 mu (Hawkes 1971).
"""

from __future__ import annotations

import numpy as np
from scipy.integrate import solve_ivp
from scipy.linalg import solve_continuous_lyapunov

from vedette.measuring.events import Floats


def stationary_rates(baseline: Floats, branching: Floats) -> Floats:
    """Give the long-run acts a day of each side: (I - K)^-1 mu."""
    return np.asarray(np.linalg.solve(np.eye(len(baseline)) - branching, baseline))


def stationary_felt(
    baseline: Floats, branching: Floats, decay: float, *, second: Floats | None = None
) -> tuple[Floats, Floats]:
    """Give mean and covariance of what is felt in the stationary state; `second`: mean of each squared weight."""
    rates = stationary_rates(baseline, branching)
    drift = decay * (branching - np.eye(len(rates)))
    noise = np.diag(rates * (1.0 if second is None else second))
    return rates / decay, np.asarray(solve_continuous_lyapunov(drift, -noise))


def counts(
    baseline: Floats,
    branching: Floats,
    decay: float,
    *,
    days: float,
    felt: Floats,
    felt_covariance: Floats | None = None,
    second: Floats | None = None,
) -> tuple[Floats, Floats]:
    """Give mean (sides) and covariance (sides, sides) of the acts within `days`, from what is felt at their start."""
    k = len(baseline)
    square = np.ones(k) if second is None else second
    start = np.concatenate(
        [
            felt,
            np.zeros(k),
            (np.zeros((k, k)) if felt_covariance is None else felt_covariance).ravel(),
            np.zeros(2 * k * k),
        ]
    )
    pull = decay * branching

    def change(_: float, state: Floats) -> Floats:
        v = state[:k]
        vv, vn = (state[2 * k + i * k * k : 2 * k + (i + 1) * k * k].reshape(k, k) for i in range(2))
        rates = baseline + pull @ v
        d_vv = -2 * decay * vv + pull @ vv + vv @ pull.T + np.diag(rates * square)
        d_vn = -decay * vn + pull @ vn + vv @ pull.T + np.diag(rates)
        d_nn = pull @ vn + (pull @ vn).T + np.diag(rates)
        return np.concatenate([-decay * v + rates, rates, d_vv.ravel(), d_vn.ravel(), d_nn.ravel()])

    end = solve_ivp(change, (0.0, days), start, rtol=1e-9, atol=1e-10).y[:, -1]
    return np.asarray(end[k : 2 * k]), np.asarray(end[2 * k + 2 * k * k :].reshape(k, k))
