"""Incidents as a Polars frame."""

from collections.abc import Iterable, Sequence
from typing import Any

import polars as pl

from vedette.linking.kin import label
from vedette.linking.kinds import verbal
from vedette.model import Incident, Party, SideToll, TollRange

_TEXTS = pl.List(pl.String)
COLUMNS: dict[str, Any] = {
    "incident_id": pl.String,
    "type": pl.String,
    "mode": pl.String,
    "status": pl.String,
    "statement": pl.Boolean,
    "from": pl.Date,
    "to": pl.Date,
    "date_precision": pl.Int8,
    "place": pl.String,
    "adm1": pl.String,
    "country": pl.String,
    "lat": pl.Float64,
    "lon": pl.Float64,
    "where_precision": pl.Int8,
    "actors": _TEXTS,
    "actor_ids": _TEXTS,
    "targets": _TEXTS,
    "target_ids": _TEXTS,
    "weapons": _TEXTS,
    "killed_low": pl.Int64,
    "killed_best": pl.Int64,
    "killed_high": pl.Int64,
    "injured_low": pl.Int64,
    "injured_best": pl.Int64,
    "injured_high": pl.Int64,
    "killed_actor": pl.Int64,
    "killed_target": pl.Int64,
    "killed_civilian": pl.Int64,
    "killed_unknown": pl.Int64,
    "accused": _TEXTS,
    "claimed_by": _TEXTS,
    "denied_by": _TEXTS,
    "independent_origins": pl.Int32,
    "report_ids": _TEXTS,
    "outlets": _TEXTS,
    "claims": _TEXTS,
    "because_of": _TEXTS,
    "answered_by": _TEXTS,
    "grade": pl.String,
    "grade_reason": pl.String,
    "confidence": pl.Float64,
    "aggregate": pl.Boolean,
    "background": pl.Boolean,
    "first_published": pl.Date,
    "revision": pl.Int32,
    "known_from": pl.Datetime("us", "UTC"),
    "summary": pl.String,
}


def frame(incidents: Iterable[Incident]) -> pl.DataFrame:
    """Give one row an incident with the columns of COLUMNS; unknown values are null, an open high figure too."""
    return pl.DataFrame([_row(one) for one in incidents], schema=COLUMNS, orient="row")


def as_row(one: Incident) -> dict[str, Any]:
    """Give the values of an incident by column."""
    return dict(zip(COLUMNS, _row(one), strict=True))


def _row(one: Incident) -> tuple[Any, ...]:
    where, reports = one.place, one.reports
    return (
        one.incident_id,
        one.type,
        one.mode,
        one.status,
        verbal(one.type),
        one.from_,
        one.to,
        _number(one.date_precision),
        where.name,
        where.adm1,
        where.country,
        where.lat,
        where.lon,
        _number(where.precision),
        *_parties(one.actors),
        *_parties(one.targets),
        list(one.weapons),
        *_toll(one.killed),
        *_toll(one.injured),
        *_sides(one.killed_by_side),
        *(_stance(one, stance) for stance in ("accused", "claimed", "denied")),
        one.independent_origins,
        [ref.report_id for ref in reports],
        list(dict.fromkeys(ref.outlet for ref in reports if ref.outlet)),
        list(one.claims),
        _linked(one, "because_of"),
        _linked(one, "to"),
        one.grade,
        one.grade_reason,
        one.confidence,
        one.aggregate,
        one.background,
        min((ref.published for ref in reports if ref.published), default=None),
        one.revision,
        one.known_from,
        one.summary,
    )


def _number(precision: int | None) -> int | None:
    return None if precision is None else int(precision)


def _parties(parties: Sequence[Party]) -> tuple[list[str], list[str]]:
    return [label(party) for party in parties], [party.actor_id for party in parties if party.actor_id]


def _toll(range_: TollRange | None) -> tuple[int | None, int | None, int | None]:
    return (range_.low, range_.best, range_.high) if range_ else (None, None, None)


def _sides(tolls: Sequence[SideToll]) -> tuple[int | None, ...]:
    best = {one.side: one.best for one in tolls}
    return tuple(best.get(side) for side in ("actor", "target", "civilian", "unknown"))


def _stance(one: Incident, stance: str) -> list[str]:
    return [label(held.party) for held in one.responsibility if held.stance == stance]


def _linked(one: Incident, direction: str) -> list[str]:
    return [ref.incident_id for ref in one.reactions if ref.direction == direction]
