"""Measures as tables for people, and as files for programs."""

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vedette.cli import words
from vedette.cli.table import Head, put, show
from vedette.model.errors import UsageError

if TYPE_CHECKING:
    import polars as pl

    from vedette.measuring import EventTable

Row = Mapping[str, Any]
SERIES = (
    Head(name="When", least=10),
    Head(name="Who → whom", least=20),
    Head(name="Type", least=8),
    Head(name="Acts", least=10, right=True),
    Head(name="Intensity", least=10, right=True, rank=1),
    Head(name="Killed", least=10, right=True),
    Head(name="Coverage", least=8, rank=2),
)
TENSION = (
    Head(name="Unit", least=20),
    Head(name="Day", least=10),
    Head(name="Tension", least=7, right=True),
    Head(name="Interval", least=14, right=True),
    Head(name="30 days before", least=8, right=True),
    Head(name="Highest", least=22, rank=1),
    Head(name="Coverage", least=8, rank=2),
)
ACTS = (
    Head(name="Unit", least=16),
    Head(name="Adds", least=7, right=True),
    Head(name="When", least=10),
    Head(name="Type", least=8),
    Head(name="Killed", least=6, right=True),
    Head(name="What", least=24),
    Head(name="Id", least=10, rank=1),
)
EPISODES = (
    Head(name="Unit", least=20),
    Head(name="State", least=6),
    Head(name="From", least=10),
    Head(name="To", least=10),
    Head(name="Began between", least=14, rank=2),
    Head(name="Acts", least=6, right=True),
    Head(name="A day", least=6, right=True),
    Head(name="Killed", least=6, right=True, rank=1),
    Head(name="Sure", least=5, right=True),
    Head(name="Note", least=14, rank=1),
)
REACTIONS = (
    Head(name="Acts", least=18),
    Head(name="that follow", least=18),
    Head(name="An act sets off", least=16, right=True),
    Head(name="Share", least=6, right=True),
    Head(name="After days", least=10, right=True, rank=1),
    Head(name="Verdict", least=24),
)
RECIPROCITY = (
    Head(name="Counted", least=9),
    Head(name="The past of", least=18),
    Head(name="foresees", least=18),
    Head(name="F", least=6, right=True),
    Head(name="p", least=6, right=True),
    Head(name="Lag", least=3, right=True, rank=1),
    Head(name="Verdict", least=20),
    Head(name="Outcomes agree", least=8, rank=1),
)
RESPONSES = (
    Head(name="A shock of", least=18),
    Head(name="moves", least=18),
    Head(name="Periods after", least=8, right=True),
    Head(name="By", least=16, right=True),
    Head(name="Verdict", least=20),
)
BREAKS = (
    Head(name="Unit", least=18),
    Head(name="Counted", least=9),
    Head(name="Changes", least=10),
    Head(name="Between", least=14),
    Head(name="Chance", least=6, right=True),
    Head(name="Before", least=7, right=True),
    Head(name="After", least=7, right=True),
    Head(name="So do", least=9, rank=1),
    Head(name="Note", least=14, rank=1),
)
PAIRS = (
    Head(name="Who → whom", least=24),
    Head(name="Acts", least=6, right=True),
    Head(name="Killed", least=10, right=True),
    Head(name="Toll not told", least=8, right=True, rank=1),
    Head(name="First", least=10, rank=1),
    Head(name="Last", least=10, rank=1),
    Head(name="Most of type", least=10, rank=2),
)


def write(what: str, found: "pl.DataFrame", table: "EventTable", *, format: str, file: Path | None) -> None:
    """Write a measure in a format, to standard output or a file."""
    if format == "table":
        heads, rows = VIEWS[what]
        return show(heads, rows(found), nothing="nothing to show", file=file)
    if format == "parquet":
        if file is None:
            raise UsageError("parquet is binary; add --output FILE")
        found.write_parquet(file)
        return None
    text = found.write_csv() if format == "csv" else found.write_ndjson()
    if file is None:
        sys.stdout.write(text)
    else:
        file.write_text(text, "utf-8-sig" if format == "csv" else "utf-8")
    return None


def overview(table: "EventTable", *, top: int, drawn: Mapping[str, Any], file: Path | None) -> int:
    """Tell the pairs, and of each measure what can be said in short, or why nothing can."""
    from vedette import measuring
    from vedette.cli import screen

    measures: dict[str, Callable[[], pl.DataFrame]] = {
        "tension": lambda: measuring.tension(table, top=top, **drawn),
        "episodes": lambda: measuring.episodes(table, top=top, **drawn),
        "reactions": lambda: measuring.reactions(table),
        "reciprocity": lambda: measuring.reciprocal(table),
    }
    with screen.sink(file) as console:
        told = f"{table.rows['id'].n_unique()} acts from {table.first} to {table.last}"
        console.print(f"{told}; intensity on the scale of {table.scale}\n", markup=False)
        put(console, PAIRS, list(_pairs(table, top)), "no act has both parties known")
        for what, measured in measures.items():
            console.print(f"\n[bold]{TITLES[what]}[/]\n")
            try:
                heads, rows = VIEWS[what]
                put(console, heads, list(rows(measured())), "nothing to show")
            except UsageError as error:
                console.print(f"not measured: {error}", markup=False)
    return 0


def span(value: float | None, low: float | None, high: float | None, digits: int = 0) -> str:
    """Write a figure with its interval: "4", "4 (3–6)"; "?" where silence says nothing."""
    if value is None or low is None or high is None:
        return "?"
    texts = [f"{one:,.{digits}f}" for one in (value, low, high)]
    return texts[0] if texts[1] == texts[2] else f"{texts[0]} ({texts[1]}–{texts[2]})"


def _pairs(table: "EventTable", top: int) -> Iterator[Sequence[str]]:
    import polars as pl

    for actor, target in table.pairs()[:top]:
        rows = table.rows.filter(pl.col("actor") == actor, pl.col("target") == target)
        kinds = rows["type"].drop_nulls().value_counts(sort=True)["type"].head(2).to_list()
        best, low = (float(rows[name].fill_null(0).sum()) for name in ("killed_best", "killed_low"))
        high = float(rows["killed_high"].fill_null(rows["killed_best"]).fill_null(0).sum())
        open_ = rows.filter(pl.col("killed_best").is_not_null(), pl.col("killed_high").is_null()).height
        toll = span(best, low, high) + ("+" if open_ else "")
        untold = rows["killed_best"].null_count()
        days = (str(rows["from"].min()), str(rows["to"].max()))
        yield f"{actor} → {target}", str(rows.height), toll, str(untold or ""), *days, ", ".join(kinds)


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
            f"{row['p']:.3f}" if tested else "", str(row["lag"] or ""), row["verdict"],
            "" if row["agrees"] is None else "yes" if row["agrees"] else "NO",
        )  # fmt: skip


def _responses(found: "pl.DataFrame") -> Iterator[Sequence[str]]:
    for row in found.iter_rows(named=True):
        by = span(row["value"], row["low"], row["high"], 2)
        yield row["impulse"], row["response"], str(row["step"]), by, row["verdict"]


def _breaks(found: "pl.DataFrame") -> Iterator[Sequence[str]]:
    for row in found.iter_rows(named=True):
        if row["day"] is None:
            yield row["unit"], row["outcome"], "", "", "", "", "", "", row["note"]
            continue
        figures = (f"{row['chance']:.0%}", f"{row['before']:.2f}", f"{row['after']:.2f}")
        between = words.days(row["low"], row["high"])
        yield row["unit"], row["outcome"], str(row["day"]), between, *figures, ", ".join(row["shared"]), row["note"]


TITLES = {
    "tension": "Tension",
    "episodes": "Bursts and calm",
    "reactions": "Reactions",
    "reciprocity": "Reciprocity",
}
VIEWS: dict[str, tuple[Sequence[Head], Any]] = {
    "series": (SERIES, _series),
    "tension": (TENSION, _tension),
    "acts": (ACTS, _acts),
    "episodes": (EPISODES, _episodes),
    "reactions": (REACTIONS, _reactions),
    "reciprocity": (RECIPROCITY, _reciprocity),
    "responses": (RESPONSES, _responses),
    "breaks": (BREAKS, _breaks),
}
