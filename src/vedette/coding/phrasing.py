"""Role phrases made whole: cut words, halved names and open noun phrases of the tagger are mended."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from vedette.coding.clauses import noun_phrase
from vedette.coding.fragments import gathered, trimmed
from vedette.coding.wielded import wielded
from vedette.model import Label, Mark, Name, Role, RoleMark, Span, Tagged, cut
from vedette.phrases.find import find_times

_WORD = re.compile(r"(?:[A-Z]\.)+|[\w]+(?:[-’'.][\w]+)*|\S")
_NOUNS = frozenset((Role.ACTOR, Role.TARGET, Role.KILLED, Role.INJURED))
_EMPTY = re.compile(
    r"(?:the|an?|its|his|her|their|our|of|in|on|at|by|and|or|to|for|from|all|some|this|that|these|those|more|"
    r"other|\W+|[A-Za-z]\.?|"
    r"casualt(?:y|ies)|injur(?:y|ies)|deaths?|damage|fatalit(?:y|ies)|losses|come|came|go|went|gone|back|there|here|later|"
    r"earlier|again|together|repeatedly)",
    re.I,
)
_OPEN_END = re.compile(
    r"\s+(?:in|on|at|of|by|to|for|from|with|near|and|or|the|an?|against|over|who|which|that|"
    r"after|during)$",
    re.I,
)
_ADVERB = re.compile(
    r"(?<=\w)\s+(?:still|also|again|meanwhile|(?!(?:family|assembly|supply|rally|ally|reply|anomaly|monopoly|only|early|butterfly|jelly|"
    r"elderly|daily|weekly|monthly|july|italy)\b)[a-z]+ly)$"
)  # "the ministry strongly": of the verb after it
_THINKS = re.compile(
    r"\s+(?:expects?|expected|fears?|feared|believes?|believed|predicts?|predicted|anticipates?|hopes?)\s.*$"
)
_CLOCK = re.compile(r"(?<![\d:])\d{1,2}:\d\d(?::\d\d)?(?:\s+[AaPp]\.?[Mm]\b\.?)?\s+")  # of a live page's post
_MOST = 6  # words that a phrase may be lengthened by
_AFTER = re.compile(
    r"\b(?:(?:shortly|soon|hours|days|weeks|a day|immediately)\s+)?(?:after|since|following|"
    r"before)\s+[^,;]{3,90}?\s+(?:on|of|in)\s+$",
    re.I,
)


def phrased(mark: Mark, tagged: Tagged) -> Mark:
    """Give the mark with whole role phrases, without those that say nothing; weapons that act go with the weapons."""
    triggers = [other.trigger for other in tagged.marks]
    roles = list(_distinct(_whole(role, mark, tagged, triggers) for role in mark.roles))
    whole = gathered(replace(mark, roles=tuple(role for role in roles if not _empty(role))), tagged)
    return replace(whole, roles=tuple(_distinct(wielded(whole, tagged).roles)))


def _whole(role: RoleMark, mark: Mark, tagged: Tagged, triggers: list[Span]) -> RoleMark:
    text = tagged.text
    span = _named(_words(role.span, text), tagged.names)
    if role.role == Role.TIME:
        span = _dated(span, text, mark)
    if role.role in _NOUNS:
        span = _after_clock(span, text)
        span = trimmed(_closed(_lengthened(span, text, triggers), text), text)
    if role.role == Role.SOURCE and (rest := _ADVERB.search(span.text) or _THINKS.search(span.text)):
        span = cut(text, span.start, span.start + rest.start())
    return replace(role, span=span)


def _words(span: Span, text: str) -> Span:
    start, end = span.start, span.end
    for word in _WORD.finditer(text, max(0, start - 30)):
        if word.start() >= end:
            break
        if word.end() > start and word.group()[0].isalnum():
            start, end = min(start, word.start()), max(end, word.end())
    bare = re.sub(r"['’]s?$", "", text[start:end]) if re.search(r"['’]s?$", span.text) is None else text[start:end]
    return cut(text, start, start + len(bare))


def _after_clock(span: Span, text: str) -> Span:
    """Cut a time of day, or the rest of one, from the head of a phrase."""
    times = (time.end() for time in _CLOCK.finditer(text) if time.start() <= span.start < time.end() < span.end)
    return cut(text, next(times, span.start), span.end)


def _named(span: Span, names: Iterable[Name]) -> Span:
    """Lengthen a phrase over a name that it holds a part of."""
    for name in names:
        if span.overlaps(name.span) and not span.holds(name.span) and name.label != Label.WEAPON:
            start, end = min(span.start, name.span.start), max(span.end, name.span.end)
            before = name.span.text[: span.start - name.span.start] if span.start > name.span.start else ""
            after = name.span.text[span.end - name.span.start :] if span.end < name.span.end else ""
            span = Span(text=before + span.text + after, start=start, end=end)
    return span


def _dated(span: Span, text: str, mark: Mark) -> Span:
    """Lengthen a time phrase to the whole date, and to what it dates: "after the coup of 3 May"."""
    for time in find_times(text):
        if time.overlaps(span):
            span = cut(text, min(span.start, time.start), max(span.end, time.end))
    lead = _AFTER.search(text[: span.start])
    if lead is None or lead.start() <= mark.trigger.start < span.end:
        return span
    return cut(text, lead.start(), span.end)


def _lengthened(span: Span, text: str, triggers: list[Span]) -> Span:
    """Go on to the end of the noun phrase, unless a happening's own word stands in it."""
    phrase = noun_phrase(text, span.start)
    if phrase is None or phrase[1] <= span.end or phrase[0] != span.start:
        return span
    longer = cut(text, span.start, phrase[1])
    rest = text[span.end : phrase[1]]
    if (
        any(longer.overlaps(trigger) for trigger in triggers)
        or len(rest.split()) > _MOST
        or re.search(r",|\band\b|['’]s?\b(?=\s)", rest)
    ):
        return span
    return longer


def _closed(span: Span, text: str) -> Span:
    """Cut prepositions and articles that a phrase ends with, but for its first word."""
    words = span.text
    if (adverb := _ADVERB.search(words)) is not None:
        words = words[: adverb.start()]
    while (found := _OPEN_END.search(words)) is not None and found.start() > 0:
        words = words[: found.start()]
    return cut(text, span.start, span.start + len(words))


def _empty(role: RoleMark) -> bool:
    if role.role in (Role.KILLED, Role.INJURED, Role.COUNT):
        return len(role.span.text) < 2 or role.span.text.lower() in {"the", "and", "of"}
    return _EMPTY.fullmatch(role.span.text) is not None


def _distinct(roles: Iterable[RoleMark]) -> Iterator[RoleMark]:
    """Give each phrase once; the longer where two of one role overlap."""
    kept: list[RoleMark] = []
    for role in sorted(roles, key=lambda role: (-(role.span.end - role.span.start), role.span.start)):
        if not any(other.role == role.role and other.span.overlaps(role.span) for other in kept):
            kept.append(role)
    yield from sorted(kept, key=lambda role: (list(Role).index(role.role), role.span.start))
