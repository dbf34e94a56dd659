"""Who acts: the registry's entries that the case meets, and who acts against, with and under whom."""

from collections import Counter, defaultdict
from datetime import date
from itertools import combinations
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response

from vedette.codebook import codebook
from vedette.model import Actor, to_json
from vedette.registry import load
from vedette.store.overview import actor_rows
from vedette.web.answer import answer
from vedette.web.api.asking import AsOf, brief, report_form, taken
from vedette.web.asked import Day
from vedette.web.forms.actors import Actors, ActorWhole, Network
from vedette.web.problem import missing
from vedette.web.snapshot import Form, Snapshot

router = APIRouter(tags=["actors"])
From = Annotated[Day | None, Query(alias="from")]


@router.get("/actors.json", response_model=Actors)
async def actors(request: Request, as_of: AsOf = None) -> Response:
    """Give the registry's entries met, those met most first."""
    snapshot = await taken(request, as_of)
    return await answer(request, snapshot, lambda: {"items": met(snapshot)})


@router.get("/actors/{actor_id}.json", response_model=ActorWhole)
async def actor(request: Request, actor_id: str, as_of: AsOf = None) -> Response:
    """Give an entry: names, memberships and offices with their dates, what reports state of it, its incidents."""
    snapshot = await taken(request, as_of)
    entry = load().actor(actor_id)
    if entry is None:
        raise missing(f"the registry holds no actor {actor_id[:80]}", "actor")
    return await answer(request, snapshot, lambda: _actor(snapshot, entry))


@router.get("/network.json", response_model=Network)
async def network(request: Request, as_of: AsOf = None, from_: From = None, to: Day | None = None) -> Response:
    """Give who acts against, with and under whom in a stretch of time."""
    snapshot = await taken(request, as_of)
    return await answer(request, snapshot, lambda: _network(snapshot, from_, to))


def met(snapshot: Snapshot) -> list[Form]:
    """Give the entries met."""
    return snapshot.once("actors", lambda held: actor_rows(held.incidents))


def _actor(snapshot: Snapshot, entry: Actor) -> dict[str, Any]:
    registry = load()
    named = _related(entry)
    holders = [(person, office) for person, office in registry.offices_of().get(entry.id, ())]
    members = [(one, link) for one in registry.index.actors.values() for link in one.memberships if link.of == entry.id]
    return {
        "actor": to_json(entry),
        "names": {one: held.name for one in sorted(named) if (held := registry.actor(one))},
        "holders": [{"actor_id": person.id, "name": person.name, **to_json(office)} for person, office in holders],
        "members": [{"actor_id": one.id, "name": one.name, **to_json(link)} for one, link in members],
        "affiliations": [
            {**form, "report": report_form(snapshot, form["report_id"])}
            for form in _affiliations(snapshot)
            if entry.id in (form["actor"]["actor_id"], form["of"]["actor_id"])
        ],
        "as_actor": [brief(form) for form in snapshot.forms if _in(entry.id, form["actors"])],
        "as_target": [brief(form) for form in snapshot.forms if _in(entry.id, form["targets"])],
    }


def _related(entry: Actor) -> set[str]:
    """Give the ids of what an entry belongs to or serves."""
    return {link.of for link in entry.memberships} | {office.of for office in entry.offices}


def _affiliations(snapshot: Snapshot) -> list[Form]:
    return snapshot.once("affiliations", lambda held: [to_json(one) for one in held.case.affiliations(held.as_of)])


def _in(actor_id: str, parties: list[Form]) -> bool:
    return any(party["actor_id"] == actor_id for party in parties)


def _network(snapshot: Snapshot, from_: date | None, to: date | None) -> dict[str, Any]:
    edges: dict[tuple[str, str, str], Counter[str]] = defaultdict(Counter)
    nodes, weight = dict[str, Form](), Counter[str]()
    for form in snapshot.forms:
        if not _between(form, from_, to):
            continue
        who, whom = (_ids(form[side], nodes) for side in ("actors", "targets"))
        weight.update({*who, *whom})
        kind = "against" if _hostile(form["type"]) else "with"
        for pair in ((one, other) for one in who for other in whom if one != other):
            edges[*pair, kind].update(n=1, killed=form["killed"]["best"] if form["killed"] else 0)
        for one, other in combinations(sorted(who), 2):
            edges[one, other, "with"].update(n=1, killed=0)
    for one, other in _under(nodes):
        edges[one, other, "under"].update(n=1, killed=0)
    ordered = sorted(nodes, key=lambda id_: (-weight[id_], id_))
    return {
        "nodes": [{**_node(nodes[id_]), "n": weight[id_]} for id_ in ordered],
        "edges": [{"who": a, "whom": b, "kind": kind, **counts} for (a, b, kind), counts in sorted(edges.items())],
    }


def _ids(parties: list[Form], nodes: dict[str, Form]) -> list[str]:
    found = {party["actor_id"]: party for party in parties if party["actor_id"]}
    for id_, party in found.items():
        nodes.setdefault(id_, party)
    return list(found)


def _node(party: Form) -> Form:
    return {"id": party["actor_id"], "name": party["name"], "kind": party["kind"], "country": party["country"]}


def _under(nodes: dict[str, Form]) -> list[tuple[str, str]]:
    """Give the pairs of nodes of which the registry says that one is part of, backed by or serves the other."""
    found = []
    for id_ in nodes:
        entry = load().actor(id_)
        if entry is not None:
            found += [(id_, other) for other in _related(entry) if other in nodes]
    return sorted(set(found))


def _hostile(type_: str) -> bool:
    return codebook().types[type_].intensity < 0


def _between(form: Form, from_: date | None, to: date | None) -> bool:
    if from_ is None and to is None:
        return True
    first, last = form["from"] or form["to"], form["to"] or form["from"]
    return bool(first) and (to is None or first <= str(to)) and (from_ is None or last >= str(from_))
