"""Who tells of the case: outlets, coverage, reports."""

from collections import Counter
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from starlette.concurrency import run_in_threadpool

from vedette.model import Claim, Report, to_json
from vedette.registry.country import country_code
from vedette.web.answer import answer
from vedette.web.api.asking import AsOf, brief, claim_form, head, taken
from vedette.web.asked import Day, unknown_country
from vedette.web.forms import views
from vedette.web.problem import missing
from vedette.web.snapshot import Form, Snapshot, shown

router = APIRouter(tags=["sources"])


@router.get("/sources.json", response_model=views.Sources)
async def sources(request: Request, as_of: AsOf = None) -> Response:
    """Give outlets, languages, reports, and the runs that added them with what each could not keep."""
    snapshot = await taken(request, as_of)
    return await answer(request, snapshot, lambda: _sources(snapshot))


@router.get("/coverage.json", response_model=views.Coverage)
async def coverage(
    request: Request,
    as_of: AsOf = None,
    from_: Annotated[Day | None, Query(alias="from")] = None,
    to: Day | None = None,
    country: Annotated[list[str] | None, Query()] = None,
) -> Response:
    """Give how much was read about each month, and about each of the countries asked for."""
    codes = [_code(one) for one in country or ()]
    snapshot = await taken(request, as_of)
    return await answer(
        request,
        snapshot,
        lambda: {
            "items": snapshot.case.coverage(as_of, from_=from_, to=to, countries=codes, incidents=snapshot.incidents),
            "countries": _met(snapshot),
        },
    )


@router.get("/reports/{report_id}.json", response_model=views.ReportWhole)
async def report(request: Request, report_id: str) -> Response:
    """Give a report: its text, what the claims mark in it, the claims, and what was cut out as furniture."""
    snapshot = await taken(request, None)
    found = await run_in_threadpool(snapshot.report, report_id)
    if found is None:
        raise missing(f"the case holds no report {report_id[:80]}", "report")
    return await answer(request, snapshot, lambda: _report(snapshot, found))


def _code(given: str) -> str:
    code = country_code(given)
    if code is None:
        raise unknown_country(given)
    return code


def _met(snapshot: Snapshot) -> list[str]:
    """Give the countries of the incidents, those with most of them first."""
    return [code for code, _ in Counter(_countries(snapshot)).most_common()]


def _countries(snapshot: Snapshot) -> list[str]:
    return [form["place"]["country"] for form in snapshot.forms if form["place"]["country"]]


def _sources(snapshot: Snapshot) -> dict[str, Any]:
    known = snapshot.library.lasting("reports", snapshot.counts["reports"], snapshot.case.reports)
    told = snapshot.case.claims_by_report()
    days = [one.day for one in known if one.day]
    return {
        "outlets": snapshot.once("sources", lambda held: held.case.sources(held.as_of)),
        "languages": dict(Counter(one.language or "unknown" for one in known).most_common()),
        "published": {
            "first": min(days, default=None),
            "last": max(days, default=None),
            "undated": len(known) - len(days),
        },
        "reports": [{**head(one), "claims": told.get(one.id, 0)} for one in known],
        "runs": [to_json(one) for one in snapshot.case.runs()[:50]],
    }


def _report(snapshot: Snapshot, report: Report) -> dict[str, Any]:
    claims = sorted(snapshot.case.claims(report_id=report.id), key=lambda one: one.trigger.start)
    home = {claim: form["incident_id"] for form in snapshot.forms for claim in form["claims"]}
    held = {home[one.claim_id] for one in claims if one.claim_id in home}
    return {
        **to_json(report),
        "url": shown(report.url),
        "marks": sorted(
            (mark for one in claims for mark in _marks(one)), key=lambda mark: (mark["start"], -mark["end"])
        ),
        "claims": [{**claim_form(one), "incident_id": home.get(one.claim_id)} for one in claims],
        "incidents": [brief(form) for form in snapshot.forms if form["incident_id"] in held],
    }


def _marks(claim: Claim) -> list[Form]:
    """Give the spans of the text that a claim rests on: what each is, and of which claim."""
    single = ("trigger", "cause", "source", "place", "when", "killed", "injured", "count")
    spans: list[tuple[str, Any]] = [(name, one) for name in single if (one := getattr(claim, name)) is not None]
    spans += [(name, one) for name in ("actor", "target", "weapon") for one in getattr(claim, name)]
    return [
        {"start": one.start, "end": one.end, "kind": name, "claim_id": claim.claim_id, "probability": claim.probability}
        for name, one in spans
        if one.start is not None and one.end is not None
    ]
