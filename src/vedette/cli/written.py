"""Files that are written whole or not at all: what stood there before stays until the new one is complete."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from vedette.cli.exits import complain
from vedette.model.errors import UsageError


@contextmanager
def whole(file: Path) -> Iterator[Path]:
    """Give the path to write to, and put it in the place of `file` once all is written.

    Where that fails (a full disk) `file` is left as it was. An interrupt keeps what was written so far beside it. What
    is no plain file, such as /dev/stdout, is written to as it is.
    """
    if file.exists() and not file.is_file():
        yield file
        return
    part = file.with_name(f"{file.name}.part")
    try:
        yield part
        os.replace(part, file)
    except OSError as error:
        _gone(part)
        raise UsageError(_failed(file, error)) from error
    except KeyboardInterrupt:
        if part.exists():
            complain(f"interrupted: what was written until then is in {part}")
        raise
    except BaseException:
        _gone(part)
        raise


def _gone(part: Path) -> None:
    with suppress(OSError):  # where nothing can be written nothing can be removed either
        part.unlink()


def _failed(file: Path, error: OSError) -> str:
    kept = "; what stood there is untouched" if file.exists() else ""
    return f"{file}: cannot be written ({error.strerror or error}){kept}; mend that or give another --output"
