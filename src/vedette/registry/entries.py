"""The entries of the registry as people write them: actors/*.toml and offices.toml."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from vedette.model import Actor, Membership, Office, RegistryError
from vedette.registry.spelling import fold
from vedette.registry.states import read_toml

ACTORS = Path(__file__).with_name("actors")
OFFICES = Path(__file__).with_name("offices.toml")
KINDS = frozenset(
    {
        "state",
        "government",
        "military",
        "police",
        "intelligence",
        "ministry",
        "armed group",
        "coalition",
        "party",
        "igo",
        "ngo",
        "media",
        "person",
        "civilians",
    }
)
RELATIONS = ("part_of", "backed_by", "allied_with", "successor_of", "linked_to")
FIELDS = frozenset({"id", "name", "kind", "country", "names", "short", "note", *RELATIONS})
HOLDER_FIELDS = frozenset({"person", "names", "title", "of", "from", "to", "country"})


def read_actors(folder: Path = ACTORS) -> Iterator[tuple[Actor, tuple[str, ...]]]:
    """Give every entry of the folder's files with its short names; raises RegistryError naming file, line and
    reason."""
    for path in sorted(folder.glob("*.toml")):
        for row in _rows(path, "actor"):
            yield _actor(row, path), tuple(row.get("short", ()))


def read_people(path: Path = OFFICES) -> tuple[Actor, ...]:
    """Give every office-holder once, with all offices; raises RegistryError naming file, line and reason."""
    people: dict[str, Actor] = {}
    for row in _rows(path, "holder"):
        _check(row, HOLDER_FIELDS, ("person", "title", "of"), path)
        person, of = row["person"], row["of"]
        office = Office(title=row["title"], of=of, from_=_day(row, "from", path), to=_day(row, "to", path))
        known = people.get(id_ := person_id(person)) or Actor(id=id_, name=person, kind="person", country=None)
        country = row.get("country") or known.country or (of.split(":")[1] if len(of.split(":")[-1]) == 2 else None)
        names = tuple(dict.fromkeys([*known.names, person, *row.get("names", ())]))
        people[id_] = replace(known, offices=(*known.offices, office), names=names, country=country)
    return tuple(people.values())


def person_id(name: str) -> str:
    """Make the id of a person from the plain key of the name."""
    return "person:" + fold(name).replace(" ", "-")


def _rows(path: Path, table: str) -> list[dict[str, Any]]:
    rows = read_toml(path).get(table)
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise RegistryError(f"{path.name}: needs a list `{table} = [ {{...}}, ... ]`")
    return rows


def _actor(row: dict[str, Any], path: Path) -> Actor:
    _check(row, FIELDS, ("id", "name", "kind"), path)
    if row["kind"] not in KINDS:
        raise RegistryError(f"{_where(path, row['id'])}: kind {row['kind']!r} is none of {', '.join(sorted(KINDS))}")
    links = tuple(_membership(rel, link, row, path) for rel in RELATIONS for link in row.get(rel, ()))
    return Actor(
        id=row["id"],
        name=row["name"],
        kind=row["kind"],
        country=row.get("country"),
        names=tuple(dict.fromkeys([row["name"], *row.get("names", ())])),
        memberships=links,
        note=row.get("note"),
    )


def _membership(rel: str, link: Any, row: dict[str, Any], path: Path) -> Membership:
    if isinstance(link, str):
        return Membership(rel=rel, of=link)
    if not isinstance(link, dict) or "of" not in link or set(link) - {"of", "from", "to", "hedge"}:
        raise RegistryError(f"{_where(path, row['id'])}: {rel} needs ids, or tables with of, from, to, hedge")
    return Membership(
        rel=rel, of=link["of"], from_=_day(link, "from", path), to=_day(link, "to", path), hedge=link.get("hedge")
    )


def _check(row: dict[str, Any], fields: frozenset[str], needed: tuple[str, ...], path: Path) -> None:
    label = str(row.get("id") or row.get("person") or row.get("name") or "")
    if missing := [name for name in needed if not isinstance(row.get(name), str) or not row[name]]:
        raise RegistryError(f"{_where(path, label)}: lacks {', '.join(missing)}")
    if unknown := sorted(set(row) - fields):
        raise RegistryError(
            f"{_where(path, label)}: has unknown {', '.join(unknown)}; known are {', '.join(sorted(fields))}"
        )
    for name in ("names", "short"):
        listed = row.get(name, [])
        if not isinstance(listed, list) or not all(isinstance(item, str) and item.strip() for item in listed):
            raise RegistryError(f"{_where(path, label)}: {name} must be a list of texts")


def _day(row: dict[str, Any], name: str, path: Path) -> date | None:
    value = row.get(name)
    if value is not None and not isinstance(value, date):
        raise RegistryError(
            f"{_where(path, str(row.get('person') or row.get('of')))}: {name} must be a day, as 2022-10-27"
        )
    return value


def _where(path: Path, label: str) -> str:
    """Give "file line N (label)" of the first line that holds the label."""
    lines = path.read_text(encoding="utf-8").splitlines()
    line = next((number for number, text in enumerate(lines, start=1) if label and label in text), 1)
    return f"{path.name} line {line} ({label or 'row without id'})"
