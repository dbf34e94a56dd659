"""Who tells of the case: outlets, coverage, reports."""

from collections import Counter
from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from starlette.concurrency import run_in_threadpool

from vedette.model import Claim, Report, to_json
from vedette.registry.country import country_code
from vedette.store.overview import source_rows
from vedette.web.address import shown
from vedette.web.answer import answer
from vedette.web.api.asking import AsOf, brief, claim_form, taken
from vedette.web.asked import Day, unknown_country
from vedette.web.forms.reports import ReportPage, ReportWhole
from vedette.web.forms.sources import Coverage, Sources
from vedette.web.heads import Head
from vedette.web.origins import counted, origin_of
from vedette.web.problem import missing
from vedette.web.snapshot import Form, Snapshot

router = APIRouter(tags=["sources"])


@router.get("/sources.json", response_model=Sources)
async def sources(request: Request, as_of: AsOf = None) -> Response:
    """Give outlets, languages, how many reports, and the runs that added them with what each could not keep.

    `counted` false says that in a large case the copies are still being counted: ask again in a while.
    """
    snapshot = await taken(request, as_of)
    ready = counted(snapshot)
    return await answer(request, snapshot, lambda: _sources(snapshot), state=str(ready))


@router.get("/reports.json", response_model=ReportPage)
async def reports(
    request: Request,
    *,
    as_of: AsOf = None,
    text: Annotated[str, Query(max_length=200, description="words of title, outlet and agency")] = "",
    limit: Annotated[int, Query(ge=1, le=1000)] = 100,
    after: Annotated[int, Query(ge=0, description="how many were given before: `next` of the page before")] = 0,
) -> Response:
    """Give the reports, the newest first, those without a day last."""
    snapshot = await taken(request, as_of)
    return await answer(request, snapshot, lambda: _reports(snapshot, text, limit, after))


@router.get("/coverage.json", response_model=Coverage)
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
            "items": snapshot.reading.rows(from_, to, countries=codes),
            "countries": _met(snapshot),
        },
    )


@router.get("/reports/{report_id}.json", response_model=ReportWhole)
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
    known, origin = listed(snapshot), origin_of(snapshot) if counted(snapshot) else None
    told = ([ref["report_id"] for ref in form["reports"]] for form in snapshot.forms)
    days = [one.day for one in known if one.day]
    return {
        "outlets": source_rows(known, said=_said(snapshot), told=told, origin=origin),
        "languages": dict(Counter(one.language or "unknown" for one in known).most_common()),
        "published": {
            "first": min(days, default=None),
            "last": max(days, default=None),
            "undated": len(known) - len(days),
        },
        "reports": len(known),
        "counted": origin is not None,
        "runs": [to_json(one) for one in snapshot.case.runs()[:50]],
    }


def listed(snapshot: Snapshot) -> list[Head]:
    """Give the reports known, the newest first."""
    return snapshot.once("listed", _newest)


def _newest(snapshot: Snapshot) -> list[Head]:
    held = snapshot.library.heads.all()
    if not snapshot.present:
        ids = snapshot.case.known_reports(snapshot.as_of)
        held = [one for one in held if one.id in ids]
    return sorted(held, key=lambda one: (one.day or date.min, one.id), reverse=True)


def _said(snapshot: Snapshot) -> dict[str, int]:
    return snapshot.once("claims by report", lambda held: held.case.claims_by_report())


def _reports(snapshot: Snapshot, text: str, limit: int, after: int) -> dict[str, Any]:
    words, said = text.casefold().split(), _said(snapshot)
    found = [one for one in listed(snapshot) if _holds(one, words)]
    given = found[after : after + limit]
    return {
        "items": [{**one.form(), "claims": said.get(one.id, 0)} for one in given],
        "total": len(found),
        "next": after + limit if after + limit < len(found) else None,
    }


def _holds(one: Head, words: list[str]) -> bool:
    text = f"{one.title} {one.outlet} {one.agency}".casefold() if words else ""
    return all(word in text for word in words)


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
