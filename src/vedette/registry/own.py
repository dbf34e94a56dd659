"""The files that a user adds to the registry: actors and office-holders of their own."""

import os
from pathlib import Path

import platformdirs

from vedette.model import RegistryError


def own_folder() -> Path:
    """Give the folder of a user's own registry files: VEDETTE_REGISTRY if set, else one in the settings folder."""
    return Path(os.environ.get("VEDETTE_REGISTRY") or Path(platformdirs.user_config_dir("vedette")) / "registry")


def own_files() -> tuple[Path, ...]:
    """Give a user's own registry files; raises RegistryError where VEDETTE_REGISTRY names no folder."""
    folder = own_folder()
    if os.environ.get("VEDETTE_REGISTRY") and not folder.is_dir():
        raise RegistryError(f"{folder}: is no folder; set VEDETTE_REGISTRY to the folder of your registry files")
    return tuple(sorted(folder.glob("*.toml"))) if folder.is_dir() else ()
