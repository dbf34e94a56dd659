"""What is to be known first: what changed, who struck whom, what it cost, what waits."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response

from vedette.model import to_json
from vedette.web.answer import answer
from vedette.web.api.asking import AsOf, taken
from vedette.web.api.told import latest_tallies, newest_outlooks
from vedette.web.forms.overview import Overview
from vedette.web.origins import counted, origin_of
from vedette.web.sides import struck
from vedette.web.snapshot import Form, Snapshot

router = APIRouter(tags=["overview"])
_FEW = 12


@router.get("/overview.json", response_model=Overview)
async def overview(
    request: Request,
    as_of: AsOf = None,
    since: Annotated[datetime | None, Query(description="moment of the last visit; gives what changed since")] = None,
) -> Response:
    """Give what changed, counts, the strip of daily conflict by direction, tolls, tallies, outlooks, the last run."""
    snapshot = await taken(request, as_of)
    ready = counted(snapshot)
    return await answer(request, snapshot, lambda: whole(snapshot, since), state=str(ready))


def whole(snapshot: Snapshot, since: datetime | None = None) -> Form:
    """Give the overview, what changed since a moment in it; the rest of it is worked out once."""
    rest: Form = snapshot.once(f"overview {counted(snapshot)}", _overview)
    return rest if since is None else {**rest, "changed_since": _changed(snapshot, since)}


def strip(forms: Iterable[Form]) -> list[Form]:
    """Give conflict by day and direction: how many incidents, how many killed; a day's interval counts on its last."""
    counted: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for form in forms:
        if who := struck(form):
            counted[form["to"] or form["from"], who].update(n=1, killed=_best(form, "killed"))
    return [{"date": day, "direction": who, **counts} for (day, who), counts in sorted(counted.items())]


def tolls(forms: Iterable[Form]) -> Form:
    """Sum the dead and the wounded of incidents: low, best and high; `open` counts the figures without an upper end."""
    counted = [form for form in forms if form["grade"] != "Discounted" and not _run(form)]
    return {name: _sum([form[name] for form in counted if form[name]]) for name in ("killed", "injured")}


def _sum(ranges: list[Form]) -> Form:
    return {
        "low": sum(one["low"] for one in ranges),
        "best": sum(one["best"] for one in ranges),
        "high": sum(one["best"] if one["high"] is None else one["high"] for one in ranges),
        "open": sum(one["high"] is None for one in ranges),
        "incidents": len(ranges),
    }


def _run(form: Form) -> bool:
    """Say whether an incident is a run of happenings told as one, or history: neither may be added up."""
    return bool(form["aggregate"] or form["background"])


def _best(form: Form, name: str) -> int:
    return int(form[name]["best"]) if form[name] else 0


def _overview(snapshot: Snapshot) -> dict[str, Any]:
    runs = snapshot.case.runs()
    return {
        "as_of": snapshot.as_of,
        "revision": snapshot.version,
        "changed_since": None,
        "counts": {
            "incidents": len(snapshot),
            "statements": sum(form["statement"] for form in snapshot.forms),
            "unreviewed": sum(not form["reviewed"] for form in snapshot.forms),
            "origins": len({*origin_of(snapshot).values()}) if counted(snapshot) else None,
            **_counts(snapshot),
        },
        "strip": strip(snapshot.forms),
        "tolls": tolls(snapshot.forms),
        "tallies": latest_tallies(snapshot)[:_FEW],
        "outlooks": newest_outlooks(snapshot)[:_FEW],
        "last_run": to_json(runs[0]) if runs else None,
    }


def _counts(snapshot: Snapshot) -> dict[str, int]:
    """Give how much the case holds; of a past day, how much was known."""
    if snapshot.present:
        return snapshot.counts
    claims = {claim for form in snapshot.forms for claim in form["claims"]}
    reports = snapshot.case.known_reports(snapshot.as_of)
    return {"reports": len(reports), "claims": len(claims), "decisions": len(snapshot.decisions)}


def _changed(snapshot: Snapshot, since: datetime) -> Form:
    moment = since if since.tzinfo else since.replace(tzinfo=UTC)
    found = snapshot.case.changed_since(moment)
    decided = sum(one.at >= moment for one in snapshot.decisions)
    return {"since": moment, "new": found.new, "changed": found.changed, "gone": found.gone, "decisions": decided}
