"""What waits for a person, and pairs of incidents that may be one."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response

from vedette.linking.doubtful import Doubt, doubtful
from vedette.model import Verdict, to_json
from vedette.store.waiting import Waiting, waiting
from vedette.web.answer import answer
from vedette.web.api.asking import brief, claim_form, taken
from vedette.web.snapshot import Form, Snapshot

router = APIRouter(tags=["queue"])
Limit = Annotated[int, Query(ge=1, le=1000)]
_COMPARED = 4000  # incidents that are compared with each other: of a larger case the latest


@router.get("/queue.json")
async def queue(request: Request, limit: Limit = 50) -> Response:
    """Give what is to be checked next: the most uncertain and most consequential first."""
    snapshot = await taken(request, None)
    return await answer(request, snapshot, lambda: _queue(snapshot, limit))


@router.get("/same.json")
async def same(request: Request, limit: Limit = 200) -> Response:
    """Give pairs of incidents that are held apart by little, the most alike first."""
    snapshot = await taken(request, None)
    return await answer(request, snapshot, lambda: _same(snapshot, limit))


def _queue(snapshot: Snapshot, limit: int) -> dict[str, Any]:
    found = snapshot.once("waiting", _waiting)
    return {"items": [_item(snapshot, one) for one in found[:limit]], "total": len(found)}


def _waiting(snapshot: Snapshot) -> list[Waiting]:
    looked = {subject for one in snapshot.decisions for subject in one.subjects}
    return waiting(snapshot.incidents, claims=snapshot.claims.values(), looked=looked, doubts=_doubts(snapshot))


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
    return snapshot.once("doubts", _compared)


def _compared(snapshot: Snapshot) -> list[Doubt]:
    unsure = [one for one in snapshot.decisions if one.verdict is Verdict.UNSURE]
    passed = {frozenset(one.subjects) for one in unsure}
    found = doubtful(
        snapshot.incidents[-_COMPARED:],
        claims=snapshot.claims,
        reports=snapshot.reports,
        decisions=snapshot.decisions,
        registry=snapshot.case.registry,
    )
    return [one for one in found if not any({*one.claims} <= pair for pair in passed)]


def _pair(snapshot: Snapshot, one: Doubt) -> Form:
    return {
        "left": snapshot.form(one.left),
        "right": snapshot.form(one.right),
        "claims": [claim_form(snapshot.claims[key]) for key in one.claims],
        "score": round(one.score.total, 3),
        "why": {
            "text": one.score.explained(),
            "features": [
                {"name": each.name, "weight": round(each.weight, 3), "words": each.words} for each in one.score.features
            ],
        },
    }
