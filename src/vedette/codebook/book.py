"""The codebook as values: types with their modes and intensities, and statuses."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from vedette.model import RegistryError


@dataclass(frozen=True, slots=True, kw_only=True)
class EventType:
    """One of the 16 types. `intensity` is Goldstein's value, -10 (war) to +10; `verbal` types are statements."""

    name: str
    verbal: bool
    quad: str
    intensity: float
    cameo: tuple[str, ...]
    modes: tuple[str, ...]
    gloss: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """What a text says of a happening; one that `happened` makes an incident on its own."""

    name: str
    happened: bool
    gloss: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Codebook:
    """All types and statuses of one version of the codebook."""

    version: str
    types: dict[str, EventType]
    statuses: dict[str, Status]

    def verbal(self, type_: str) -> bool:
        """Say whether an incident of this type is a statement."""
        return self.types[type_].verbal

    def fits(self, type_: str, mode: str | None) -> bool:
        """Say whether the type has the mode (every type has none)."""
        return mode is None or mode in self.types[type_].modes


@cache
def codebook() -> Codebook:
    """Load the codebook that the package ships; RegistryError names the entry that is wrong."""
    return parse(files("vedette.codebook").joinpath("plover.toml").read_text("utf-8"), "plover.toml")


def parse(text: str, name: str) -> Codebook:
    """Read a codebook from TOML; RegistryError names `name`, the entry and the reason."""
    try:
        form = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise RegistryError(f"{name}: not readable as TOML: {error}") from error
    types = {key: _entry(EventType, key, row, f"{name}: types.{key}") for key, row in form.get("types", {}).items()}
    statuses = {key: _entry(Status, key, row, f"{name}: statuses.{key}") for key, row in form["statuses"].items()}
    return Codebook(version=form["version"], types=types, statuses=statuses)


def _entry(kind: Any, key: str, row: dict[str, Any], where: str) -> Any:
    values = {field: tuple(value) if isinstance(value, list) else value for field, value in row.items()}
    try:
        return kind(name=key, **values)
    except TypeError as error:
        raise RegistryError(f"{where}: {str(error).partition('__init__() ')[2]}; mend that entry") from error
