"""How strong every effect is on a day in each run, and when those begin that chance or a crossing sets off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from vedette.measuring.events import Floats, Ints
from vedette.simulating.chance import generator
from vedette.simulating.plan import NEVER, Effect, Start

_STARTS, _LUCK = 10_001, 10_002  # beyond any day, so that no two purposes share a generator


@dataclass(frozen=True, slots=True)
class Factors:
    """The factors of a day on baseline, toll and reach (runs or 1, sides) and on reactions (runs or 1, to, from)."""

    base: Floats
    reaction: Floats
    toll: Floats
    reach: Floats

    @classmethod
    def of(cls, effects: Sequence[Effect], began: Ints, day: int, sides: int) -> Factors:
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


def begins(start: Start, runs: int, seed: int) -> Ints:
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


def set_off(effects: Sequence[Effect], *, acts: Ints, deaths: Ints, began: Ints, day: int) -> None:
    """Begin on the next day what today's crossing sets off (written into `began`)."""
    for number, effect in enumerate(effects):
        trigger = effect.start.trigger
        if trigger is None or day + 1 < effect.start.day:
            continue
        told = acts if trigger.measure == "acts" else deaths
        recent = told[:, max(0, day + 1 - trigger.days) : day + 1]
        recent = recent if trigger.sides is None else recent[:, :, list(trigger.sides)]
        crossed = (recent.sum(axis=(1, 2)) >= trigger.at_least) & (began[number] == NEVER)
        began[number, crossed] = day + 1
