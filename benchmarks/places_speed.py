"""What resolving costs: places a second, memory, start and compilation, each in a process of its own."""

import os
import subprocess
import sys
import tempfile

_START = """
import time
start = time.perf_counter()
from vedette.registry import load_gazetteer
load_gazetteer().find("Baghdad")
print(time.perf_counter() - start)
"""
_MEMORY = """
import resource, sys
from vedette.registry import gazetteer
from vedette.registry.sources import cities
names = [city["name"] for city, _ in zip(cities(), range(60000))][::3]
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
atlas = gazetteer.load_gazetteer()
for name in names:
    atlas.find(name)
print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024)
"""
_COMPILE = """
import resource, time
from vedette.registry.atlas import atlas_file
start = time.process_time()
atlas_file()
print(time.process_time() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


def costs() -> dict[str, float]:
    """Give the seconds of a warm start, the MB that the gazetteer takes after 20,000 look-ups, and the CPU seconds and
    peak MB of its compilation."""
    with tempfile.TemporaryDirectory() as folder:
        seconds, peak = _run(_COMPILE, VEDETTE_CACHE=folder)
    start = min(_run(_START)[0] for _ in range(3))
    return {
        "warm_start_s": round(start, 3),
        "gazetteer_mb": round(_run(_MEMORY)[0], 1),
        "compile_cpu_s": round(seconds, 1),
        "compile_peak_mb": round(peak),
    }


def _run(program: str, **settings: str) -> list[float]:
    done = subprocess.run(
        [sys.executable, "-c", program],
        env=os.environ | settings,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        check=True,
    )
    return [float(part) for part in done.stdout.split()]
