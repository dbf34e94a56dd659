"""What more of one side's acts does to the other's: a stream of days weighed as if the acts had come at another pace.

After Papadogeorgou, Imai, Lyall and Li (2022, JRSS B 84): the acts of a day are held to come as a Poisson process whose
rate is foreseen from the past alone (the propensity). Days whose last `days` days look as a pace of `more` acts a day
would have made them weigh more, and likewise for `less`; the difference of the weighed means of the outcome is the
effect of the higher pace held for that many days. The outcome is first cleared of what was to be foreseen before those
days, by the same kind of regression: this takes out drift without touching the effect. Places are summed over: what is
weighed is how many, not where. The interval is of a bootstrap of blocks of days, the propensity fitted anew in each.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike
from scipy.optimize import minimize

from vedette.measuring.events import Floats
from vedette.model.errors import UsageError

_FEWEST_DAYS = 100
_FEWEST_WEIGHED = 15.0
_BLOCK = 14
_RIDGE = 1.0
_HEAVIEST = 0.95  # weights above this quantile are cut to it: less chance, at the price of paces nearer to each other


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """Acts of the outcome a day at a pace of `more` against `less` acts a day, held for `days`, and their difference.

    The paces are those that the weights reach; cutting the heaviest weights draws them, and the effect, together.
    `low` and `high` bound the difference (95 %), `worth` is how many days the weights are worth on each side,
    `residual_p` tests that the propensity leaves no memory.
    """

    more: float
    less: float
    days: int
    at_more: float
    at_less: float
    low: float
    high: float
    worth: tuple[float, float]
    residual_p: float

    @property
    def difference(self) -> float:
        """The effect, in acts of the outcome a day."""
        return self.at_more - self.at_less

    @property
    def trusted(self) -> bool:
        """Whether enough days carry the weights and the propensity's residuals are white."""
        return min(self.worth) >= _FEWEST_WEIGHED and self.residual_p >= 0.05

    @property
    def verdict(self) -> str:
        """Say in a line what was found and whether it may be leant on."""
        if min(self.worth) < _FEWEST_WEIGHED:
            return f"NOT to be leant on: the weights rest on {min(self.worth):.0f} days only"
        if self.residual_p < 0.05:
            return f"NOT to be leant on: the pace of the acts is not foreseen well (p = {self.residual_p:.3g})"
        if self.low > 0:
            return "more of the one, more of the other"
        return "more of the one, fewer of the other" if self.high < 0 else "no effect shown: the interval reaches 0"


def effect(
    acts: ArrayLike,
    outcome: ArrayLike,
    known: ArrayLike,
    *,
    more: float,
    less: float,
    days: int,
    cleared_by: ArrayLike | None = None,
    draws: int = 200,
    seed: int = 0,
) -> Effect:
    """Compare paces of `acts` (days,) by their effect on `outcome` (days,), given what was `known` (days, columns).

    `known` must hold nothing of the day itself or later. `cleared_by` (default: `known`) foresees the outcome.
    Raises UsageError for short, gap-ridden or constant input.
    """
    did, came, past = _checked(acts, outcome, known)
    rng = np.random.default_rng(seed)
    rate = _foreseen(did, past)
    settled = past if cleared_by is None else _checked(acts, outcome, cleared_by)[2]
    came, level = _cleared(came, settled, days), float(came.mean())
    low, high = _weighed(did, came, rate, less, days), _weighed(did, came, rate, more, days)
    found = []
    for _ in range(draws):
        kept = _resampled(len(did), rng)
        again = _foreseen(did[kept], past[kept], past)
        found.append(
            _mean(came, _weights(did, again, more, days), kept) - _mean(came, _weights(did, again, less, days), kept)
        )
    from vedette.measuring.binned import white

    bounds = np.quantile(found, [0.025, 0.975])
    reached = [_reached(did, rate, pace, days) for pace in (more, less)]
    return Effect(
        more=reached[0], less=reached[1], days=days, at_more=level + high[0], at_less=level + low[0],
        low=float(bounds[0]), high=float(bounds[1]), worth=(high[1], low[1]),
        residual_p=white((did - rate) / np.sqrt(rate)),
    )  # fmt: skip


def _checked(acts: ArrayLike, outcome: ArrayLike, known: ArrayLike) -> tuple[Floats, Floats, Floats]:
    did, came = np.asarray(acts, dtype=np.float64), np.asarray(outcome, dtype=np.float64)
    past = np.asarray(known, dtype=np.float64).reshape(len(did), -1)
    if len(did) != len(came) or len(did) < _FEWEST_DAYS:
        raise UsageError(f"stream: {len(did)} and {len(came)} days; as many of each, at least {_FEWEST_DAYS}")
    if not all(np.isfinite(one).all() for one in (did, came, past)):
        raise UsageError("stream: a day has no value; give every day a count, 0 where nothing was")
    if not np.ptp(did) or not np.ptp(came):
        raise UsageError("stream: the acts or the outcome never change; nothing can be compared")
    spread = past.std(axis=0)
    return did, came, np.column_stack([np.ones(len(did)), (past - past.mean(axis=0)) / np.where(spread > 0, spread, 1)])


def _foreseen(did: Floats, past: Floats, ahead: Floats | None = None) -> Floats:
    """Foresee each day's rate by a log-linear Poisson regression on the past, held lightly towards its mean."""

    def downhill(place: Floats) -> tuple[float, Floats]:
        rate = np.exp(np.clip(past @ place, -30, 30))
        pull = np.concatenate([[0.0], place[1:]])
        return float((rate - did * np.log(rate)).sum() + _RIDGE * pull @ pull / 2), past.T @ (
            rate - did
        ) + _RIDGE * pull

    start = np.concatenate([[np.log(did.mean())], np.zeros(past.shape[1] - 1)])
    found = minimize(downhill, start, jac=True, method="L-BFGS-B")
    return np.asarray(np.exp(np.clip((past if ahead is None else ahead) @ found.x, -30, 30)))


def _cleared(came: Floats, past: Floats, days: int) -> Floats:
    """Take out of the outcome what was to be foreseen before the last `days` days began."""
    before = np.vstack([np.repeat(past[:1], days - 1, axis=0), past[: len(past) - days + 1]])
    return came - _foreseen(came, before)


def _weights(did: Floats, rate: Floats, pace: float, days: int) -> Floats:
    """Weigh each day by how much likelier its last days are at the pace than they were foreseen."""
    ratio = did * np.log(pace / rate) - (pace - rate)
    logs = np.convolve(ratio, np.ones(days))[: len(did)]
    made = np.exp(logs - logs[days - 1 :].max())
    made[: days - 1] = 0
    return np.asarray(np.minimum(made, np.quantile(made[days - 1 :], _HEAVIEST)))


def _weighed(did: Floats, came: Floats, rate: Floats, pace: float, days: int) -> tuple[float, float]:
    weight = _weights(did, rate, pace, days)
    return float(weight @ came / weight.sum()), float(weight.sum() ** 2 / (weight @ weight))


def _reached(did: Floats, rate: Floats, pace: float, days: int) -> float:
    """Give the mean number of acts on the last of the days, as weighed."""
    weight = _weights(did, rate, pace, days)
    return float(weight @ did / weight.sum())


def _mean(came: Floats, weight: Floats, kept: np.ndarray[tuple[int], np.dtype[np.int64]]) -> float:
    return float(weight[kept] @ came[kept] / max(weight[kept].sum(), 1e-300))


def _resampled(n: int, rng: np.random.Generator) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """Draw blocks of days with replacement."""
    starts = rng.integers(0, n - _BLOCK + 1, -(-n // _BLOCK))
    return (starts[:, None] + np.arange(_BLOCK)).ravel()[:n]


__all__ = ["Effect", "effect"]
