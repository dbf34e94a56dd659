"""The index of the registry: which actors a spelling may mean. Compiled once and kept as JSON by checksum."""

import hashlib
import json
import os
import re
from collections import defaultdict
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from vedette.model import Actor, Membership, Office, from_json, to_json
from vedette.registry.cache import cache_folder, temporary_beside
from vedette.registry.entries import ACTORS, OFFICES, read_actors, read_people
from vedette.registry.spelling import fold, loose
from vedette.registry.states import STATES, read_states, state_actors

FORM = "5"
_POSSESSIVE = re.compile(r"['’]s?$")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Index:
    """Actors by id, and ids by plain key, loose key, short name and last name."""

    actors: dict[str, Actor]
    plain: dict[str, list[str]]
    loose: dict[str, list[str]]
    short: dict[str, list[str]]
    last: dict[str, list[str]]
    codes: frozenset[str]
    nations: dict[str, str]
    adjectives: dict[str, str]
    heads: frozenset[str]  # first words of the plain keys: most words of a text begin no name

    def may_begin(self, word: str) -> bool:
        """Say whether a name or a nation may begin with this word (initials may be parted: "U. S.")."""
        head = fold(_POSSESSIVE.sub("", word)).split(" ", 1)[0]
        return head in self.heads or len(head) < 2


def load_index(actors: Path = ACTORS, offices: Path = OFFICES) -> Index:
    """Load the compiled index, or compile it where the files are new; raises RegistryError."""
    files = [*sorted(actors.glob("*.toml")), offices, STATES, Path(__file__), Path(__file__).with_name("spelling.py")]
    digest = hashlib.sha256(FORM.encode())
    for path in files:
        digest.update(path.read_bytes() if path.exists() else b"")
    kept = cache_folder() / f"registry-{digest.hexdigest()[:16]}.json"
    if not kept.exists():
        form = json.dumps(_compile(actors, offices), ensure_ascii=False)
        part = temporary_beside(kept)
        part.write_text(form, encoding="utf-8")
        os.replace(part, kept)
    return _from_form(json.loads(kept.read_text(encoding="utf-8")))


def _compile(folder: Path, offices: Path) -> dict[str, Any]:
    states, entries, people = read_states(), list(read_actors(folder)), read_people(offices)
    actors = {actor.id: actor for state in states for actor in state_actors(state)}
    for actor, _ in entries:
        actors[actor.id] = _merged(actors.get(actor.id), actor)
    actors |= {person.id: person for person in people}
    tables: dict[str, dict[str, list[str]]] = {name: defaultdict(list) for name in ("plain", "loose", "short", "last")}
    for actor in actors.values():
        for name in actor.names:
            _add(tables["plain"], fold(name), actor.id)
            _add(tables["loose"], loose(name), actor.id)
    for actor, shorts in entries:
        for name in shorts:
            _add(tables["short"], fold(name), actor.id)
    for person in people:
        for name in person.names:
            for key in _last_names(name):
                _add(tables["last"], key, person.id)
    codes = {fold(name) for actor in actors.values() for name in actor.names if _is_code(name)}
    nations = {
        fold(name): state.code
        for state in states
        for name in (*state.names, *state.adjectives, *state.people, *state.metonyms)
    }
    adjectives = {
        fold(name): state.code for state in states for name in (*state.names, *state.adjectives, *state.people)
    }
    return {
        "actors": [to_json(actor) for actor in actors.values()],
        **tables,
        "codes": sorted(codes),
        "nations": nations,
        "adjectives": adjectives,
    }


def _actor(row: dict[str, Any]) -> Actor:
    """Build an actor of its compiled form; by hand, since most have neither memberships nor offices."""
    return Actor(
        id=row["id"],
        name=row["name"],
        kind=row["kind"],
        country=row["country"],
        names=tuple(row["names"]),
        note=row["note"],
        memberships=tuple(from_json(Membership, link) for link in row["memberships"]),
        offices=tuple(from_json(Office, office) for office in row["offices"]),
    )


def _merged(known: Actor | None, actor: Actor) -> Actor:
    """Add the names of a body that every state has to the entry that people wrote for it."""
    return replace(actor, names=tuple(dict.fromkeys([*actor.names, *known.names]))) if known else actor


def _from_form(form: dict[str, Any]) -> Index:
    return Index(
        actors={row["id"]: _actor(row) for row in form["actors"]},
        codes=frozenset(form["codes"]),
        heads=frozenset(key.split(" ", 1)[0] for table in ("plain", "nations") for key in form[table]),
        **{name: form[name] for name in ("plain", "loose", "short", "last", "nations", "adjectives")},
    )


def _add(table: dict[str, list[str]], key: str, id_: str) -> None:
    if key and id_ not in table[key]:
        table[key].append(id_)


def _last_names(name: str) -> set[str]:
    """Give the keys under which a bare last name finds a person: "al-Sudani" gives "al sudani" and "sudani"."""
    words = name.split()
    if len(words) < 2:
        return set()
    tail = words[-1]
    if len(words) > 2 and words[-2].lower() in {"al", "el", "von", "van", "de", "bin", "ben", "abu", "der", "le", "la"}:
        tail = f"{words[-2]} {words[-1]}"
    bare = loose(tail)
    return {key for key in (fold(tail), bare) if len(key) > 2}


def _is_code(name: str) -> bool:
    letters = [char for char in name if char.isalpha()]
    return 0 < len(letters) <= 5 and all(char.isupper() for char in letters)
