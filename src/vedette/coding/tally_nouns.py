"""Counts told by a noun: "the death toll since May has risen to 430", "they put the number killed since May at 60"."""

import re

from vedette.coding.clauses import subject_of
from vedette.phrases.numbers import Quantity

_LOST = (
    r"(?:killed|dead|deaths?|died|wounded|injured|neutrali[sz]ed|eliminated|slain|captured|detained|arrested|abducted|"
    r"kidnapped|casualties|victims|fatalities|attacks|strikes|raids|incidents|clashes|bombings|kidnappings)"
)
_NOUN = re.compile(
    r"\b(?P<noun>(?:death\s+|overall\s+)?toll|(?:total\s+)?number|total|tally|count)\b(?P<what>[^.;:]{0,110}?)\s"
    r"(?:(?:has|have|had)\s+)?(?:at|to|reached|passed|exceeds|exceeded|topped|surpassed|is|was|stood\s+at|stands\s+at)"
    r"\s+(?:now\s+)?$"
)
_OF_LOSS = re.compile(rf"\b{_LOST}\b")
_PUT = re.compile(
    r"\b(?:put|puts|putting|estimated|estimates|gave|gives)\s+(?:the\s+|its\s+|their\s+)?(?:\w+\s+){0,2}?$"
)
_RECORDS = re.compile(
    r"\b(?:has\s+|have\s+|had\s+)?(?P<verb>recorded|logged|counted|documented|registered|tallied|verified|tracked|"
    r"listed)\s+(?:a\s+total\s+of\s+)?$"
)


def noun_of(text: str, quantity: Quantity) -> tuple[int, int] | None:
    """Give where the noun stands whose count of losses or acts a quantity is, or None."""
    found = _NOUN.search(text, 0, quantity.start)
    if found is None or not ("toll" in found["noun"] or _OF_LOSS.search(found["what"])):
        return None
    return found.span("noun")


def counter_of(text: str, start: int) -> tuple[int, int] | None:
    """Give who counts: the subject of "recorded" right before a count, or of "put" before its noun."""
    verb = _RECORDS.search(text, 0, start) or _PUT.search(text, 0, start)
    if verb is None:
        return None
    return subject_of(text, verb.start("verb") if "verb" in verb.groupdict() else verb.start())
