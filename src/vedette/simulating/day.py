"""A day of all runs: what the baseline and the past bring, and what that sets off before the day ends.

What is felt of the past is one number for each side (kernels are exponential, so that is all that matters of it). A
day's acts are those of the baseline and those that the past sets off, a Poisson number with times within the day, then
generation by generation the acts that these set off before the day ends (Hawkes and Oakes 1974). Nothing is rounded
to a time step; factors may differ from day to day.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from vedette.measuring.events import Floats, Ints
from vedette.simulating.chance import generator, poisson, within
from vedette.simulating.factors import Factors
from vedette.simulating.plan import Plan
from vedette.simulating.runs import Runs, World

_RANKED = 6  # acts of a side on a day whose luck is shared between worlds
_COUNT, _TIMES, _TOLL, _REACH, _SPARE = range(2, 7)


@dataclass(frozen=True, slots=True)
class _Acts:
    """Acts of one generation in order of run and side: `cell` = run * sides + side, and the time within the day."""

    cell: Ints
    time: Floats
    sides: int

    @property
    def run(self) -> Ints:
        """The run of each act."""
        return self.cell // self.sides

    @property
    def side(self) -> Ints:
        """The side of each act."""
        return self.cell % self.sides


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """Day `number` of a simulation; `made` and `felt` are written to."""

    world: World
    plan: Plan
    factors: Factors
    made: Runs
    number: int
    seed: int
    felt: Floats
    scales: Floats

    def live(self) -> None:
        """Add the day's acts, their dead and what is felt at its end."""
        decay, shape = self.world.drawn.decay, self.felt.shape
        matrix = self.world.drawn.branching * self.factors.reaction
        counts = np.zeros(shape, dtype=np.int64)
        times, spare = self._chance(_TIMES), self._chance(_SPARE)
        new, acts = self._first(matrix, counts, times)
        self.felt[...] *= np.exp(-decay)[:, None]
        generation = 0
        while acts.cell.size:
            run = acts.run
            weight = self._weighed(acts, counts, spare)
            counts += new
            rest = decay[run] * (1 - acts.time)
            self.felt[...] += _summed(acts.cell, weight * np.exp(-rest), shape)
            generation += 1
            mass = weight * -np.expm1(-rest)
            mean = np.einsum("rij,rj->ri", matrix, _summed(acts.cell, mass, shape))
            new = self._admitted(poisson(self._chance(_COUNT, generation).random(shape), mean), counts)
            acts = _children(new, matrix, acts, mass, decay=decay, chance=times)
        self.made.acts[:, self.number] += counts

    def _chance(self, *purpose: int) -> np.random.Generator:
        return generator(self.seed, self.number, *purpose)

    def _first(self, matrix: Floats, counts: Ints, times: np.random.Generator) -> tuple[Ints, _Acts]:
        """Draw the acts of the baseline and those that earlier days set off."""
        decay, shape = self.world.drawn.decay, self.felt.shape
        base = self.world.drawn.baseline * self.factors.base
        answers = np.einsum("rij,rj->ri", matrix, self.felt) * -np.expm1(-decay)[:, None]
        new = self._admitted(poisson(self._chance(_COUNT, 0).random(shape), base + answers), counts)
        cell = np.repeat(np.arange(new.size), new.ravel())
        share = np.divide(answers, base + answers, out=np.zeros(shape), where=base + answers > 0).ravel()[cell]
        stirred, u = times.random(cell.size) < share, times.random(cell.size)
        late = within(u, decay[cell // shape[1]], np.ones(cell.size))
        return new, _Acts(cell, np.where(stirred, late, u), shape[1])

    def _admitted(self, wanted: Ints, counts: Ints) -> Ints:
        """Let no side do more on a day than it can; note the runs that would have."""
        room = np.maximum(self.plan.capacity.astype(np.int64) - counts, 0)
        self.made.full[...] |= (wanted > room).any(axis=1)
        return np.asarray(np.minimum(wanted, room))

    def _weighed(self, acts: _Acts, counts: Ints, spare: np.random.Generator) -> Floats:
        """Draw the dead of each act and whether it was abroad, note both, and give how much it weighs on others."""
        dead = self._dead(acts, _luck(acts.cell, counts, self._chance(_TOLL), spare))
        if len(self.plan.abroad):
            self._abroad(acts, _luck(acts.cell, counts, self._chance(_REACH), spare))
        if not self.world.steepness:
            return np.ones(acts.cell.size)
        return np.asarray(np.exp(self.world.steepness * np.log1p(dead)) / self.scales[acts.side])

    def _dead(self, acts: _Acts, u: Floats) -> Ints:
        side, run = acts.side, acts.run
        dead = np.empty(side.size, dtype=np.int64)
        for i, law in enumerate(self.world.tolls):
            dead[side == i] = law.at(u[side == i])
        if (self.factors.toll != 1).any():
            times = np.broadcast_to(self.factors.toll, self.felt.shape)[run, side]
            # the digits of u that the law has not used round to a whole number without bias
            dead = np.where(times == 1, dead, np.floor(dead * times + (u * 997.0) % 1.0)).astype(np.int64)
        self.made.deaths[:, self.number] += _summed(acts.cell, dead, self.felt.shape).astype(np.int64)
        np.maximum.at(self.made.worst[:, self.number], run, dead)
        return dead

    def _abroad(self, acts: _Acts, u: Floats) -> None:
        reach = np.broadcast_to(self.factors.reach, self.felt.shape)[acts.run, acts.side]
        for question, chances in enumerate(self.plan.abroad):
            there = u < chances[acts.side] * reach
            self.made.abroad[question, :, self.number] += np.bincount(acts.run[there], minlength=len(self.felt))


def _summed(cell: Ints, values: NDArray[np.float64] | Ints, shape: tuple[int, ...]) -> Floats:
    summed = np.bincount(cell, values.astype(np.float64), minlength=shape[0] * shape[1])
    return np.asarray(summed, dtype=np.float64).reshape(shape)


def _children(
    new: Ints, matrix: Floats, parents: _Acts, mass: Floats, *, decay: Floats, chance: np.random.Generator
) -> _Acts:
    """Give each new act a parent among the acts of its run, and a time after it; in order of run and side."""
    runs, sides = new.shape
    run, side = parents.run, parents.side
    bounds = np.concatenate([[0], np.searchsorted(run, np.arange(runs), side="right")])
    cells, times = [np.zeros(0, dtype=np.int64)], [np.zeros(0)]
    for i in range(sides):
        born = np.repeat(np.arange(runs), new[:, i])
        first, last = bounds[born], bounds[born + 1]
        upto = np.concatenate([[0.0], np.cumsum(matrix[run, i, side] * mass)])
        at = upto[first] + chance.random(born.size) * (upto[last] - upto[first])
        parent = np.clip(np.searchsorted(upto, at, side="right") - 1, first, last - 1)
        start = parents.time[parent]
        cells.append(born * sides + i)
        times.append(start + within(chance.random(born.size), decay[born], 1 - start))
    cell, time = np.concatenate(cells), np.concatenate(times)
    order = np.argsort(cell, kind="stable")
    return _Acts(cell[order], time[order], sides)


def _luck(cell: Ints, counts: Ints, shared: np.random.Generator, spare: np.random.Generator) -> Floats:
    """Give each act a number from 0 to 1: the same in all worlds for the first acts of a run, side and day."""
    rank = np.arange(cell.size) - np.searchsorted(cell, cell, side="left") + counts.ravel()[cell]
    table = shared.random((_RANKED, counts.size))
    u = np.asarray(table[np.minimum(rank, _RANKED - 1), cell])
    late = rank >= _RANKED
    u[late] = spare.random(int(late.sum()))
    return u
