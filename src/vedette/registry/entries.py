"""The entries of the registry as people write them in actors/*.toml."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vedette.model import Actor, Membership, RegistryError
from vedette.registry.rows import Row, check, days, rows, where

ACTORS = Path(__file__).with_name("actors")
KINDS = frozenset(
    "state,government,military,police,intelligence,ministry,armed group,coalition,party,igo,ngo,media,person,"
    "civilians".split(",")
)
SORTS = frozenset({"rebel", "militia", "identity", "gang", "private"})
RELATIONS = ("part_of", "backed_by", "allied_with", "successor_of", "split_from", "linked_to")
_LISTS = ("names", "native", "local", "short", "ambiguous")
FIELDS = frozenset({"id", "name", "kind", "sort", "country", "note", *_LISTS, *RELATIONS})


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An actor with the names that need more of a text than themselves.

    `local` names mean it only in a text about its country, `short` names only in a text that also has a full name;
    `ambiguous` names belong to another entry of the country as well. `file` is where it is written.
    """

    actor: Actor
    local: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()
    file: Path


def read_entries(folder: Path = ACTORS) -> Iterator[Entry]:
    """Give every entry of the folder's files; raises RegistryError naming file, line and reason."""
    for path in sorted(folder.glob("*.toml")):
        yield from entries_of(path)


def entries_of(path: Path) -> Iterator[Entry]:
    """Give every entry of a file; raises RegistryError naming file, line and reason."""
    for row in rows(path, "actor"):
        check(row, path, fields=FIELDS, needed=("id", "name", "kind"), lists=_LISTS)
        yield Entry(
            actor=_actor(row, path),
            local=tuple(row.get("local", ())),
            short=tuple(row.get("short", ())),
            ambiguous=tuple(row.get("ambiguous", ())),
            file=path,
        )


def _actor(row: Row, path: Path) -> Actor:
    _known(row, "kind", KINDS, path)
    _known(row, "sort", SORTS, path)
    country = row.get("country")
    if country is not None and not (isinstance(country, str) and len(country) == 2 and country.isupper()):
        raise RegistryError(f"{where(path, row)}: country must be two capitals, as IQ")
    return Actor(
        id=row["id"],
        name=row["name"],
        kind=row["kind"],
        country=country,
        sort=row.get("sort"),
        names=tuple(dict.fromkeys([row["name"], *row.get("names", ())])),
        native=tuple(row.get("native", ())),
        memberships=tuple(_membership(rel, link, row, path) for rel in RELATIONS for link in row.get(rel, ())),
        note=row.get("note"),
    )


def _known(row: Row, name: str, allowed: frozenset[str], path: Path) -> None:
    if row.get(name) is not None and row[name] not in allowed:
        raise RegistryError(f"{where(path, row)}: {name} {row[name]!r} is none of {', '.join(sorted(allowed))}")


def _membership(rel: str, link: Any, row: Row, path: Path) -> Membership:
    if isinstance(link, str):
        return Membership(rel=rel, of=link)
    if not isinstance(link, dict) or "of" not in link or set(link) - {"of", "from", "to", "hedge"}:
        raise RegistryError(f"{where(path, row)}: {rel} needs ids, or tables with of, from, to, hedge")
    start, end = days(link, row, path)
    return Membership(rel=rel, of=link["of"], from_=start, to=end, hedge=link.get("hedge"))
