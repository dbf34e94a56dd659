"""What a stated cause means: the incidents that its words point to."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from vedette.linking.antecedents import nearest_called, points
from vedette.linking.calling import Call
from vedette.linking.causes import Cause, heads
from vedette.linking.facts import Facts, tokens
from vedette.linking.kin import Kin, Kinship
from vedette.linking.kinds import family, verbal
from vedette.model import Claim, Incident, Party, WherePrecision

_LOOK_BACK = 60  # days before the answer in which other reports' incidents are looked for
_BARE_BACK = 31
_FRESH = 14  # days in which a place alone tells which act is meant
_MOST = 8
_SLACK = 1  # days
_LEAST_SHARED = 2  # words that a phrase and an incident of another report must share
_CALL_BARE, _CALL_NAMED, _CALL_NEW = -1.4, 0.2, 1.2  # how well a call must fit an act of the report
_MUCH_WORSE = 1.0
_ANSWERS_PLACES = ("retaliation", "response")
_SHORTLY = 250  # characters between an act and the sentence that answers it with a bare cue
_SIDES = (Kin.SAME, Kin.PART, Kin.ALLIED)
_SURE, _BY_NAME, _BY_ORDER = 0.9, 0.75, 0.7


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """The incidents, the facts that found them (`told`: of each report, those without an incident too), and which
    claim belongs to which incident."""

    incidents: Mapping[str, Incident]
    home: Mapping[str, str]
    by_report: Mapping[str, Sequence[Facts]]
    told: Mapping[str, Sequence[Facts]]
    holding: Mapping[str, Sequence[str]]
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
    for incident in incidents:
        for word in sorted(_names_of(incident)):
            holding[word].append(incident.incident_id)
    kept = {one.key: home[one.key] for ones in by_report.values() for one in ones}
    return Record(
        incidents={one.incident_id: one for one in incidents},
        home=kept,
        by_report=by_report,
        told=told,
        holding=holding,
        kinship=kinship,
    )


def answered(one: Facts, cause: Cause, record: Record) -> list[tuple[str, float]]:
    """Give the ids of the incidents that a cause means, each with a probability from 0 to 1; none if it is unclear."""
    told = _told_within(one, cause, record)
    if told and not _only_points(told[0]) and not _is_run(told[0], record):
        return [(record.home[told[0].key], _SURE)]
    by = () if cause.cue else _doers(cause, one, record)
    if cause.cue or (by and cause.plural):
        return [(other, _BY_ORDER) for other in _acts_before(one, cause, by, record)]
    if cause.call is not None:
        meant = _by_call(one, cause, cause.call, record)
        return meant or [(record.home[run.key], _SURE) for run in told[:1] if _is_run(run, record)]
    named = _named_place(one, cause, record) or _named_elsewhere(one, cause, record)
    return [(named, _BY_NAME)] if named else []


def _is_run(told: Facts, record: Record) -> bool:
    """Say whether what a phrase tells is a run of acts; "the drone strikes on X" may be one told elsewhere."""
    return record.incidents[record.home[told.key]].aggregate and told.definite


def _by_call(one: Facts, cause: Cause, call: Call, record: Record) -> list[tuple[str, float]]:
    """Resolve a phrase that calls an act: among what the report tells, else among what other reports told."""
    meant = _called(one, cause, call, record)
    if meant:
        return [(other, _BY_NAME if len(meant) == 1 else _BY_ORDER) for other in meant]
    if cause.bare:
        return []
    named = _named(one, cause, call, record)
    if named:
        return [(named, _BY_NAME)]
    return [(other, _BY_ORDER) for other in _acts_by_phrase(one, cause, record)]


def _called(one: Facts, cause: Cause, call: Call, record: Record) -> list[str]:
    """Give the incident of the report that the call fits best; of a plural call, those of the same doer beside it."""
    told = [
        other
        for other in record.by_report[one.claim.report_id]
        if record.home[other.key] != record.home[one.key]
        and not cause.phrase.holds(other.claim.trigger)
        and not other.claim.aggregate
        and _may_be_answered(one, other, record)
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
    return found[: _MOST - 1]


def _may_be_answered(one: Facts, other: Facts, record: Record) -> bool:
    """Say whether an act can be what `one` answers: no later, no act of its own doer."""
    act, answer = record.incidents[record.home[other.key]], record.incidents[record.home[one.key]]
    own = record.kinship.nearest(one.claim.actor, act.actors) in (Kin.SAME, Kin.PART)
    return _not_after(act, answer) and not own


def _named_place(one: Facts, cause: Cause, record: Record) -> str | None:
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
            and _is_act(other, beside=one)
            and _may_be_answered(one, other, record)
        ):
            return record.home[other.key]
    return None


def _named_elsewhere(one: Facts, cause: Cause, record: Record) -> str | None:
    """Give the last act, in other reports, of a name that is all the phrase holds ("the answer to Kamanyola")."""
    if cause.kind not in _ANSWERS_PLACES or not cause.words or not cause.phrase.text.strip("“” ")[:1].isupper():
        return None
    mine = record.incidents[record.home[one.key]]
    shared = [set(record.holding.get(word, ())) for word in sorted(cause.words)]
    acts = [record.incidents[each] for each in sorted(set.intersection(*shared))]
    fitting = [
        act
        for act in acts
        if act is not mine
        and not act.aggregate
        and family(act.type) == family(mine.type)
        and act.to is not None
        and _answers_by_time(act, mine)
        and record.kinship.nearest(one.claim.actor, act.actors) not in (Kin.SAME, Kin.PART)
        and _stands_for(cause.words, act)
    ]
    return max(fitting, key=lambda act: (act.to, act.incident_id)).incident_id if fitting else None


def _stands_for(words: frozenset[str], act: Incident) -> bool:
    """Say whether words name the place of an act, or the place that its target is called by."""
    named = [act.place.name, act.place.text, *(target.text for target in act.targets if target.actor_id is None)]
    return words <= frozenset(tokens(" ".join(name for name in named if name)))


def _told_within(one: Facts, cause: Cause, record: Record) -> list[Facts]:
    """Give the happenings whose word heads the phrase."""
    return [
        other
        for other in record.by_report[one.claim.report_id]
        if cause.phrase.holds(other.claim.trigger)
        and other is not one
        and heads(cause.phrase.text, other.claim.trigger.start - cause.phrase.start)
        and _not_after(record.incidents[record.home[other.key]], record.incidents[record.home[one.key]])
    ]


def _doers(cause: Cause, one: Facts, record: Record) -> tuple[Party, ...]:
    """Give the actors that coding found for the happening which the phrase is about."""
    return next(
        (
            other.claim.actor
            for other in record.told[one.claim.report_id]
            if cause.phrase.holds(other.claim.trigger) and other.claim.actor
        ),
        (),
    )


def _only_points(told: Facts) -> bool:
    return told.reference and told.plural


def _acts_before(one: Facts, cause: Cause, by: tuple[Party, ...], record: Record) -> list[str]:
    """Give the acts of the other side told before, the nearest sentence first, until a sentence tells of none.

    Where the phrase names the doer ("the U.S. attacks") it is the doer's acts, whatever is told between them. A
    singular phrase ("the attack") takes the nearest act alone.
    """
    found: list[str] = []
    sentences: dict[int, list[Facts]] = defaultdict(list)
    for other in record.by_report[one.claim.report_id]:
        if (
            other.claim.trigger.start < one.claim.trigger.start
            and _is_act(other, beside=one)
            and not other.claim.caption
            and (other.claim.sentence.start != one.claim.sentence.start or _before_the_cue(other, one, cause))
        ):
            sentences[other.claim.sentence.start].append(other)
    for start in sorted(sentences, reverse=True):
        fitting = [record.home[other.key] for other in sentences[start] if _answers(one, other, by, record)]
        if not fitting and not found and not by:
            fitting = [record.home[other.key] for other in sentences[start] if _right_before(one, other, record)]
        if not fitting and not by:
            break
        if found and not by and not _one_doer(fitting, found[0], record):
            break
        found += [incident for incident in fitting if incident not in found]
        if found and start == one.claim.sentence.start:
            break
    if not cause.plural:
        return found[:1]
    return found[:_MOST]


def _before_the_cue(other: Facts, one: Facts, cause: Cause) -> bool:
    """Say whether an act of the same sentence stands before a bare cue ("A killed six, and B replied with a raid")."""
    return cause.cue and other.claim.trigger.end <= cause.phrase.start < one.claim.trigger.start


def _one_doer(others: Sequence[str], first: str, record: Record) -> bool:
    """Say whether what is told further back was done by those who did the first, as far as doers are told."""
    doers = record.incidents[first].actors
    return all(
        record.kinship.nearest(doers, record.incidents[other].actors) in (*_SIDES, Kin.COUNTRY) for other in others
    )


def _is_act(one: Facts, *, beside: Facts) -> bool:
    """Say whether a claim tells one act; what is told as history is answered in history alone."""
    past = one.claim.background and not beside.claim.background
    return not verbal(one.claim.type) and not one.claim.aggregate and not past


def _answers(one: Facts, other: Facts, by: tuple[Party, ...], record: Record) -> bool:
    """Say whether `one` can be the answer to `other`: other sides, in order of time, not too long before."""
    mine, theirs = record.incidents[record.home[one.key]], record.incidents[record.home[other.key]]
    if mine is theirs or not _not_after(theirs, mine) or not _recent(theirs, mine, _BARE_BACK):
        return False
    if by:
        return record.kinship.nearest(by, theirs.actors) in (*_SIDES, Kin.COUNTRY)
    return opposed(one.claim, theirs, record.kinship)


def _right_before(one: Facts, other: Facts, record: Record) -> bool:
    """Say whether an act is the one told shortly before, by somebody else: "In response" means it."""
    gap = one.claim.sentence.start - other.claim.sentence.end
    recent = _recent(record.incidents[record.home[other.key]], record.incidents[record.home[one.key]], _BARE_BACK)
    different = record.home[other.key] != record.home[one.key]
    return 0 <= gap <= _SHORTLY and different and recent and _may_be_answered(one, other, record)


def opposed(claim: Claim, act: Incident, kinship: Kinship) -> bool:
    """Say whether the actor of `act` is whom the claim is directed against, or its target the claim's own side.

    Where the targets are nameless ("a depot"), two known actors that have nothing to do with each other are opposed.
    """
    doers = kinship.nearest(claim.actor, act.actors)
    if doers in (Kin.SAME, Kin.PART):
        return False
    against = kinship.nearest(claim.target, act.actors)
    suffered = kinship.nearest(claim.actor, act.targets)
    if against is Kin.UNKNOWN and suffered is Kin.UNKNOWN:
        return doers is Kin.APART
    return against in _SIDES or suffered in _SIDES or (against is Kin.COUNTRY and suffered is not Kin.APART)


def _named(one: Facts, cause: Cause, call: Call, record: Record) -> str | None:
    """Give the incident of other reports whose place, parties, day or weapons the phrase names best."""
    mine = record.incidents[record.home[one.key]]
    own = {record.home[other.key] for other in record.by_report[one.claim.report_id]}
    ranked: list[tuple[float, int, str]] = []
    shares = Counter(incident_id for word in sorted(cause.words) for incident_id in record.holding.get(word, ()))
    for incident_id, shared in sorted(shares.items()):
        other = record.incidents[incident_id]
        if incident_id in own or other.aggregate or family(other.type) != family(call.noun.type):
            continue
        if not _not_after(other, mine) or not _recent(other, mine, _LOOK_BACK):
            continue
        by_place = shared == 1 and _recent(other, mine, _FRESH) and bool(cause.words & _place_words(other))
        if (shared >= _LEAST_SHARED and shared * 2 >= len(cause.words)) or (by_place and call.definite):
            ranked.append((-shared, -(other.to.toordinal() if other.to else 0), incident_id))
    ranked.sort()
    unclear = len(ranked) > 1 and ranked[0][0] == ranked[1][0]
    return None if not ranked or unclear else ranked[0][2]


def _place_words(incident: Incident) -> frozenset[str]:
    exact = incident.place.precision is not None and incident.place.precision < WherePrecision.FIRST_ORDER
    return frozenset(tokens(f"{incident.place.name or ''} {incident.place.text or ''}")) if exact else frozenset()


def _names_of(incident: Incident) -> frozenset[str]:
    parts = [
        incident.place.name or "",
        incident.place.text or "",
        *incident.weapons,
        *(word for party in (*incident.actors, *incident.targets) for word in (party.name or "", party.text)),
    ]
    return frozenset(tokens(" ".join(parts)))


def _acts_by_phrase(one: Facts, cause: Cause, record: Record) -> list[str]:
    """Read a plural phrase that names the doer ("the U.S. attacks"): the acts before whose actor it names."""
    if not cause.phrase.text.rstrip(" ,.").casefold().endswith("s"):
        return []
    found: list[str] = []
    for other in reversed(record.by_report[one.claim.report_id]):
        incident = record.incidents[record.home[other.key]]
        actors = frozenset(tokens(" ".join(f"{party.name or ''} {party.text}" for party in incident.actors)))
        if (
            other.claim.trigger.start < one.claim.trigger.start
            and _is_act(other, beside=one)
            and cause.words & actors
            and _answers_by_time(incident, record.incidents[record.home[one.key]])
            and incident.incident_id not in found
        ):
            found.append(incident.incident_id)
    return found[:_MOST]


def _answers_by_time(act: Incident, answer: Incident) -> bool:
    return act is not answer and _not_after(act, answer) and _recent(act, answer, _BARE_BACK)


def _not_after(act: Incident, answer: Incident) -> bool:
    """Say whether an act can come before its answer; a day's error in either is no wonder."""
    return act.from_ is None or answer.to is None or (act.from_ - answer.to).days <= _SLACK


def _recent(act: Incident, answer: Incident, days: int) -> bool:
    last, first = act.to or act.from_, answer.from_ or answer.to
    return last is None or first is None or (first - last).days <= days
