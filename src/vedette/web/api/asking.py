"""What every address asks for: the snapshot of a day."""

from datetime import date
from typing import Annotated, Any

from fastapi import Query, Request

from vedette.model import Claim, to_json
from vedette.web.address import shown
from vedette.web.asked import Day
from vedette.web.shelf import Shelf
from vedette.web.snapshot import Form, Snapshot

AsOf = Annotated[Day | None, Query(description="as known at the end of this day, by what was published until then")]
FIELDS = ("incident_id", "type", "mode", "status", "from", "to", "place", "actors", "targets", "killed", "injured")
BRIEF = (*FIELDS, "grade", "summary", "statement", "reviewed")


def shelf_of(request: Request) -> Shelf:
    """Give the snapshots of the case that is served."""
    found: Shelf = request.app.state.shelf
    return found


async def taken(request: Request, as_of: date | None) -> Snapshot:
    """Give the snapshot of a day."""
    return await shelf_of(request).snapshot(as_of)


def brief(form: Form) -> Form:
    """Give what is shown of an incident beside others."""
    return {name: form[name] for name in BRIEF}


def report_form(snapshot: Snapshot, report_id: str) -> dict[str, Any] | None:
    """Give what is shown of a report where it is cited, None for one that is not there."""
    held = snapshot.library.heads.of([report_id]).get(report_id) if report_id else None
    return None if held is None else held.form()


def claim_form(claim: Claim) -> Form:
    """Give a claim as it may leave the server."""
    return {**to_json(claim), "url": shown(claim.url)}
