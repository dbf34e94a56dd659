"""The act of the day that a phrase names ("the massacre of 4 June at Seyid Sadiq"), told in other reports."""

from vedette.linking.answering.answerable import not_after
from vedette.linking.answering.record import Record
from vedette.linking.causes import Cause
from vedette.linking.facts import Facts
from vedette.linking.features.where import fine, kilometres
from vedette.linking.kin import Kin
from vedette.linking.kinds import family, modes_mix
from vedette.model import Incident, Place

_FAR_KM = 60


def of_that_day(one: Facts, cause: Cause, record: Record) -> str | None:
    """Give the incident of the day that the phrase names, of its kind and place and by none of the answer's own side;
    of several, the one whose names it shares most."""
    for told in record.told[one.claim.report_id]:
        if not (cause.phrase.holds(told.claim.trigger) and told.own_day and told.exact_day):
            continue
        days = range(told.from_ or 0, (told.to or 0) + 1)
        acts = sorted({incident_id for day in days for incident_id in record.on_day.get(day, ())})
        fitting = [record.incidents[each] for each in acts if _fits(record.incidents[each], told, one, record)]
        ranked = sorted((-_shared(act, cause, record), act.incident_id) for act in fitting)
        if ranked and (len(ranked) == 1 or ranked[0][0] < ranked[1][0]):
            return ranked[0][1]
    return None


def _fits(act: Incident, told: Facts, one: Facts, record: Record) -> bool:
    if act.aggregate or family(act.type) != told.family or act.incident_id == record.home[one.key]:
        return False
    left, right = act.mode, told.claim.mode
    if left and right and "other" not in (left, right) and left != right and not modes_mix(left, right):
        return False
    own = record.kinship.nearest(one.claim.actor, act.actors) in (Kin.SAME, Kin.PART)
    return not own and _near(act.place, told.claim.place) and not_after(act, record.incidents[record.home[one.key]])


def _near(one: Place, other: Place) -> bool:
    """Say whether two places can be one: within some kilometres, or as far as both are told of one country."""
    if fine(one) and fine(other) and one.located and other.located:
        return kilometres(one, other) <= _FAR_KM
    return not (one.country and other.country) or one.country == other.country


def _shared(act: Incident, cause: Cause, record: Record) -> int:
    return sum(act.incident_id in record.holding.get(word, ()) for word in cause.words)
