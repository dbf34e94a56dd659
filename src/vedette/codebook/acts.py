"""The nouns by which texts call acts: what "the bombing" can mean."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from vedette.model import RegistryError

FILE = "acts.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class ActNoun:
    """What a noun says of the act that it calls: its type, the modes that it fits (none: any), if somebody died.

    A noun that is `named` calls only acts that were told by such a word.
    """

    noun: str
    type: str
    modes: frozenset[str]
    fatal: bool
    named: bool


@cache
def act_nouns() -> dict[str, ActNoun]:
    """Give the nouns by their singular; RegistryError says why the table cannot be used."""
    try:
        tables = tomllib.loads(files("vedette.codebook").joinpath(FILE).read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise RegistryError(f"codebook/{FILE}: not readable as TOML: {error}; mend that line") from error
    return {
        noun: ActNoun(
            noun=noun,
            type=table["type"],
            modes=frozenset(table.get("modes", ())),
            fatal=table.get("fatal", False),
            named=table.get("named", False),
        )
        for table in tables.values()
        for noun in table["nouns"]
    }


@cache
def act_pattern() -> re.Pattern[str]:
    """Give the pattern of all nouns, singular and plural."""
    listed = "|".join(sorted(map(re.escape, act_nouns()), key=lambda noun: (-len(noun), noun)))
    return re.compile(rf"\b(?:air\s)?(?P<noun>{listed})(?P<plural>e?s)?\b", re.IGNORECASE)


def act_noun(word: str) -> ActNoun | None:
    """Give what a word or the last of several (singular or plural) says of an act, or None when it calls none."""
    return next((act_nouns()[form] for form in _forms(word) if form in act_nouns()), None)


def is_plural_act(word: str) -> bool:
    """Say whether a word calls several acts ("clashes" is one)."""
    plain = _forms(word)[0]
    return plain not in act_nouns() and act_noun(plain) is not None and plain != "clashes"


def _forms(word: str) -> tuple[str, str, str]:
    """Give the last word of a phrase as it stands and without the ending of a plural."""
    plain = word.casefold().split()[-1] if word.strip() else ""
    return plain, plain.removesuffix("s"), plain.removesuffix("es")
