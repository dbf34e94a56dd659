"""The list of incidents: JSON by pages, CSV, GeoJSON, and columns for the browser's own filters."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from vedette.formats import csv, geojson
from vedette.formats.jsonl import compact
from vedette.web.answer import answer
from vedette.web.api.asking import AsOf, taken
from vedette.web.asked import Filters
from vedette.web.choose import chosen
from vedette.web.columns import columns
from vedette.web.forms.columns import Columns
from vedette.web.forms.incidents import IncidentPage
from vedette.web.page import MOST, page
from vedette.web.pressing import Piece, piece
from vedette.web.snapshot import Snapshot

router = APIRouter(tags=["incidents"])
_BEGIN, _NEXT = piece(b'{"items":['), piece(b",")


@router.get("/incidents.json", response_model=IncidentPage)
async def incidents(
    request: Request,
    asked: Filters,
    limit: Annotated[int, Query(ge=1, le=MOST)] = 100,
    cursor: Annotated[str | None, Query(max_length=200)] = None,
) -> Response:
    """Give a page of the incidents asked for; `next` is the cursor of the page after it."""
    snapshot = await taken(request, asked.as_of)

    def make() -> list[Piece]:
        rows = chosen(snapshot, asked)
        found, after = page(snapshot, rows, limit=limit, cursor=cursor)
        listed = [part for number in found for part in (_NEXT, snapshot.row(number))][1:]
        return [_BEGIN, *listed, piece(b"]," + compact({"total": len(rows), "next": after})[1:])]

    return await answer(request, snapshot, make, quick=True)


@router.get("/incidents.csv")
async def incidents_csv(request: Request, asked: Filters) -> Response:
    """Give all incidents asked for as CSV that opens right in a spreadsheet."""
    snapshot = await taken(request, asked.as_of)

    def make() -> str:
        forms = (snapshot.forms[number] for number in chosen(snapshot, asked))
        return "".join(csv.rows(forms, "incident", spreadsheet=True))

    found = await answer(request, snapshot, make, media="text/csv; charset=utf-8")
    found.headers["content-disposition"] = 'attachment; filename="incidents.csv"'
    return found


@router.get("/incidents.geojson")
async def incidents_geojson(request: Request, asked: Filters) -> Response:
    """Give all incidents asked for as a GeoJSON FeatureCollection."""
    snapshot = await taken(request, asked.as_of)

    def make() -> str:
        return "".join(geojson.collection(snapshot.forms[number] for number in chosen(snapshot, asked)))

    return await answer(request, snapshot, make, media="application/geo+json")


@router.get("/incidents/columns.json", response_model=Columns)
async def incident_columns(request: Request, as_of: AsOf = None) -> Response:
    """Give all incidents in columns."""
    snapshot = await taken(request, as_of)
    return await answer(request, snapshot, lambda: all_columns(snapshot))


def all_columns(snapshot: Snapshot) -> bytes:
    """Give the columns as JSON, written once."""
    return snapshot.once("columns", lambda held: compact(columns(held)))
