"""Boosted trees that say of two mentions of one incident whether they mean one happening, and grouping by them."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.cluster.hierarchy import fcluster, linkage

Floats = NDArray[np.float64]
SEEDS = 3  # models whose log-odds are averaged
MOST = 3.0  # log-odds that a pair counts at most, so that none decides alone
APART = 50.0  # distance of mentions of different incidents


class Boosted:
    """Several models that differ in the columns that each split may ask."""

    def __init__(self, columns: Floats, same: NDArray[np.bool_]) -> None:
        """Learn from pairs: their columns (pairs x columns) and whether they mean one happening."""
        from sklearn.ensemble import HistGradientBoostingClassifier  # ECB+ alone needs it

        self.models = [
            HistGradientBoostingClassifier(
                max_iter=150,
                learning_rate=0.08,
                max_leaf_nodes=16,
                min_samples_leaf=100,
                l2_regularization=5.0,
                max_features=0.5,
                early_stopping=False,
                random_state=seed,
            ).fit(columns, same)
            for seed in range(SEEDS)
        ]

    def score(self, columns: Floats) -> Floats:
        """Give the mean log-odds of pairs."""
        odds: Floats = np.mean([model.decision_function(columns) for model in self.models], axis=0)
        return odds


def grouped(scores: Floats, homes: Sequence[int], *, least: float) -> list[int]:
    """Give the number of each mention's group: the mean score between what is joined is above `least`.

    `scores` are those of all pairs in the order of `numpy.triu_indices(n, 1)`; mentions whose `homes` differ are
    never joined.
    """
    home = np.asarray(homes)
    if len(home) < 2:
        return list(range(len(home)))
    one, two = np.triu_indices(len(home), 1)
    distances = np.where(home[one] == home[two], MOST - np.clip(scores, -MOST, MOST), APART)
    found: list[int] = fcluster(linkage(distances, "average"), MOST - least, "distance").tolist()
    return found
