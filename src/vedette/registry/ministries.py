"""The ministries and intelligence services that every state has: found by words, known by id."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from vedette.model import Actor
from vedette.registry.spelling import fold
from vedette.registry.states import read_toml

FILE = Path(__file__).with_name("ministries.toml")
_OWN_IDS = {"ministry:us-defence": "ministry:us-defense", "ministry:us-foreign": "ministry:us-state"}
_SERVICE = "intelligence"


def ministry_id(code: str, words: str) -> str | None:
    """Give the id of the ministry that words name ("foreign ministry" of IR -> "ministry:ir-foreign")."""
    key = f" {fold(words)} "
    branch = next((branch for phrase, branch in _phrases() if f" {phrase} " in key), None)
    if branch is None:
        return None
    made = f"{_prefix(branch)}:{code.lower()}-{branch}"
    return _OWN_IDS.get(made, made)


def ministry_of(id_: str, actors: Mapping[str, Actor]) -> Actor:
    """Make the actor of a ministry's id; raises KeyError where it is no such id or the state is unknown."""
    prefix, _, rest = id_.partition(":")
    code, _, branch = rest.partition("-")
    named = _names().get(branch)
    if named is None or _prefix(branch) != prefix:
        raise KeyError(id_)
    state = actors[f"state:{code.upper()}"]
    kind = "intelligence" if branch == _SERVICE else "ministry"
    return Actor(id=id_, name=f"{named} {state.name}", kind=kind, country=state.country)


def _prefix(branch: str) -> str:
    return "intel" if branch == _SERVICE else "ministry"


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    return {branch: row["name"] for branch, row in read_toml(FILE).items()}


@lru_cache(maxsize=1)
def _phrases() -> tuple[tuple[str, str], ...]:
    """Give every wording with its ministry, the longest first."""
    found = [(fold(phrase), branch) for branch, row in read_toml(FILE).items() for phrase in row["words"]]
    return tuple(sorted(found, key=lambda pair: -len(pair[0])))
