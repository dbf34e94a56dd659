"""The incidents of a record laid beside those of the truth, one to one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import numpy as np
from scipy.optimize import linear_sum_assignment

from benchmarks.crisis_record import FORCE, Record, days_of
from vedette.linking.facts import tokens
from vedette.linking.features.where import kilometres
from vedette.linking.kinds import modes_mix
from vedette.model import Incident, Place, WherePrecision

LEAST = 2.0  # how well two must fit to be the same act
FAR_DAYS, FAR_KM = 3, 120.0
NEAR_KM = 25.0
NEVER = -9.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Matched:
    """Which incident is which act; what was missed; what was told twice, merged with another act, or made up."""

    pairs: tuple[tuple[Incident, dict[str, Any]], ...]
    missed: tuple[dict[str, Any], ...]
    duplicates: tuple[tuple[Incident, dict[str, Any]], ...]
    merges: tuple[tuple[Incident, tuple[str, ...]], ...] = ()
    made_up: tuple[Incident, ...] = field(default=())


def matched(truth: Sequence[dict[str, Any]], record: Record) -> Matched:
    """Match so that the sum of how well they fit is greatest; runs of attacks told as one are left out."""
    found = [one for one in record.linked.incidents if one.type in FORCE and not one.aggregate]
    fits = np.array([[fit(one, row, record.key_of) for row in truth] for one in found]).reshape(len(found), len(truth))
    taken = {
        int(i): int(j)
        for i, j in zip(*linear_sum_assignment(-np.maximum(fits, 0.0)), strict=True)
        if fits[i, j] >= LEAST
    }
    # Smaller acts of coercion (a road closed, a search) are not listed in a truth: they are neither right nor wrong.
    left = [i for i, one in enumerate(found) if i not in taken and one.type == "ASSAULT"]
    twice = {i: int(fits[i].argmax()) for i in left if len(truth) and fits[i].max() >= LEAST}
    missed = [row for at, row in enumerate(truth) if at not in taken.values()]
    return Matched(
        pairs=tuple((found[i], truth[j]) for i, j in sorted(taken.items())),
        missed=tuple(row for row in missed if not row.get("optional")),
        duplicates=tuple((found[i], truth[j]) for i, j in sorted(twice.items())),
        merges=_merges(found, truth, taken, fits),
        made_up=tuple(found[i] for i in left if i not in twice),
    )


def fit(incident: Incident, row: Mapping[str, Any], key_of: Mapping[str, str]) -> float:
    """Weigh whether an incident is an act of the truth: told by the same reports, and near in time and place."""
    told = {key_of[one.report_id] for one in incident.reports}
    shared = told & set(row["told_by"])
    days, place = _days(incident, row), _place(incident.place, row["place"])
    if not shared or None in (days, place):
        return NEVER
    mode, wanted = incident.mode, row.get("mode")
    alike = mode and wanted and (mode == wanted or modes_mix(mode, wanted))
    return (
        len(shared) / len(told)
        + (days or 0.0)
        + (place or 0.0)
        + (0.4 if alike else 0.0)
        + 0.5 * _named(incident, row)
        + (0.5 if toll_within(incident, row, "killed") else 0.0)
    )


def days_apart(incident: Incident, row: Mapping[str, Any]) -> int | None:
    """Give the days between the two intervals, 0 where they overlap; None where the incident has no day."""
    start, end = incident.from_ or incident.to, incident.to or incident.from_
    if start is None or end is None:
        return None
    first, last = days_of(row)
    return max((first - end).days, (start - last).days, 0)


def kilometres_apart(place: Place, wanted: Mapping[str, Any]) -> float | None:
    """Give the distance to the place of the truth; None where one of them has no point."""
    if not place.located or wanted.get("lat") is None:
        return None
    return kilometres(place, Place(name=wanted["name"], lat=wanted["lat"], lon=wanted["lon"]))


def toll_within(incident: Incident, row: Mapping[str, Any], which: str) -> bool:
    """Say whether the best figure lies within the truth's range; False where either gives none."""
    said, wanted = (incident.killed if which == "killed" else incident.injured), row.get(which)
    if said is None or wanted is None:
        return False
    high = wanted["high"] if wanted["high"] is not None else float("inf")
    return bool(wanted["low"] <= said.best <= high)


def _days(incident: Incident, row: Mapping[str, Any]) -> float | None:
    apart = days_apart(incident, row)
    if apart is None:
        return 0.0
    wide = incident.from_ is None or incident.to is None or incident.to - incident.from_ > timedelta(days=9)
    return None if apart > FAR_DAYS else 0.0 if apart > 1 else 0.4 if wide else 1.0


def _place(place: Place, wanted: Mapping[str, Any]) -> float | None:
    coarse = place.precision in (WherePrecision.COUNTRY, WherePrecision.AREA, WherePrecision.WATER_OR_AIR)
    if place.country and wanted.get("country") and place.country != wanted["country"]:
        return None
    apart = kilometres_apart(place, wanted)
    if apart is None or coarse or wanted["precision"] >= WherePrecision.AREA:
        return 0.3 if place.known else 0.0
    return 1.0 if apart <= NEAR_KM else None if apart > FAR_KM else 0.1


def _named(incident: Incident, row: Mapping[str, Any]) -> float:
    """Give how many of the two sides share a word with the truth's, 0..2, less what is known to be another side."""
    return sum(
        bool(set(tokens(" ".join(f"{one.name or ''} {one.text}" for one in said))) & set(tokens(row.get(side) or "")))
        for said, side in ((incident.actors, "actor"), (incident.targets, "target"))
    )


def _merges(
    found: Sequence[Incident], truth: Sequence[dict[str, Any]], taken: Mapping[int, int], fits: Any
) -> tuple[tuple[Incident, tuple[str, ...]], ...]:
    """Give the incidents that also hold an act which no other incident is."""
    lost = [j for j in range(len(truth)) if j not in taken.values()]
    return tuple(
        (found[i], tuple(str(truth[k]["id"]) for k in (j, *also)))
        for i, j in sorted(taken.items())
        if (also := [k for k in lost if fits[i, k] >= LEAST + 0.5])
    )
