"""What a simulation rests on, in sentences: printed with every result."""

from __future__ import annotations

from collections.abc import Iterator

from vedette.simulating.knobs import KNOBS
from vedette.simulating.reactions import OTHERS, OWN
from vedette.simulating.study import Outcome, Study

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


def _between(study: Study) -> bool:
    low = study.reactions.branching - 1.96 * study.reactions.branching_error
    return any(low[i, j] > 0 for i in range(len(low)) for j in range(len(low)) if i != j)


def assumptions(outcome: Outcome) -> list[str]:
    """Say what was assumed, in order: record, sides, reactions, tolls, changes, what the errors do not hold."""
    return list(_assumptions(outcome))


def _assumptions(outcome: Outcome) -> Iterator[str]:
    study = outcome.study
    record, reactions = study.acts.record, study.reactions
    yield f"record: {record.source}, {record.first} to {record.last} ({record.days} days); the runs begin the day after"
    yield from record.notes
    for side, acts in zip(study.acts.sides, study.acts.own, strict=True):
        yield f"{side.role}: {len(acts)} acts by {', '.join(side.members).replace('?', 'doers not told')}"
    if study.acts.vague:
        yield f"{study.acts.vague} acts whose day is known no better than by more than a week count for tolls, not for reactions"
    yield f"without changes each side goes on at its mean level of the record and reacts as it did (answers take {1 / reactions.decay:.1f} days on the mean)"
    if reactions.source in ("assumed", "blended"):
        yield f"assumed where the record does not tell: {OWN:g} acts by the same side and {OTHERS:g} by the others for each act"
    yield (
        "parameters differ from run to run by their standard errors"
        if study.scenario.uncertain
        else "all runs have the same parameters"
    )
    yield from _of_tolls(study)
    yield f"at home: {', '.join(study.home) or 'nowhere known'}; an act abroad counts as spillover"
    for change in study.scenario.changes:
        if said := KNOBS[change.knob].assumes:
            yield f"{change.name}: {said}"
    yield from study.scenario.assumptions
    full = float(outcome.changed.full.mean()), float(outcome.still.full.mean())
    if max(full) > 0:
        yield f"a side is held to {study.still.capacity[0]:g} acts a day, which {full[0]:.1%} of the runs reach ({full[1]:.1%} without changes)"
    yield "the errors given are those of sampling; that the model is wrong is in none of them"


def _of_tolls(study: Study) -> Iterator[str]:
    for name, law in zip(study.names, study.tolls, strict=True):
        yield f"{name}: {law.deadly:.0%} of its acts kill, {law.mean:.1f} on the mean, from {law.acts} acts and a tail of exponent {law.exponent:.2f} from {law.tail_from:g} up to {law.most:g}"
    yield "an act of which no dead are told killed nobody"
