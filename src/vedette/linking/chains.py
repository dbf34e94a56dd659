"""Stated reactions laid end to end: A was answered by B, and B by C."""

from collections import defaultdict
from collections.abc import Iterable

from vedette.model import Reaction

_LONGEST = 12  # links


def chains(reactions: Iterable[Reaction], *, least: int = 2) -> tuple[tuple[Reaction, ...], ...]:
    """Give the longest runs of at least `least` reactions in which each answers what the one before it did.

    The first act comes first; each reaction carries its sentence. A run that is part of another is left out, and an
    act stands once in a run. Reactions of one basis alone are joined: what is stated is never mixed with what is
    inferred. Ordered by the ids of their acts.
    """
    kept = sorted(reactions, key=lambda one: (one.because_of, one.from_, one.basis))
    answers: dict[tuple[str, str], list[Reaction]] = defaultdict(list)
    for one in kept:
        answers[one.because_of, one.basis].append(one)
    answering = {(one.from_, one.basis) for one in kept}
    runs = [run for one in kept if (one.because_of, one.basis) not in answering for run in _runs((one,), answers)]
    return tuple(run for run in runs if len(run) >= least)


def _runs(run: tuple[Reaction, ...], answers: dict[tuple[str, str], list[Reaction]]) -> list[tuple[Reaction, ...]]:
    seen = {run[0].because_of, *(one.from_ for one in run)}
    more = [one for one in answers.get((run[-1].from_, run[-1].basis), ()) if one.from_ not in seen]
    if not more or len(run) >= _LONGEST:
        return [run]
    return [longer for one in more for longer in _runs((*run, one), answers)]
