"""Stated causes resolved to the incidents they speak of. Precision before recall: a cause that points to nothing in
the record makes no reaction and stays on its claim."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from vedette.linking.answering.answered import answered
from vedette.linking.answering.record import record_of
from vedette.linking.causes import Cause, cause_of, only_dates
from vedette.linking.facts import Facts
from vedette.linking.kin import Kinship
from vedette.model import Incident, Reaction, Report


def reactions(
    incidents: Sequence[Incident],
    *,
    facts: Sequence[Facts],
    kinship: Kinship,
    reports: Mapping[str, Report] = MappingProxyType({}),
) -> tuple[Reaction, ...]:
    """Give the stated reactions: for each claim with a cause, the incidents that its words point to.

    Named first: a happening told within the phrase, then one of the report's incidents whose names the phrase holds,
    then one of the last 60 days. A bare "in retaliation" points to the acts told just before in the same report by
    the other side.
    """
    record = record_of(incidents, facts, kinship)
    found: dict[tuple[str, str], Reaction] = {}
    for one in facts:
        cause = cause_of(one.claim, reports.get(one.claim.report_id)) if one.key in record.home else None
        if cause is None or only_dates(cause) or _within_phrase(one, cause):
            continue
        for because_of, sure in answered(one, cause, record):
            link = _reaction(one, cause, record.home[one.key], because_of, sure)
            kept = found.get((link.from_, link.because_of))
            if link.from_ != link.because_of and (kept is None or _better(link, kept)):
                found[(link.from_, link.because_of)] = link
    return tuple(found[key] for key in sorted(found) if not _turned(found, key))


def _within_phrase(one: Facts, cause: Cause) -> bool:
    return cause.phrase.holds(one.claim.trigger) and not cause.cue


def _reaction(one: Facts, cause: Cause, from_: str, because_of: str, sure: float) -> Reaction:
    return Reaction(
        from_=from_,
        because_of=because_of,
        basis="stated",
        kind=cause.kind,
        probability=round(sure * one.claim.probability, 4),
        quote=cause.sentence,
        report_id=one.claim.report_id,
    )


def _better(link: Reaction, kept: Reaction) -> bool:
    return (-link.probability, link.report_id or "", link.quote or "") < (
        -kept.probability,
        kept.report_id or "",
        kept.quote or "",
    )


def _turned(found: Mapping[tuple[str, str], Reaction], key: tuple[str, str]) -> bool:
    """Say whether the same two are also linked the other way round, more surely."""
    back = found.get((key[1], key[0]))
    return back is not None and (-back.probability, back.from_) < (-found[key].probability, found[key].from_)
