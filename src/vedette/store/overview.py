"""Who acts in a case, and who tells of it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from vedette.linking.origins import Telling, voices
from vedette.model import Incident, Party


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
    reports: Iterable[Telling],
    *,
    said: Mapping[str, int],
    told: Iterable[Collection[str]],
    origin: Mapping[str, str] | None,
) -> list[dict[str, Any]]:
    """Give each outlet: reports, independent origins, agency copies, claims, incidents told, and how many of those an
    independent voice tells too (`confirmed`). Ordered by reports.

    `said` is how many claims each report makes, `told` the ids of the reports that tell of each incident, `origin` each
    report's origin; without it (None) origins, copies and confirmed are None: not known yet.
    """
    by_outlet: dict[str, list[Telling]] = defaultdict(list)
    for one in reports:
        by_outlet[one.outlet or "unknown"].append(one)
    incidents, confirmed = _told(told, by_outlet, origin)
    rows = [
        {
            "outlet": name,
            "reports": len(own),
            "origins": None if origin is None else len({origin[one.id] for one in own}),
            "copies": None if origin is None else sum(origin[one.id] != one.id for one in own),
            "agencies": sorted({one.agency for one in own if one.agency}),
            "claims": sum(said.get(one.id, 0) for one in own),
            "incidents": incidents.get(name, 0),
            "confirmed": None if origin is None else confirmed.get(name, 0),
        }
        for name, own in by_outlet.items()
    ]
    return sorted(rows, key=lambda row: (-int(str(row["reports"])), str(row["outlet"])))


def _told(
    told: Iterable[Collection[str]], by_outlet: Mapping[str, Sequence[Telling]], origin: Mapping[str, str] | None
) -> tuple[dict[str, int], dict[str, int]]:
    outlet = {one.id: name for name, own in by_outlet.items() for one in own}
    voice = voices((one for own in by_outlet.values() for one in own), origin or {})
    incidents: dict[str, int] = defaultdict(int)
    confirmed: dict[str, int] = defaultdict(int)
    for here in told:
        voices_here = {voice.get(report_id, report_id) for report_id in here}
        for name in {outlet[report_id] for report_id in here}:
            own = {voice.get(report_id, report_id) for report_id in here if outlet[report_id] == name}
            incidents[name] += 1
            confirmed[name] += bool(voices_here - own)
    return incidents, confirmed
