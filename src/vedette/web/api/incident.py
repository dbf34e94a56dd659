"""One incident with all that is known of it."""

from typing import Any

from fastapi import APIRouter, Request, Response

from vedette.linking.ledger import in_force
from vedette.model import to_json
from vedette.web.answer import answer
from vedette.web.api.asking import AsOf, brief, claim_form, report_form, taken
from vedette.web.api.chains import reactions
from vedette.web.forms.incident import IncidentWhole, Step
from vedette.web.heads import head
from vedette.web.problem import Problem, missing
from vedette.web.snapshot import Form, Snapshot

router = APIRouter(tags=["incidents"])


@router.get("/incidents/{incident_id}.json", response_model=IncidentWhole)
async def incident(request: Request, incident_id: str, as_of: AsOf = None) -> Response:
    """Give an incident, its claims, their reports with their texts, reactions, history and decisions.

    An id that it had before leads to the one that holds its claims now (301).
    """
    snapshot = await taken(request, as_of)
    if incident_id not in snapshot.at:
        raise moved(snapshot, incident_id)
    return await answer(request, snapshot, lambda: whole(snapshot, incident_id))


@router.get("/incidents/{incident_id}/history.json", response_model=list[Step])
async def history(request: Request, incident_id: str) -> Response:
    """Give all steps of an incident, also those by the days of its reports; in a large case this takes a while."""
    snapshot = await taken(request, None)
    return await answer(request, snapshot, lambda: [step.form() for step in snapshot.case.steps(incident_id)])


def whole(snapshot: Snapshot, incident_id: str) -> dict[str, Any]:
    """Give all that is shown of an incident."""
    form = snapshot.forms[snapshot.at[incident_id]]
    claims = snapshot.claims_of(form["claims"])
    reports = snapshot.library.reports(one.report_id for one in claims)
    return {
        "incident": form,
        "claims": [claim_form(one) for one in claims],
        "reports": {id_: {**head(report).form(), "text": report.text} for id_, report in reports.items()},
        "reactions": {
            "before": _linked(snapshot, incident_id, "because_of"),
            "after": _linked(snapshot, incident_id, "to"),
        },
        "history": [step.form() for step in snapshot.case.recorded_steps(incident_id)],
        "decisions": decisions(snapshot, form["claims"]),
    }


def decisions(snapshot: Snapshot, claim_ids: list[str]) -> list[Form]:
    """Give the decisions on these claims, oldest first, and whether each is in force."""
    held, force = set(claim_ids), {one.decision_id for one in in_force(snapshot.decisions)}
    about = {one.decision_id for one in snapshot.decisions if held.intersection(one.subjects)}
    return [
        {**to_json(one), "in_force": one.decision_id in force}
        for one in snapshot.decisions
        if one.decision_id in about or one.undoes in about
    ]


def moved(snapshot: Snapshot, incident_id: str, address: str = "/incidents/{}.json") -> Problem:
    """Give the problem of an id that is none now: where its claims went, if the case ever gave it."""
    now = snapshot.case.whereabouts().get(incident_id)
    if now is None or now not in snapshot.at:
        return missing(f"the case holds no incident {incident_id[:80]}", "incident")
    return Problem(
        status=301,
        code="moved",
        what=f"its claims are now part of {now}",
        where="incident",
        todo="ask for that one",
        headers={"location": address.format(now)},
    )


def _linked(snapshot: Snapshot, incident_id: str, direction: str) -> list[Form]:
    """Give the incidents that it answers ("because_of") or that answer it ("to"), each with what says so."""
    found = []
    for one in reactions(snapshot):
        here, there = (one.from_, one.because_of) if direction == "because_of" else (one.because_of, one.from_)
        other = snapshot.form(there)
        if here == incident_id and other is not None:
            found.append(
                {**to_json(one), "incident": brief(other), "report": report_form(snapshot, one.report_id or "")}
            )
    return found
