"""Action and reaction."""

from typing import Any

from fastapi import APIRouter, Request, Response

from vedette.linking import chains
from vedette.model import Reaction, to_json
from vedette.web.answer import answer
from vedette.web.api.asking import AsOf, brief, report_form, taken
from vedette.web.forms import views
from vedette.web.snapshot import Snapshot

router = APIRouter(tags=["chains"])


@router.get("/chains.json", response_model=views.Chains)
async def chains_(request: Request, as_of: AsOf = None) -> Response:
    """Give the links from incidents to what they answer, those incidents by id, and the runs of three or more."""
    snapshot = await taken(request, as_of)
    return await answer(request, snapshot, lambda: _chains(snapshot))


def _chains(snapshot: Snapshot) -> dict[str, Any]:
    links: list[Reaction] = snapshot.once("reactions", lambda held: held.case.reactions(held.as_of))
    held = {id_ for one in links for id_ in (one.from_, one.because_of)}
    return {
        "incidents": {id_: brief(form) for id_ in sorted(held) if (form := snapshot.form(id_))},
        "links": [{**to_json(one), "report": report_form(snapshot, one.report_id or "")} for one in links],
        "chains": [[run[0].because_of, *(one.from_ for one in run)] for run in chains(links)],
    }
