"""How far resolved places lie from where they are: shares within a distance, mean, and the area under log errors."""

import math
from collections.abc import Sequence

MILES_100 = 161.0  # km
FARTHEST = 20039.0  # km: half the equator, what a missing place counts as


def scores(errors: Sequence[float | None]) -> dict[str, float]:
    """Score the errors (km, None where a place was not resolved).

    acc161: share within 161 km, missing counts as wrong. mean_km: of those resolved. auc: the mean of
    ln(error + 1) / ln(20039), a missing place at the farthest, 0 is best (Gritta et al., A Pragmatic Guide to
    Geoparsing Evaluation). resolved: share that has any place.
    """
    known = [error for error in errors if error is not None]
    logs = [math.log(min(FARTHEST if error is None else error, FARTHEST) + 1) for error in errors]
    return {
        "acc161": _share(sum(error <= MILES_100 for error in known), len(errors)),
        "mean_km": round(sum(known) / len(known), 1) if known else 0.0,
        "auc": round(sum(logs) / len(logs) / math.log(FARTHEST + 1), 4) if logs else 0.0,
        "resolved": _share(len(known), len(errors)),
    }


def f1(right: int, given: int, wanted: int) -> float:
    """Give F1 of `right` of `given` where `wanted` were to be found."""
    return round(2 * right / (given + wanted), 4) if given + wanted else 0.0


def _share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0
