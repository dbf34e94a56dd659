"""A study: a scenario run on a record beside the run in which nothing changes, with the same luck."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from vedette.measuring.events import Floats
from vedette.model.errors import UsageError
from vedette.simulating.binding import known_actor
from vedette.simulating.compared import Crossing, compared
from vedette.simulating.drawn import Drawn, drawn
from vedette.simulating.entering import Entry, entered, entries_of
from vedette.simulating.fitted import fitted
from vedette.simulating.given import given_reactions
from vedette.simulating.knob import Change, Made, Sides
from vedette.simulating.knobs import KNOBS
from vedette.simulating.plan import NEVER, Effect, Plan, Shock
from vedette.simulating.reactions import Reactions
from vedette.simulating.record import Record
from vedette.simulating.runs import Runs, World, simulate
from vedette.simulating.scenario import Scenario
from vedette.simulating.sides import Acts, bind
from vedette.simulating.threshold import Threshold, crossed
from vedette.simulating.tolls import TollLaw, toll_laws

LEAST_DAYS = 14  # of a record: of fewer nobody knows at what pace a side acts
_CAPACITY, _CAPACITY_TIMES = 20, 5
_MOST = 20_000_000  # runs x days x sides: about a third of a gigabyte for each of the two worlds


@dataclass(frozen=True, slots=True, kw_only=True)
class Study:
    """All that a scenario needs to be run: the sides' acts, reactions and tolls, the world and both plans."""

    scenario: Scenario
    acts: Acts
    reactions: Reactions
    tolls: tuple[TollLaw, ...]
    names: tuple[str, ...]
    world: World
    home: tuple[str, ...]
    still: Plan
    changed: Plan
    entries: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of it: the runs without and with the changes, and how often each threshold was crossed."""

    study: Study
    still: Runs
    changed: Runs
    crossings: tuple[Crossing, ...]


def prepare(
    record: Record,
    scenario: Scenario,
    sides: Mapping[str, Sequence[str]],
    *,
    known: Callable[[str], bool] = known_actor,
) -> Study:
    """Bind the sides, fit their reactions and tolls, and make both plans. Raises UsageError for what cannot be used."""
    if record.days < LEAST_DAYS:
        raise UsageError(
            f"{record.source}: the record watches {record.days} day{'s' * (record.days > 1)}; at least {LEAST_DAYS} "
            "are needed to know at what pace its sides act"
        )
    acts = bind(record, {role: sides[role] for role in scenario.roles}, known=known)
    told = scenario.reaction
    reactions = given_reactions(acts, told) if told.answers else fitted(acts, source=told.source)
    reactions = _set(reactions, scenario)
    entries = entries_of(scenario.changes, acts.names)
    _room(scenario, len(acts.names) + len(entries))
    tolls = toll_laws(acts.figures)
    laws = (*tolls, *(tolls[one.like] for one in entries))
    parameters = drawn(reactions, scenario.runs, seed=scenario.seed, uncertain=scenario.uncertain)
    names = (*acts.names, *(one.name for one in entries))
    world = World(
        drawn=entered(parameters, entries),
        tolls=laws,
        felt=np.hstack([_felt(acts, reactions, parameters), np.zeros((scenario.runs, len(entries)))]),
        steepness=reactions.steepness,
    )
    home = scenario.home or acts.home
    plan = Plan(
        capacity=_capacity(acts, scenario, len(names)), abroad=_abroad(acts, scenario.thresholds, home, entries)
    )
    changed = with_changes(plan, scenario, acts, names, scenario.changes)
    still = replace(plan, effects=tuple(_never(one) for one in changed.effects if one.before))
    return Study(
        scenario=scenario,
        acts=acts,
        reactions=reactions,
        tolls=laws,
        names=names,
        world=world,
        home=home,
        still=still,
        changed=changed,
        entries=tuple(n for n, one in enumerate(changed.effects) if one.before),
    )


def run(study: Study) -> Outcome:
    """Run both worlds with the same seed and compare them."""
    scenario = study.scenario
    still = simulate(study.world, study.still, days=scenario.days, seed=scenario.seed)
    changed = simulate(study.world, study.changed, days=scenario.days, seed=scenario.seed)
    crossings = tuple(
        compared(line, crossings_of(study, still, line, ()), crossings_of(study, changed, line, study.entries))
        for line in scenario.thresholds
    )
    return Outcome(study=study, still=still, changed=changed, crossings=crossings)


def crossings_of(study: Study, runs: Runs, line: Threshold, entries: Sequence[int]) -> NDArray[np.bool_]:
    """Say which runs cross a threshold of the scenario."""
    questions = [one for one in study.scenario.thresholds if one.measure == "abroad"]
    question = questions.index(line) if line in questions else None
    return crossed(runs, line, names=study.names, question=question, entries=entries)


def with_changes(plan: Plan, scenario: Scenario, acts: Acts, names: Sequence[str], changes: Sequence[Change]) -> Plan:
    """Give the plan with these changes, and with the endings of the scenario's brinkmanship if it has one."""
    hit = {name: _hit(acts, name, names) for name in names}
    sides = Sides(names=tuple(names), hit=hit)
    made: list[Made] = [KNOBS[change.knob].made(change, sides) for change in changes]
    effects: list[Effect] = [effect for own, _ in made for effect in own]
    shocks: list[Shock] = [shock for _, own in made for shock in own]
    if scenario.bargain is not None:
        effects += scenario.bargain.effects(names)
    return replace(plan, effects=tuple(effects), shocks=tuple(shocks))


def _hit(acts: Acts, name: str, names: Sequence[str]) -> tuple[float, ...]:
    shares = acts.against(acts.names.index(name)) if name in acts.names else np.zeros(len(acts.names))
    return (*shares, *(0.0 for _ in names[len(acts.names) :]))


def _room(scenario: Scenario, sides: int) -> None:
    size = scenario.runs * scenario.days * sides
    if size > _MOST:
        fits = f"{_MOST // (scenario.days * sides):,}"
        raise UsageError(
            f"{scenario.source}, run: {scenario.runs:,} runs of {scenario.days} days are too many; take {fits}"
        )


def _never(effect: Effect) -> Effect:
    return replace(effect, start=replace(effect.start, day=NEVER, chance=None, trigger=None))


def _set(reactions: Reactions, scenario: Scenario) -> Reactions:
    """Put in what the scenario itself says of response times and of how marks weigh."""
    days, steepness = scenario.reaction.response_days, scenario.reaction.steepness
    if days is not None:
        reactions = replace(reactions, decay=1 / days, decay_error=0.25 / days)
    return reactions if steepness is None else replace(reactions, steepness=steepness)


def _felt(acts: Acts, reactions: Reactions, parameters: Drawn) -> Floats:
    """Give what is left of the record's last acts when the runs begin, the day after it (runs, sides)."""
    felt = np.zeros((parameters.runs, len(acts.sides)))
    for i, own in enumerate(acts.own):
        marks = np.array([np.log1p(act.killed.best if act.killed else 0.0) for act in own])
        weights = np.exp(reactions.steepness * marks)
        weights /= weights.mean()
        for act, weight in zip(own, weights, strict=True):
            ago = (acts.record.last - act.first).days + 1 - act.days / 2
            if ago < 120:
                felt[:, i] += weight * np.exp(-parameters.decay * ago)
    return felt


def _capacity(acts: Acts, scenario: Scenario, sides: int) -> Floats:
    """Give the most acts of a side on a day: the scenario's, or five times the busiest day of any side, at least 20."""
    busiest = float(np.ceil(acts.counts().max(initial=0)))
    return np.full(sides, float(scenario.capacity or max(_CAPACITY, _CAPACITY_TIMES * busiest)))


def _abroad(acts: Acts, lines: Sequence[Threshold], home: Sequence[str], entries: Sequence[Entry]) -> Floats:
    """Give for each threshold abroad the chance that a side's act counts: (k + 1/2) / (n + 1) of its acts so far."""
    names = (*acts.names, *(one.name for one in entries))
    rows = []
    for line in (one for one in lines if one.measure == "abroad"):
        there, told = acts.abroad(country=line.country, home=home)
        chances = (there + 0.5) / (told + 1)
        whole = np.array([*chances, *(chances[one.like] for one in entries)])
        rows.append(whole * [not line.by or name in line.by for name in names])
    return np.array(rows).reshape(len(rows), len(names))
