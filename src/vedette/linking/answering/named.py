"""The act whose place or name is all that a phrase holds ("retaliation for Kidal")."""

import re

from vedette.linking.answering.answerable import answers_by_time, is_act, may_be_answered
from vedette.linking.answering.record import Record
from vedette.linking.causes import Cause
from vedette.linking.facts import Facts, tokens
from vedette.linking.kin import Kin
from vedette.linking.kinds import family
from vedette.model import Incident, WherePrecision

_OF_THE_DEAD = re.compile(
    r"(?:(?:the|our|their|its)\s+)?(?:fallen\s+|slain\s+)?(?:martyrs?|victims?|blood|dead|fallen|deaths?|comrades|brothers|brethren)\s+"
    r"(?:of|in|at|from)\s+(?:the\s+)?",
    re.IGNORECASE,
)
_INCLUDING = re.compile(
    r",\s+including\s+(?:the\s+one|one|that)\s+(?:on|at|in|near|against)\s+(?:the\s+)?(?P<name>(?:[a-z]{2}[-‑])?[A-Z][\w’'‑-]*"
    r"(?:\s+[A-Z][\w’'-]*)*)"
)
_NAME = re.compile(r"(?:[a-z]{2}[-‑])?[A-Z]")
_ANSWERS_PLACES = ("retaliation", "response")


def named_place(one: Facts, cause: Cause, record: Record) -> str | None:
    """Give the act at the place that is all the phrase names ("retaliation for Kidal"), the last told of the report."""
    if cause.kind not in _ANSWERS_PLACES or not cause.words:
        return None
    for other in reversed(record.by_report[one.claim.report_id]):
        place = other.claim.place
        fine = place.precision is not None and place.precision < WherePrecision.COUNTRY
        if (
            other.claim.trigger.start < one.claim.trigger.start
            and record.home[other.key] != record.home[one.key]
            and fine
            and cause.words <= frozenset(tokens(f"{place.name or ''} {place.text or ''}"))
            and is_act(other, beside=one)
            and may_be_answered(one, other, record)
        ):
            return record.home[other.key]
    return None


def named_elsewhere(one: Facts, cause: Cause, record: Record) -> str | None:
    """Give the last act, in other reports, of a name that is all the phrase holds ("the answer to Kamanyola")."""
    bare = _OF_THE_DEAD.sub("", cause.phrase.text.strip("“” "))
    if cause.kind not in _ANSWERS_PLACES or not cause.words or not _NAME.match(bare):
        return None
    return _last_at(cause.words, one, record)


def one_of_them(one: Facts, cause: Cause, record: Record) -> str | None:
    """Give the act whose place is named among those that a plural phrase calls ("the attacks on troops, including the
    one on the Erbil base")."""
    after = cause.sentence[max(0, cause.sentence.find(cause.phrase.text)) :]
    found = _INCLUDING.search(after)
    words = frozenset(tokens(found["name"])) if found else frozenset[str]()
    return _last_at(words, one, record) if words else None


def _last_at(words: frozenset[str], one: Facts, record: Record) -> str | None:
    """Give the last act, by others than the answer's own side, that words are the name of."""
    mine = record.incidents[record.home[one.key]]
    shared = [set(record.holding.get(word, ())) for word in sorted(words)]
    acts = [record.incidents[each] for each in sorted(set.intersection(*shared))]
    fitting = [
        act
        for act in acts
        if act is not mine
        and not act.aggregate
        and family(act.type) == family(mine.type)
        and act.to is not None
        and answers_by_time(act, mine)
        and record.kinship.nearest(one.claim.actor, act.actors) not in (Kin.SAME, Kin.PART)
        and _stands_for(words, act)
    ]
    return max(fitting, key=lambda act: (act.to, act.incident_id)).incident_id if fitting else None


def _stands_for(words: frozenset[str], act: Incident) -> bool:
    """Say whether words name the place of an act, or the place that its target is called by."""
    named = [act.place.name, act.place.text, *(target.text for target in act.targets if target.actor_id is None)]
    return words <= frozenset(tokens(" ".join(name for name in named if name)))
