"""Action and reaction."""

from collections import defaultdict
from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response

from vedette.linking import chains
from vedette.model import Reaction, to_json
from vedette.web.answer import answer
from vedette.web.api.asking import AsOf, brief, report_form, taken
from vedette.web.asked import Day
from vedette.web.forms.chains import Chains
from vedette.web.sides import side
from vedette.web.snapshot import Form, Snapshot

router = APIRouter(tags=["chains"])
MOST = 5000  # links of one answer


@router.get("/chains.json", response_model=Chains)
async def chains_(
    request: Request,
    *,
    as_of: AsOf = None,
    from_: Annotated[Day | None, Query(alias="from", description="answers of this day or later")] = None,
    to: Annotated[Day | None, Query(description="answers of this day or before")] = None,
    with_: Annotated[str | None, Query(alias="with", max_length=80, description="also all links of this one")] = None,
    limit: Annotated[int, Query(ge=1, le=MOST)] = 500,
) -> Response:
    """Give the newest links from incidents to what they answer, those incidents by id, the runs of three or more that
    they make, and who answers whom in all."""
    snapshot = await taken(request, as_of)
    return await answer(request, snapshot, lambda: _chains(snapshot, from_, to, with_, limit))


def reactions(snapshot: Snapshot) -> list[Reaction]:
    """Give all links, the newest answers first."""
    return snapshot.once("reactions", _newest)


def _newest(snapshot: Snapshot) -> list[Reaction]:
    return sorted(snapshot.reactions, key=lambda one: _days(snapshot, one)[1], reverse=True)


def _days(snapshot: Snapshot, link: Reaction) -> tuple[str, str]:
    form = snapshot.form(link.from_) or {"from": None, "to": None}
    return form["from"] or form["to"] or "", form["to"] or form["from"] or ""


def _chains(snapshot: Snapshot, from_: date | None, to: date | None, with_: str | None, limit: int) -> dict[str, Any]:
    every = reactions(snapshot)
    found = [one for one in every if _within(_days(snapshot, one), from_, to)]
    asked = {id(one) for one in found[:limit]}
    links = [one for one in every if id(one) in asked or with_ in (one.from_, one.because_of)]
    held = sorted({id_ for one in links for id_ in (one.from_, one.because_of)})
    snapshot.library.heads.of(one.report_id for one in links if one.report_id)  # all at once, before each is cited
    stated = sum(one.basis == "stated" for one in every)
    return {
        "incidents": {id_: brief(form) for id_ in held if (form := snapshot.form(id_))},
        "sides": {id_: side(form["actors"]) for id_ in held if (form := snapshot.form(id_))},
        "links": [{**to_json(one), "report": report_form(snapshot, one.report_id or "")} for one in links],
        "chains": [[run[0].because_of, *(one.from_ for one in run)] for run in chains(links)],
        "total": len(found),
        "stated": stated,
        "inferred": len(every) - stated,
        "answering": snapshot.once("answering", _answering),
    }


def _within(days: tuple[str, str], from_: date | None, to: date | None) -> bool:
    return (from_ is None or days[1] >= str(from_)) and (to is None or (days[0] or "9") <= str(to))


def _answering(snapshot: Snapshot) -> list[Form]:
    """Count the links by the sides that acted, those with most of them first."""
    counted: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
    for one in reactions(snapshot):
        effect, cause = snapshot.form(one.from_), snapshot.form(one.because_of)
        if effect and cause:
            who, whom = (side(form["actors"]) or "unknown" for form in (effect, cause))
            counted[who, whom][one.basis != "stated"] += 1
    rows = [{"who": who, "whom": whom, "stated": said, "inferred": n} for (who, whom), (said, n) in counted.items()]
    return sorted(rows, key=lambda row: (-int(row["stated"]) - int(row["inferred"]), str(row["who"]), str(row["whom"])))
