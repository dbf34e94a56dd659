"""What is said rather than done: statements, outlooks, tallies."""

from typing import Any

from fastapi import APIRouter, Request, Response

from vedette.codebook import codebook
from vedette.model import Claim, to_json
from vedette.web.answer import answer
from vedette.web.api.asking import AsOf, brief, report_form, taken
from vedette.web.forms.told import Outlooks, Statements, Tallies
from vedette.web.snapshot import Form, Snapshot

router = APIRouter(tags=["statements, outlooks, tallies"])


@router.get("/statements.json", response_model=Statements)
async def statements(request: Request, as_of: AsOf = None) -> Response:
    """Give the acts in words, each with its words and its intensity (Goldstein's, -10 to +10)."""
    snapshot = await taken(request, as_of)
    return await answer(request, snapshot, lambda: {"items": _statements(snapshot)})


@router.get("/outlooks.json", response_model=Outlooks)
async def outlooks(request: Request, as_of: AsOf = None) -> Response:
    """Give who foresees what, the newest first."""
    snapshot = await taken(request, as_of)
    return await answer(request, snapshot, lambda: {"items": newest_outlooks(snapshot)})


@router.get("/tallies.json", response_model=Tallies)
async def tallies(request: Request, as_of: AsOf = None) -> Response:
    """Give what somebody counted beside what the record holds, the latest first."""
    snapshot = await taken(request, as_of)
    return await answer(request, snapshot, lambda: {"items": latest_tallies(snapshot)})


def newest_outlooks(snapshot: Snapshot) -> list[Form]:
    """Give the outlooks, those of the newest reports first."""
    return snapshot.once("outlooks", _outlooks)


def latest_tallies(snapshot: Snapshot) -> list[Form]:
    """Give the tallies, those that count up to the latest day first."""
    return snapshot.once("tallies", _tallies)


def _outlooks(snapshot: Snapshot) -> list[Form]:
    found = snapshot.case.outlooks(snapshot.as_of)
    snapshot.library.heads.of(one.report_id for one in found)  # all at once, before each is cited
    forms = [_cited(snapshot, to_json(one)) for one in found]
    return sorted(forms, key=_published, reverse=True)


def _tallies(snapshot: Snapshot) -> list[Form]:
    found = snapshot.case.tallies(snapshot.as_of, incidents=lambda: snapshot.incidents)
    snapshot.library.heads.of(one["report_id"] for one in found)
    forms = [_cited(snapshot, one) for one in found]
    return sorted(forms, key=lambda form: (form["to"] or "", _published(form)), reverse=True)


def _cited(snapshot: Snapshot, form: Form) -> Form:
    return {**form, "report": report_form(snapshot, form["report_id"])}


def _published(form: Form) -> str:
    return str((form["report"] and form["report"]["published"]) or "")


def _statements(snapshot: Snapshot) -> list[Form]:
    forms = [form for form in snapshot.forms if form["statement"]]
    firsts = {one.claim_id: one for one in snapshot.claims_of(form["claims"][0] for form in forms)}
    snapshot.library.heads.of(one.report_id for one in firsts.values())  # all at once, before each is cited
    return [_statement(snapshot, form, firsts.get(form["claims"][0])) for form in forms]


def _statement(snapshot: Snapshot, form: Form, claim: Claim | None) -> dict[str, Any]:
    return {
        **brief(form),
        "intensity": codebook().types[form["type"]].intensity,
        "quote": to_json(claim.sentence) if claim else None,
        "trigger": to_json(claim.trigger) if claim else None,
        "report": report_form(snapshot, claim.report_id) if claim else None,
    }
