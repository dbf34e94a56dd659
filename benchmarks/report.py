"""The form that every benchmark reports in: one JSON object, or a table beside the peers and the baseline."""

import argparse
import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

RESULTS = Path(__file__).parent / "results"


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What a benchmark measured: our scores, a trivial baseline's, the peers' (by system), on `n` items of `data`."""

    benchmark: str
    data: str
    n: int
    scores: dict[str, float]
    baseline: dict[str, float] = field(default_factory=dict)
    peers: dict[str, dict[str, float]] = field(default_factory=dict)
    notes: dict[str, Any] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        """Give the JSON object (DESIGN's form, with notes where there are any)."""
        form = asdict(self)
        return form if self.notes else {key: value for key, value in form.items() if key != "notes"}


def arguments(doc: str | None, *, data: str, extra: dict[str, dict[str, Any]] | None = None) -> argparse.Namespace:
    """Read a benchmark's command line: --data PATH, --json, --keep, and `extra` flags (name -> argparse settings)."""
    parser = argparse.ArgumentParser(description=doc, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path(data), help=f"where the data lie (default {data})")
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of a table")
    parser.add_argument("--keep", action="store_true", help="also write it to benchmarks/results")
    for name, settings in (extra or {}).items():
        parser.add_argument(name, **settings)
    options = parser.parse_args()
    if not options.data.exists():
        parser.error(f"{options.data}: not there; give the folder of the data with --data")
    return options


def show(result: Result, *, as_json: bool = False, keep: bool = False, name: str | None = None) -> None:
    """Print a result; with `keep`, write it to results/NAME.json (default: the benchmark's name) as well."""
    form = result.to_json()
    if keep:
        path = RESULTS / f"{name or result.benchmark}.json"
        if first := _first_run(path):
            form["notes"] = form.get("notes", {}) | first
        path.write_text(json.dumps(form, indent=2, ensure_ascii=False) + "\n", "utf-8")
    text = json.dumps(form, indent=2, ensure_ascii=False)
    if as_json:
        print(text)
        return
    Console().print(table(result))
    for title, note in result.notes.items():
        Console().print(f"[bold]{title}[/]", note)


def _first_run(path: Path) -> dict[str, Any]:
    """Give the note of what was scored before anything was mended, which no later run may take away."""
    notes = json.loads(path.read_text("utf-8")).get("notes", {}) if path.is_file() else {}
    return {"first_run": notes["first_run"]} if "first_run" in notes else {}


def table(result: Result) -> Table:
    """Lay a result out as a table: a row a score, a column a system."""
    made = Table(title=f"{result.benchmark} ({result.data}, n = {result.n:,})")
    made.add_column("score")
    for column in ("Vedette", "baseline", *result.peers):
        made.add_column(column, justify="right")
    for score, value in result.scores.items():
        others = [result.baseline.get(score), *(peer.get(score) for peer in result.peers.values())]
        made.add_row(score, *(_figure(figure) for figure in (value, *others)))
    return made


def _figure(value: float | None) -> str:
    return "" if value is None else f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.3f}"
