"""Why these weapons, figures and causes: fields that are phrases of the sentence."""

from collections.abc import Iterator

from vedette.coding.why.asked import Asked
from vedette.model import Count, Reason, Role, Span, Toll


def phrase_reasons(asked: Asked) -> Iterator[Reason]:
    """Give the reasons of weapon, killed, injured, count, cause, and of the flags that are raised."""
    claim = asked.claim
    yield from _each(asked, Role.WEAPON, claim.weapon)
    yield from _each(asked, Role.CAUSE, (claim.cause,) if claim.cause else ())
    for role, toll in ((Role.KILLED, claim.killed), (Role.INJURED, claim.injured), (Role.COUNT, claim.count)):
        yield _figure(asked, role, toll)
    flags = (
        ("aggregate", claim.aggregate, "rule: words or figures of a run of acts"),
        ("background", claim.background, "rule: its date, or words of history"),
        ("caption", claim.caption, "the sentence is a picture's caption"),
    )
    yield from (Reason(field=name, value="yes", by=by, words=(claim.trigger,)) for name, holds, by in flags if holds)


def _each(asked: Asked, role: Role, spans: tuple[Span, ...]) -> Iterator[Reason]:
    passed = tuple(asked.passed_over(role))
    for number, span in enumerate(spans):
        by, probability = asked.made_by(role, span.shift(-asked.sentence.span.start))
        yield Reason(
            field=role.value,
            value=span.text,
            by=by,
            words=(span,),
            probability=probability,
            instead=passed if number == 0 else (),
        )
    if not spans:
        yield Reason(field=role.value, value=None, by="no phrase reached the floor", instead=passed)


def _figure(asked: Asked, role: Role, found: Toll | Count | None) -> Reason:
    passed = tuple(asked.passed_over(role))
    if found is None or found.text is None or found.start is None or found.end is None:
        return Reason(field=role.value, value=None, by="no phrase reached the floor", instead=passed)
    words = Span(text=found.text, start=found.start, end=found.end)
    inner = words.shift(-asked.sentence.span.start)
    phrase = next((span for span in asked.mark.of(role) if span.overlaps(inner)), None)
    by, probability = asked.made_by(role, phrase) if phrase else ("rule: the trigger says what befell its target", None)
    high = "or more" if found.high is None else f"to {found.high}"
    value = str(found.low) if found.low == found.high else f"{found.low} {high}"
    return Reason(field=role.value, value=value, by=by, words=(words,), probability=probability, instead=passed)
