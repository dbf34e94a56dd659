"""How a command ends: exit codes, what failed, and the one line that a user gets for it."""

import os
import sys
import traceback
from dataclasses import dataclass, field
from enum import IntEnum

from vedette.cli import screen


class Exit(IntEnum):
    """Exit codes: done; partly (what failed is listed, the rest is kept); wrong use; and a pipe closed."""

    DONE = 0
    PARTLY = 1
    WRONG = 2
    PIPE_CLOSED = 141


@dataclass(slots=True)
class Failures:
    """What failed so far; each is told at once, on one line of standard error."""

    told: list[str] = field(default_factory=list)

    def add(self, source: str, problem: str) -> None:
        """Tell a failure and keep it."""
        self.told.append(f"{source}: {problem}")
        complain(self.told[-1])

    @property
    def code(self) -> Exit:
        """The exit code that they amount to."""
        return Exit.PARTLY if self.told else Exit.DONE


def complain(message: str) -> None:
    """Write `vedette: message` as one line to standard error, above a progress bar if there is one."""
    screen.errors().print(f"vedette: {' '.join(message.split())}", markup=False, highlight=False, soft_wrap=True)


def wrong(message: str) -> Exit:
    """Tell a wrong use; gives its exit code."""
    complain(message)
    return Exit.WRONG


def bug(error: Exception) -> Exit:
    """Tell in one line of an error that is ours; VEDETTE_DEBUG=1 shows the whole traceback."""
    if os.environ.get("VEDETTE_DEBUG"):
        traceback.print_exception(error)
    last = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{os.path.basename(os.path.dirname(last.filename))}/{os.path.basename(last.filename)}:{last.lineno}"
    complain(
        f"a fault of vedette's own at {where}: {type(error).__name__}: {error}; "
        "please report it with the traceback that VEDETTE_DEBUG=1 shows"
    )
    return Exit.PARTLY


def hush() -> Exit:
    """Let nothing more be written to a pipe that its reader has closed."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return Exit.PIPE_CLOSED
