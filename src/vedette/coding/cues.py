"""Cue words: the phrases of a TOML file beside this one, as one pattern each."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from vedette.model import RegistryError
from vedette.phrases.needed import Sought, sought


@cache
def table(name: str) -> dict[str, Any]:
    """Read the cue file `name`; RegistryError says why it cannot be used."""
    try:
        return tomllib.loads(files("vedette.coding").joinpath(name).read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise RegistryError(f"coding/{name}: not readable as TOML: {error}; mend that line") from error


@cache
def pattern(name: str, *keys: str) -> Sought:
    """Give one pattern for all phrases listed under `keys` of the file, the longest first, as whole words."""
    return any_of([phrase for key in keys for phrase in table(name)[key]])


def any_of(phrases: list[str]) -> Sought:
    """Give a pattern that matches any of the phrases (each a small regular expression) as whole words."""
    spaced = sorted(
        {phrase.replace(" ", r"\s+").replace("'", "['’]") for phrase in phrases}, key=lambda p: (-len(p), p)
    )
    return sought(rf"(?<![\w-])(?:{'|'.join(spaced)})(?![\w-])", re.IGNORECASE)
