"""A record of two sides that answer each other, and the world of it."""

from collections.abc import Callable
from datetime import date, timedelta

import numpy as np
import polars as pl
import pytest
from numpy.typing import ArrayLike

from vedette.measuring.simulated import simulate_hawkes
from vedette.simulating.drawn import Drawn
from vedette.simulating.plan import Plan
from vedette.simulating.record import Record, read_record
from vedette.simulating.runs import World
from vedette.simulating.tolls import Figure, toll_laws

BASE, BRANCHING, DECAY = np.array([0.3, 0.2]), np.array([[0.3, 0.5], [0.4, 0.2]]), 0.5
FIRST = date(2021, 3, 1)


def rows(days: int = 500, seed: int = 4) -> pl.DataFrame:
    """Give simulated acts of Arvand and Belisar as a table; every tenth is in another country."""
    made = simulate_hawkes(BASE, BRANCHING, decay=DECAY, end=float(days), seed=seed)
    dead = np.random.default_rng(seed).choice([0, 0, 0, 1, 4, 12], len(made.times))
    return pl.DataFrame(
        {
            "id": [f"e{n}" for n in range(len(made.times))],
            "date": [(FIRST + timedelta(days=int(t))).isoformat() for t in made.times],
            "actor": [("Arvand Front", "Army of Belisar")[i] for i in made.actors],
            "target": [("Army of Belisar", "Arvand Front")[i] for i in made.actors],
            "country": ["CC" if n % 10 == 9 else "AA" if n % 2 else "BB" for n in range(len(made.times))],
            "killed": dead,
        }
    )


@pytest.fixture(scope="session")
def record() -> Record:
    """Give the record of 500 simulated days."""
    return read_record(rows(), name="simulated")


@pytest.fixture
def world() -> Callable[..., World]:
    """Give a function that makes the world of so many runs, from an empty past unless `felt` says otherwise."""

    def make(runs: int, *, felt: ArrayLike = (0.0, 0.0), steepness: float = 0.0) -> World:
        parameters = Drawn(
            baseline=np.tile(BASE, (runs, 1)), branching=np.tile(BRANCHING, (runs, 1, 1)), decay=np.full(runs, DECAY)
        )
        none, some = Figure(low=0, best=0, high=0), Figure(low=2, best=3, high=5)
        laws = toll_laws([[none, none, some], [none, some, some]])
        return World(drawn=parameters, tolls=laws, felt=np.tile(np.asarray(felt), (runs, 1)), steepness=steepness)

    return make


@pytest.fixture
def plan() -> Plan:
    """Give a plan in which nothing changes."""
    return Plan(capacity=np.full(2, 1e6), abroad=np.array([[0.1, 0.2]]))
