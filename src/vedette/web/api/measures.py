"""How the crisis escalates, and who reacts to whom: what measuring gives, as it gives it."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, Literal

from fastapi import APIRouter, Query, Request, Response

from vedette.model import VedetteError
from vedette.web.answer import answer
from vedette.web.api.asking import AsOf, taken
from vedette.web.asked import Day
from vedette.web.forms.measures import Escalation, Reacts
from vedette.web.snapshot import Form, Snapshot

if TYPE_CHECKING:
    import polars as pl

    from vedette.measuring import EventTable

router = APIRouter(tags=["measures"])
From = Annotated[Day | None, Query(alias="from")]
To = Annotated[Day | None, Query()]
Every = Literal["day", "week", "month"]
Unit = Literal["pair", "country", "adm1", "all"]
Top = Annotated[int, Query(ge=1, le=50)]


@router.get("/escalation.json", response_model=Escalation)
async def escalation(
    request: Request,
    *,
    as_of: AsOf = None,
    from_: From = None,
    to: To = None,
    every: Every = "week",
    by: Unit = "pair",
    top: Top = 6,
) -> Response:
    """Give directed series, the tension of each day, and bursts and calms; `notes` says what could not be measured."""
    from vedette.measuring import episodes, series, tension

    snapshot = await taken(request, as_of)

    def make() -> dict[str, Any]:
        notes: list[str] = []
        table = _table(snapshot, from_, to, notes)
        return {
            "every": every,
            "by": by,
            "series": _rows(
                table, notes, lambda given: series(given, every=every, by=("actor", "target"), zeros=False)
            ),
            "tension": _rows(table, notes, lambda given: tension(given, by=by, top=top)),
            "episodes": _rows(table, notes, lambda given: episodes(given, by=by, top=top)),
            "notes": notes,
        }

    return await answer(request, snapshot, make)


@router.get("/reactions.json", response_model=Reacts)
async def reactions(
    request: Request,
    *,
    as_of: AsOf = None,
    from_: From = None,
    to: To = None,
    every: Every = "week",
    top: Top = 3,
) -> Response:
    """Give who reacts to whom by a model of self-exciting acts, and tests of reciprocity; each row says whether it may
    be trusted."""
    from vedette.measuring import reactions as fitted
    from vedette.measuring import reciprocal

    snapshot = await taken(request, as_of)

    def make() -> dict[str, Any]:
        notes: list[str] = []
        table = _table(snapshot, from_, to, notes)
        return {
            "reactions": _rows(table, notes, lambda given: fitted(given, top=top)),
            "reciprocity": _rows(table, notes, lambda given: reciprocal(given, every=every, top=top)),
            "notes": notes,
        }

    return await answer(request, snapshot, make)


def acts(snapshot: Snapshot) -> "EventTable":
    """Give the acts that measures are taken of; raises VedetteError where there are none."""
    from vedette.measuring.recorded import of_case

    return snapshot.once(
        "acts", lambda held: of_case(held.case, as_of=held.as_of, incidents=held.incidents, reading=held.reading)
    )


def _table(snapshot: Snapshot, from_: date | None, to: date | None, notes: list[str]) -> "EventTable | None":
    """Give the acts of a stretch of time; None, and a note, where there are none."""
    from vedette.measuring import event_table

    try:
        whole = acts(snapshot)
        return event_table(whole, from_=from_, to=to) if from_ or to else whole
    except VedetteError as error:
        notes.append(str(error).removeprefix(f"{snapshot.case.name}: "))
        return None


def _rows(table: "EventTable | None", notes: list[str], measure: "Callable[[EventTable], pl.DataFrame]") -> list[Form]:
    """Give the rows of a measure; what it cannot measure becomes a note."""
    import polars.selectors as cs

    if table is None:
        return []
    try:
        found = measure(table)
    except VedetteError as error:
        notes.append(str(error))
        return []
    return found.with_columns(cs.float().fill_nan(None).round(5)).to_dicts()
