"""What waits for a person, and pairs of incidents that may be one."""

from dataclasses import replace
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response

from vedette.linking.doubtful import Doubt, doubtful
from vedette.linking.ledger import in_force
from vedette.model import Decision, Verdict, to_json
from vedette.store import aside
from vedette.store.waiting import Waiting, waiting
from vedette.web.answer import answer
from vedette.web.api.asking import brief, claim_form, taken
from vedette.web.forms.queue import Queue, Same
from vedette.web.origins import origin_of
from vedette.web.snapshot import Form, Snapshot

router = APIRouter(tags=["queue"])
Limit = Annotated[int, Query(ge=1, le=1000)]
_LOOKED_INTO = 300  # weightiest things whose single claims are weighed too
_COMPARED = 1500  # incidents that are compared with each other: of a larger case the latest


@router.get("/queue.json", response_model=Queue)
async def queue(request: Request, limit: Limit = 50) -> Response:
    """Give what is to be checked next: the most uncertain and most consequential first.

    `comparing` says that in a large case incidents are still being compared: pairs of them come later.
    """
    snapshot = await taken(request, None)
    ready = _ready(snapshot)
    return await answer(request, snapshot, lambda: _queue(snapshot, limit, ready), state=str(ready))


@router.get("/same.json", response_model=Same)
async def same(request: Request, limit: Limit = 200) -> Response:
    """Give pairs of incidents that are held apart by little, the most alike first."""
    snapshot = await taken(request, None)
    return await answer(request, snapshot, lambda: _same(snapshot, limit))


def compare(snapshot: Snapshot) -> None:
    """Make ready what the queue and the desk ask for."""
    _doubts(snapshot)
    _queue(snapshot, 1, True)


def _ready(snapshot: Snapshot) -> bool:
    """Say whether incidents are compared, or so few that they may be at once."""
    reports = snapshot.counts["reports"]
    return reports <= aside.MANY or snapshot.library.ready("doubts", reports)


def _queue(snapshot: Snapshot, limit: int, compared: bool) -> dict[str, Any]:
    found = snapshot.once(f"waiting {compared}", lambda held: _waiting(held, _doubts(held) if compared else []))
    items = [_item(snapshot, one) for one in found[:limit]]
    return {"items": items, "total": len(found), "comparing": not compared}


def _waiting(snapshot: Snapshot, doubts: list[Doubt]) -> list[Waiting]:
    looked = {subject for one in in_force(snapshot.decisions) for subject in one.subjects}
    first = waiting(snapshot.incidents, looked=looked, doubts=doubts, weighed=snapshot.library.weighed)
    near = list({snapshot.at[one.incident]: None for one in first[:_LOOKED_INTO]})
    claims = snapshot.claims_of(claim for number in near for claim in snapshot.forms[number]["claims"])
    unsure = waiting([snapshot.incident(number) for number in near], claims=claims, looked=looked)
    return sorted([*first, *(one for one in unsure if one.kind == "claim")], key=lambda one: -one.weight)


def _item(snapshot: Snapshot, one: Waiting) -> Form:
    form, other = snapshot.form(one.incident), snapshot.form(one.other or "")
    return {
        **to_json(one),
        "weight": round(one.weight, 4),
        "incident": one.incident,
        "shown": brief(form) if form else None,
        "shown_other": brief(other) if other else None,
    }


def _same(snapshot: Snapshot, limit: int) -> dict[str, Any]:
    found = _doubts(snapshot)
    return {"items": [_pair(snapshot, one) for one in found[:limit]], "total": len(found)}


def _doubts(snapshot: Snapshot) -> list[Doubt]:
    return snapshot.once("doubts", _standing)


def _standing(snapshot: Snapshot) -> list[Doubt]:
    """Give the doubts that no decision has settled; incidents are compared only when there are new reports."""
    found = snapshot.library.lasting("doubts", snapshot.counts["reports"], lambda: _compared(snapshot))
    home = {claim: form["incident_id"] for form in snapshot.forms for claim in form["claims"]}
    ruled = [{home.get(subject) for subject in one.subjects} for one in _judging(snapshot)]
    placed = [(one, home.get(one.claims[0]), home.get(one.claims[1])) for one in found]
    return [
        replace(one, left=left, right=right)
        for one, left, right in placed
        if left and right and left != right and not any({left, right} <= pair for pair in ruled)
    ]


def _judging(snapshot: Snapshot) -> list[Decision]:
    judging = (Verdict.DIFFERENT, Verdict.UNSURE)
    return [one for one in in_force(snapshot.decisions) if one.verdict in judging]


def _compared(snapshot: Snapshot) -> list[Doubt]:
    latest = snapshot.incidents[-_COMPARED:]
    claims = {one.claim_id: one for one in snapshot.claims_of(claim for held in latest for claim in held.claims)}
    reports = snapshot.library.reports(one.report_id for one in claims.values())
    origin = origin_of(snapshot) if snapshot.library.ready("origins", snapshot.counts["reports"]) else None
    return doubtful(latest, claims=claims, reports=reports, registry=snapshot.case.registry, origin=origin)


def _pair(snapshot: Snapshot, one: Doubt) -> Form:
    return {
        "left": snapshot.form(one.left),
        "right": snapshot.form(one.right),
        "claims": [claim_form(claim) for claim in snapshot.claims_of(one.claims)],
        "score": round(one.score.total, 3),
        "why": {
            "text": one.score.explained(),
            "features": [
                {"name": each.name, "weight": round(each.weight, 3), "words": each.words} for each in one.score.features
            ],
        },
    }
