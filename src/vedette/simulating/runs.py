"""Thousands of runs at once, a day at a time, exact: a marked Hawkes process in continuous time.

What is felt of the past is one number for each side (kernels are exponential, so that is all that matters of it). A
day's acts are those of the baseline and those that the past sets off, a Poisson number with times within the day, then
generation by generation the acts that these set off before the day ends (Hawkes and Oakes 1974). Nothing is rounded
to a time step; factors may differ from day to day.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from vedette.measuring.events import Floats, Ints
from vedette.simulating.chance import generator, poisson, within
from vedette.simulating.drawn import Drawn
from vedette.simulating.plan import NEVER, Effect, Plan, Shock, Start
from vedette.simulating.tolls import TollLaw

_RANKED = 6  # acts of a side on a day whose luck is shared between worlds
_COUNT, _TIMES, _TOLL, _REACH, _PARENT = range(2, 7)
_STARTS, _LUCK, _SHOCKS = range(10_001, 10_004)  # beyond any day, so that no two purposes share a generator


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
    full: np.ndarray[tuple[int, ...], np.dtype[np.bool_]]


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """What is true of the sides whatever changes: parameters of each run, laws of tolls, what is felt at the start."""

    drawn: Drawn
    tolls: Sequence[TollLaw]
    felt: Floats
    steepness: float = 0.0


@dataclass(slots=True)
class _Day:
    """The acts of a day so far: index of run, of side, time within the day, weight; and the counts by run and side."""

    run: Ints
    side: Ints
    time: Floats
    weight: Floats
    counts: Ints


def simulate(world: World, plan: Plan, *, days: int, seed: int) -> Runs:
    """Run the world forward for so many days under a plan."""
    runs, sides = world.drawn.baseline.shape
    scales = _scales(world)
    felt = world.felt.copy()
    made = Runs(
        acts=np.zeros((runs, days, sides), dtype=np.int64),
        deaths=np.zeros((runs, days, sides), dtype=np.int64),
        worst=np.zeros((runs, days), dtype=np.int64),
        abroad=np.zeros((len(plan.abroad), runs, days), dtype=np.int64),
        began=np.stack([_begins(one.start, runs, seed) for one in plan.effects])
        if plan.effects
        else np.zeros((0, runs), dtype=np.int64),
        full=np.zeros(runs, dtype=bool),
    )
    for day in range(days):
        factors = _Factors.of(plan.effects, made.began, day, sides)
        for number, shock in enumerate(plan.shocks):
            _strike(shock, number, day=day, seed=seed, felt=felt, made=made)
        _live(world, plan, factors, felt, made, day=day, seed=seed, scales=scales)
        _set_off(plan.effects, made, day)
    return made


@dataclass(frozen=True, slots=True)
class _Factors:
    base: Floats
    reaction: Floats
    toll: Floats
    reach: Floats

    @classmethod
    def of(cls, effects: Sequence[Effect], began: Ints, day: int, sides: int) -> _Factors:
        """Multiply the factors of all effects as strong as they are on this day; (1, ...) where no run differs."""
        base, toll, reach = (np.ones((1, sides)) for _ in range(3))
        reaction = np.ones((1, sides, sides))
        for effect, first in zip(effects, began, strict=True):
            power = _power(effect, first, day)
            base = base * (1 + power[:, None] * (effect.base - 1))
            toll = toll * (1 + power[:, None] * (effect.toll - 1))
            reach = reach * (1 + power[:, None] * (effect.reach - 1))
            reaction = reaction * (1 + power[:, None, None] * (effect.reaction - 1))
        return cls(base, reaction, toll, reach)


def _power(effect: Effect, began: Ints, day: int) -> Floats:
    """Give how strong an effect is in each run, 0 to 1; one number where all runs agree."""
    first = began[:1] if (began == began[0]).all() else began
    power = np.clip((day - first + 1) / max(effect.start.over, 1), 0.0, 1.0) * (day < effect.start.until)
    return np.asarray(1.0 - power if effect.before else power)


def _begins(start: Start, runs: int, seed: int) -> Ints:
    """Give the day on which a change begins in each run, NEVER where it does not or is yet to be set off."""
    began = np.full(runs, start.day, dtype=np.int64)
    if start.chance is not None:
        u = generator(seed, _STARTS, start.day, start.luck).random(runs)
        wait = np.log1p(-u) / np.log1p(-min(start.chance, 1 - 1e-12)) if start.chance > 0 else np.full(runs, NEVER)
        began += np.minimum(wait, NEVER).astype(np.int64)
    if start.trigger is not None:
        began[:] = NEVER
    if start.share != (0.0, 1.0):
        luck = generator(seed, _LUCK, start.luck).random(runs)
        began[(luck < start.share[0]) | (luck >= start.share[1])] = NEVER
    return began


def _set_off(effects: Sequence[Effect], made: Runs, day: int) -> None:
    """Begin on the next day what today's crossing sets off."""
    for number, effect in enumerate(effects):
        trigger = effect.start.trigger
        if trigger is None or day + 1 < effect.start.day:
            continue
        told = made.acts if trigger.measure == "acts" else made.deaths
        recent = told[:, max(0, day + 1 - trigger.days) : day + 1]
        recent = recent if trigger.sides is None else recent[:, :, list(trigger.sides)]
        crossed = (recent.sum(axis=(1, 2)) >= trigger.at_least) & (made.began[number] == NEVER)
        made.began[number, crossed] = day + 1


def _strike(shock: Shock, number: int, *, day: int, seed: int, felt: Floats, made: Runs) -> None:
    """Let a shock happen in the runs where it does, at the beginning of the day."""
    start = shock.start
    if not start.day <= day < start.until:
        return
    if start.chance is None and start.trigger is None and day != start.day:
        return
    runs = len(felt)
    hit = np.ones(runs, dtype=bool)
    if start.chance is not None:
        hit = generator(seed, _SHOCKS, day, number).random(runs) < start.chance
    felt[hit, shock.side] += shock.weight
    made.acts[hit, day, shock.side] += int(shock.counted)
    made.deaths[hit, day, shock.side] += shock.killed
    made.worst[hit, day] = np.maximum(made.worst[hit, day], shock.killed)


def _live(
    world: World, plan: Plan, factors: _Factors, felt: Floats, made: Runs, *, day: int, seed: int, scales: Floats
) -> None:
    """Live through a day: its acts with their dead, and what is felt at its end."""
    decay, sides = world.drawn.decay, felt.shape[1]
    matrix = world.drawn.branching * factors.reaction
    base = world.drawn.baseline * factors.base
    answers = np.einsum("rij,rj->ri", matrix, felt) * -np.expm1(-decay)[:, None]
    counts = np.zeros(felt.shape, dtype=np.int64)
    wanted = poisson(generator(seed, day, _COUNT, 0).random(felt.shape), base + answers)
    times = generator(seed, day, _TIMES)
    spare = generator(seed, day, _PARENT)
    new = _admitted(wanted, counts, plan.capacity, made.full)
    cell = np.repeat(np.arange(new.size), new.ravel())
    run, side = cell // sides, cell % sides
    stirred = times.random(cell.size) * (base + answers)[run, side] < answers[run, side]
    u = times.random(cell.size)
    time = np.where(stirred, within(u, decay[run], np.ones(cell.size)), u)
    felt *= np.exp(-decay)[:, None]
    generation = 0
    while cell.size:
        weight = _dead(world, plan, factors, made, cell, counts, day=day, seed=seed, spare=spare, scales=scales)
        counts += new
        felt += np.bincount(cell, weight * np.exp(-decay[run] * (1 - time)), minlength=felt.size).reshape(felt.shape)
        generation += 1
        mass = weight * -np.expm1(-decay[run] * (1 - time))
        onto = np.bincount(cell, mass, minlength=felt.size).reshape(felt.shape)
        u_counts = generator(seed, day, _COUNT, generation).random(felt.shape)
        wanted = poisson(u_counts, np.einsum("rij,rj->ri", matrix, onto))
        new = _admitted(wanted, counts, plan.capacity, made.full)
        cell, time = _children(new, matrix, run, side, time, mass, decay, times)
        run, side = cell // sides, cell % sides
    made.acts[:, day] += counts


def _admitted(
    wanted: Ints, counts: Ints, capacity: Floats, full: np.ndarray[tuple[int, ...], np.dtype[np.bool_]]
) -> Ints:
    """Let no side do more on a day than it can; note the runs that would have."""
    room = np.maximum(capacity.astype(np.int64) - counts, 0)
    full |= (wanted > room).any(axis=1)
    return np.minimum(wanted, room)


def _children(
    new: Ints,
    matrix: Floats,
    run: Ints,
    side: Ints,
    time: Floats,
    mass: Floats,
    decay: Floats,
    times: np.random.Generator,
) -> tuple[Ints, Floats]:
    """Give each new act a parent among the acts of its run, and a time after it; in order of run and side."""
    sides = new.shape[1]
    ends = np.searchsorted(run, np.arange(len(new)), side="right")
    cells, at = [], []
    for i in range(sides):
        born = np.repeat(np.arange(len(new)), new[:, i])
        if not born.size:
            continue
        upto = np.concatenate([[0.0], np.cumsum(matrix[run, i, side] * mass)])
        low, high = upto[np.where(born > 0, ends[born - 1], 0)], upto[ends[born]]
        parent = np.searchsorted(upto, low + times.random(born.size) * (high - low), side="right") - 1
        parent = np.clip(parent, np.where(born > 0, ends[born - 1], 0), ends[born] - 1)
        start = time[parent]
        cells.append(born * sides + i)
        at.append(start + within(times.random(born.size), decay[born], 1 - start))
    if not cells:
        return np.zeros(0, dtype=np.int64), np.zeros(0)
    cell, when = np.concatenate(cells), np.concatenate(at)
    order = np.argsort(cell, kind="stable")
    return cell[order], when[order]


def _dead(
    world: World,
    plan: Plan,
    factors: _Factors,
    made: Runs,
    cell: Ints,
    counts: Ints,
    *,
    day: int,
    seed: int,
    spare: np.random.Generator,
    scales: Floats,
) -> Floats:
    """Draw the dead of each act and whether it was abroad, note both, and give how much each act weighs on others."""
    shape = counts.shape
    sides = shape[1]
    run, side = cell // sides, cell % sides
    u = _luck(cell, counts, generator(seed, day, _TOLL), spare)
    dead = np.empty(cell.size, dtype=np.int64)
    for i, law in enumerate(world.tolls):
        dead[side == i] = law.at(u[side == i])
    toll = np.broadcast_to(factors.toll, shape)[run, side]
    dead = (
        np.floor(dead * toll + np.where(toll == 1, 0.0, (u * 997.0) % 1.0)).astype(np.int64)
        if (toll != 1).any()
        else dead
    )
    made.deaths[:, day] += np.bincount(cell, dead, minlength=counts.size).astype(np.int64).reshape(shape)
    np.maximum.at(made.worst[:, day], run, dead)
    if len(plan.abroad):
        where = _luck(cell, counts, generator(seed, day, _REACH), spare)
        reach = np.broadcast_to(factors.reach, shape)[run, side]
        for question, chances in enumerate(plan.abroad):
            there = where < chances[side] * reach
            made.abroad[question, :, day] += np.bincount(run[there], minlength=shape[0])
    if not world.steepness:
        return np.ones(cell.size)
    return np.asarray(np.exp(world.steepness * np.log1p(dead)) / scales[side])


def _luck(cell: Ints, counts: Ints, shared: np.random.Generator, spare: np.random.Generator) -> Floats:
    """Give each act a number from 0 to 1: the same in all worlds for the first acts of a run, side and day."""
    first = np.searchsorted(cell, cell, side="left")
    rank = np.arange(cell.size) - first + counts.ravel()[cell]
    table = shared.random((_RANKED, counts.size))
    u = table[np.minimum(rank, _RANKED - 1), cell]
    late = rank >= _RANKED
    u[late] = spare.random(int(late.sum()))
    return np.asarray(u)


def _scales(world: World) -> Floats:
    """Give the mean raw weight of each side's acts, so that weights have mean 1."""
    u = (np.arange(20_000) + 0.5) / 20_000
    return np.array([float(np.exp(world.steepness * np.log1p(law.at(u))).mean()) for law in world.tolls])
