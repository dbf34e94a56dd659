"""A case checked against itself: every quote, every derived row."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import Connection

from vedette.linking.ids import founded_by
from vedette.linking.kin import Actors
from vedette.model import Affiliation, Claim, Outlook, Tally, to_json
from vedette.store import revisions, rows, snapshot, tables


def problems(connection: Connection, registry: Actors) -> Iterator[str]:
    """Give one line for each thing that is wrong: a quote that does not stand in its report, a row whose report is
    missing, an incident id that no claim founded, an incident or reaction that linking does not give."""
    taken = snapshot.take(connection)
    bodies = {one.id: one.text for one in taken.reports}
    yield from _quotes(connection, bodies)
    yield from _ids(taken.since, (one.claim_id for one in taken.claims))
    if rows.version(connection, "said") != rows.version(connection, "linked"):
        yield "linking: reports or decisions came after the last linking; run vedette add once more"
        return
    yield from _derived(connection, taken, registry)


def _quotes(connection: Connection, bodies: Mapping[str, str]) -> Iterator[str]:
    kinds: tuple[tuple[Any, Any, str], ...] = (
        (tables.claims, Claim, "claim_id"),
        (tables.tallies, Tally, "tally_id"),
        (tables.outlooks, Outlook, "outlook_id"),
        (tables.affiliations, Affiliation, "affiliation_id"),
    )
    for table, kind, key in kinds:
        for one in rows.load(connection, table, kind):
            form = to_json(one)
            if form["report_id"] not in bodies:
                yield f"{form[key]}: its report {form['report_id']} is not in the case"
            else:
                yield from (
                    f"{form[key]}: {where} {wrong}" for where, wrong in _wrong(form, bodies[form["report_id"]], "")
                )


def _wrong(form: Any, body: str, where: str) -> Iterator[tuple[str, str]]:
    """Walk a JSON form; give each quote that is not what stands at its offsets."""
    if isinstance(form, list):
        for item in form:
            yield from _wrong(item, body, where)
    elif isinstance(form, dict):
        if form.get("text") is not None and form.get("start") is not None:
            found = body[form["start"] : form["end"]]
            if found != form["text"]:
                yield where.strip("."), f"quotes {form['text']!r}, but its report has {found!r} there"
        for key, item in form.items():
            yield from _wrong(item, body, f"{where}.{key}")


def _ids(ever: Iterable[str], claims: Iterable[str]) -> Iterator[str]:
    """Every id that an incident has had leads to the claim that founded it."""
    founded = {founded_by(one) for one in claims}
    yield from (f"{id_}: no claim of the case founded this incident" for id_ in sorted(ever) if id_ not in founded)


def _derived(connection: Connection, taken: snapshot.Snapshot, registry: Actors) -> Iterator[str]:
    linked = taken.linked(registry)
    stored = {one.incident_id: revisions.form(one) for one in revisions.current_incidents(connection)}
    fresh = {one.incident_id: revisions.form(one) for one in linked.incidents}
    for key in sorted(stored.keys() | fresh.keys()):
        if stored.get(key) != fresh.get(key):
            yield f"{key}: is not what its claims give; run vedette add once more"
    if revisions.current_reactions(connection) != list(linked.reactions):
        yield "reactions: are not what the claims give; run vedette add once more"
