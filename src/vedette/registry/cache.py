"""Where compiled forms are kept between runs."""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import platformdirs

from vedette.model import RegistryError


def cache_folder() -> Path:
    """Give the folder for compiled files: VEDETTE_CACHE if set, else the user's cache folder; made if missing."""
    folder = Path(os.environ.get("VEDETTE_CACHE") or platformdirs.user_cache_dir("vedette"))
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise RegistryError(
            f"{folder}: cannot be made ({error.strerror}); set VEDETTE_CACHE to a folder you may write"
        ) from error
    return folder


def temporary_beside(path: Path) -> Path:
    """Make an empty file in the folder of `path`, to be filled and then renamed to it in one step."""
    try:
        handle, name = tempfile.mkstemp(prefix=path.stem, suffix=".part", dir=path.parent)
    except OSError as error:
        raise RegistryError(
            f"{path.parent}: cannot be written ({error.strerror}); set VEDETTE_CACHE to another folder"
        ) from error
    os.close(handle)
    return Path(name)


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Hold the only right to make `path` while other processes wait; it ends with the process. On Windows nobody waits:
    two may then make the same file, which does no harm."""
    with path.with_suffix(".lock").open("a") as lock:
        if sys.platform != "win32":
            import fcntl

            fcntl.flock(lock, fcntl.LOCK_EX)
        yield
