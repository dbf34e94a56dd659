"""Of attacks that may come, how many kill, and how many they kill: each future draws both for the attacks in it.

So no future has more attacks with deaths than attacks, nor deaths without one. The share of attacks that kill follows a
Beta distribution of the record, newer attacks counting more, drawn towards the share of all series as by two attacks;
the deaths of an attack are those of a past one, likewise, the tolls of all series counting as five of its own.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from vedette.forecasting.members import LASTING_HALF, SEED
from vedette.forecasting.score import Floats

PRIOR_SHARE, PRIOR_TOLLS = 2.0, 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Tolls:
    """Past attacks of a series: the deaths of each, and how many days ago it was."""

    deaths: Floats
    age: Floats

    @property
    def weights(self) -> Floats:
        """How much each attack counts: half as much as one 60 days later."""
        return np.asarray(0.5 ** (self.age / LASTING_HALF))


def deadly(attacks: Floats, told: Sequence[Tolls]) -> Floats:
    """Draw how many of the attacks (series, days, n) kill somebody; the share is drawn once for each future."""
    chance = np.random.default_rng(SEED)
    kills = np.array([one.weights[one.deaths > 0].sum() for one in told])
    spares = np.array([one.weights[one.deaths == 0].sum() for one in told])
    usual = (kills.sum() + 0.5) / (kills.sum() + spares.sum() + 1)
    shape = (len(told), attacks.shape[2])
    share = chance.beta(
        np.broadcast_to((kills + PRIOR_SHARE * usual)[:, None], shape),
        np.broadcast_to((spares + PRIOR_SHARE * (1 - usual))[:, None], shape),
    )
    return chance.binomial(attacks.astype(np.int64), share[:, None]).astype(np.float64)


def killed(kills: Floats, told: Sequence[Tolls]) -> Floats:
    """Draw the deaths of so many attacks that kill (series, days, n)."""
    chance = np.random.default_rng(SEED + 1)
    return np.stack([_summed(chance, one, *_pool(own, told)) for one, own in zip(kills, told, strict=True)])


def _pool(own: Tolls, told: Sequence[Tolls]) -> tuple[Floats, Floats]:
    """Give the tolls above zero that may come again, and their weights."""
    mine = own.deaths > 0
    values = [own.deaths[mine], *(one.deaths[one.deaths > 0] for one in told)]
    others = [one.weights[one.deaths > 0] for one in told]
    whole = max(sum(float(one.sum()) for one in others), 1e-12)
    weights = [own.weights[mine], *(one * PRIOR_TOLLS / whole for one in others)]
    return np.concatenate(values), np.concatenate(weights)


def _summed(chance: np.random.Generator, counts: Floats, values: Floats, weights: Floats) -> Floats:
    """Sum so many draws of the values in each cell of counts."""
    if not len(values) or not counts.any():
        return counts.copy()
    many = counts.astype(np.int64).ravel()
    drawn = chance.choice(values, int(many.sum()), p=weights / weights.sum())
    ends = np.concatenate([[0.0], np.cumsum(drawn)])
    stops = np.cumsum(many)
    return np.asarray(ends[stops] - ends[stops - many]).reshape(counts.shape)
