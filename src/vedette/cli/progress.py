"""A progress bar on standard error, where somebody can see it."""

import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

from vedette.cli import screen

if TYPE_CHECKING:
    from rich.progress import Progress

T = TypeVar("T")


def watched(items: Iterable[T], what: str, *, total: int | None = None, streaming: bool = False) -> Iterator[T]:
    """Pass items through, counted by a bar named `what` while they go.

    There is no bar when standard error is no terminal, nor with `streaming` when the results themselves appear on the
    terminal one by one.
    """
    if not sys.stderr.isatty() or (streaming and sys.stdout.isatty()):
        yield from items
        return
    with _bar(counted=total is not None) as bar:
        task = bar.add_task(what, total=total)
        for item in items:
            yield item
            bar.advance(task)


def _bar(*, counted: bool) -> "Progress":
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    many = (BarColumn(bar_width=30), MofNCompleteColumn()) if counted else (TextColumn("{task.completed}"),)
    return Progress(
        SpinnerColumn(),
        TextColumn("{task.description}"),
        *many,
        TimeElapsedColumn(),
        console=screen.errors(),
        transient=True,
    )
