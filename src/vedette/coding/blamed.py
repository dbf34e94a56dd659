"""Acts that somebody is blamed for: "blamed the killings on the rebels"."""

import re
from dataclasses import replace

from vedette.coding.clauses import noun_phrase
from vedette.coding.document import Sentence
from vedette.model import Mark, Role, RoleMark, Span, cut
from vedette.phrases.find import find_times

_BLAMES = re.compile(
    r"\b(?P<cue>blam(?:ed?|es|ing)|pinn?(?:ed|ing))\s+(?P<act>[^,;:.]{3,60}?)\s+on\s+(?=(?:the\b|its\b|an?\b|[A-Z\w]))",
    re.IGNORECASE,
)
_DEEDS = frozenset(("ASSAULT", "COERCE"))


def with_blamed(sentence: Sentence) -> Sentence:
    """Give the act in "blamed the killings on the rebels" to the rebels, as no more than claimed by who blames."""
    text = sentence.tagged.text
    found = _BLAMES.search(text) if "lam" in text or "inn" in text else None
    phrase = noun_phrase(text, found.end()) if found else None
    if found is None or phrase is None:
        return sentence
    whom = cut(text, *phrase)
    if any(time.overlaps(whom) for time in find_times(text)):
        return sentence
    act, cue = cut(text, *found.span("act")), cut(text, *found.span("cue"))
    return sentence.marked(tuple(_blamed(mark, act, cue, whom) for mark in sentence.tagged.marks))


def _blamed(mark: Mark, act: Span, cue: Span, whom: Span) -> Mark:
    if mark.type in _DEEDS and act.holds(mark.trigger):
        status = "claimed" if mark.status == "actual" else mark.status
        roles = (r for r in mark.roles if r.role != Role.ACTOR and not r.span.overlaps(whom))
        return replace(mark, status=status, roles=(RoleMark(role=Role.ACTOR, span=whom), *roles))
    if mark.type == "ACCUSE" and mark.trigger.overlaps(cue):
        others = tuple(r for r in mark.roles if r.role != Role.TARGET and not r.span.overlaps(whom))
        return replace(mark, roles=(RoleMark(role=Role.TARGET, span=whom), *others))
    return mark
