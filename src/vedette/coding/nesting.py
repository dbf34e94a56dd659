"""A happening told inside another one: what an act answers came before it."""

import re

from vedette.coding.document import Sentence
from vedette.model import Mark, Role

_ANSWERS = re.compile(
    r"\b(?:in (?:response|retaliation|reprisal|reaction|revenge|answer|reply)(?: to| for)?|retaliat\w+ (?:for|against)|"
    r"responsible for|behind|accused of|blamed for|suspected of|believed to have|"
    r"reveng\w+ for|aveng\w+|respond\w+ to|react\w+ to|answer\w* to|who (?:had |have )?(?:\w+ed|shot|struck)|"
    r"that (?:had )\w+|involved in|over|condemn\w+|after)\b",
    re.I,
)


def answered_by(mark: Mark, sentence: Sentence) -> Mark | None:
    """Give the happening of the same sentence that answers this one, if the words say so, else None.

    It holds this one's trigger in its cause, or words such as "against militiamen responsible for" lie between them.
    """
    for other in sentence.tagged.marks:
        if other is mark or other.trigger == mark.trigger:
            continue
        if any(cause.holds(mark.trigger) for cause in other.of(Role.CAUSE)):
            return other
        if _names_the_doers(other, mark, sentence):
            return other
    return None


def _names_the_doers(outer: Mark, inner: Mark, sentence: Sentence) -> bool:
    """Say whether the inner act describes the outer one's target: "against militiamen responsible for launching"."""
    if outer.trigger.end > inner.trigger.start or inner.of(Role.TIME):
        return False
    between = sentence.tagged.text[outer.trigger.end : inner.trigger.start]
    described = _ANSWERS.search(between)
    if not described or outer.status != "actual":
        return False
    targets = [
        span for span in outer.of(Role.TARGET) if outer.trigger.end <= span.start and span.end <= inner.trigger.start
    ]
    return described[0].lower() not in ("over", "after", "behind") and bool(targets)
