"""What a stated cause means: the incidents that its words point to."""

from vedette.linking.answering.answerable import not_after
from vedette.linking.answering.before import acts_before
from vedette.linking.answering.called import acts_by_phrase, called, called_elsewhere
from vedette.linking.answering.dated import of_that_day
from vedette.linking.answering.named import named_elsewhere, named_place, one_of_them
from vedette.linking.answering.record import Record
from vedette.linking.calling import Call
from vedette.linking.causes import Cause, heads
from vedette.linking.facts import Facts
from vedette.model import Party

_SURE, _BY_NAME, _BY_ORDER = 0.9, 0.75, 0.7


def answered(one: Facts, cause: Cause, record: Record) -> list[tuple[str, float]]:
    """Give the ids of the incidents that a cause means, each with a probability from 0 to 1; none if it is unclear."""
    told = _told_within(one, cause, record)
    if told and not _only_points(told[0]) and not _is_run(told[0], record):
        return [(record.home[told[0].key], _SURE)]
    if not cause.cue and (dated := of_that_day(one, cause, record)) is not None:
        return [(dated, _BY_NAME)]
    by = () if cause.cue else _doers(cause, one, record)
    if cause.cue or (by and cause.plural):
        return [(other, _BY_ORDER) for other in acts_before(one, cause, by, record)]
    if cause.call is not None:
        meant = _by_call(one, cause, cause.call, record)
        return meant or [(record.home[run.key], _SURE) for run in told[:1] if _is_run(run, record)]
    named = named_place(one, cause, record) or named_elsewhere(one, cause, record)
    return [(named, _BY_NAME)] if named else []


def _is_run(told: Facts, record: Record) -> bool:
    """Say whether what a phrase tells is a run of acts; "the drone strikes on X" may be one told elsewhere."""
    return record.incidents[record.home[told.key]].aggregate and told.definite


def _by_call(one: Facts, cause: Cause, call: Call, record: Record) -> list[tuple[str, float]]:
    """Resolve a phrase that calls an act: among what the report tells, else among what other reports told."""
    meant = called(one, cause, call, record)
    if meant:
        return [(other, _BY_NAME if len(meant) == 1 else _BY_ORDER) for other in meant]
    if cause.bare:
        return []
    if (listed := one_of_them(one, cause, record)) is not None:
        return [(listed, _BY_NAME)]
    named = called_elsewhere(one, cause, call, record) if call.definite or not call.plural else None
    if named:
        return [(named, _BY_NAME)]
    return [(other, _BY_ORDER) for other in acts_by_phrase(one, cause, record)]


def _told_within(one: Facts, cause: Cause, record: Record) -> list[Facts]:
    """Give the happenings whose word heads the phrase."""
    return [
        other
        for other in record.by_report[one.claim.report_id]
        if cause.phrase.holds(other.claim.trigger)
        and other is not one
        and heads(cause.phrase.text, other.claim.trigger.start - cause.phrase.start)
        and not_after(record.incidents[record.home[other.key]], record.incidents[record.home[one.key]])
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
