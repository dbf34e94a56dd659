"""The actors of the compiled registry, each built when it is asked for."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from vedette.model import Actor, Membership, Office, to_json
from vedette.registry.ministries import ministry_of

Row = dict[str, Any]


class Actors(Mapping[str, Actor]):
    """Actors by id. Most rows of the registry are never asked for, so none is built before; a ministry that every
    state has is known by its id alone."""

    def __init__(self, rows: dict[str, Row]) -> None:
        """Stand on compiled rows by id."""
        self._rows, self._built = rows, dict[str, Actor]()

    def __getitem__(self, id_: str) -> Actor:
        """Give the actor of an id; raises KeyError."""
        if id_ not in self._built:
            row = self._rows.get(id_)
            self._built[id_] = _actor(id_, row) if row is not None else ministry_of(id_, self)
        return self._built[id_]

    def __iter__(self) -> Iterator[str]:
        """Go through the ids of the compiled rows."""
        return iter(self._rows)

    def __len__(self) -> int:
        """Count the compiled rows."""
        return len(self._rows)


def compiled(actor: Actor) -> Row:
    """Give the row of an actor: its JSON form less the id and what is empty."""
    return {name: value for name, value in to_json(actor).items() if value and name != "id"}


def _actor(id_: str, row: Row) -> Actor:
    return Actor(
        id=id_,
        name=row["name"],
        kind=row["kind"],
        country=row.get("country"),
        sort=row.get("sort"),
        names=tuple(row.get("names", ())),
        native=tuple(row.get("native", ())),
        note=row.get("note"),
        memberships=tuple(_membership(link) for link in row.get("memberships", ())),
        offices=tuple(_office(office) for office in row.get("offices", ())),
    )


def _membership(form: Row) -> Membership:
    return Membership(
        rel=form["rel"], of=form["of"], from_=_day(form["from"]), to=_day(form["to"]), hedge=form["hedge"]
    )


def _office(form: Row) -> Office:
    """Build an office of its compiled form; by hand, since every report asks for all of them."""
    return Office(title=form["title"], of=form["of"], from_=_day(form["from"]), to=_day(form["to"]))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
