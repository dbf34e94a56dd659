"""How true the simulator is: means and variances against theory, brinkmanship against its closed form, and its speed.

python -m benchmarks.simulate

Needs no data. Errors of means and variances are relative, the worst over sides and pairs of sides; those of variances
hold the sampling error of the runs as well (about the square root of 2 / runs). Seconds are of processor time.
"""

import time
from dataclasses import dataclass

import numpy as np

from benchmarks.report import Result, arguments, show
from vedette.measuring.events import Floats
from vedette.simulating import moments
from vedette.simulating.brinkmanship import Game, solve_by_numbers
from vedette.simulating.closed import closed_cuts
from vedette.simulating.drawn import Drawn
from vedette.simulating.plan import Plan, Start, no_effect
from vedette.simulating.runs import Runs, World, simulate
from vedette.simulating.tolls import Figure, TollLaw, toll_laws

BASE, BRANCHING, DECAY, DAYS = np.array([0.3, 0.2]), np.array([[0.3, 0.5], [0.4, 0.2]]), 0.5, 90
DEATHS = [Figure(low=0, best=0, high=0)] * 6 + [Figure(low=2, best=3, high=5)] * 3 + [Figure(low=9, best=20, high=None)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A process of two sides: how steeply the dead of an act weigh, and the laws of its tolls."""

    steepness: float
    tolls: tuple[TollLaw, ...]

    @property
    def second(self) -> Floats:
        """The mean squared weight of each side's acts."""
        u = (np.arange(20_000) + 0.5) / 20_000
        raw = [np.exp(self.steepness * np.log1p(law.at(u))) for law in self.tolls]
        return np.array([float((one**2).mean() / one.mean() ** 2) for one in raw])


def main() -> None:
    """Measure all and show."""
    options = arguments(__doc__, data=".", extra={"--runs": {"type": int, "default": 20_000}})
    scores = {**_windows(options.runs), **_pairs(), **_brinkmanship(), **_speed()}
    show(
        Result(benchmark="simulate", data="simulated", n=options.runs, scores=scores),
        as_json=options.json,
        keep=options.keep,
    )


def _windows(runs: int) -> dict[str, float]:
    """Compare the acts of 7 and 90 days, from the stationary mean, with what theory says; plain and with marks."""
    scores = {}
    for name, steepness in (("plain", 0.0), ("marked", 0.3)):
        case = Case(steepness=steepness, tolls=toll_laws([DEATHS, DEATHS]))
        felt, _ = moments.stationary_felt(BASE, BRANCHING, DECAY, second=case.second)
        made = _run(case, felt, runs, seed=3).acts
        for days in (7, DAYS):
            mean, covariance = moments.counts(BASE, BRANCHING, DECAY, days=days, felt=felt, second=case.second)
            counts = made[:, :days].sum(axis=1)
            scores[f"{name}_mean_error_{days}"] = float((np.abs(counts.mean(axis=0) - mean) / mean).max())
            off = np.abs(np.cov(counts.T) - covariance) / covariance
            scores[f"{name}_variance_error_{days}"] = float(off.max())
    return scores


def _run(case: Case, felt: Floats, runs: int, *, seed: int, plan: Plan | None = None) -> Runs:
    parameters = Drawn(
        baseline=np.tile(BASE, (runs, 1)), branching=np.tile(BRANCHING, (runs, 1, 1)), decay=np.full(runs, DECAY)
    )
    world = World(drawn=parameters, tolls=case.tolls, felt=np.tile(felt, (runs, 1)), steepness=case.steepness)
    return simulate(world, plan or _still(), days=DAYS, seed=seed)


def _still() -> Plan:
    return Plan(capacity=np.full(2, 1e6), abroad=np.zeros((0, 2)))


def _pairs() -> dict[str, float]:
    """Give the error of a difference with separate luck over that with shared luck; a side answers a tenth less."""
    case = Case(steepness=0.0, tolls=toll_laws([DEATHS, DEATHS]))
    effect = no_effect(2, start=Start())
    effect.reaction[0] *= 0.9
    plan = Plan(capacity=np.full(2, 1e6), abroad=np.zeros((0, 2)), effects=(effect,))
    still, changed = (_run(case, np.ones(2), 4000, seed=8, plan=one).acts.sum(axis=(1, 2)) for one in (None, plan))
    alone = np.sqrt(still.var() + changed.var())
    return {"unpaired_over_paired_error": float(alone / (changed - still).std())}


def _brinkmanship() -> dict[str, float]:
    """Give the largest difference between numbers and closed form in the chance of disaster, and the worst regret."""
    off, regret = [], []
    for own in np.linspace(0.3, 0.8, 6):
        for other in np.linspace(0.3, 0.8, 6):
            game = Game(challenger=(0.05, float(own)), defender=(0.05, float(other)), first=0.1, step=0.2)
            found = solve_by_numbers(game)
            regret.append(found.regret)
            if (cuts := closed_cuts(game)) is not None:
                off.append(float(np.abs(np.array(found.cuts) - cuts).max()))
    return {
        "brinkmanship_closed": float(len(off)),
        "brinkmanship_worst_cut_error": max(off),
        "brinkmanship_worst_regret": max(regret),
    }


def _speed() -> dict[str, float]:
    """Give the seconds for 5,000 runs of 90 days, two sides with about 1.7 acts a day between them."""
    case = Case(steepness=0.0, tolls=toll_laws([DEATHS, DEATHS]))
    start = time.process_time()
    _run(case, np.ones(2), 5000, seed=1)
    return {"seconds_5000_runs": time.process_time() - start}


if __name__ == "__main__":
    main()
