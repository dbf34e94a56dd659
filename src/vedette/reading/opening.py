"""Files and standard input, opened so that they can be looked at first and read from the start."""

import shutil
import sys
import tempfile
from pathlib import Path
from typing import IO, cast

from vedette.model import SourceError

_IN_MEMORY = 16_000_000


def open_file(path: Path) -> IO[bytes]:
    """Open a file for reading; raises SourceError where it is missing or may not be read."""
    try:
        return path.open("rb")
    except FileNotFoundError as error:
        raise SourceError(str(path), "does not exist: check the name") from error
    except PermissionError as error:
        raise SourceError(str(path), "may not be read: check its permissions") from error
    except OSError as error:
        raise SourceError(str(path), f"cannot be opened ({error.strerror})") from error


def open_input() -> IO[bytes]:
    """Take all of standard input, so that it can be read twice; large input goes to a temporary file."""
    kept = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - the caller closes it
    shutil.copyfileobj(sys.stdin.buffer, kept)
    kept.seek(0)
    return cast(IO[bytes], kept)
