"""What is left of a case when the process that adds to it is killed at random moments: nothing may be lost, nothing be
kept twice.

    python -m benchmarks.killed [--moments N] [--reports N] [--address URL] [--json] [--keep]

A process of its own adds made reports to a new case and is killed (SIGKILL) at a moment drawn evenly over the time that
a whole run takes, so that some moments fall into coding, some into linking and writing. Then the same call is made
again and let through. `lost` counts runs after which a report or claim was missing, `twice` those with one kept more
than once, `different` those whose record differs from that of a run that nobody killed (but for the names of
incidents), `unsound` those in which a quote or a derived row does not stand. With --address the cases are kept on that
PostgreSQL server, each in a schema of its own.
"""

import argparse
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import inspect, select

from benchmarks.report import Result, show
from benchmarks.scale_texts import made
from vedette.model import Coding, Report, to_json
from vedette.store import Case, open_case
from vedette.store.engine import engine_of
from vedette.store.tables import claims, reports

SEED = 20
BATCH = 20  # reports that one call adds: linking comes between them


@dataclass(frozen=True, slots=True, kw_only=True)
class Killed:
    """What came of one killed run: how many reports were kept at the kill, and what was wrong after the second run."""

    kept: int
    lost: bool
    twice: bool
    different: bool
    unsound: bool


class Nobody:
    """A registry that knows nobody: the made actors are in none."""

    def actor(self, actor_id: str, /) -> None:
        """Give no entry."""


def main() -> None:
    """Kill, finish and check, once a moment."""
    options = _arguments()
    if options.child:
        texts(options.reports)
        print("ready", flush=True)
        add(options.child, options.reports)
        return
    with tempfile.TemporaryDirectory() as folder:
        place = _places(folder, options.address)
        found = kill_all(place, moments=options.moments, count=options.reports)
    kept = [one.kept for one in found]
    scores = {
        "kills": float(len(found)),
        **{name: float(sum(getattr(one, name) for one in found)) for name in ("lost", "twice", "different", "unsound")},
        "kept_at_least": float(min(kept)),
        "kept_median": float(statistics.median(kept)),
        "kept_all_killed_after": float(sum(one == options.reports for one in kept)),
    }
    data = f"{options.reports} made reports on {'PostgreSQL' if options.address else 'SQLite'}"
    name = "killed_postgresql" if options.address else "killed"
    show(Result(benchmark=name, data=data, n=len(found), scores=scores), as_json=options.json, keep=options.keep)


def kill_all(place: Callable[[str], str], *, moments: int, count: int) -> list[Killed]:
    """Kill a run at each of so many moments; `place` names a place for a new case."""
    process, begun = _ready(place("whole"), count), time.monotonic()
    process.communicate()
    seconds = time.monotonic() - begun
    with open_case(place("whole"), registry=Nobody()) as case:
        whole = content(case)
    draw = random.Random(SEED)
    return [killed(place(f"killed_{i}"), draw.uniform(0, seconds), count, whole) for i in range(moments)]


def killed(address: str, after: float, count: int, whole: Any) -> Killed:
    """Kill a run so many seconds after it began, finish it, and look at what is there."""
    process = _ready(address, count)
    time.sleep(after)
    process.kill()
    process.communicate()
    kept, _ = ids(address)
    add(address, count)
    with open_case(address, registry=Nobody()) as case:
        now, problems = content(case), case.verify()
    stored, told = ids(address)
    return Killed(
        kept=len(kept),
        lost=not {*kept} <= {*stored} or len({*stored}) < count,
        twice=any(number > 1 for held in (stored, told) for number in Counter(held).values()) or len(stored) > count,
        different=now != whole,
        unsound=bool(problems),
    )


def add(address: str, count: int) -> None:
    """Add the made reports to a case, some at a call."""
    given, coded = texts(count)
    with open_case(address, create=True, registry=Nobody()) as case:
        for first in range(0, count, BATCH):
            case.add(given[first : first + BATCH], coder=lambda report: coded[report.id])


@cache
def texts(count: int) -> tuple[list[Report], dict[str, Coding]]:
    """Give made reports and what they say."""
    given, said, _ = made(count)
    return list(given), {
        one.id: Coding(report_id=one.id, claims=tuple(claim for claim in said if claim.report_id == one.id))
        for one in given
    }


def content(case: Case) -> Any:
    """Give all that a case says, less when it learnt it and the names that it gave.

    An incident is named after the claim under which it was first shown, and a run that is cut off shows incidents at
    other moments.
    """
    incidents = case.incident_list()
    names = {one.incident_id: f"incident of {min(one.claims)}" for one in incidents}
    forms = [to_json(replace(one, revision=1, known_from=None)) for one in incidents]
    said = (sorted(forms, key=lambda form: str(form["claims"])), sorted(to_json(case.reactions()), key=str))
    return sorted(to_json(case.claims()), key=str), _renamed(said, names)


def _renamed(form: Any, names: dict[str, str]) -> Any:
    if isinstance(form, dict):
        return {key: _renamed(value, names) for key, value in form.items()}
    if isinstance(form, (list, tuple)):
        return sorted((_renamed(item, names) for item in form), key=str)
    return names.get(form, form) if isinstance(form, str) else form


def ids(address: str) -> tuple[list[str], list[str]]:
    """Give the ids of the committed reports and claims, straight from their tables."""
    if "://" not in address and not Path(address).exists():
        return [], []
    engine = engine_of(address)
    try:
        with engine.connect() as connection:
            if not inspect(connection).has_table("claims"):
                return [], []
            return (
                list(connection.execute(select(reports.c.report_id)).scalars()),
                list(connection.execute(select(claims.c.claim_id)).scalars()),
            )
    finally:
        engine.dispose()


def _ready(address: str, count: int) -> "subprocess.Popen[bytes]":
    """Start a run in a process of its own; give it when it is about to begin."""
    call = [sys.executable, "-m", "benchmarks.killed", "--child", address, "--reports", str(count)]
    process = subprocess.Popen(call, stdout=subprocess.PIPE, cwd=Path(__file__).parents[1])
    assert process.stdout is not None
    process.stdout.readline()
    return process


def _places(folder: str, address: str | None) -> Callable[[str], str]:
    run = f"run{time.time_ns()}"
    return lambda name: f"{address}?schema={run}_{name}" if address else str(Path(folder) / f"{name}.case")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--moments", type=int, default=200, help="how many runs are killed")
    parser.add_argument("--reports", type=int, default=100, help="how many reports each run adds")
    parser.add_argument("--address", help="keep the cases on this PostgreSQL server")
    parser.add_argument("--data", type=Path, help="not used: the reports are made here")
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of a table")
    parser.add_argument("--keep", action="store_true", help="also write it to benchmarks/results")
    parser.add_argument("--child", metavar="CASE", help=argparse.SUPPRESS)
    return parser.parse_args()


if __name__ == "__main__":
    main()
