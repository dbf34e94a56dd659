"""A mixture of models, its weights chosen on past windows only: by CRPS, ignorance and interval score alike."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

import numpy as np

from vedette.forecasting import score
from vedette.forecasting.analogs import analogs
from vedette.forecasting.boosted import boosted
from vedette.forecasting.members import Draw, fading, lasting, negative_binomial, rates, thinned
from vedette.forecasting.panel import LEAST, Panel
from vedette.forecasting.score import Floats
from vedette.forecasting.simulated import hawkes

MEMBERS: Mapping[str, Draw] = {
    "fading": fading,
    "analogs": analogs,
    "negative_binomial": negative_binomial,
    "boosted": boosted,
}
DAILY: Mapping[str, Draw] = {
    "fading": fading,
    "lasting": lasting,
    "rates": rates,
    "hawkes": hawkes,
    "boosted": boosted,
}
PARTS = 4  # weights are quarters: past windows are too few to tell finer ones apart
WINDOWS, APART = 4, 6  # past windows that are looked at, and the periods between their starts (days: a window)
STEPS = 6  # steps of a window that are scored, if it has more
TRIED = 240  # draws in a trial
PRIOR = 8  # equal weights count as much as this many past windows: few windows choose badly, equal weights rarely do


def mixture(panel: Panel, steps: Sequence[int], n: int) -> Floats:
    """Draw from each member as often as the weights say that `weights` finds on the panel's own past."""
    return weighted(panel, steps, n, weights(panel, steps))


def weighted(panel: Panel, steps: Sequence[int], n: int, shares: Mapping[str, float]) -> Floats:
    """Draw from each member as often as its share says."""
    made = {name: draw(panel, steps, n) for name, draw in members(panel).items() if shares[name]}
    return mixed(made, shares, n)


def members(panel: Panel) -> Mapping[str, Draw]:
    """Give the models that are mixed: for days those that remember for months and know reactions."""
    return DAILY if panel.daily else MEMBERS


def weights(panel: Panel, steps: Sequence[int]) -> dict[str, float]:
    """Choose weights by the scores of past windows that ended before the panel does, drawn towards equal ones.

    What is least is the sum over windows of the logarithms of CRPS, ignorance and interval score, so that a year of
    great wars does not outweigh the others. Where there is no past window the weights are equal.
    """
    mixed_ = members(panel)
    some = steps if len(steps) <= 2 * STEPS else [steps[i * (len(steps) - 1) // (STEPS - 1)] for i in range(STEPS)]
    found = [_trial(panel, origin, some) for origin in origins(panel, max(steps))]
    equal = PRIOR / (len(found) + PRIOR) / len(mixed_)
    if not found:
        return dict.fromkeys(mixed_, equal)
    rated = {shares: sum(_rating(made, came, shares) for made, came in found) for shares in _grid(len(mixed_))}
    best = min(rated, key=lambda shares: rated[shares])
    earned = len(found) / (len(found) + PRIOR)
    return {name: equal + earned * part / PARTS for name, part in zip(mixed_, best, strict=True)}


def origins(panel: Panel, longest: int) -> list[int]:
    """Give the periods from which past windows can be forecast: known, with enough before and all outcomes after."""
    known, start = panel.known, panel.start
    latest, apart = panel.origin - longest, max(7, longest) if panel.daily else APART
    tried = [latest - apart * i for i in range(WINDOWS)]
    return [t for t in tried if t - start in known and sum(column <= t - start for column in known) >= LEAST]


def mixed(made: Mapping[str, Floats], shares: Mapping[str, float], n: int) -> Floats:
    """Join members' draws (units, steps, m) by their shares into n draws."""
    ends = np.rint(np.cumsum([shares[name] for name in made]) * n).astype(int)
    counts = np.diff(ends, prepend=0)
    parts = [thinned(draws, int(k)) for draws, k in zip(made.values(), counts, strict=True) if k]
    return np.concatenate(parts, axis=-1)


def _grid(size: int) -> Iterator[tuple[int, ...]]:
    """Give all shares of PARTS parts over so many members."""
    return (shares for shares in product(range(PARTS + 1), repeat=size) if sum(shares) == PARTS)


def _trial(panel: Panel, origin: int, steps: Sequence[int]) -> tuple[dict[str, Floats], Floats]:
    then = panel.until(origin)
    came = np.stack([panel.at(origin + step) for step in steps], axis=1)
    kept = [i for i in range(len(steps)) if not np.isnan(came[:, i]).any()]
    chosen = [steps[i] for i in kept]
    return {name: draw(then, chosen, TRIED) for name, draw in members(panel).items()}, came[:, kept]


def _rating(made: Mapping[str, Floats], came: Floats, shares: tuple[int, ...]) -> float:
    used = {name: part / PARTS for name, part in zip(made, shares, strict=True) if part}
    draws = mixed({name: made[name] for name in used}, used, TRIED)
    scores = (score.crps(draws, came), score.ignorance(draws, came, spread=1), score.interval_score(draws, came))
    return float(sum(np.log(one.mean() + 1e-9) for one in scores))
