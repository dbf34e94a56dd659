"""Whether the references of the registry lead somewhere."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from vedette.model import Actor, RegistryError
from vedette.registry.entries import Entry
from vedette.registry.ministries import ministry_of
from vedette.registry.rows import where


def check_links(
    entries: Iterable[Entry], people: Iterable[Actor], actors: Mapping[str, Actor], *, files: Iterable[Path]
) -> None:
    """Raise RegistryError where a membership, or an office of the files, leads to an id that no row has."""
    for entry in entries:
        for link in entry.actor.memberships:
            if not _known(link.of, actors):
                place = where(entry.file, {"id": entry.actor.id})
                raise RegistryError(f"{place}: {link.rel} leads to {link.of!r}, which is the id of no row; mend it")
    for person in people:
        for office in person.offices:
            if not _known(office.of, actors):
                path = next(path for path in files if f'"{office.of}"' in path.read_text(encoding="utf-8"))
                place = where(path, {"person": person.name})
                raise RegistryError(f"{place}: of leads to {office.of!r}, which is the id of no row; mend it")


def _known(id_: str, actors: Mapping[str, Actor]) -> bool:
    """Say whether an id is that of a row or of a ministry that every state has."""
    if id_ in actors:
        return True
    try:
        return bool(ministry_of(id_, actors))
    except KeyError:
        return False
