"""Hawkes simulation: acts that breed more of them and answer those of a partner, run forward in draws.

In whole periods the process is mean(t) = base + own * felt(t) + answer * felt of the partner(t), where felt is the past
with geometric weights that sum to 1: `own` and `answer` are then mean numbers of acts that an act sets off, as in the
branching matrix of `vedette.measuring.hawkes` (Kirchner 2016 on counts as Hawkes processes). Fits here are made by the
hundred in back-tests, so they are of this plain form, for all units at once, without the tests that measuring makes.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from vedette.forecasting.members import SEED, fading, lasting
from vedette.forecasting.memory import remembered
from vedette.forecasting.panel import Panel
from vedette.forecasting.score import Floats

LONGEST, LEAST, FEWEST = 365, 30, 15  # periods that a fit sees at most and at least, and acts that it needs
HALVES = (1.0, 2.0, 4.0, 8.0, 16.0, 32.0)  # half-lives of a reaction that are tried, in periods
ROUNDS = 40  # of multiplicative updates, each of which raises the likelihood
RUNAWAY, STEADY = 20.0, 0.95  # most times the greatest count that a mean may reach; most acts that an act sets off
WIDEST = 20.0  # overdispersion at most


@dataclass(frozen=True, slots=True, kw_only=True)
class Motion:
    """How each unit's mean follows: base + own * felt + answer * felt of its partner; all (units,).

    `left` is what of the felt is left after a period, `felt` (2, units) its state now, of itself and of the partner;
    `over` the overdispersion: variance = mean + over * mean^2.
    """

    base: Floats
    own: Floats
    answer: Floats
    left: Floats
    felt: Floats
    over: Floats


def hawkes(panel: Panel, steps: Sequence[int], n: int) -> Floats:
    """Simulate all units forward together from a fit to their counts by period.

    A unit with fewer than 15 acts in the last 365 periods, or fewer than 30 known ones, draws from memory instead.
    """
    made = (lasting if panel.daily else fading)(panel, steps, n)
    counts = panel.counts[:, -LONGEST:]
    fitted = (np.nansum(counts, axis=1) >= FEWEST) & (np.isfinite(counts).sum(axis=1) >= LEAST)
    if fitted.any():
        paths = _run(motion(counts, _partners(panel)), _partners(panel), 1 + counts[:, panel_known(counts)].max(axis=1),
                     max(steps), n)  # fmt: skip
        made[fitted] = paths[fitted][:, [step - 1 for step in steps]]
    return made


def motion(counts: Floats, partners: np.ndarray[tuple[int], np.dtype[np.intp]]) -> Motion:
    """Fit counts (units, periods; nan where unknown) by likelihood over half-lives, and give how they move from here.

    A partner of -1 is none.
    """
    known = np.isfinite(counts)
    level = np.nanmean(counts, axis=1)
    filled = np.where(known, counts, level[:, None])
    best: dict[str, Floats] = {}
    for half in HALVES:
        found = _fit(filled, known, partners, left=0.5 ** (1 / half))
        better = found["worth"] > best.get("worth", np.full(len(counts), -np.inf))
        best = {key: np.where(better, value, best.get(key, value)) for key, value in found.items()}
    return Motion(
        base=best["base"], own=best["own"], answer=best["answer"], left=best["left"],
        felt=np.stack([best["felt"], best["partner"]]), over=best["over"],
    )  # fmt: skip


def panel_known(counts: Floats) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Say of which periods the counts are known."""
    return np.asarray(np.isfinite(counts[0]))


def _partners(panel: Panel) -> np.ndarray[tuple[int], np.dtype[np.intp]]:
    return np.array(panel.partners or [-1] * len(panel.units), dtype=np.intp)


def _fit(
    counts: Floats, known: Floats | np.ndarray[tuple[int, ...], np.dtype[np.bool_]],
    partners: np.ndarray[tuple[int], np.dtype[np.intp]], *, left: float,
) -> dict[str, Floats]:  # fmt: skip
    """Fit base, own and answer at a given fading by multiplicative updates (expectation and maximisation)."""
    felt, after = _felt(counts, left)
    other = np.where((partners >= 0)[:, None], felt[partners], 0.0)
    causes = np.stack([np.ones_like(felt), felt, other]) * known
    whole = np.maximum(causes.sum(axis=2), 1e-9)
    weights = np.stack([counts.mean(axis=1) * 0.6, np.full(len(counts), 0.3), np.where(partners >= 0, 0.1, 0.0)])
    for _ in range(ROUNDS):
        mean = np.maximum((weights[:, :, None] * causes).sum(axis=0), 1e-9)
        weights = weights * ((causes * (counts / mean)).sum(axis=2) / whole)
    mean = np.maximum((weights[:, :, None] * causes).sum(axis=0), 1e-9)
    worth = ((counts * np.log(mean) - mean) * known).sum(axis=1)
    spread = (((counts - mean) ** 2 - mean) * known).sum(axis=1) / np.maximum((mean**2 * known).sum(axis=1), 1e-9)
    base, own, answer = weights
    return {
        "worth": worth, "base": base, "own": np.minimum(own, STEADY), "answer": answer,
        "left": np.full(len(counts), left), "felt": after, "partner": np.where(partners >= 0, after[partners], 0.0),
        "over": np.clip(spread, 1e-6, WIDEST),
    }  # fmt: skip


def _felt(counts: Floats, left: float) -> tuple[Floats, Floats]:
    """Give what is felt at the start of each period (units, periods), and after the last."""
    start = counts.mean(axis=1, keepdims=True)  # as if the past before the record had been alike
    made = remembered((1 - left) * np.concatenate([start / (1 - left), counts], axis=1), np.array(left))
    return made[:, :-1], made[:, -1]


def _run(
    move: Motion, partners: np.ndarray[tuple[int], np.dtype[np.intp]], greatest: Floats, longest: int, n: int
) -> Floats:
    """Draw n paths of all units: counts (units, longest, n)."""
    chance = np.random.default_rng(SEED)
    own, other = (np.repeat(one[:, None], n, axis=1) for one in move.felt)
    base, of_own, of_other, left, over = (
        one[:, None] for one in (move.base, move.own, move.answer, move.left, move.over)
    )
    made = []
    for _ in range(longest):
        mean = np.clip(base + of_own * own + of_other * other, 1e-9, RUNAWAY * greatest[:, None])
        counts = chance.poisson(mean * chance.gamma(1 / over, over, mean.shape)).astype(np.float64)
        own = left * own + (1 - left) * counts
        other = left * other + (1 - left) * counts[partners]
        made.append(counts)
    return np.stack(made, axis=1)
