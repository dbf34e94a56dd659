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
# From the kernel and not the resource usage of the process: that peak may be of the process that started it.
_HELD = """
import pathlib, re
def held(what):
    return int(re.search(what + r":\\s+(\\d+)", pathlib.Path("/proc/self/status").read_text())[1]) / 1024
"""
_MEMORY = f"""{_HELD}
from vedette.registry import load_gazetteer
before = held("VmRSS")
atlas = load_gazetteer()
for (name,) in atlas._store.execute("SELECT name FROM spot WHERE id % 13 = 0").fetchall():
    atlas.find(name)
print(held("VmRSS") - before)
"""
_COMPILE = f"""{_HELD}
import time
from vedette.registry.atlas import atlas_file
start = time.process_time()
atlas_file()
print(time.process_time() - start, held("VmHWM"))
"""


def costs() -> dict[str, float]:
    """Give the seconds of a warm start, the MB that the gazetteer takes after 20,000 look-ups, and the CPU seconds and
    peak MB of its compilation (Linux only)."""
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
