"""Krippendorff's alpha: how far coders agree beyond what chance gives.

alpha = 1 - D_o / D_e, observed over expected disagreement, from the coincidences of values within units; coders may
have left units out. Source: K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011).
"""

from collections import Counter
from collections.abc import Callable, Hashable, Sequence

import numpy as np

Unit = Sequence[Hashable]
Metric = Callable[[float, float], float]
LEVEL = 0.95


def nominal(one: Hashable, other: Hashable) -> float:
    """Weigh a difference of names: any is as large as any other."""
    return float(one != other)


def interval(one: float, other: float) -> float:
    """Weigh a difference of days or degrees: (c - k)^2."""
    return float(one - other) ** 2


def ratio(one: float, other: float) -> float:
    """Weigh a difference of counts: ((c - k) / (c + k))^2."""
    return 0.0 if one == other else (float(one - other) / float(one + other)) ** 2


def alpha(units: Sequence[Unit], metric: Callable[..., float] = nominal) -> float | None:
    """Give alpha; each unit holds the values that coders gave it, one a coder, none for who left it out.

    None where there is nothing to compare: no unit with two values, or one and the same value everywhere.
    """
    paired = [Counter(unit) for unit in units if len(unit) > 1]
    whole: Counter[Hashable] = Counter()
    for counted in paired:
        whole.update(counted)
    total = whole.total()
    observed = sum(_disagreement(counted, metric) / (counted.total() - 1) for counted in paired)
    expected = _disagreement(whole, metric) / (total - 1) if total > 1 else 0.0
    return 1 - observed / expected if expected else None


def between(
    units: Sequence[Unit], metric: Callable[..., float] = nominal, *, draws: int = 1000, seed: int = 0
) -> tuple[float, float] | None:
    """Give the 95% interval of alpha by drawing units anew; None where fewer than two units can be compared."""
    paired = [unit for unit in units if len(unit) > 1]
    if len(paired) < 2:
        return None
    random = np.random.default_rng(seed)
    chosen = random.integers(len(paired), size=(draws, len(paired)))
    found = [value for row in chosen if (value := alpha([paired[i] for i in row], metric)) is not None]
    if not found:
        return None
    low, high = np.quantile(found, [(1 - LEVEL) / 2, (1 + LEVEL) / 2])
    return float(low), float(high)


def _disagreement(counted: Counter[Hashable], metric: Callable[..., float]) -> float:
    """Sum the metric over ordered pairs of different values."""
    values = list(counted.items())
    return 2 * sum(
        number * times * metric(one, other)
        for at, (one, number) in enumerate(values)
        for other, times in values[at + 1 :]
    )
