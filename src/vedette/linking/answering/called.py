"""The acts that a phrase calls ("the Kidal raid"): of the report itself, of other reports, of a named doer."""

from collections import Counter
from collections.abc import Sequence

from vedette.linking.answering.answerable import MOST, answers_by_time, is_act, may_be_answered, not_after, recent
from vedette.linking.answering.record import Record
from vedette.linking.antecedents import nearest_called, points
from vedette.linking.calling import Call
from vedette.linking.causes import Cause
from vedette.linking.facts import Facts, tokens
from vedette.linking.kin import Kin
from vedette.linking.kinds import family
from vedette.model import Incident, WherePrecision

_LOOK_BACK = 60  # days before the answer in which other reports' incidents are looked for
_FRESH = 14  # days in which a place alone tells which act is meant
_LEAST_SHARED = 2  # words that a phrase and an incident of another report must share
_CALL_BARE, _CALL_NAMED, _CALL_NEW = -1.4, 0.2, 1.2  # how well a call must fit an act of the report
_MUCH_WORSE = 1.0


def called(one: Facts, cause: Cause, call: Call, record: Record) -> list[str]:
    """Give the incident of the report that the call fits best; of a plural call, those of the same doer beside it."""
    told = [
        other
        for other in record.by_report[one.claim.report_id]
        if record.home[other.key] != record.home[one.key]
        and not cause.phrase.holds(other.claim.trigger)
        and not other.claim.aggregate
        and may_be_answered(one, other, record)
    ]
    acts = {record.home[other.key]: other for other in reversed(told) if not points(other)}
    where = [(other.claim.sentence.start, acts[home]) for other in told if (home := record.home[other.key]) in acts]
    before = [entry for entry in where if entry[0] < one.claim.sentence.end][::-1]
    after = [entry for entry in where if entry[0] > one.claim.sentence.start][:2]
    least = _least(call)
    for side, enough in ((before, least), (after, max(least, _CALL_NAMED))):
        ranked = nearest_called(call, side, kinship=record.kinship)
        if ranked and ranked[0][0] >= enough:
            best = record.home[ranked[0][1].key]
            return [best, *_beside(best, ranked, record)] if call.plural else [best]
    return []


def called_elsewhere(one: Facts, cause: Cause, call: Call, record: Record) -> str | None:
    """Give the incident of other reports whose place, parties, day or weapons the phrase names best."""
    mine = record.incidents[record.home[one.key]]
    own = {record.home[other.key] for other in record.by_report[one.claim.report_id]}
    ranked: list[tuple[float, int, str]] = []
    shares = Counter(incident_id for word in sorted(cause.words) for incident_id in record.holding.get(word, ()))
    for incident_id, shared in sorted(shares.items()):
        other = record.incidents[incident_id]
        if incident_id in own or other.aggregate or family(other.type) != family(call.noun.type):
            continue
        if not not_after(other, mine) or not recent(other, mine, _LOOK_BACK):
            continue
        by_place = (
            shared == 1
            and recent(other, mine, _FRESH)
            and bool(cause.words & (_place_words(other) | record.called[incident_id]))
        )
        if (shared >= _LEAST_SHARED and shared * 2 >= len(cause.words)) or (by_place and call.definite):
            ranked.append((-shared, -(other.to.toordinal() if other.to else 0), incident_id))
    ranked.sort()
    unclear = len(ranked) > 1 and ranked[0][0] == ranked[1][0]
    return None if not ranked or unclear else ranked[0][2]


def acts_by_phrase(one: Facts, cause: Cause, record: Record) -> list[str]:
    """Read a plural phrase that names the doer ("the U.S. attacks"): the acts before whose actor it names."""
    if not cause.phrase.text.rstrip(" ,.").casefold().endswith("s"):
        return []
    found: list[str] = []
    for other in reversed(record.by_report[one.claim.report_id]):
        incident = record.incidents[record.home[other.key]]
        actors = frozenset(tokens(" ".join(f"{party.name or ''} {party.text}" for party in incident.actors)))
        if (
            other.claim.trigger.start < one.claim.trigger.start
            and is_act(other, beside=one)
            and cause.words & actors
            and answers_by_time(incident, record.incidents[record.home[one.key]])
            and incident.incident_id not in found
        ):
            found.append(incident.incident_id)
    return found[:MOST]


def _least(call: Call) -> float:
    """Give how well a call must fit: "an ambush on a patrol" takes no act for known."""
    if not (call.definite or call.noun.fatal):
        return _CALL_NEW
    return _CALL_BARE if call.bare else _CALL_NAMED


def _beside(best: str, ranked: Sequence[tuple[float, Facts]], record: Record) -> list[str]:
    """Give the other incidents that a plural call means: nearly as good a fit, and the same doer, who is known."""
    doers = record.incidents[best].actors
    found: list[str] = []
    for score, other in ranked[1:]:
        home = record.home[other.key]
        same = record.kinship.nearest(doers, record.incidents[home].actors) in (Kin.SAME, Kin.PART)
        if home not in (best, *found) and same and score >= ranked[0][0] - _MUCH_WORSE:
            found.append(home)
    return found[: MOST - 1]


def _place_words(incident: Incident) -> frozenset[str]:
    exact = incident.place.precision is not None and incident.place.precision < WherePrecision.FIRST_ORDER
    return frozenset(tokens(f"{incident.place.name or ''} {incident.place.text or ''}")) if exact else frozenset()
