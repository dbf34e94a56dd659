"""A person's judgement, written into the ledger."""

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Body, Request
from pydantic import BaseModel, Field
from starlette.concurrency import run_in_threadpool

from vedette.web.api.asking import shelf_of
from vedette.web.api.session import DECIDE
from vedette.web.forms import doing
from vedette.web.roles import Role
from vedette.web.sessions import forbidden

router = APIRouter(tags=["decisions"])
_PATIENCE = 4.0  # seconds: in a large case linking goes on after the answer
Words = Annotated[str, Field(max_length=2000)]


class Judgement(BaseModel):
    """What a person decides: of incidents or claims by id; of a decision, by its id, that it is undone."""

    kind: Literal["same", "different", "accept", "reject", "edit", "unsure", "undo"]
    ids: list[Annotated[str, Field(max_length=80)]] = Field(min_length=1, max_length=500)
    field: Annotated[str, Field(max_length=40)] | None = None
    value: Words | None = None
    quote: Words | None = Field(default=None, description="the words of the report that a value was taken from")
    reason: Words = ""


@router.post("/api/decisions", dependencies=[DECIDE], response_model=doing.Decided)
async def decide(request: Request, given: Annotated[Judgement, Body()]) -> dict[str, Any]:
    """Write a decision; give its id and the incidents that hold now what it is about.

    `linked` false says that linking, in a large case, goes on: what follows from the decision is seen when the case's
    revision has grown again.
    """
    return await run_in_threadpool(_decide, request, given)


def _decide(request: Request, given: Judgement) -> dict[str, Any]:
    shelf, person = shelf_of(request), request.state.person
    _may(request, given)
    reason = " ".join(part for part in (given.reason, f"“{given.quote}”" if given.quote else "") if part)
    case = shelf.case
    if given.kind == "undo":
        made = [case.decide("undo", (), person=person, reason=reason, undoes=one, link=False) for one in given.ids]
    else:
        made = [
            case.decide(
                given.kind, given.ids, person=person, reason=reason, field=given.field, value=given.value, link=False
            )
        ]
    linked = shelf.relink(patience=_PATIENCE)
    shelf.look()
    about = {one.decision_id: one.subjects for one in case.decisions()}
    subjects = {subject for one in made for subject in (about[one.undoes] if one.undoes else one.subjects)}
    incidents = [form["incident_id"] for form in shelf.take().forms if subjects.intersection(form["claims"])]
    return {
        "decision_id": made[-1].decision_id,
        "decision_ids": [one.decision_id for one in made],
        "incidents": incidents,
        "linked": linked,
    }


def _may(request: Request, given: Judgement) -> None:
    """Let coders take back what they decided themselves alone."""
    if given.kind == "undo" and request.state.visit.role < Role.EDITOR:
        made = {one.decision_id: one.person for one in shelf_of(request).case.decisions()}
        if any(made.get(one, request.state.person) != request.state.person for one in given.ids):
            raise forbidden(Role.EDITOR)
