"""The index of the registry: which actors a spelling may mean. Compiled once and kept as JSON by checksum."""

import hashlib
import json
import os
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from vedette.model import Actor
from vedette.registry.cache import cache_folder, temporary_beside
from vedette.registry.entries import ACTORS, Entry, entries_of
from vedette.registry.known import Actors, compiled
from vedette.registry.links import check_links
from vedette.registry.own import own_files
from vedette.registry.people import OFFICES, read_people
from vedette.registry.spelling import fold, loose
from vedette.registry.states import STATES, read_states, state_actors

FORM = "6"
TABLES = ("plain", "loose", "local", "short", "last")
_POSSESSIVE = re.compile(r"['’]s?$")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Index:
    """Actors by id, and ids by plain key, loose key, local name, short name and last name."""

    actors: Actors
    people: tuple[str, ...]
    plain: dict[str, list[str]]
    loose: dict[str, list[str]]
    local: dict[str, list[str]]
    short: dict[str, list[str]]
    last: dict[str, list[str]]
    codes: frozenset[str]
    nations: dict[str, str]
    adjectives: dict[str, str]
    heads: frozenset[str]  # first words of the plain keys: most words of a text begin no name

    def may_begin(self, word: str) -> bool:
        """Say whether a name or a nation may begin with this word (initials may be parted: "U. S.")."""
        head = _head(word)
        return head in self.heads or len(head) < 2


@lru_cache(maxsize=65536)
def _head(word: str) -> str:
    return fold(_POSSESSIVE.sub("", word)).split(" ", 1)[0]


def load_index(actors: Path = ACTORS, offices: Path = OFFICES, own: tuple[Path, ...] | None = None) -> Index:
    """Load the compiled index, or compile it where the files are new; raises RegistryError."""
    files = (own_files() if own is None else own, sorted(actors.glob("*.toml")), sorted(offices.glob("*.toml")))
    code = [Path(__file__).with_name(name) for name in ("index.py", "spelling.py", "states.py")]
    digest = hashlib.sha256(FORM.encode())
    for path in (*(path for group in files for path in group), STATES, *code):
        digest.update(path.read_bytes() if path.exists() else b"")
    kept = cache_folder() / f"registry-{digest.hexdigest()[:16]}.json"
    if not kept.exists():
        form = json.dumps(_compile(*files), ensure_ascii=False, separators=(",", ":"))
        part = temporary_beside(kept)
        part.write_text(form, encoding="utf-8")
        os.replace(part, kept)
    return _from_form(json.loads(kept.read_text(encoding="utf-8")))


def _compile(own: Sequence[Path], actor_files: Sequence[Path], office_files: Sequence[Path]) -> dict[str, Any]:
    states = read_states()
    entries = [entry for path in (*actor_files, *own) for entry in entries_of(path)]
    people = read_people((*office_files, *own))
    actors = {actor.id: actor for state in states for actor in state_actors(state)}
    for entry in entries:
        actors[entry.actor.id] = _merged(actors.get(entry.actor.id), entry.actor)
    actors |= {person.id: person for person in people}
    check_links(entries, people, actors, files=(*office_files, *own))
    return {
        "actors": {id_: compiled(actor) for id_, actor in actors.items()},
        "people": [person.id for person in people],
        "codes": sorted({fold(name) for actor in actors.values() for name in actor.names if _is_code(name)}),
        "nations": {
            fold(name): state.code
            for state in states
            for name in (*state.names, *state.adjectives, *state.people, *state.metonyms)
        },
        "adjectives": {
            fold(name): state.code for state in states for name in (*state.names, *state.adjectives, *state.people)
        },
        **_tables(actors, entries, people),
    }


def _tables(
    actors: Mapping[str, Actor], entries: Iterable[Entry], people: Iterable[Actor]
) -> dict[str, dict[str, list[str]]]:
    tables: dict[str, dict[str, list[str]]] = {name: defaultdict(list) for name in TABLES}
    for actor in actors.values():
        for name in (*actor.names, *actor.native):
            _add(tables["plain"], fold(name), actor.id)
            _add(tables["loose"], loose(name), actor.id)
    for entry in entries:
        for table, names in (("short", entry.short), ("local", entry.local)):
            for name in names:
                _add(tables[table], fold(name), entry.actor.id)
    for person in people:
        for name in person.names:
            for key in _last_names(name):
                _add(tables["last"], key, person.id)
    return tables


def _merged(known: Actor | None, actor: Actor) -> Actor:
    """Add what a row says to the entry of its id: a body that every state has, or an entry that a user mends."""
    if known is None:
        return actor
    return replace(
        actor,
        country=actor.country or known.country,
        sort=actor.sort or known.sort,
        names=tuple(dict.fromkeys([*actor.names, *known.names])),
        native=tuple(dict.fromkeys([*actor.native, *known.native])),
        memberships=tuple(dict.fromkeys([*actor.memberships, *known.memberships])),
    )


def _from_form(form: dict[str, Any]) -> Index:
    return Index(
        actors=Actors(form["actors"]),
        people=tuple(form["people"]),
        codes=frozenset(form["codes"]),
        heads=frozenset(key.split(" ", 1)[0] for table in ("plain", "nations") for key in form[table]),
        **{name: form[name] for name in (*TABLES, "nations", "adjectives")},
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
    """Say whether a name is a few capitals, which other bodies may share; with a number they are nearly one body's."""
    if len(name) > 2 and any(char.isdigit() for char in name):
        return False
    letters = [char for char in name if char.isalpha()]
    return 0 < len(letters) <= 5 and all(char.isupper() for char in letters)
