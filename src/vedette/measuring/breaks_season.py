"""Take a season out of a series, so that no winter is a change point."""

from __future__ import annotations

import numpy as np

from vedette.measuring.events import Floats
from vedette.model.errors import UsageError

PERIODS = (4, 7, 12, 24, 52)  # quarters, days of a week, months, hours, weeks
_CYCLES = 3
_SHARE = 0.5
_BETTER = 0.05  # a longer period must explain more than a shorter one that it contains


def deseasoned(given: Floats, period: int | None = None) -> tuple[Floats, int]:
    """Give the series without its season, and the period (0: none). A period of None is looked for."""
    if period and (period < 2 or len(given) < 2 * period):
        raise UsageError(f"breaks: a season of {period} steps in {len(given)}; two whole seasons are needed at least")
    found = season_of(given) if period is None else period
    if not found:
        return given, 0
    rest = given - _trend(given, found)
    usual = np.array([np.median(rest[place::found]) for place in range(found)])
    return given - (usual - usual.mean())[np.arange(len(given)) % found], found


def season_of(given: Floats) -> int:
    """Give the period that explains most of the steps between neighbours, if it explains half; else 0."""
    best, share = 0, _SHARE
    for period in PERIODS:
        if len(given) >= _CYCLES * period and (explained := _explained(np.diff(given), period)) > share:
            best, share = period, explained + _BETTER
    return best


def _explained(steps: Floats, period: int) -> float:
    """Give the share of the steps' variance that the season's means explain, adjusted for their number."""
    whole = float(((steps - steps.mean()) ** 2).sum())
    if not whole:
        return 0.0
    means = np.array([steps[place::period].mean() for place in range(period)])
    rest = float(((steps - means[np.arange(len(steps)) % period]) ** 2).sum())
    return 1 - rest / whole * (len(steps) - 1) / max(len(steps) - period, 1)


def _trend(given: Floats, period: int) -> Floats:
    """Average over one period, centred."""
    weights = np.ones(period + 1 - period % 2)
    if period % 2 == 0:
        weights[[0, -1]] = 0.5
    half = len(weights) // 2
    padded = np.pad(given, half, mode="reflect", reflect_type="odd")
    return np.asarray(np.convolve(padded, weights / weights.sum(), "valid"))
