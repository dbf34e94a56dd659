"""The acts of a case, each party rolled up to the side for which it acts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import partial
from itertools import product
from typing import TYPE_CHECKING, Any

from vedette.linking.kin import ORGANS, Actors
from vedette.measuring.intensity import intensity_of
from vedette.measuring.table import UNKNOWN, EventTable, schema
from vedette.model import CaseError, DatePrecision, Incident, Party

if TYPE_CHECKING:
    from vedette.store.case import Case
    from vedette.store.coverage import Reading

_PASSING = timedelta(days=31)  # before the first report: what is older was told in passing
_MONTH = 31  # days within which an act is taken to lie of which only "by this day", or "from this day", is known
_WIDTH = {DatePrecision.DAY: 1, DatePrecision.FEW_DAYS: 6, DatePrecision.WEEK: 7, DatePrecision.MONTH: _MONTH}
_UNNAMED = {"armed group": "armed groups", "civilians": "civilians"}


def of_case(
    case: Case,
    *,
    as_of: date | None = None,
    recorded_by: date | None = None,
    incidents: Sequence[Incident] | None = None,
    reading: Reading | None = None,
) -> EventTable:
    """Give the acts that a case holds: runs told as one, history and discounted incidents are left out, and told so.
    `incidents` and `reading` are those of that moment, where they are at hand."""
    import polars as pl

    held = case.incident_list(as_of, recorded_by=recorded_by) if incidents is None else incidents
    read = reading or case.reading(as_of, recorded_by=recorded_by, incidents=held)
    acts = [one for one in held if not (one.aggregate or one.background or one.grade == "Discounted")]
    dated = [(one, days) for one in acts if (days := days_of(one)) is not None]
    span = read.span()
    if not dated:
        raise CaseError(f"{case.name}: holds no dated incident; there is nothing to measure: add reports to it")
    if span is None:
        raise CaseError(
            f"{case.name}: of no report is the day of publication known, so none tells what time is covered; "
            "add the reports anew with --published DATE"
        )
    first, last = _watched(span, [days for _, days in dated])
    kept = [(one, days) for one, days in dated if days[1] >= first and days[0] <= last]
    rows = [row for one, days in kept for row in _rows(one, days, case.registry)]
    return EventTable(
        rows=pl.DataFrame(rows, schema=schema(), orient="row"),
        first=first,
        last=last,
        notes=tuple(_notes(held, acts, dated, kept, first)),
        levels=_levels(
            partial(read.rows, first, last),
            sorted({one.place.country for one, _ in kept if one.place.country}),
        ),
    )


def days_of(incident: Incident) -> tuple[date, date] | None:
    """Give the days between which an incident lies; an open side is closed by the date's precision, or a month away."""
    from_, to = incident.from_, incident.to
    gap = timedelta(days=_WIDTH.get(incident.date_precision or DatePrecision.MONTH, _MONTH) - 1)
    if from_ is None and to is None:
        return None
    first = from_ or (to or date.max) - gap
    return first, to or first + gap


def side_of(party: Party, registry: Actors, on: date | None = None) -> str:
    """Name the side that a party acts for: the state of an army or ministry, the group of its leader, itself.

    What a text leaves without a name is "armed groups" or "civilians" (of its country), or else unknown.
    """
    if party.actor_id is None:
        return _unnamed(party, registry)
    entry = registry.actor(party.actor_id)
    if entry is None:
        return party.name or party.text
    if entry.kind == "person":
        held = [one for one in entry.offices if _holds(one.from_, one.to, on)] or list(entry.offices)
        above = registry.actor(held[0].of) if held else None
        return _whole(above, registry) if above else entry.name
    return _whole(entry, registry)


def _whole(entry: Any, registry: Actors) -> str:
    """Give the state of an organ of state; a government within a state (of a region) stands for itself."""
    own_region = entry.kind == "government" and entry.country and not entry.id.endswith(f":{entry.country}")
    if entry.kind in ORGANS and entry.country and not own_region:
        state = registry.actor(f"state:{entry.country}")
        return str(state.name if state else entry.name)
    return str(entry.name)


def _unnamed(party: Party, registry: Actors) -> str:
    if party.kind in ORGANS and party.country:
        state = registry.actor(f"state:{party.country}")
        return state.name if state else UNKNOWN
    name = _UNNAMED.get(party.kind or "")
    return UNKNOWN if name is None else f"{name} ({party.country})" if party.country else name


def _holds(from_: date | None, to: date | None, on: date | None) -> bool:
    return on is None or ((from_ or date.min) <= on <= (to or date.max))


def _sides(parties: Iterable[Party], registry: Actors, on: date) -> list[str]:
    named = dict.fromkeys(side_of(party, registry, on) for party in parties)
    return [name for name in named if name != UNKNOWN] or [UNKNOWN]


def _rows(one: Incident, days: tuple[date, date], registry: Actors) -> Iterator[tuple[Any, ...]]:
    pairs = list(product(_sides(one.actors, registry, days[0]), _sides(one.targets, registry, days[0])))
    known = [pair for pair in pairs if pair[0] != pair[1]] or [(pairs[0][0], UNKNOWN)]
    toll = one.killed
    tolls = (toll.low, toll.best, toll.high) if toll else (None, None, None)
    causes = [ref.incident_id for ref in one.reactions if ref.direction == "because_of" and ref.basis == "stated"]
    for actor, target in known:
        yield (
            one.incident_id,
            *days,
            *(actor, target, one.type, one.mode, one.place.country, one.place.adm1, one.place.name, one.summary),
            intensity_of(one.type),
            *tolls,
            causes,
        )


def _watched(published: tuple[date, date], dated: list[tuple[date, date]]) -> tuple[date, date]:
    first, last = published
    near = [days[0] for days in dated if days[0] >= first - _PASSING and days[1] - days[0] < _PASSING]
    return min([first, *near]), max(last, first)


def _notes(
    held: Sequence[Incident], acts: list[Incident], dated: list[Any], kept: list[Any], first: date
) -> Iterator[str]:
    for number, why in (
        (len(held) - len(acts), "told as a run of acts, as history, or discounted"),
        (len(acts) - len(dated), "without a date"),
        (len(dated) - len(kept), f"of before {first}, told in passing"),
    ):
        if number:
            yield f"left out: {number} incidents {why}"
    open_ = sum(one.from_ is None or one.to is None for one, _ in kept)
    if open_:
        yield f"taken as read: {open_} incidents whose first or last day is open lie within {_MONTH} days"


def _levels(asked: Callable[..., list[dict[str, Any]]], countries: list[str]) -> dict[tuple[str | None, str], str]:
    rows = asked() + (asked(countries=countries) if countries else [])
    return {(row["country"], row["month"]): row["level"] for row in rows}
