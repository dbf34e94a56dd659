"""The acts told before an answer, which a bare cue or a plural phrase means."""

from collections import defaultdict
from collections.abc import Sequence

from vedette.linking.answering.answerable import MOST, SIDES, answers, is_act, right_before
from vedette.linking.answering.record import Record
from vedette.linking.causes import Cause
from vedette.linking.facts import Facts
from vedette.linking.kin import Kin
from vedette.model import Party


def acts_before(one: Facts, cause: Cause, by: tuple[Party, ...], record: Record) -> list[str]:
    """Give the acts of the other side told before, the nearest sentence first, until a sentence tells of none.

    Where the phrase names the doer ("the U.S. attacks") it is the doer's acts, whatever is told between them. A
    singular phrase ("the attack") takes the nearest act alone.
    """
    found: list[str] = []
    sentences: dict[int, list[Facts]] = defaultdict(list)
    for other in record.by_report[one.claim.report_id]:
        if (
            other.claim.trigger.start < one.claim.trigger.start
            and is_act(other, beside=one)
            and not other.claim.caption
            and (other.claim.sentence.start != one.claim.sentence.start or _before_the_cue(other, one, cause))
        ):
            sentences[other.claim.sentence.start].append(other)
    for start in sorted(sentences, reverse=True):
        fitting = [record.home[other.key] for other in sentences[start] if answers(one, other, by, record)]
        if not fitting and not found and not by:
            fitting = [record.home[other.key] for other in sentences[start] if right_before(one, other, record)]
        if not fitting and not by:
            break
        if found and not by and not _one_doer(fitting, found[0], record):
            break
        found += [incident for incident in fitting if incident not in found]
        if found and start == one.claim.sentence.start:
            break
    if not cause.plural:
        return found[:1]
    return found[:MOST]


def _before_the_cue(other: Facts, one: Facts, cause: Cause) -> bool:
    """Say whether an act of the same sentence stands before a bare cue ("A killed six, and B replied with a raid")."""
    return cause.cue and other.claim.trigger.end <= cause.phrase.start < one.claim.trigger.start


def _one_doer(others: Sequence[str], first: str, record: Record) -> bool:
    """Say whether what is told further back was done by those who did the first, as far as doers are told."""
    doers = record.incidents[first].actors
    return all(
        record.kinship.nearest(doers, record.incidents[other].actors) in (*SIDES, Kin.COUNTRY) for other in others
    )
