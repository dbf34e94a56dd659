"""Which reading of each name is meant, worked out for all names of a text together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from vedette.coding.together import nearness
from vedette.registry import Spot

Floats = NDArray[np.float64]
ROUNDS = 4
NONE = 3.0  # log-odds that a name means none of its readings
MOST = 500.0  # more log-odds than this have no finite odds
NEAR, COUNTRY, PART, HOLDS = 4.0, 3.0, 3.0, 5.0  # weights, in units of log-odds


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A place that a name may mean, and what speaks for it before the other names are asked (log-odds)."""

    spot: Spot
    weight: float


def settle(
    readings: Sequence[Sequence[Reading]],
    *,
    holds: Sequence[tuple[int, int]] = (),
    countries: Mapping[str, float] | None = None,
) -> list[list[float]]:
    """Give the probability of each reading of each name; what is left is the chance that it means none of them.

    Every name asks the others, each by its probabilities: how near its readings lie to theirs (exp(-km / 150)), how
    much of them lies in its country and in its first-level unit. `holds` are pairs (inner, outer) of names of which the
    text says that one lies in the other ("Tripoli, Lebanon"); `countries` are shares of what else the text speaks of.
    Mean-field inference, a few rounds; the same input gives the same output.
    """
    flat = [reading for options in readings for reading in options]
    if not flat:
        return [[] for _ in readings]
    sizes = np.array([len(options) for options in readings])
    bounds = [0, *np.cumsum(sizes).tolist()]
    owner = np.repeat(np.arange(len(readings)), sizes)
    filled = sizes[sizes > 0]
    first, group = np.cumsum(filled) - filled, np.repeat(np.arange(len(filled)), filled)
    spots = [reading.spot for reading in flat]
    alike, unit = _same([spot.country for spot in spots], [_unit(spot) for spot in spots])
    others = owner[:, None] != owner
    near = np.maximum(nearness(spots), 0.5 * unit) * others
    names = max(len(readings) - 1, 1)
    said = np.array([(countries or {}).get(spot.country or "", 0.0) for spot in spots])
    own = np.array([reading.weight for reading in flat])
    spoken, asked = (0.6, 0.4) if countries else (0.0, 1.0)
    blocks = [near, asked * alike * others / names, unit * others / names]
    if holds:
        blocks.append(_held(spots, owner, holds, alike, unit))
    questions, weights = np.concatenate(blocks), np.array([NEAR, COUNTRY, PART, 1.0][: len(blocks)])
    land = spoken * said
    chances = _softmax(own + COUNTRY * np.sqrt(said), first, group)
    for _ in range(ROUNDS if len(filled) > 1 else 1):  # a name alone has nobody to ask
        answers = (questions @ chances).reshape(len(blocks), -1)
        answers[1] += land
        np.log1p(answers[0], out=answers[0])
        np.sqrt(answers[1:3], out=answers[1:3])
        chances = _softmax(own + weights @ answers, first, group)
    settled = chances.tolist()
    return [settled[low:high] for low, high in pairwise(bounds)]


def _unit(spot: Spot) -> str | None:
    return f"{spot.country} {spot.adm1}" if spot.adm1 else None


def _same(*values: Sequence[str | None]) -> Floats:
    """Give 1 where two have the same value, 0 elsewhere and where there is none; shape (kinds of value, n, n)."""
    codes = np.array([_numbered(one) for one in values])
    same: Floats = ((codes[:, :, None] == codes[:, None, :]) & (codes >= 0)[:, :, None]).astype(float)
    return same


def _numbered(values: Sequence[str | None]) -> list[int]:
    numbers = {value: at for at, value in enumerate(dict.fromkeys(values))}
    numbers[None] = -1
    return [numbers[value] for value in values]


def _held(
    spots: Sequence[Spot], owner: NDArray[np.int64], holds: Sequence[tuple[int, int]], alike: Floats, unit: Floats
) -> Floats:
    """Give what each reading gains from each reading of a name that stands around it, or in it; shape (n, n)."""
    gains = np.zeros_like(alike)
    state = np.array([spot.kind == "country" for spot in spots])
    part = np.array([spot.kind in ("adm1", "adm2", "region") for spot in spots])
    fit = np.where(state[None, :], alike, np.where(part[None, :], unit, 0.4 * alike + 0.6 * unit))
    for inner, outer in holds:
        mask = (owner == inner)[:, None] & (owner == outer)[None, :]
        gain = np.where(mask, HOLDS * fit * np.where((state | part)[None, :], 1.0, 0.4), 0.0)
        gains += gain + gain.T
    return gains


def _softmax(score: Floats, first: NDArray[np.int64], group: NDArray[np.int64]) -> Floats:
    """Turn log-odds into chances, each name by itself: where its readings begin, and of each reading its name's number
    (names without readings left out)."""
    part = np.exp(np.minimum(score - NONE, MOST))
    chances: Floats = part / (np.add.reduceat(part, first) + 1.0)[group]
    return chances
