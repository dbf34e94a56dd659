"""What was linked, laid out so that causes can be looked up in it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from vedette.linking.facts import Facts, tokens
from vedette.linking.kin import Kinship
from vedette.model import Incident, WherePrecision


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """The incidents, the facts that found them (`told`: of each report, those without an incident too), and which
    claim belongs to which incident; which incidents' names hold a word (`holding`), and which were on a day, by its
    ordinal (`on_day`, of those told to two days); `called` gives the words by which any report names its place."""

    incidents: Mapping[str, Incident]
    home: Mapping[str, str]
    by_report: Mapping[str, Sequence[Facts]]
    told: Mapping[str, Sequence[Facts]]
    holding: Mapping[str, Sequence[str]]
    on_day: Mapping[int, Sequence[str]]
    called: Mapping[str, frozenset[str]]
    kinship: Kinship


def record_of(incidents: Sequence[Incident], facts: Sequence[Facts], kinship: Kinship) -> Record:
    """Lay out what was linked so that causes can be looked up in it."""
    by_report: dict[str, list[Facts]] = defaultdict(list)
    told: dict[str, list[Facts]] = defaultdict(list)
    home = {claim: one.incident_id for one in incidents for claim in one.claims}
    for one in sorted(facts, key=lambda fact: (fact.claim.trigger.start, fact.key)):
        told[one.claim.report_id].append(one)
        if one.key in home and one.claim.status != "denied":
            by_report[one.claim.report_id].append(one)
    holding: dict[str, list[str]] = defaultdict(list)
    called: dict[str, set[str]] = {incident.incident_id: set() for incident in incidents}
    for one in (fact for fact in facts if fact.key in home and fact.own_place):
        called[home[one.key]] |= _place_words(one)
    for incident in incidents:
        for word in sorted(_names_of(incident) | called[incident.incident_id]):
            holding[word].append(incident.incident_id)
    on_day: dict[int, list[str]] = defaultdict(list)
    for incident in incidents:
        for day in _days_of(incident):
            on_day[day].append(incident.incident_id)
    kept = {one.key: home[one.key] for ones in by_report.values() for one in ones}
    return Record(
        incidents={one.incident_id: one for one in incidents},
        home=kept,
        by_report=by_report,
        told=told,
        holding=holding,
        on_day=on_day,
        called={incident_id: frozenset(words) for incident_id, words in called.items()},
        kinship=kinship,
    )


def _place_words(one: Facts) -> frozenset[str]:
    """Give the words for the place of a claim, where it is finer than a province or not known at all."""
    place = one.claim.place
    exact = place.precision is None or place.precision < WherePrecision.FIRST_ORDER
    return frozenset(tokens(f"{place.name or ''} {place.text or ''}")) if exact else frozenset()


def _days_of(incident: Incident) -> range:
    if incident.from_ is None or incident.to is None or (incident.to - incident.from_).days > 1:
        return range(0)
    return range(incident.from_.toordinal(), incident.to.toordinal() + 1)


def _names_of(incident: Incident) -> frozenset[str]:
    parts = [
        incident.place.name or "",
        incident.place.text or "",
        *incident.weapons,
        *(word for party in (*incident.actors, *incident.targets) for word in (party.name or "", party.text)),
    ]
    return frozenset(tokens(" ".join(parts)))
