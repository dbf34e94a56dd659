"""Incidents and reactions written as revisions: what has changed is closed and written anew, nothing is erased."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, Table, select

from vedette.linking import Linked
from vedette.model import Incident, Reaction, from_json, to_json
from vedette.store import tables
from vedette.store.rows import dump, now

Key = tuple[str, ...]
_AT_ONCE = 500  # ids in one question
_OF_THE_CASE = ("revision", "known_from")


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """Ids of the incidents that are new, that have another state than before, and that are no more.

    As many as are new less those that are gone is by how much their number grew. An incident that came apart from
    another is new; one that went into another is gone.
    """

    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()

    def then(self, later: "Changed") -> "Changed":
        """Give what this change and a later one come to."""
        there = {*self.new, *later.new} - set(later.gone)
        new = there - set(self.gone) - (set(later.new) & set(self.changed))
        gone = (set(self.gone) - set(later.new)) | (set(later.gone) - set(self.new))
        changed = ({*self.changed, *later.changed} | (set(self.gone) & set(later.new))) - new - gone - set(later.gone)
        return Changed(new=tuple(sorted(new)), changed=tuple(sorted(changed)), gone=tuple(sorted(gone)))


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A state of an incident, and from when to when the case held it; `known_to` is None for the present one."""

    incident: Incident
    known_from: str
    known_to: str | None


def write(connection: Connection, linked: Linked) -> Changed:
    """Write what linking gave; only rows that differ are touched."""
    incidents: dict[Key, str] = {(one.incident_id,): form(one) for one in linked.incidents}
    changed = _revise(connection, tables.incidents, ("incident_id",), incidents, _incident_row)
    reactions: dict[Key, str] = {(one.from_, one.because_of): dump(to_json(one)) for one in linked.reactions}
    _revise(connection, tables.reactions, ("from_id", "because_of"), reactions, _reaction_row)
    return changed


def renew(connection: Connection, incidents: Sequence[Incident]) -> None:
    """Write the new states of a few incidents that are there; the rest is left alone."""
    table, moment = tables.incidents, now()
    for one in incidents:
        live = (table.c.incident_id == one.incident_id, table.c.known_to.is_(None))
        last = connection.execute(select(table).where(*live)).one()
        if (fresh := form(one)) == last.form:
            continue
        connection.execute(table.update().where(*live).values(known_to=moment))
        row = _incident_row((one.incident_id,), fresh, last, moment)
        connection.execute(
            table.insert(), {**row, "known_from": moment, "known_to": None, "revision": last.revision + 1}
        )


def exchange(connection: Connection, before: Linked, after: Linked) -> None:
    """Write what a few incidents and reactions have become, `before` being what is kept of them; the rest is left
    alone."""
    held = [(one.incident_id,) for one in (*before.incidents, *after.incidents)]
    incidents: dict[Key, str] = {(one.incident_id,): form(one) for one in after.incidents}
    _revise(connection, tables.incidents, ("incident_id",), incidents, _incident_row, among=held)
    links = [(one.from_, one.because_of) for one in (*before.reactions, *after.reactions)]
    reactions: dict[Key, str] = {(one.from_, one.because_of): dump(to_json(one)) for one in after.reactions}
    _revise(connection, tables.reactions, ("from_id", "because_of"), reactions, _reaction_row, among=links)


def current_incidents(connection: Connection) -> list[Incident]:
    """Give the present state of all incidents, by id, with the revision and since when the case has held each."""
    table = tables.incidents
    rows = connection.execute(select(table).where(table.c.known_to.is_(None)).order_by(table.c.incident_id))
    return [_incident(row) for row in rows]


def past_incidents(connection: Connection, incident_id: str) -> list[Incident]:
    """Give all states that an incident has had, the first one first."""
    return [state.incident for state in states(connection, incident_id)]


def states(connection: Connection, incident_id: str) -> list[State]:
    """Give all states that an incident has had with the moments between which the case held them."""
    table = tables.incidents
    rows = connection.execute(select(table).where(table.c.incident_id == incident_id).order_by(table.c.revision))
    return [State(incident=_incident(row), known_from=row.known_from, known_to=row.known_to) for row in rows]


def changed_since(connection: Connection, moment: str) -> Changed:
    """Give what has come, become another, or gone since a moment (ISO 8601, UTC)."""
    table = tables.incidents
    touched = select(table.c.incident_id, table.c.first_known, table.c.known_to).where(
        (table.c.known_from > moment) | (table.c.known_to > moment)
    )
    rows = list(connection.execute(touched.order_by(table.c.incident_id)))
    live = {row.incident_id for row in rows if row.known_to is None}
    before = {row.incident_id for row in rows if row.first_known <= moment}
    return Changed(
        new=tuple(sorted(live - before)), changed=tuple(sorted(live & before)), gone=tuple(sorted(before - live))
    )


def first_known(connection: Connection) -> dict[str, str]:
    """Give every id that an incident has ever had, with the moment when the case first gave it."""
    table = tables.incidents
    first = select(table.c.incident_id, table.c.first_known).where(table.c.revision == 1)
    return {row.incident_id: row.first_known for row in connection.execute(first)}


def first_known_of(connection: Connection, ids: Sequence[str]) -> dict[str, str]:
    """Give the same of some ids alone; what was never given is left out."""
    table, found = tables.incidents, dict[str, str]()
    for at in range(0, len(ids), _AT_ONCE):
        here = table.c.incident_id.in_(ids[at : at + _AT_ONCE])
        asked = select(table.c.incident_id, table.c.first_known).where(table.c.revision == 1, here)
        found |= {row.incident_id: row.first_known for row in connection.execute(asked)}
    return found


def current_reactions(connection: Connection) -> list[Reaction]:
    """Give the present reactions, by their two incidents."""
    table = tables.reactions
    rows = connection.execute(
        select(table.c.form).where(table.c.known_to.is_(None)).order_by(table.c.from_id, table.c.because_of)
    )
    return [from_json(Reaction, json.loads(row.form)) for row in rows]


def form(incident: Incident) -> str:
    """Give an incident as it is kept: its JSON form less what the case itself says of it."""
    return dump({key: value for key, value in to_json(incident).items() if key not in _OF_THE_CASE})


def _incident(row: Row[Any]) -> Incident:
    return from_json(Incident, {**json.loads(row.form), "revision": row.revision, "known_from": row.first_known})


def _incident_row(key: Key, form: str, last: Row[Any] | None, moment: str) -> dict[str, Any]:
    return {"incident_id": key[0], "form": form, "first_known": last.first_known if last else moment}


def _reaction_row(key: Key, form: str, last: Row[Any] | None, moment: str) -> dict[str, Any]:
    return {"from_id": key[0], "because_of": key[1], "form": form, "probability": json.loads(form)["probability"]}


def _revise(
    connection: Connection,
    table: Table,
    keys: tuple[str, ...],
    forms: Mapping[Key, str],
    row: Callable[[Key, str, Row[Any] | None, str], dict[str, Any]],
    *,
    among: Sequence[Key] | None = None,
) -> Changed:
    """Write what differs; `among` names the only things that may."""
    moment, last = now(), _last(connection, table, keys, among)
    live = {key: one for key, one in last.items() if one.known_to is None}
    differ = sorted(key for key, form in forms.items() if key not in live or live[key].form != form)
    gone = sorted(key for key in live if key not in forms)
    for key in sorted({*gone, *(key for key in differ if key in live)}):
        where = [table.c[name] == part for name, part in zip(keys, key, strict=True)]
        connection.execute(table.update().where(*where, table.c.known_to.is_(None)).values(known_to=moment))
    rows = [
        {
            **row(key, forms[key], last.get(key), moment),
            "known_from": moment,
            "known_to": None,
            "revision": last[key].revision + 1 if key in last else 1,
        }
        for key in differ
    ]
    if rows:
        connection.execute(table.insert(), rows)
    return Changed(
        new=_first(key for key in differ if key not in live),
        gone=_first(gone),
        changed=_first(key for key in differ if key in live),
    )


def _first(keys: Iterable[Key]) -> tuple[str, ...]:
    return tuple(key[0] for key in keys)


def _last(
    connection: Connection, table: Table, keys: tuple[str, ...], among: Sequence[Key] | None
) -> dict[Key, Row[Any]]:
    """Give the newest revision of each thing, live or not; of those `among` these keys alone, where they are given."""
    ordered = select(table).order_by(table.c.revision)
    asked = [ordered] if among is None else [ordered.where(table.c[keys[0]].in_(part)) for part in _parts(among)]
    wanted = None if among is None else set(among)
    found = (row for one in asked for row in connection.execute(one))
    by_key = {tuple(getattr(one, name) for name in keys): one for one in found}
    return by_key if wanted is None else {key: one for key, one in by_key.items() if key in wanted}


def _parts(keys: Sequence[Key]) -> Iterator[list[str]]:
    firsts = list(dict.fromkeys(key[0] for key in keys))
    return (firsts[at : at + _AT_ONCE] for at in range(0, len(firsts), _AT_ONCE))
