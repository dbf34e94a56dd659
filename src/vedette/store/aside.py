"""Work on a large case that takes long, done in a process of its own: the server goes on answering meanwhile.

That process gets the address of the case through its standard input, where no list of processes shows it, and ends
when that is closed: with the server, however the server ends.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from threading import Thread
from typing import Any

from vedette.linking.origins import origins
from vedette.model import VedetteError
from vedette.store.case import Case
from vedette.store.open import open_case

MANY = 2000  # reports from which on it pays to start a process
_NICE = 5  # who asks goes first


def aside(what: str, address: str) -> Any:
    """Do a task of `TASKS` in a process of its own and give what it gives, None where it could not be done there."""
    command = [sys.executable, "-m", "vedette.store.aside", what]
    with (
        suppress(OSError, ValueError),
        subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        ) as process,
    ):
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(f"{json.dumps(address)}\n")
        process.stdin.flush()
        return json.loads(process.stdout.read())
    return None


def find_origins(case: Case) -> dict[str, str]:
    """Find the origin of each report."""
    return origins(case.reports())


def link(case: Case) -> bool:
    """Link the case anew."""
    case.link()
    return True


TASKS: dict[str, Callable[[Case], Any]] = {"link": link, "origins": find_origins}


def main() -> int:
    """Do the task that the command line names for the case that standard input names."""
    if hasattr(os, "nice"):
        os.nice(_NICE)
    address = json.loads(sys.stdin.readline())
    Thread(target=_end_with_server, daemon=True).start()
    try:
        with open_case(address) as case:
            print(json.dumps(TASKS[sys.argv[1]](case)))
    except VedetteError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _end_with_server() -> None:
    sys.stdin.read()
    os._exit(1)


if __name__ == "__main__":
    sys.exit(main())
