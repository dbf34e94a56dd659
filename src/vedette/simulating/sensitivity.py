"""Which knob matters: the scenario again without each change, with half of it, with twice as much."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from vedette.measuring.events import Floats
from vedette.simulating.drawn import Drawn
from vedette.simulating.knob import Change
from vedette.simulating.knobs import KNOBS
from vedette.simulating.plan import NEVER, Start
from vedette.simulating.runs import World, simulate
from vedette.simulating.study import Study, crossings_of, with_changes

RUNS = 1000
DOSES = (("without", 0.0), ("half", 0.5), ("double", 2.0))


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """The scenario with one change turned: which, how, each threshold's probability, and the mean dead; the last two
    with what that differs from the scenario as it is, and the standard error of the difference (paired)."""

    change: str
    dose: str
    p: tuple[float, ...]
    difference: tuple[float, ...]
    difference_error: tuple[float, ...]
    deaths: float
    deaths_difference: float


def sensitivity(study: Study, *, runs: int = RUNS) -> tuple[Turn, ...]:
    """Turn each change of the scenario by itself, and leave out its brinkmanship, with fewer runs and the same luck."""
    few = _fewer(study, min(runs, study.world.drawn.runs))
    base = _crossed(few, study.scenario.changes)
    made = []
    for n, change in enumerate(study.scenario.changes):
        for dose, times in DOSES:
            turned = turned_by(change, times) if times else _without(change)
            if turned is not None:
                changes = (*study.scenario.changes[:n], *turned, *study.scenario.changes[n + 1 :])
                made.append(_turn(change.name, dose, _crossed(few, changes), base))
    if study.scenario.bargain is not None:
        calm = replace(few, scenario=replace(few.scenario, bargain=None))
        made.append(_turn("brinkmanship", "without", _crossed(calm, study.scenario.changes), base))
    return tuple(made)


def turned_by(change: Change, times: float) -> tuple[Change, ...] | None:
    """Give a change of another strength: factors to that power, shares and amounts so many times as large.

    None where its strength cannot be turned, or is as strong as it can be.
    """
    values = dict(change.values)
    for key, field in KNOBS[change.knob].fields.items():
        if field.dose is None or values[key] == "":
            continue
        turned = values[key] ** times if field.dose == "factor" else values[key] * times
        values[key] = float(np.clip(turned, field.low, field.high))
    return None if values == dict(change.values) else (replace(change, values=values),)


def _without(change: Change) -> tuple[Change, ...]:
    """Leave a change out; a side that would enter stays out for good."""
    return (replace(change, start=Start(day=NEVER)),) if change.knob == "entry" else ()


def _fewer(study: Study, runs: int) -> Study:
    whole = study.world
    parameters = Drawn(
        baseline=whole.drawn.baseline[:runs], branching=whole.drawn.branching[:runs], decay=whole.drawn.decay[:runs]
    )
    world = World(drawn=parameters, tolls=whole.tolls, felt=whole.felt[:runs], steepness=whole.steepness)
    return replace(study, world=world)


@dataclass(frozen=True, slots=True)
class _Told:
    crossed: list[Floats]
    deaths: Floats


def _crossed(study: Study, changes: tuple[Change, ...]) -> _Told:
    scenario = study.scenario
    plan = with_changes(study.still, scenario, study.acts, study.names, changes)
    runs = simulate(study.world, plan, days=scenario.days, seed=scenario.seed)
    entries = [n for n, one in enumerate(plan.effects) if one.before]
    told = [crossings_of(study, runs, line, entries).astype(np.float64) for line in scenario.thresholds]
    return _Told(told, runs.deaths.sum(axis=(1, 2)).astype(np.float64))


def _turn(change: str, dose: str, told: _Told, base: _Told) -> Turn:
    pairs = [now - then for now, then in zip(told.crossed, base.crossed, strict=True)]
    return Turn(
        change=change,
        dose=dose,
        p=tuple(float(one.mean()) for one in told.crossed),
        difference=tuple(float(one.mean()) for one in pairs),
        difference_error=tuple(float(one.std(ddof=1) / np.sqrt(len(one))) for one in pairs),
        deaths=float(told.deaths.mean()),
        deaths_difference=float((told.deaths - base.deaths).mean()),
    )
