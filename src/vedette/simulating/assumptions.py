"""What a simulation rests on, in sentences: printed with every result."""

from __future__ import annotations

from collections.abc import Iterator

from vedette.simulating.knobs import KNOBS
from vedette.simulating.reactions import OTHERS, OWN
from vedette.simulating.study import Outcome, Study

_SHORT = 30  # days of a record below which reactions cannot be fitted and a level is hardly one
_THIN = 20  # acts of a side below which its tolls and its reactions rest on little


def warnings(study: Study) -> list[str]:
    """Say what must not be overlooked: reactions that are not established, thin records, unstable changes."""
    return list(_warnings(study))


def _warnings(study: Study) -> Iterator[str]:
    reactions = study.reactions
    if not reactions.trusted:
        yield f"reactions are not established: {reactions.verdict}"
    elif not _between(study):
        yield "the record shows no reaction of one side to another: every such interval reaches 0; acts follow own acts"
    for name, acts in zip(study.acts.names, study.acts.own, strict=True):
        if len(acts) < _THIN:
            yield f"{name}: only {len(acts)} acts in the record; what is said of it rests on little"
    if study.acts.record.days < _SHORT:
        yield f"the record is of {study.acts.record.days} days only; that their pace goes on is a guess"
    if not any(figure.best or figure.high for figures in study.acts.figures for figure in figures):
        yield "no act in the record tells of any dead: that nobody dies in the runs is no forecast of peace"


def _between(study: Study) -> bool:
    low = study.reactions.branching - 1.96 * study.reactions.branching_error
    return any(low[i, j] > 0 for i in range(len(low)) for j in range(len(low)) if i != j)


def assumptions(outcome: Outcome) -> list[str]:
    """Say what was assumed, in order: record, sides, reactions, tolls, changes, what the errors do not hold."""
    return list(_assumptions(outcome))


def _assumptions(outcome: Outcome) -> Iterator[str]:
    study = outcome.study
    record, scenario = study.acts.record, study.scenario
    yield f"record: {record.source}, {record.first} to {record.last} ({record.days} days); the runs begin the day after"
    yield from record.notes
    for side, acts in zip(study.acts.sides, study.acts.own, strict=True):
        yield f"{side.role}: {len(acts)} acts by {', '.join(side.members).replace('?', 'doers not told')}"
    if study.acts.vague:
        yield f"{study.acts.vague} acts of which not even the week is known count for levels and tolls alone"
    yield from _of_reactions(study)
    yield from _of_tolls(study)
    yield f"at home: {', '.join(study.home) or 'nowhere known'}; an act abroad counts as spillover"
    for change in scenario.changes:
        if said := KNOBS[change.knob].assumes:
            yield f"{change.name}: {said}"
    yield from scenario.assumptions
    yield from _of_capacity(outcome)
    yield "the errors given are those of sampling; that the model is wrong is in none of them"


def _of_reactions(study: Study) -> Iterator[str]:
    reactions, taken = study.reactions, f"{1 / study.reactions.decay:.1f} days"
    yield f"without changes each side keeps its mean level and reacts as it did (answers take {taken} on the mean)"
    if reactions.source in ("assumed", "blended"):
        yield f"assumed where the record does not tell: for each act {OWN:g} by the same side, {OTHERS:g} by the others"
    if reactions.steepness:
        yield f"an act with k dead weighs (1 + k) ** {reactions.steepness:.2f}, of mean 1 for each side"
    one = "parameters differ from run to run by their standard errors"
    yield one if study.scenario.uncertain else "all runs have the same parameters; how sure they are is left out"


def _of_capacity(outcome: Outcome) -> Iterator[str]:
    still, changed = float(outcome.still.full.mean()), float(outcome.changed.full.mean())
    if max(still, changed) > 0:
        most = f"{outcome.study.still.capacity[0]:g} acts a day"
        yield f"a side is held to {most}, which {changed:.1%} of the runs reach ({still:.1%} without changes)"


def _of_tolls(study: Study) -> Iterator[str]:
    for name, law in zip(study.names, study.tolls, strict=True):
        tail = f"a tail of exponent {law.exponent:.2f} from {law.tail_from:g} to {law.most:g}"
        yield f"{name}: {law.deadly:.0%} of its acts kill, {law.mean:.1f} on the mean, by {law.acts} acts and {tail}"
    yield "an act of which no dead are told killed nobody"
