"""Whether an act can be what another answers: by time, by sides, by how it is told."""

from vedette.linking.answering.record import Record
from vedette.linking.facts import Facts
from vedette.linking.kin import Kin, Kinship
from vedette.linking.kinds import verbal
from vedette.model import Claim, Incident, Party

MOST = 8  # acts that one phrase can mean
SIDES = (Kin.SAME, Kin.PART, Kin.ALLIED)
_BARE_BACK = 31
_SLACK = 1  # days
_SHORTLY = 250  # characters between an act and the sentence that answers it with a bare cue


def is_act(one: Facts, *, beside: Facts) -> bool:
    """Say whether a claim tells one act; what is told as history is answered in history alone."""
    past = one.claim.background and not beside.claim.background
    return not verbal(one.claim.type) and not one.claim.aggregate and not past


def may_be_answered(one: Facts, other: Facts, record: Record) -> bool:
    """Say whether an act can be what `one` answers: no later, no act of its own doer."""
    act, answer = record.incidents[record.home[other.key]], record.incidents[record.home[one.key]]
    own = record.kinship.nearest(one.claim.actor, act.actors) in (Kin.SAME, Kin.PART)
    return not_after(act, answer) and not own


def answers(one: Facts, other: Facts, by: tuple[Party, ...], record: Record) -> bool:
    """Say whether `one` can be the answer to `other`: other sides, in order of time, not too long before."""
    mine, theirs = record.incidents[record.home[one.key]], record.incidents[record.home[other.key]]
    if mine is theirs or not not_after(theirs, mine) or not recent(theirs, mine, _BARE_BACK):
        return False
    if by:
        return record.kinship.nearest(by, theirs.actors) in (*SIDES, Kin.COUNTRY)
    return opposed(one.claim, theirs, record.kinship)


def right_before(one: Facts, other: Facts, record: Record) -> bool:
    """Say whether an act is the one told shortly before, by somebody else: "In response" means it."""
    gap = one.claim.sentence.start - other.claim.sentence.end
    near = recent(record.incidents[record.home[other.key]], record.incidents[record.home[one.key]], _BARE_BACK)
    different = record.home[other.key] != record.home[one.key]
    return 0 <= gap <= _SHORTLY and different and near and may_be_answered(one, other, record)


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
    return against in SIDES or suffered in SIDES or (against is Kin.COUNTRY and suffered is not Kin.APART)


def answers_by_time(act: Incident, answer: Incident) -> bool:
    """Say whether an act came before its answer, and not too long before."""
    return act is not answer and not_after(act, answer) and recent(act, answer, _BARE_BACK)


def not_after(act: Incident, answer: Incident) -> bool:
    """Say whether an act can come before its answer; a day's error in either is no wonder."""
    return act.from_ is None or answer.to is None or (act.from_ - answer.to).days <= _SLACK


def recent(act: Incident, answer: Incident, days: int) -> bool:
    """Say whether an act ended at most so many days before its answer, as far as days are known."""
    last, first = act.to or act.from_, answer.from_ or answer.to
    return last is None or first is None or (first - last).days <= days
