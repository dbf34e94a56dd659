"""The scores of coreference: MUC (Vilain 1995), B3 (Bagga and Baldwin 1998), CEAF-e (Luo 2005), and their mean, CoNLL.

Gold and answer map each mention to the name of its cluster; both must hold the same mentions.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.optimize import linear_sum_assignment

Chains = Mapping[Any, Any]  # a mention -> its cluster, both hashable


@dataclass(frozen=True, slots=True)
class Prf:
    """Precision and recall, each 0..1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Give the harmonic mean; 0 where both are 0."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def muc(gold: Chains, answer: Chains) -> Prf:
    """Count links: a cluster of n mentions has n - 1, less one for each further cluster that it is spread over."""
    return Prf(_links_kept(answer, gold), _links_kept(gold, answer))


def b_cubed(gold: Chains, answer: Chains) -> Prf:
    """Average over mentions how much of their two clusters is shared."""
    _check(gold, answer)
    both = Counter((gold[one], answer[one]) for one in gold)
    golds, answers = Counter(gold.values()), Counter(answer.values())
    precision = sum(n * n / answers[cluster] for (_, cluster), n in both.items())
    recall = sum(n * n / golds[cluster] for (cluster, _), n in both.items())
    return Prf(precision / max(1, len(gold)), recall / max(1, len(gold)))


def ceaf_e(gold: Chains, answer: Chains) -> Prf:
    """Align clusters one to one so that the sum of their likeness, 2 |A and B| / (|A| + |B|), is greatest."""
    _check(gold, answer)
    golds, answers = Counter(gold.values()), Counter(answer.values())
    rows = {cluster: at for at, cluster in enumerate(golds)}
    columns = {cluster: at for at, cluster in enumerate(answers)}
    alike = np.zeros((len(rows), len(columns)))
    for (left, right), n in Counter((gold[one], answer[one]) for one in gold).items():
        alike[rows[left], columns[right]] = 2 * n / (golds[left] + answers[right])
    best = alike[linear_sum_assignment(-alike)].sum() if alike.size else 0.0
    return Prf(float(best) / max(1, len(columns)), float(best) / max(1, len(rows)))


def conll(gold: Chains, answer: Chains) -> float:
    """Give the mean F1 of the three, as the CoNLL-2012 task ranks."""
    return sum(score(gold, answer).f1 for score in (muc, b_cubed, ceaf_e)) / 3


def _links_kept(whole: Chains, parts: Chains) -> float:
    _check(whole, parts)
    members: dict[Hashable, list[Hashable]] = defaultdict(list)
    for one, cluster in whole.items():
        members[cluster].append(one)
    kept = sum(len(ones) - len({parts[one] for one in ones}) for ones in members.values())
    links = sum(len(ones) - 1 for ones in members.values())
    return kept / links if links else 0.0


def _check(gold: Chains, answer: Chains) -> None:
    if gold.keys() != answer.keys():
        raise ValueError(f"{len(gold)} gold and {len(answer)} answered mentions are not the same; score the same ones")


def clusters_of(groups: Sequence[Sequence[Any]]) -> dict[Any, int]:
    """Turn groups of mentions into the map that the scores take."""
    return {one: at for at, group in enumerate(groups) for one in group}
