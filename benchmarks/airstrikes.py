"""Whether airstrikes bring more or fewer insurgent attacks: Iraq, February 2007 to July 2008.

    python -m benchmarks.airstrikes --data ../shared/bench/dynamics

Published (Papadogeorgou, Imai, Lyall and Li 2022): more airstrikes, more attacks, displaced up to 400 km. Shown are the
change in attacks a day if 6 strikes a day instead of 3 were flown for 1, 3 or 7 days, with its 95 % interval; the same
for attacks BEFORE those days, which no later strike can have moved (a test that should show nothing); and a Hawkes fit
by day with a baseline that varies, whose own residual test says whether it may be believed.
"""

import csv
import gzip
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.files import file, readable
from benchmarks.report import Result, arguments, show
from vedette.measuring.binned import Binned, fit_binned
from vedette.measuring.events import Floats
from vedette.measuring.stream import Effect, effect

MORE, LESS, HELD = 6.0, 3.0, (1, 3, 7)
WARMING = 30  # days before the first whose past is whole
FILES = ("geocausal_airstrikes.csv", "geocausal_insurgencies.csv")  # each packed (.gz) or not


def main() -> None:
    """Measure and show."""
    options = arguments(__doc__, data="../shared/bench/dynamics")
    if options.data.is_file():
        raise SystemExit(f"{options.data}: is a file; give the folder of {' and '.join(FILES)} with --data")
    paths = [file(options.data, f"{name}.gz", name) for name in FILES]
    with readable(options.data, "geocausal's tables (date, type)"):
        result = measure(*paths)
    show(result, as_json=options.json, keep=options.keep)


def measure(airstrikes: Path, insurgencies: Path) -> Result:
    """Estimate the effects, their test on the past, and the Hawkes fit."""
    strikes, attacks = days_of(airstrikes), days_of(insurgencies)
    first = min(min(one) for one in (*strikes.values(), *attacks.values()))
    last = max(max(one) for one in (*strikes.values(), *attacks.values()))
    flown, shown = (_daily(strikes[kind], first, last) for kind in ("Airstrike", "SOF"))
    came = _daily([day for kind in attacks.values() for day in kind], first, last)
    known = _known([flown, shown, came])
    cut = slice(WARMING, None)
    effects = {held: _effect(flown[cut], came[cut], known[cut], held) for held in HELD}
    placebo = {held: _effect(flown[cut], _earlier(came, held)[cut], known[cut], held, held) for held in HELD}
    fit = fit_binned(np.column_stack([flown, came]), names=("airstrikes", "attacks"), pieces=4)
    return Result(
        benchmark="airstrikes",
        data="Iraq 2007-08",
        n=len(came),
        scores={**_figures(effects, "more_attacks"), **_figures(placebo, "before"), **_reactions(fit)},
        peers={"published": {"more_attacks_7_days": 1.0}},
        notes={
            "published": "direction only: 1 stands for more attacks",
            "strikes a day, more and less, as weighed": {
                f"{held} days": (round(found.more, 2), round(found.less, 2)) for held, found in effects.items()
            },
            "verdicts": {f"{held} days": found.verdict for held, found in effects.items()},
            "Hawkes by day": fit.verdict,
        },
    )


def days_of(path: Path) -> dict[str, list[date]]:
    """Read the dates of each type of act."""
    found: dict[str, list[date]] = {}
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8-sig") as lines:
        for row in csv.DictReader(lines):
            found.setdefault(row["type"], []).append(date.fromisoformat(row["date"]))
    return found


def _daily(days: list[date], first: date, last: date) -> Floats:
    return np.bincount([(day - first).days for day in days], minlength=(last - first).days + 1).astype(np.float64)


def _known(streams: list[Floats]) -> Floats:
    """Give what each day's past holds: means of 1, 7 and 30 days of each stream, time, and the day of the week."""
    at = np.arange(len(streams[0]))
    past = [np.log1p(_before(one, days)) for one in streams for days in (1, 7, 30)]
    weekdays = [(at % 7 == day).astype(np.float64) for day in range(6)]
    return np.column_stack([*past, at, at**2, *weekdays])


def _before(values: Floats, days: int) -> Floats:
    run = np.concatenate([[0.0], np.cumsum(values)])
    at = np.arange(len(values))
    return np.asarray((run[at] - run[np.maximum(at - days, 0)]) / np.maximum(np.minimum(at, days), 1))


def _earlier(values: Floats, days: int) -> Floats:
    """Give the values of so many days before."""
    return np.concatenate([np.repeat(values[:1], days, axis=0), values[:-days]])


def _effect(flown: Floats, came: Floats, known: Floats, held: int, back: int = 0) -> Effect:
    """Estimate; an outcome of `back` days before is cleared by what was known before it."""
    cleared_by = _earlier(known, back) if back else known
    return effect(flown, came, known, more=MORE, less=LESS, days=held, cleared_by=cleared_by)


def _figures(found: dict[int, Effect], name: str) -> dict[str, float]:
    return {
        f"{name}_{held}_days{part}": round(value, 3)
        for held, one in found.items()
        for part, value in (("", one.difference), ("_low", one.low), ("_high", one.high))
    }


def _reactions(fit: Binned) -> dict[str, Any]:
    low, high = fit.branching_interval
    at = (1, 0)
    figures = {"": fit.branching[at], "_low": low[at], "_high": high[at]}
    return {f"hawkes_attacks_by_strike{part}": round(float(value), 3) for part, value in figures.items()}


if __name__ == "__main__":
    main()
