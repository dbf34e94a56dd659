"""Who acts in a case, and who tells of it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from vedette.linking.origins import origins, voices
from vedette.model import Claim, Incident, Party, Report


def actor_rows(incidents: Sequence[Incident]) -> list[dict[str, Any]]:
    """Give each registry entry met: id, name, kind, country, incidents as actor and as target, first and last day.

    Ordered by how often it is met.
    """
    party: dict[str, Party] = {}
    did: dict[str, int] = defaultdict(int)
    suffered: dict[str, int] = defaultdict(int)
    days: dict[str, list[date]] = defaultdict(list)
    for one in incidents:
        for side, counted in ((one.actors, did), (one.targets, suffered)):
            for actor_id, met in {each.actor_id: each for each in side if each.actor_id}.items():
                party.setdefault(actor_id, met)
                counted[actor_id] += 1
                days[actor_id] += [day for day in (one.from_, one.to) if day]
    ordered = sorted(party, key=lambda key: (-did[key] - suffered[key], key))
    return [
        {
            "actor_id": key,
            "name": party[key].name or party[key].text,
            "kind": party[key].kind,
            "country": party[key].country,
            "as_actor": did[key],
            "as_target": suffered[key],
            "first": min(days[key], default=None),
            "last": max(days[key], default=None),
        }
        for key in ordered
    ]


def source_rows(
    reports: Sequence[Report], claims: Iterable[Claim], incidents: Iterable[Incident]
) -> list[dict[str, Any]]:
    """Give each outlet: reports, independent origins, agency copies, claims, incidents told, and how many of those an
    independent voice tells too (`confirmed`). Ordered by reports."""
    origin = origins(reports)
    voice = voices(reports, origin)
    outlet = {one.id: one.outlet or "unknown" for one in reports}
    said = _count(outlet[one.report_id] for one in claims)
    told, confirmed = _told(incidents, outlet, voice)
    rows = []
    for name in sorted(set(outlet.values())):
        own = [one for one in reports if outlet[one.id] == name]
        rows.append(
            {
                "outlet": name,
                "reports": len(own),
                "origins": len({origin[one.id] for one in own}),
                "copies": sum(origin[one.id] != one.id for one in own),
                "agencies": sorted({one.agency for one in own if one.agency}),
                "claims": said.get(name, 0),
                "incidents": told.get(name, 0),
                "confirmed": confirmed.get(name, 0),
            }
        )
    return sorted(rows, key=lambda row: (-int(str(row["reports"])), str(row["outlet"])))


def _told(
    incidents: Iterable[Incident], outlet: Mapping[str, str], voice: Mapping[str, str]
) -> tuple[dict[str, int], dict[str, int]]:
    told: dict[str, int] = defaultdict(int)
    confirmed: dict[str, int] = defaultdict(int)
    for one in incidents:
        here = {ref.report_id for ref in one.reports}
        for name in {outlet[report_id] for report_id in here}:
            own = {voice[report_id] for report_id in here if outlet[report_id] == name}
            told[name] += 1
            confirmed[name] += bool({voice[report_id] for report_id in here} - own)
    return told, confirmed


def _count(names: Iterable[str]) -> dict[str, int]:
    counted: dict[str, int] = defaultdict(int)
    for name in names:
        counted[name] += 1
    return counted
