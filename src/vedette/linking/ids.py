"""Incident ids that last: what was shown under an id is found under it again."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from vedette.linking.link import Linked
from vedette.model import Incident
from vedette.model.ids import content_id


def founded_by(claim_id: str) -> str:
    """Give the id of the incident that a claim founds."""
    return content_id("inc", claim_id)


def lasting(linked: Linked, *, published: Mapping[str, date | None], since: Mapping[str, str]) -> Linked:
    """Give each incident the oldest id that one of its claims has founded before; a new one keeps its own.

    `since` tells for each id that was ever given when that was, `published` for each claim the day of its report: of
    ids that are equally old the one of the report published first is taken. A claim that stands with several incidents
    (a denial) names none of them.
    """
    times = Counter(claim for one in linked.incidents for claim in one.claims)
    names: dict[str, str] = {}
    for one in linked.incidents:
        known = [claim for claim in one.claims if times[claim] == 1 and founded_by(claim) in since]
        oldest = min(
            known, key=lambda claim: (since[founded_by(claim)], published.get(claim) or date.max, claim), default=None
        )
        names[one.incident_id] = founded_by(oldest) if oldest else one.incident_id
    return _renamed(linked, names)


def whereabouts(incidents: Iterable[Incident]) -> dict[str, str]:
    """Give for each id that the claims of these incidents can have founded the id of the one that holds them now."""
    held: dict[str, str] = {}
    for one in incidents:
        for claim in one.claims:
            held.setdefault(founded_by(claim), one.incident_id)
    return held | {one.incident_id: one.incident_id for one in incidents}


def _renamed(linked: Linked, names: Mapping[str, str]) -> Linked:
    incidents = [
        replace(
            one,
            incident_id=names[one.incident_id],
            reactions=tuple(replace(ref, incident_id=names[ref.incident_id]) for ref in one.reactions),
        )
        for one in linked.incidents
    ]
    reactions = [replace(one, from_=names[one.from_], because_of=names[one.because_of]) for one in linked.reactions]
    return Linked(
        incidents=tuple(sorted(incidents, key=lambda one: one.incident_id)),
        reactions=tuple(sorted(reactions, key=lambda one: (one.from_, one.because_of))),
    )
