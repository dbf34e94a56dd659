"""Where words go: standard output and standard error, as wide as the terminal and plain when piped."""

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

if TYPE_CHECKING:
    from rich.console import Console

PIPED_WIDTH = 120


def output(**settings: Any) -> "Console":
    """Give a console on standard output."""
    return _console()(file=sys.stdout, width=width(), highlight=False, **settings)


def plain(sink: TextIO) -> "Console":
    """Give a console that writes into an open file, without colour."""
    return _console()(file=sink, width=PIPED_WIDTH, highlight=False, no_color=True, force_terminal=False)


@contextmanager
def sink(file: Path | None) -> "Iterator[Console]":
    """Give a console on standard output, or where a file is named one that writes into it, without colour."""
    if file is None:
        yield output()
        return
    from vedette.cli.written import whole

    with whole(file) as path, path.open("w", encoding="utf-8", errors="backslashreplace") as written:
        yield plain(written)


@cache
def errors() -> "Console":
    """Give the one console on standard error; progress bars and messages share it."""
    return _console()(stderr=True, highlight=False)


def width() -> int:
    """Give the columns to write in: COLUMNS if set, else the terminal's; a pipe gets 120."""
    if os.environ.get("COLUMNS", "").isdigit():
        return max(40, int(os.environ["COLUMNS"]))
    return max(40, shutil.get_terminal_size((PIPED_WIDTH, 25)).columns)


def _console() -> "type[Console]":
    from rich.console import Console

    class Plain(Console):
        """A console that leaves a closed pipe to `main`."""

        def on_broken_pipe(self) -> None:
            raise BrokenPipeError

    return Plain
