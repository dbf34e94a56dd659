"""Stretches of time that an act is ranked or numbered over: "the deadliest since May", "the fifth raid this month"."""

import re
from dataclasses import replace

from vedette.coding.document import Sentence
from vedette.model import Mark, Role, RoleMark, Span
from vedette.phrases.find import find_times
from vedette.phrases.needed import sought

_STRETCH = re.compile(
    r"(?:since\b|(?:so far\s+)?this\b|"
    r"in\s+(?:the\s+)?(?:\w+\s+)?(?:\w+\s+)?(?:days|weeks|months|years|decades?|week|month|year)\b|"
    r"of\s+(?:the|this)\s+(?:year|month|war|conflict)|in\s+(?:19|20)\d\d|for\s+)",
    re.I,
)
_NO_RANK = (
    "latest|protest|test|west|arrest|rest|forest|request|priest|guest|interest|conquest|harvest|nearest|chest|quest"
)
_NTH = r"first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th)"
_RANK = re.compile(
    rf"\b(?:(?:the|its|their|his|one of the|among the)\s+(?:[\w-]+\s+)?(?:{_NTH}|latest|last|most\s+\w+|"
    rf"(?!(?:{_NO_RANK})\b)\w{{2,}}est|worst)|at least the \w+)\b"
    r"(?:\s+(?!when\b|which\b|who\b|after\b)[\w’'.-]+){0,12}?\s+$",
    re.I,
)
_PREPOSITION = re.compile(r"\b(?:since|in|for|of|so far)\s+(?:(?:the|about|around|more than|nearly|almost)\s+)*$", re.I)
_WORTH = sought(
    r"\b(?:\w{2,}est|worst|most|latest|last|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th))\b"
)
_IS = re.compile(
    r"(?:\s+(?:on|at|in|near)\s+[^,;.]{1,40}?)?,?\s+(?:was|is|were|are|marked|marks|became|came as)\s+"
    r"(?:(?:the|at least|its|one of the|only|also)\s+)+[\w\s-]{2,40}\s",
    re.I,
)
_IN_ONE_OF = re.compile(
    rf",\s+(?:in|making\s+(?:it|this)|marking|becoming)\s+(?:one\s+of\s+|what\s+(?:\w+\s+){{1,4}})?(?:the|its)\s+(?:[\w-]+\s+)?"
    rf"(?:{_NTH}|latest|most\s+\w+|worst|(?!(?:{_NO_RANK})\b)\w{{2,}}est)\s+(?:(?:such|known|single|\w+)\s+){{0,2}}$",
    re.I,
)
_AS_RANKED = re.compile(
    rf",\s+(?:one\s+of\s+)?(?:the|its|their)\s+(?:{_NTH}|latest|most\s+\w+|worst|(?!(?:{_NO_RANK})\b)\w{{2,}}est)\s+"
    r"(?:[\w-]+\s+){0,3}$",
    re.I,
)
_OVER = re.compile(r"\s+(?:of\s+its\s+kind|of\s+the|this|since|in|on|against|so\s+far|for|to)\b")
_THEN = re.compile(r",?\s+when\s+")


def ranks(span: Span, text: str) -> bool:
    """Say whether a time phrase is what an act is ranked or numbered over, and so dates no act before it."""
    start = _start(span, text)
    if not _STRETCH.match(text, start):
        return False
    return _RANK.search(text[max(0, start - 110) : start]) is not None


def then_of(span: Span, text: str, at: int) -> Span | None:
    """Give the date itself of "since October, when ..." for an act told after "when", which was of that date."""
    start = _start(span, text)
    when = _THEN.match(text, span.end)
    if when is None or at < when.end() or not re.match(r"since\s", text[start:], re.I):
        return None
    bare = re.sub(r"^since\s+", "", span.text, flags=re.I)
    return Span(text=bare, start=span.end - len(bare), end=span.end)


def _start(span: Span, text: str) -> int:
    lead = _PREPOSITION.search(text[max(0, span.start - 30) : span.start])
    return span.start - len(lead.group()) if lead else span.start


def without_ranks(sentence: Sentence) -> Sentence:
    """Take from each act the stretch of time that it is only ranked over, give an act told after "since May, when" that
    date, and let "the raid was the fifth such attack" tell of one act."""
    text = sentence.tagged.text
    if not sentence.tagged.marks or not _WORTH.search(text):
        return sentence
    ranking = [span for span in find_times(text) if ranks(span, text)]
    told = [mark for mark in sentence.tagged.marks if not _what_it_was(mark, sentence)]
    kept = [_dated(mark, ranking, text) for mark in told if not _same_act(mark, sentence, ranking)]
    if tuple(kept) == sentence.tagged.marks:
        return sentence
    return replace(sentence, tagged=replace(sentence.tagged, marks=tuple(kept)))


def _dated(mark: Mark, ranking: list[Span], text: str) -> Mark:
    roles = [
        role
        for role in mark.roles
        if role.role != Role.TIME
        or not any(span.overlaps(role.span) or role.span.end == span.start for span in ranking)
    ]
    then = next((then for span in ranking if (then := then_of(span, text, mark.trigger.start))), None)
    if then is not None:
        roles.append(RoleMark(role=Role.TIME, span=then))
    return mark if tuple(roles) == mark.roles else replace(mark, roles=tuple(roles))


def _what_it_was(mark: Mark, sentence: Sentence) -> bool:
    """Say whether a mark only ranks the act told before it: "killed ten, in one of the deadliest | attacks", "killed
    ten, the first deadly | assault since May"."""
    text, start = sentence.tagged.text, mark.trigger.start
    if mark.type != "ASSAULT":
        return False
    lead = text[max(0, start - 70) : start]
    apposed = _AS_RANKED.search(lead) is not None and _OVER.match(text, mark.trigger.end) is not None
    if not apposed and _IN_ONE_OF.search(lead) is None:
        return False
    return any(one.type == mark.type and one.trigger.end <= start for one in sentence.tagged.marks)


def _same_act(mark: Mark, sentence: Sentence, ranking: list[Span]) -> bool:
    """Say whether a mark is the predicate that ranks the act before it ("was the deadliest | attack since May")."""
    text = sentence.tagged.text
    before = [one for one in sentence.tagged.marks if one.type == mark.type and one.trigger.end <= mark.trigger.start]
    if not before or not any(mark.trigger.end <= span.start for span in ranking):
        return False
    return _IS.fullmatch(text[before[-1].trigger.end : mark.trigger.start]) is not None
