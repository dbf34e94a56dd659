"""The steepness of marks is found where deadly acts are answered more, and is 0 where they are not."""

from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest

from tests.simulating.conftest import FIRST
from vedette.simulating.record import Act, Record
from vedette.simulating.sides import bind
from vedette.simulating.steepness import steepness
from vedette.simulating.tolls import Figure

DECAY = 0.7


def record(steep: float, days: int = 900) -> Record:
    """Draw acts of A (some with 15 dead), and of B, which answers each by (1 + dead) ** steep, of mean one half."""
    chance = np.random.default_rng(5)
    at = np.sort(chance.uniform(0, days, 500))
    dead = chance.choice([0, 15], len(at), p=[0.8, 0.2])
    weight = (1.0 + dead) ** steep
    many = chance.poisson(0.5 * weight / weight.mean())
    answers = np.repeat(at, many) + chance.exponential(1 / DECAY, many.sum())
    told = [(t, "A", k) for t, k in zip(at, dead, strict=True)] + [(t, "B", 0) for t in answers if t < days]
    acts = tuple(_act(t, who, int(k)) for t, who, k in sorted(told))
    return Record(source="drawn", acts=acts, first=FIRST, last=FIRST + timedelta(days=days))


def _act(t: float, who: str, dead: int) -> Act:
    day = FIRST + timedelta(days=int(t))
    figure = Figure(low=dead, best=dead, high=dead)
    return Act(first=day, last=day, actors=(who,), targets=(), country=None, killed=figure)


def found(made: Record) -> float:
    acts = bind(made, {"a": ("A",), "b": ("B",)}, known=lambda name: False)
    return steepness(acts, branching=np.array([[0.0, 0.0], [0.5, 0.0]]), decay=DECAY)


def test_a_steepness_is_found() -> None:
    assert found(record(0.6)) == pytest.approx(0.6, abs=0.2)


def test_marks_that_weigh_nothing_are_left_at_nothing() -> None:
    assert found(record(0.0)) <= 0.1


def test_tolls_that_are_not_told_weigh_nothing() -> None:
    made = record(0.6)
    assert found(replace(made, acts=tuple(replace(act, killed=None) for act in made.acts))) == 0.0
