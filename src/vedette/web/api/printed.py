"""Pages for paper, made here so that they need no script: an incident, and the situation report."""

from datetime import UTC, date, datetime, timedelta
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response

from vedette.web.answer import answer
from vedette.web.api.asking import AsOf, report_form, taken
from vedette.web.api.incident import moved, whole
from vedette.web.api.overview import strip, tolls
from vedette.web.api.told import latest_tallies, newest_outlooks
from vedette.web.asked import Asked, Day
from vedette.web.choose import chosen
from vedette.web.printing import chart, map, quoting, render
from vedette.web.printing.notes import Notes
from vedette.web.problem import wrong
from vedette.web.snapshot import Form, Snapshot

router = APIRouter(tags=["print"])
HTML = "text/html; charset=utf-8"
MOST = 500  # incidents that a situation report prints
_USUAL = 30  # days


@router.get("/print.css", include_in_schema=False)
async def style() -> Response:
    """Give the style of printed pages."""
    return Response(render.style(), media_type="text/css", headers={"cache-control": "no-cache"})


@router.get("/incidents/{incident_id}/print")
async def incident(request: Request, incident_id: str, as_of: AsOf = None) -> Response:
    """Give an incident as a page to print."""
    snapshot = await taken(request, as_of)
    if incident_id not in snapshot.at:
        raise moved(snapshot, incident_id, "/incidents/{}/print")
    return await answer(request, snapshot, lambda: _incident(snapshot, incident_id), media=HTML)


@router.get("/situation")
async def situation(
    request: Request,
    as_of: AsOf = None,
    from_: Annotated[Day | None, Query(alias="from")] = None,
    to: Annotated[Day | None, Query()] = None,
) -> Response:
    """Give the situation report of a stretch of time as a page to print: the last thirty days unless given."""
    if from_ and to and from_ > to:
        raise wrong(f"{from_} to {to} ends before it begins", "from, to", "give the earlier day first")
    snapshot = await taken(request, as_of)
    return await answer(request, snapshot, lambda: _situation(snapshot, from_, to), media=HTML)


def _incident(snapshot: Snapshot, incident_id: str) -> str:
    held, notes = whole(snapshot, incident_id), Notes()
    form = held["incident"]
    claims = snapshot.claims_of(form["claims"])
    refs = [_titled(snapshot, ref) for ref in form["reports"]]
    all_notes = notes.cite(refs)
    numbers = {ref["report_id"]: notes.cite([ref]) for ref in refs}
    rows = quoting.matrix(claims, numbers)
    return render.page(
        "incident",
        incident=form,
        map=map.svg(map.spots([form]), width=360),
        fields=quoting.FIELDS,
        matrix=rows,
        differs=quoting.differing(rows),
        sentences=quoting.sentences(claims, numbers),
        before=held["reactions"]["before"],
        after=held["reactions"]["after"],
        decisions=held["decisions"],
        all_notes=all_notes,
        notes=notes.all(),
        **_of_case(snapshot),
    )


def _situation(snapshot: Snapshot, from_: date | None, to: date | None) -> str:
    first, last = _window(snapshot, from_, to)
    forms = [snapshot.forms[at] for at in chosen(snapshot, Asked.model_validate({"from": first, "to": last}))]
    current = [form for form in forms if not (form["background"] or form["aggregate"])]
    acts = [form for form in current if not form["statement"]]
    said = [form for form in current if form["statement"]]
    days = [one for one in strip(acts) if str(first) <= one["date"] <= str(last)]
    notes, (drawn, beyond) = Notes(), map.near(map.spots(acts))
    printed = [*acts[:MOST], *said[:MOST]]
    snapshot.library.heads.of(ref["report_id"] for form in printed for ref in form["reports"])  # all at once
    numbers = {form["incident_id"]: notes.cite([_titled(snapshot, ref) for ref in form["reports"]]) for form in printed}
    return render.page(
        "situation",
        first=first,
        last=last,
        acts=acts[:MOST],
        counted=len(acts),
        more=len(acts[MOST:]),
        statements=said[:MOST],
        counted_said=len(said),
        more_said=len(said[MOST:]),
        outlets=len({ref["outlet"] for form in current for ref in form["reports"]}),
        tolls=tolls(acts),
        unreviewed=sum(not form["reviewed"] for form in acts),
        chart=chart.svg(days, first=first, last=last),
        directions=chart.directions(days),
        map=map.svg(drawn),
        beyond=beyond,
        undrawn=len(acts) - sum(one.count for one in (*drawn, *beyond)),
        numbers=numbers,
        tallies=[one for one in latest_tallies(snapshot) if _told_within(one, first, last)],
        outlooks=[one for one in newest_outlooks(snapshot) if _told_within(one, first, last)],
        coverage=snapshot.reading.rows(first, last),
        notes=notes.all(),
        **_of_case(snapshot),
    )


def _window(snapshot: Snapshot, from_: date | None, to: date | None) -> tuple[date, date]:
    """Give the days of a report: what is not given ends with the last incident, and begins thirty days before."""
    known = [form["to"] for form in snapshot.forms if form["to"]]
    last = to or (date.fromisoformat(max(known)) if known else datetime.now(UTC).date())
    first = from_ or last - timedelta(days=_USUAL - 1)
    return first, max(first, last)


def _told_within(form: Form, first: date, last: date) -> bool:
    published = form["report"] and form["report"]["published"]
    return bool(published) and str(first) <= str(published) <= str(last)


def _titled(snapshot: Snapshot, ref: Form) -> Form:
    known = report_form(snapshot, ref["report_id"])
    return {**ref, "title": known["title"] if known else None}


def _of_case(snapshot: Snapshot) -> dict[str, Any]:
    name = snapshot.case.title
    return {"case": name, "as_of": snapshot.as_of, "made": datetime.now(UTC).date()}
