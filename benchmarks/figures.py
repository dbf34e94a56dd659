"""Put the kept figures into the documents, so that no figure there is typed by hand.

    python -m benchmarks.figures [--check]

A figure in a .md file stands between two comments, `<!--=tagger.scores.role_f1-->0.71<!--/-->`: the name of a file in
benchmarks/results and the keys within it. With --check nothing is written, and the exit code says whether a figure
is out of date.
"""

import argparse
import json
import re
import sys
from functools import cache, reduce
from pathlib import Path
from typing import Any

from benchmarks.report import RESULTS

ROOT = RESULTS.parents[1]
FIGURE = re.compile(r"<!--=(?P<path>[^>]+?)-->(?P<figure>.*?)<!--/-->")


def filled(text: str) -> str:
    """Give the text with every figure as the results have it; KeyError names a figure that no result holds."""
    return FIGURE.sub(lambda found: f"<!--={found['path']}-->{figure(found['path'])}<!--/-->", text)


def figure(path: str) -> str:
    """Give one figure as it is printed: a ratio to two digits, a count with thousands."""
    name, *keys = path.split(".")
    value = reduce(lambda form, key: form[key], keys, _result(name))
    return f"{value:,.2f}" if isinstance(value, float) and abs(value) < 1000 else f"{value:,}"


@cache
def _result(name: str) -> Any:
    return json.loads((RESULTS / f"{name}.json").read_text("utf-8"))


def documents() -> list[Path]:
    """Give the documents that may hold figures."""
    return sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("training/*.md")])


def main() -> int:
    """Fill in every document, or with --check say which are out of date."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing; exit with 1 if a figure is out of date")
    check = parser.parse_args().check
    stale = [path for path in documents() if filled(path.read_text("utf-8")) != path.read_text("utf-8")]
    for path in stale:
        print(f"{path.relative_to(ROOT)}: {'out of date: run python -m benchmarks.figures' if check else 'written'}")
        if not check:
            path.write_text(filled(path.read_text("utf-8")), "utf-8")
    return int(check and bool(stale))


if __name__ == "__main__":
    sys.exit(main())
