"""What linking costs as reports grow: time, memory and correctness on reports made from templates, their truth known.

    python -m benchmarks.scale_link [--reports N ...] [--json] [--keep]

Each made incident is an invented town, a day of three years, two sides, a weapon and a toll, told by one to five
reports in words of their own; a third of the reports also recalls an earlier act. Claims are made beside the texts, so
that linking alone is timed; `seconds` by the clock, `cpu_seconds` of the one core that it uses. The time must grow near
linearly: `growth` is the exponent of cpu_seconds between the last two sizes.
"""

import argparse
import gc
import math
import resource
import time
from pathlib import Path

from benchmarks.coref_score import b_cubed
from benchmarks.report import Result, show
from benchmarks.scale_texts import made
from vedette.linking import link

SIZES = (1_000, 10_000)


def main() -> None:
    """Time each size, the smallest first."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, nargs="+", default=list(SIZES), help="how many reports to link")
    parser.add_argument("--data", type=Path, help="not used: the reports are made here")
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of a table")
    parser.add_argument("--keep", action="store_true", help="also write it to benchmarks/results")
    options = parser.parse_args()
    scores: dict[str, float] = {}
    taken: list[tuple[int, float]] = []
    for count in sorted(options.reports):
        found = timed(count)
        taken.append((count, found["cpu_seconds"]))
        scores.update({f"{name}_{count}": value for name, value in found.items()})
    if len(taken) > 1:
        (small, before), (large, after) = taken[-2:]
        scores["growth"] = round(math.log(after / before) / math.log(large / small), 3)
    result = Result(benchmark="scale_link", data="made from templates", n=max(options.reports), scores=scores)
    show(result, as_json=options.json, keep=options.keep)


def timed(count: int) -> dict[str, float]:
    """Link `count` made reports; give both times, the peak memory of the process in MiB, and B3 over claims."""
    reports, claims, truth = made(count)
    gc.collect()
    start, busy = time.perf_counter(), time.process_time()
    linked = link(claims, reports=reports)
    seconds, cpu_seconds = time.perf_counter() - start, time.process_time() - busy
    home: dict[object, object] = {claim: one.incident_id for one in linked.incidents for claim in one.claims}
    gold: dict[object, object] = {claim: incident for claim, incident in truth.items() if claim in home}
    return {
        "seconds": round(seconds, 2),
        "cpu_seconds": round(cpu_seconds, 2),
        "peak_mib": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1),
        "claims": float(len(claims)),
        "incidents": float(len(linked.incidents)),
        "b3_f1": round(b_cubed(gold, {claim: home[claim] for claim in gold}).f1, 4),
    }


if __name__ == "__main__":
    main()
