"""Where compiled forms are kept between runs."""

import os
import tempfile
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
