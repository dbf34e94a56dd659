"""Recovery, speed and honesty of the Hawkes fit, and a reference fit to retweets.

python -m benchmarks.hawkes --data ../shared/bench/dynamics
"""

import csv
import time
from datetime import datetime
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.files import file, readable
from benchmarks.report import Result, arguments, show
from vedette.measuring.binned import fit_binned
from vedette.measuring.events import Events, Floats, events
from vedette.measuring.hawkes import fit_hawkes
from vedette.measuring.simulated import simulate_hawkes

TRUE = np.array([[0.2, 1.4], [0.1, 0.2]])
PEERS = {
    "stelfi": {"retweet_mu": 0.0633, "retweet_alpha": 0.0760, "retweet_beta": 0.0791},
    "hawkes-rs": {"recovered_1.4": 1.365, "seconds_100k": 57.0},
    "intensify": {"recovered_1.4": 0.751},
}


def main() -> None:
    """Measure all and show."""
    extra: dict[str, dict[str, Any]] = {
        "--repeats": {"type": int, "default": 100, "help": "simulations with exact times (default 100)"},
        "--repeats-by-day": {"type": int, "default": 10, "help": "simulations rounded to days (default 10)"},
    }
    options = arguments(__doc__, data="../shared/bench/dynamics", extra=extra)
    scores = {
        **_retweets(options.data),
        **_recovery(options.repeats),
        **_by_day(options.repeats_by_day),
        **_trend(),
        **_speed(),
    }
    notes = {"repeats by day": options.repeats_by_day}
    result = Result(
        benchmark="hawkes", data="simulated; retweets", n=options.repeats, scores=scores, peers=PEERS, notes=notes
    )
    show(result, as_json=options.json, keep=options.keep)


def _retweets(folder: Path) -> dict[str, float]:
    path = file(folder, "retweets*.csv")
    with readable(path, "a CSV whose first column is a time"), path.open(encoding="utf-8-sig") as lines:
        rows = list(csv.reader(lines))[1:]
        minutes = np.array(sorted({datetime.fromisoformat(row[0]).timestamp() / 60 for row in rows}))
        fit = fit_hawkes(events(minutes - minutes[0]), baseline="constant")
    alpha = float(fit.branching[0, 0] * fit.decay)
    return {"retweet_mu": float(fit.weights[0, 0]), "retweet_alpha": alpha, "retweet_beta": fit.decay}


def _recovery(repeats: int) -> dict[str, float]:
    """Fit `repeats` simulations of about 24,000 events; give the mean of the strong entry and the intervals' cover."""
    fits = [fit_hawkes(_pair(seed), baseline="constant") for seed in range(repeats)]
    inside = [(fit.branching_interval[0] <= TRUE) & (fit.branching_interval[1] >= TRUE) for fit in fits]
    mean = np.mean([fit.branching for fit in fits], axis=0)
    return {
        "recovered_1.4": float(mean[0, 1]),
        "mean_worst_error": float((np.abs(mean - TRUE) / TRUE).max()),
        "cover_95_least": float(np.mean(inside, axis=0).min()),
    }


def _by_day(repeats: int) -> dict[str, float]:
    """Fit the same simulations, each time rounded down to its day."""
    fits = [fit_binned(_counts(_pair(seed))) for seed in range(repeats)]
    inside = [(fit.branching_interval[0] <= TRUE) & (fit.branching_interval[1] >= TRUE) for fit in fits]
    strong = np.array([fit.branching[0, 1] for fit in fits])
    return {
        "by_day_1.4": float(strong.mean()),
        "by_day_1.4_worst_error": float((np.abs(strong - TRUE[0, 1]) / TRUE[0, 1]).max()),
        "by_day_within_10_percent": float((np.abs(strong / TRUE[0, 1] - 1) <= 0.1).mean()),
        "by_day_cover_95_least": float(np.mean(inside, axis=0).min()),
    }


def _counts(made: Events) -> Floats:
    counts = np.zeros((int(np.ceil(made.end)), len(made.names)))
    np.add.at(counts, (np.minimum(made.times.astype(int), len(counts) - 1), made.actors), 1)
    return counts


def _pair(seed: int) -> Events:
    return simulate_hawkes([0.5, 0.5], TRUE, decay=1.0, end=7750.0, seed=seed)


def _trend() -> dict[str, float]:
    """Give the greatest branching that is found in Poisson processes with a trend, where there is none."""
    rising = np.linspace(0.1, 1, 50)
    made = [simulate_hawkes([5.0], [[0]], decay=1, end=1000, seed=seed, trend=rising) for seed in range(5)]
    return {"trend_branching": max(float(fit_hawkes(one).branching[0, 0]) for one in made)}


def _speed() -> dict[str, float]:
    matrix = np.random.default_rng(0).uniform(0, 0.12, (10, 10))
    made = simulate_hawkes([0.5] * 10, matrix, decay=1.0, end=6800.0, seed=2)
    start = time.perf_counter()
    fit_hawkes(made, baseline="constant")
    return {"seconds_100k": time.perf_counter() - start}


if __name__ == "__main__":
    main()
