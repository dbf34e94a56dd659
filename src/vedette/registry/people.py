"""Who held which office when, as people write it in offices/*.toml."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from vedette.model import Actor, Office
from vedette.registry.rows import Row, check, days, rows
from vedette.registry.spelling import fold

OFFICES = Path(__file__).with_name("offices")
FIELDS = frozenset({"person", "names", "title", "of", "from", "to", "country"})


def read_people(files: Iterable[Path] | None = None) -> tuple[Actor, ...]:
    """Give every office-holder once, with all offices; raises RegistryError naming file, line and reason."""
    people: dict[str, Actor] = {}
    for path in sorted(OFFICES.glob("*.toml")) if files is None else files:
        for row in rows(path, "holder"):
            check(row, path, fields=FIELDS, needed=("person", "title", "of"), lists=("names",))
            _add(people, row, path)
    return tuple(people.values())


def _add(people: dict[str, Actor], row: Row, path: Path) -> None:
    """Add one term; what a person was before keeps the country that the first term gave."""
    person, of = row["person"], row["of"]
    start, end = days(row, row, path)
    known = people.get(id_ := person_id(person)) or Actor(id=id_, name=person, kind="person", country=None)
    country = row.get("country") or known.country or (of.split(":")[1] if len(of.split(":")[-1]) == 2 else None)
    names = tuple(dict.fromkeys([*known.names, person, *row.get("names", ())]))
    office = Office(title=row["title"], of=of, from_=start, to=end)
    people[id_] = replace(known, offices=(*known.offices, office), names=names, country=country)


def person_id(name: str) -> str:
    """Make the id of a person from the plain key of the name."""
    return "person:" + fold(name).replace(" ", "-")
