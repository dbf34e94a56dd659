"""The scenarios that come with the program, and the sides of the demo's crisis."""

from __future__ import annotations

import tomllib
from pathlib import Path

from vedette.model.errors import UsageError
from vedette.simulating import checked
from vedette.simulating.sides import nearest

FOLDER = Path(__file__).parent / "scenarios"


def shipped() -> dict[str, Path]:
    """Give the files of the scenarios that are shipped, by name."""
    return {path.stem: path for path in sorted(FOLDER.glob("*.toml"))}


def found(name: str) -> Path:
    """Give the file of a scenario: a path, or the name of one that is shipped; UsageError if there is neither."""
    if name in shipped():
        return shipped()[name]
    path = Path(name)
    if not path.is_file():
        more = nearest(name, list(shipped())) if path.suffix != ".toml" else ""
        raise UsageError(
            f"{name}: no such file, nor a scenario of that name{more}; `vedette simulate --list` shows them"
        )
    return path


def read_sides(name: str) -> dict[str, tuple[str, ...]]:
    """Read a file that binds roles to actors under [sides]; "demo" is the one for the case of `vedette demo`."""
    path = FOLDER / "sides" / f"{name}.toml" if name == "demo" else Path(name)
    if not path.is_file():
        raise UsageError(f"{name}: no such file; it binds roles to actors under [sides]")
    try:
        given = tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: is no TOML ({error}); mend that line") from error
    told = checked.table(given.get("sides", {}), f"{path}, sides")
    if not told:
        raise UsageError(f'{path}: no table [sides]; write a line such as challenger = ["a name"] under it')
    return {role: checked.texts(names, f"{path}, sides: {role}") for role, names in told.items()}
