"""Thousands of runs at once, a day at a time, exact: a marked Hawkes process in continuous time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from vedette.measuring.events import Floats, Ints
from vedette.simulating.chance import generator
from vedette.simulating.drawn import Drawn
from vedette.simulating.factors import Factors, begins, set_off
from vedette.simulating.plan import Plan, Shock
from vedette.simulating.tolls import TollLaw

_SHOCKS = 10_003  # beyond any day, so that no two purposes share a generator


@dataclass(frozen=True, slots=True, kw_only=True)
class Runs:
    """What happened: `acts` and `deaths` (runs, days, sides), the dead of the deadliest act (runs, days), acts abroad
    by question (questions, runs, days), the day on which each effect began (effects, runs), and which runs reached
    the capacity of a side."""

    acts: Ints
    deaths: Ints
    worst: Ints
    abroad: Ints
    began: Ints
    full: NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """What is true of the sides whatever changes: parameters of each run, laws of tolls, what is felt at the start
    (runs, sides), and how steeply the dead of an act weigh."""

    drawn: Drawn
    tolls: Sequence[TollLaw]
    felt: Floats
    steepness: float = 0.0

    @property
    def scales(self) -> Floats:
        """The mean raw weight of each side's acts, by which weights are divided so that their mean is 1."""
        u = (np.arange(20_000) + 0.5) / 20_000
        return np.array([float(np.exp(self.steepness * np.log1p(law.at(u))).mean()) for law in self.tolls])


def simulate(world: World, plan: Plan, *, days: int, seed: int) -> Runs:
    """Run the world forward for so many days under a plan."""
    from vedette.simulating.day import Day

    runs, sides = world.drawn.baseline.shape
    felt, scales = world.felt.copy(), world.scales
    made = _empty(plan, runs, days, sides, seed)
    for number in range(days):
        for n, shock in enumerate(plan.shocks):
            _strike(shock, n, day=number, seed=seed, felt=felt, made=made)
        factors = Factors.of(plan.effects, made.began, number, sides)
        Day(
            world=world, plan=plan, factors=factors, made=made, number=number, seed=seed, felt=felt, scales=scales
        ).live()
        set_off(plan.effects, acts=made.acts, deaths=made.deaths, began=made.began, day=number)
    return made


def _empty(plan: Plan, runs: int, days: int, sides: int, seed: int) -> Runs:
    began = np.zeros((len(plan.effects), runs), dtype=np.int64)
    for n, effect in enumerate(plan.effects):
        began[n] = begins(effect.start, runs, seed)
    return Runs(
        acts=np.zeros((runs, days, sides), dtype=np.int64),
        deaths=np.zeros((runs, days, sides), dtype=np.int64),
        worst=np.zeros((runs, days), dtype=np.int64),
        abroad=np.zeros((len(plan.abroad), runs, days), dtype=np.int64),
        began=began,
        full=np.zeros(runs, dtype=bool),
    )


def _strike(shock: Shock, number: int, *, day: int, seed: int, felt: Floats, made: Runs) -> None:
    """Let a shock happen in the runs where it does, at the beginning of the day."""
    start = shock.start
    if not start.day <= day < start.until:
        return
    if start.chance is None and day != start.day:
        return
    runs = len(felt)
    hit = np.ones(runs, dtype=bool)
    if start.chance is not None:
        hit = generator(seed, _SHOCKS, day, number).random(runs) < start.chance
    felt[hit, shock.side] += shock.weight
    made.acts[hit, day, shock.side] += int(shock.counted)
    made.deaths[hit, day, shock.side] += shock.killed
    made.worst[hit, day] = np.maximum(made.worst[hit, day], shock.killed)
