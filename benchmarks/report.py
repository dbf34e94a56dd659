"""What a benchmark found: one JSON object, one table, one file of results."""

import argparse
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

from rich.console import Console
from rich.table import Table

RESULTS = Path(__file__).with_name("results")


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """Scores of one benchmark on one set of data, beside a trivial baseline and published peers.

    `scores` and `baseline` give a figure by its name; `peers` gives such figures by the peer's name. `targets` are
    the least figures we ask of ourselves; `notes` say what a reader must know to trust the figures.
    """

    benchmark: str
    data: str
    n: int
    scores: Mapping[str, float | None]
    baseline: Mapping[str, float | None] = field(default_factory=dict)
    peers: Mapping[str, Mapping[str, float | None]] = field(default_factory=dict)
    targets: Mapping[str, float] = field(default_factory=dict)
    notes: tuple[str, ...] = ()

    def to_json(self) -> str:
        """Give the object as one line of JSON, figures to four digits."""
        return json.dumps(_rounded(asdict(self)), ensure_ascii=False)


def parser(name: str, about: str) -> argparse.ArgumentParser:
    """Make the command line that every benchmark has: --data PATH and --json."""
    made = argparse.ArgumentParser(prog=f"python -m benchmarks.{name}", description=about)
    made.add_argument("--data", type=Path, help="file or folder to measure on, instead of the usual one")
    made.add_argument("--json", action="store_true", help="print one JSON object instead of a table")
    return made


def show(result: Result, *, as_json: bool = False, console: Console | None = None) -> None:
    """Print a result as a table, or as one JSON object."""
    if as_json:
        print(result.to_json())
        return
    console = console or Console()
    console.print(table(result))
    for note in result.notes:
        console.print(f"[dim]{note}[/dim]")


def table(result: Result) -> Table:
    """Lay the scores out: a row a figure; ours, the least we ask, the baseline and the peers side by side."""
    made = Table(title=f"{result.benchmark}: {result.data} (n = {result.n})", title_justify="left")
    made.add_column("figure")
    for head in ("vedette", "asked", "baseline", *result.peers):
        made.add_column(head, justify="right")
    names = dict.fromkeys([*result.scores, *result.baseline, *(name for peer in result.peers.values() for name in peer)])
    for name in names:
        others = [result.targets, result.baseline, *result.peers.values()]
        made.add_row(name, _cell(result.scores.get(name)), *(_cell(figures.get(name)) for figures in others))
    return made


def keep(result: Result, *, name: str | None = None, folder: Path = RESULTS) -> Path:
    """Write a result to results/NAME.json and give the path."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name or result.benchmark}.json"
    path.write_text(json.dumps(_rounded(asdict(result)), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return path


def shared_folder() -> Path:
    """Give the folder of the public evaluation data, beside the project's root."""
    return Path(__file__).resolve().parents[2] / "shared"


def _cell(value: float | None) -> str:
    if value is None:
        return ""
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3f}"


def _rounded(value: object) -> object:
    if isinstance(value, float):
        return round(value, 4)
    if isinstance(value, Mapping):
        return {key: _rounded(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_rounded(item) for item in value]
    return value
