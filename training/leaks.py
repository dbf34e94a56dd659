"""The leak guard: no sentence of a test file may be trained on."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from training.corpus import normalised

FEWEST = 25  # letters and digits; shorter strings are labels and names, not sentences


def forbidden(paths: list[Path]) -> set[str]:
    """Collect the normalised texts of test files: jsonl, json, csv, tsv or plain lines."""
    return {form for path in paths for text in _texts(path) if len(form := normalised(text)) >= FEWEST}


def _texts(path: Path) -> Iterator[str]:
    if path.suffix == ".jsonl":
        for line in path.read_text(encoding="utf-8").splitlines():
            yield from _strings(json.loads(line)) if line.strip() else ()
    elif path.suffix == ".json":
        yield from _strings(json.loads(path.read_text(encoding="utf-8")))
    elif path.suffix in {".csv", ".tsv"}:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            for row in csv.reader(lines, delimiter="\t" if path.suffix == ".tsv" else ","):
                yield from row
    else:
        yield from path.read_text(encoding="utf-8").splitlines()


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
        yield from value.splitlines()
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from _strings(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from _strings(item)
