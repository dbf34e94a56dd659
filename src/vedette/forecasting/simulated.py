"""Hawkes simulation: each unit's acts breed more of them, and answer those of its partner, run forward in draws."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from vedette.forecasting.members import SEED, fading, lasting
from vedette.forecasting.panel import Panel
from vedette.forecasting.score import Floats

LONGEST, LEAST, FEWEST = 540, 30, 15  # periods that a fit sees at most and at least, and acts that it needs
RUNAWAY = 20.0  # no path's mean goes beyond so many times the greatest count seen


@dataclass(frozen=True, slots=True, kw_only=True)
class Motion:
    """How mean counts follow from what is felt: mean = base + answer @ felt; felt fades to `left` of itself a period.

    `over` is each actor's overdispersion: variance = mean + over * mean^2.
    """

    base: Floats
    answer: Floats
    left: float
    felt: Floats
    over: Floats
    most: float


def hawkes(panel: Panel, steps: Sequence[int], n: int) -> Floats:
    """Simulate each unit, together with its partner, forward from a fit to its counts by period.

    A unit with fewer than 15 acts in the last 540 periods, or fewer than 30 periods, draws from memory instead.
    """
    made = (lasting if panel.daily else fading)(panel, steps, n)
    chance, chosen = np.random.default_rng(SEED), [step - 1 for step in steps]
    for group in _groups(panel):
        counts = _tail(panel, group)
        if len(counts) >= LEAST and counts.sum(axis=0).min() >= FEWEST:
            paths = _run(motion(counts), max(steps), n, chance)
            made[list(group)] = paths[:, chosen]
    return made


def motion(counts: Floats) -> Motion:
    """Fit the process to counts (periods, actors), and give how it moves from here on."""
    from vedette.measuring.binned import fit_binned, means

    fit = fit_binned(counts)
    place = np.concatenate([fit.weights.ravel(), fit.branching.ravel(), [np.log(fit.decay)]])
    k, left = counts.shape[1], float(np.exp(-fit.decay))
    quiet = np.zeros((2, k))
    base = means(quiet, np.ones((2, 1)), place)[1]
    struck = [np.vstack([np.eye(k)[j], np.zeros(k)]) for j in range(k)]
    answer = np.stack([(means(one, np.ones((2, 1)), place)[1] - base) / (1 - left) for one in struck], axis=1)
    felt = (0.0 * counts[0]) + (left ** np.arange(len(counts))[::-1]) @ counts * (1 - left)
    mean = means(counts, np.ones((len(counts), 1)), place)
    over = ((counts - mean) ** 2 - mean).sum(axis=0) / np.maximum((mean**2).sum(axis=0), 1e-9)
    most = RUNAWAY * float(counts.max())
    return Motion(base=base, answer=answer, left=left, felt=felt, over=np.clip(over, 1e-6, 20), most=most)


def _run(move: Motion, longest: int, n: int, chance: np.random.Generator) -> Floats:
    """Draw n paths: counts (actors, longest, n)."""
    felt = np.repeat(move.felt[:, None], n, axis=1)
    made = []
    for _ in range(longest):
        mean = np.clip(move.base[:, None] + move.answer @ felt, 1e-9, move.most)
        rate = mean * chance.gamma(1 / move.over[:, None], move.over[:, None], mean.shape)
        counts = chance.poisson(rate).astype(np.float64)
        felt = move.left * felt + (1 - move.left) * counts
        made.append(counts)
    return np.stack(made, axis=1)


def _groups(panel: Panel) -> Iterator[tuple[int, ...]]:
    """Give each unit alone, or with the partner that it answers, once."""
    for i in range(len(panel.units)):
        partner = panel.partners[i] if panel.partners else -1
        if partner in (-1, i):
            yield (i,)
        elif i < partner:
            yield (i, partner)


def _tail(panel: Panel, group: tuple[int, ...]) -> Floats:
    """Give the counts (periods, actors) of the last stretch without an unknown period."""
    counts = panel.counts[list(group), -LONGEST:].T
    blank = np.flatnonzero(np.isnan(counts).any(axis=1))
    return counts[blank[-1] + 1 :] if len(blank) else counts
