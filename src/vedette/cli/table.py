"""Tables that fit: the columns of least weight go first, long cells fold, numbers stand right."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from vedette.cli import screen
from vedette.cli.widths import Head, fitting, shares

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

__all__ = ["Head", "put", "show", "table"]


def show(heads: Sequence[Head], rows: Iterable[Sequence[str]], *, nothing: str, file: Path | None = None) -> None:
    """Print rows as a table as wide as the terminal, or the sentence `nothing` if there are none."""
    with screen.sink(file) as console:
        put(console, heads, list(rows), nothing)


def table(heads: Sequence[Head], rows: Sequence[Sequence[str]], *, width: int) -> "Table":
    """Lay rows out in the columns that fit into `width`; rows that fold have a blank line between them."""
    from rich import box
    from rich.cells import cell_len
    from rich.table import Table
    from rich.text import Text

    natural = [max((cell_len(row[n]) for row in rows), default=0) for n in range(len(heads))]
    kept = fitting(heads, natural, width)
    widths = shares([heads[n] for n in kept], [natural[n] for n in kept], width)
    folds = any(natural[n] > given for n, given in zip(kept, widths, strict=True))
    grid = Table(
        box=box.SIMPLE_HEAD,
        show_edge=False,
        pad_edge=False,
        padding=(0, 1, 0, 0),
        header_style="bold",
        leading=int(folds),
    )
    for n, given in zip(kept, widths, strict=True):
        grid.add_column(heads[n].name, justify="right" if heads[n].right else "left", overflow="fold", width=given)
    for row in rows:
        grid.add_row(*(Text(row[n]) for n in kept))
    return grid


def put(console: "Console", heads: Sequence[Head], rows: Sequence[Sequence[str]], nothing: str) -> None:
    """Print rows as a table on a console that is open, or the sentence `nothing` if there are none."""
    if not rows:
        console.print(nothing, markup=False)
        return
    grid = table(heads, rows, width=console.width)
    if console.is_terminal:
        console.print(grid)
        return
    with console.capture() as capture:
        console.print(grid)
    console.file.writelines(f"{line.rstrip()}\n" for line in capture.get().splitlines())
