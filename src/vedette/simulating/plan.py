"""What changes when: factors on baselines, reactions, tolls and reach, shocks, and what sets them off."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from vedette.measuring.events import Floats

NEVER = 10**6


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """A crossing that sets a change off the day after: at least so many acts or deaths (of `sides`) within `days`."""

    measure: str
    at_least: float
    days: int
    sides: tuple[int, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """When a change begins: on a day, by a daily chance from that day on, or after a trigger; and when it ends.

    `share` (from, to): only in runs whose luck `luck` (one number from 0 to 1 a run) lies between the two.
    """

    day: int = 0
    until: int = NEVER
    over: int = 0
    chance: float | None = None
    trigger: Trigger | None = None
    share: tuple[float, float] = (0.0, 1.0)
    luck: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """Factors while a change lasts, 1 for no change: baseline (sides), reaction (to, from), toll and reach (sides).

    `before`: the factors hold until the change begins instead (a side that has yet to enter).
    """

    start: Start
    base: Floats
    reaction: Floats
    toll: Floats
    reach: Floats
    before: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Shock:
    """An event from outside: `weight` ordinary acts of a side as others feel it, with so many killed.

    `counted`: it is an act of that side (a mass-casualty attack); otherwise the others react to something that this
    side did not do (an accident, a false attribution). With a daily chance it may come again and again.
    """

    start: Start
    side: int
    weight: float
    killed: int
    counted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """All that differs from the no-change run. `capacity`: the most acts of a side on a day; `abroad`: for each
    question about other countries the probability that an act of a side is there (questions, sides)."""

    capacity: Floats
    abroad: Floats
    effects: tuple[Effect, ...] = ()
    shocks: tuple[Shock, ...] = field(default=())


def no_effect(sides: int, *, start: Start, before: bool = False) -> Effect:
    """Give an effect that changes nothing yet, to be filled in."""
    ones = np.ones(sides)
    return Effect(
        start=start, base=ones, reaction=np.ones((sides, sides)), toll=ones.copy(), reach=ones.copy(), before=before
    )
