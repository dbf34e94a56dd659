"""Why this type, mode and status."""

from collections.abc import Iterator

from vedette.coding.modes import UNSURE
from vedette.coding.status import BY_TAGGER, SURE, decided
from vedette.coding.trace import MADE
from vedette.coding.why.asked import Asked, ranked
from vedette.model import Instead, Reason


def what_reasons(asked: Asked) -> Iterator[Reason]:
    """Give the reasons of type and mode."""
    yield _type(asked)
    yield _mode(asked)


def _type(asked: Asked) -> Reason:
    claim, weighed = asked.claim, asked.weighed
    change = asked.changed("type")
    made = asked.changed(MADE) if weighed is None else None
    by = "the tagger's trigger head"
    probability: float | None = claim.probability
    if change is not None and change.now == claim.type:
        by, probability = f"rule: {change.step}", None
    elif made is not None:
        by, probability = f"rule: {made.step}", None
    instead = ranked(weighed.types, claim.type) if weighed else ()
    return Reason(
        field="type", value=claim.type, by=by, words=(claim.trigger,), probability=probability, instead=instead
    )


def _mode(asked: Asked) -> Reason:
    claim, mark, weighed = asked.claim, asked.mark, asked.weighed
    told = bool(weighed) and claim.mode == mark.mode and (asked.changed("mode") is None)
    instead = ranked(weighed.modes, claim.mode) if weighed and weighed.type == claim.type else ()
    if told:
        return Reason(
            field="mode",
            value=claim.mode,
            by="the tagger's mode head",
            words=(claim.trigger,),
            probability=mark.mode_probability if claim.mode else None,
            instead=instead,
        )
    why = f"under {UNSURE} the words go before the tagger" if mark.mode_probability < UNSURE else "the words tell it"
    instead = tuple(
        Instead(value=one.value, because=why if one.value == mark.mode else one.because, probability=one.probability)
        for one in instead
    )
    words = (claim.trigger, *claim.weapon)
    return Reason(field="mode", value=claim.mode, by="rule: a word that tells the means", words=words, instead=instead)


def status_reason(asked: Asked) -> Reason:
    """Give the reason of the status."""
    claim, mark = asked.claim, asked.mark
    found = decided(mark, asked.sentence)
    words = (asked.sentence.in_body(found.words),) if found.words else (claim.trigger,)
    weighed = asked.weighed.statuses if asked.weighed else ((mark.status, mark.status_probability),)
    change = asked.changed("status")
    if found.rule == BY_TAGGER and change is not None and change.now == claim.status:
        return Reason(
            field="status",
            value=claim.status,
            by=f"rule: {change.step}",
            words=words,
            instead=tuple(ranked(weighed, claim.status)),
        )
    if found.rule == BY_TAGGER and asked.weighed is None:
        return Reason(field="status", value=claim.status, by="rule: as the cue's row says", words=words)
    if found.rule == BY_TAGGER:
        return Reason(
            field="status",
            value=claim.status,
            by=BY_TAGGER,
            words=words,
            probability=mark.status_probability,
            instead=ranked(weighed, claim.status),
        )
    because = f"the words go before the tagger{'' if mark.status_probability >= SURE else ', which was not sure'}"
    instead = tuple(
        Instead(value=one.value, because=because, probability=one.probability)
        for one in ranked(weighed, claim.status)[:2]
    )
    return Reason(field="status", value=claim.status, by=f"rule: {found.rule}", words=words, instead=instead)
