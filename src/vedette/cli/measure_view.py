"""Measures as tables for people, and as files for programs."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vedette.cli import words
from vedette.cli.measure_heads import (
    ACTS,
    BREAKS,
    EPISODES,
    REACTIONS,
    RECIPROCITY,
    RESPONSES,
    SERIES,
    TENSION,
    TRIANGLE,
)
from vedette.cli.table import Head, show
from vedette.cli.written import whole
from vedette.model.errors import UsageError

if TYPE_CHECKING:
    import polars as pl

    from vedette.measuring import EventTable

Row = Mapping[str, Any]
SHOWN = 0.05


def write(what: str, found: "pl.DataFrame", table: "EventTable", *, format: str, file: Path | None) -> None:
    """Write a measure in a format, to standard output or a file."""
    if format == "table":
        heads, rows = VIEWS[what]
        return show(heads, rows(found), nothing="nothing to show", file=file)
    if format == "parquet":
        if file is None:
            raise UsageError("parquet is binary; add --output FILE")
        with whole(file) as path:
            found.write_parquet(path)
        return None
    text = found.write_csv() if format == "csv" else found.write_ndjson()
    if file is None:
        sys.stdout.write(text)
    else:
        with whole(file) as path:
            path.write_text(text, "utf-8-sig" if format == "csv" else "utf-8")
    return None


def span(value: float | None, low: float | None, high: float | None, digits: int = 0) -> str:
    """Write a figure with its interval: "4", "4 (3–6)"; "?" where silence says nothing."""
    if value is None or low is None or high is None:
        return "?"
    texts = [f"{one:,.{digits}f}" for one in (value, low, high)]
    return texts[0] if texts[1] == texts[2] else f"{texts[0]} ({texts[1]}–{texts[2]})"


def _series(found: "pl.DataFrame") -> Iterator[Sequence[str]]:
    for row in found.sort("period", "actor", "target", "type").iter_rows(named=True):
        yield (
            str(row["period"]), f"{row['actor']} → {row['target']}", row["type"],
            span(row["count"], row["count_low"], row["count_high"], _digits(row["count"])),
            span(row["intensity"], row["intensity_low"], row["intensity_high"], 1),
            span(row["killed"], row["killed_low"], row["killed_high"], _digits(row["killed"])),
            row["coverage"] or "not known",
        )  # fmt: skip


def _digits(value: float | None) -> int:
    return 0 if value is None or value == round(value) else 1


def _tension(found: "pl.DataFrame") -> Iterator[Sequence[str]]:
    for part in found.partition_by("unit", maintain_order=True):
        last, before = part.row(-1, named=True), part.row(max(part.height - 31, 0), named=True)
        peak = part.row(part["tension"].arg_max() or 0, named=True)
        yield (
            last["unit"], str(last["day"]), f"{last['tension']:.1f}", f"{last['low']:.1f}–{last['high']:.1f}",
            f"{before['tension']:.1f}", f"{peak['tension']:.1f} on {peak['day']}", last["coverage"] or "not known",
        )  # fmt: skip


def _acts(found: "pl.DataFrame") -> Iterator[Sequence[str]]:
    for row in found.iter_rows(named=True):
        who = row["text"] or f"{row['actor']} → {row['target']}{', ' + row['place'] if row['place'] else ''}"
        yield (
            row["unit"], f"{row['adds']:+.2f}", words.days(row["from"], row["to"]) if row["id"] else "",
            row["type"] or "",
            "" if row["killed"] is None else f"{row['killed']:.0f}", who, row["id"] or "",
        )  # fmt: skip


def _day(row: Row) -> str:
    return words.days(row["from"], row["to"]) if row["id"] else ""


def _episodes(found: "pl.DataFrame") -> Iterator[Sequence[str]]:
    for row in found.iter_rows(named=True):
        began = words.days(row["from_low"], row["from_high"]) if row["from_low"] else ""
        sure = "" if row["probability"] is None else f"{row['probability']:.0%}"
        yield (
            row["unit"], row["state"], str(row["from"]), f"{row['to']}{' …' if row['ongoing'] else ''}", began,
            f"{row['acts']:.0f}", f"{row['rate']:.2f}", f"{row['killed']:.0f}", sure, row["note"],
        )  # fmt: skip


def _reactions(found: "pl.DataFrame") -> Iterator[Sequence[str]]:
    for row in found.iter_rows(named=True):
        yield (
            row["act"], row["answers"], span(row["sets_off"], row["low"], row["high"], 2), f"{row['share']:.0%}",
            span(row["days"], row["days_low"], row["days_high"], 1),
            row["verdict"] + (f"; {row['note']}" if row["note"] else ""),
        )  # fmt: skip


def _reciprocity(found: "pl.DataFrame") -> Iterator[Sequence[str]]:
    for row in found.iter_rows(named=True):
        tested = row["f"] is not None
        yield (
            row["outcome"], row["cause"] or row["pair"], row["effect"] or "", f"{row['f']:.2f}" if tested else "",
            span(row["p"], row["p_low"], row["p_high"], 3) if tested else "", str(row["lag"] or ""), _foresight(row),
            "" if row["agrees"] is None else "yes" if row["agrees"] else "NO",
        )  # fmt: skip


def _foresight(row: Row) -> str:
    """Say whether one side's past foresees the other first, then whether the test may be leant on."""
    if row["p"] is None or not row["passed"]:
        return str(row["verdict"])
    shown = f"{'shown' if row['p'] < SHOWN else 'not shown'} at 5 %"
    return f"{shown}; the test {row['verdict']}"


def _responses(found: "pl.DataFrame") -> Iterator[Sequence[str]]:
    for row in found.iter_rows(named=True):
        if row["value"] is None:
            yield row["pair"], "", "", "", row["verdict"]
            continue
        by = span(row["value"], row["low"], row["high"], 2)
        yield row["impulse"], row["response"], str(row["step"]), by, row["verdict"]


def _triangle(found: "pl.DataFrame") -> Iterator[Sequence[str]]:
    for row in found.iter_rows(named=True):
        if row["cause"] is None:
            yield f"{row['pair']}, {row['third']}", "", "", "", "", row["note"]
            continue
        verdict = row["kind"] + (f"; {row['note']}" if row["note"] else "")
        total = span(row["total"], row["low"], row["high"], 2)
        yield row["cause"], row["effect"], f"{row['p']:.3f}", f"{row['shown']:.0%}", total, verdict


def _breaks(found: "pl.DataFrame") -> Iterator[Sequence[str]]:
    for row in found.iter_rows(named=True):
        if row["day"] is None:
            yield row["unit"], row["outcome"], "", "", "", "", "", "", row["note"]
            continue
        figures = (f"{row['chance']:.0%}", f"{row['before']:.2f}", f"{row['after']:.2f}")
        between = words.days(row["low"], row["high"])
        yield row["unit"], row["outcome"], str(row["day"]), between, *figures, ", ".join(row["shared"]), row["note"]


VIEWS: dict[str, tuple[Sequence[Head], Any]] = {
    "series": (SERIES, _series),
    "tension": (TENSION, _tension),
    "acts": (ACTS, _acts),
    "episodes": (EPISODES, _episodes),
    "reactions": (REACTIONS, _reactions),
    "reciprocity": (RECIPROCITY, _reciprocity),
    "responses": (RESPONSES, _responses),
    "triangle": (TRIANGLE, _triangle),
    "breaks": (BREAKS, _breaks),
}
