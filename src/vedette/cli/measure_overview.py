"""A record in short: its pairs, and of each measure what can be said, or why nothing can."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vedette.cli import words
from vedette.cli.measure_heads import PAIRS
from vedette.cli.measure_view import VIEWS, span
from vedette.cli.table import put
from vedette.model.errors import UsageError

if TYPE_CHECKING:
    import polars as pl

    from vedette.measuring import EventTable

TITLES = {
    "tension": "Tension",
    "episodes": "Bursts and calm",
    "reactions": "Reactions",
    "reciprocity": "Reciprocity",
}


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
        told = f"{words.counted(table.rows['id'].n_unique(), 'act')} from {table.first} to {table.last}"
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
