"""Pieces of one phrase that were taken for several: joined again, or cut down to the noun that they tell of."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from vedette.coding.apposition import name_beside, office_before, same_people
from vedette.model import Mark, Role, RoleMark, Span, Tagged, cut

_COUNTED = (
    r"(?:\d|an?\b|the\b|his\b|her\b|their\b|its\b|more\s+than|at\s+least|about\b|some\b|nearly\b|over\b|around\b|"
    r"hundreds|thousands|tens\b|dozens|scores|several|many|two|three|four|five|six|seven|eight|nine|ten)"
)
_ALSO_DID = re.compile(
    rf",?\s+and\s+(?:\w+ly\s+|also\s+|has\s+|have\s+|had\s+)*[a-z]+(?:ed|ove|aught|ook)\s+(?={_COUNTED})"
)
_TAKEN = re.compile(r"(?:re)?(?:seiz|captur|took|tak(?:e|ing)|claim|gain|liberat)\w*|wrest\w*|snatch\w*", re.I)
_FROM = re.compile(r"\bfrom\s+(?:the\s+|its\s+|their\s+)?(?:[\w-]+\s+){0,3}$")
PARTIES = frozenset((Role.ACTOR, Role.TARGET))
_OF = re.compile(
    r"\s+(?:of|in|across|from|near|for|on|around|inside|outside|along|loyal to|belonging to|aboard|at)\s+(?:the\s+)?"
)
_BY = re.compile(r"\s+by\s+")
_HOW_LONG = (
    r"(?:an?|one|two|three|four|five|six|seven|several|some|\d+)\s+(?:minute|hour|day|week|month|year)s?"
    r"(?:\s+(?:later|earlier|ago|before|after))?"
)
_TRAIL = re.compile(
    rf"(?:,?\s+(?:later|earlier|repeatedly|again|there|together|overnight|twice|yesterday|today|tonight|afterwards?|"
    rf"(?:last|this|next|the\s+(?:next|same|following|previous))\s+(?:day|week|month|year|night|weekend|morning|evening)|"
    rf"{_HOW_LONG}))+$",
    re.I,
)


def trimmed(span: Span, text: str) -> Span:
    """Cut the adverbs of time that a noun phrase ends with ("the second camp an hour later"), and what else was done
    ("dozens and uprooted thousands")."""
    if more := _ALSO_DID.search(span.text):
        span = cut(text, span.start, span.start + more.start())
    trail = _TRAIL.search(span.text)
    return cut(text, span.start, span.start + trail.start()) if trail and trail.start() else span


def gathered(mark: Mark, tagged: Tagged) -> Mark:
    """Give the mark with one party for each phrase: pieces joined, appositions and persons under their names."""
    roles = [_under_name(role, tagged) for role in mark.roles]
    renamed = [new.span for new, old in zip(roles, mark.roles, strict=True) if new is not old]
    kept = [role for role in roles if role.span in renamed or not _spent(role, renamed)]
    kept = _by_phrase(mark.trigger, [_loser(role, mark.trigger, tagged.text) for role in kept], tagged.text)
    kept = [role for role in kept if not _addressee(role, kept, mark.trigger, tagged.text)]
    return replace(mark, roles=tuple(_joined(kept, tagged)))


def _under_name(role: RoleMark, tagged: Tagged) -> RoleMark:
    if role.role not in PARTIES:
        return role
    named = name_beside(role.span, tagged.text, tagged.names)
    return replace(role, span=named) if named else role


def _spent(role: RoleMark, renamed: Iterable[Span]) -> bool:
    return role.role in PARTIES and any(span.overlaps(role.span) for span in renamed)


def _by_phrase(trigger: Span, roles: list[RoleMark], text: str) -> list[RoleMark]:
    """Leave the doer of "a truce proposed by X" to X alone."""
    by = _BY.match(text, trigger.end) if trigger.text.endswith("ed") else None
    doers = [role for role in roles if by and role.role == Role.ACTOR and role.span.start == by.end()]
    if not doers:
        return roles
    return [
        role for role in roles if role in doers or role.role not in PARTIES or not _instead(role, doers[0], trigger)
    ]


def _loser(role: RoleMark, trigger: Span, text: str) -> RoleMark:
    """Take who a place was taken from for the one acted on ("recaptured the bridge from the militia")."""
    lost = role.role == Role.ACTOR and role.span.start > trigger.end and _TAKEN.fullmatch(trigger.text)
    return replace(role, role=Role.TARGET) if lost and _FROM.search(text[trigger.end : role.span.start]) else role


def _instead(role: RoleMark, doer: RoleMark, trigger: Span) -> bool:
    """Say whether a party is taken for what the words after "by" are: another doer before the verb, or its target."""
    return role.span.overlaps(doer.span) or (role.role == Role.ACTOR and role.span.end <= trigger.start)


def _addressee(role: RoleMark, roles: list[RoleMark], trigger: Span, text: str) -> bool:
    """Say whether a "party" only names the office before it, which another one acted on ("A met the envoy, B")."""
    if role.role not in PARTIES or not re.search(r",\s*$", text[: role.span.start]):
        return False
    if role.role == Role.TARGET and role.span.end > trigger.start:
        return False
    office = office_before(role.span, text)
    if office is None or any(other.role == Role.ACTOR and other.span.overlaps(office) for other in roles):
        return False
    return any(
        other.role == Role.ACTOR
        and other.span.end < office.start
        and re.search(r"\b[a-z]+", text[other.span.end : office.start]) is not None
        for other in roles
    )


def _joined(roles: list[RoleMark], tagged: Tagged) -> Iterator[RoleMark]:
    """Join the pieces of one phrase and leave out what only stands in apposition to a party."""
    last: RoleMark | None = None
    for role in sorted(roles, key=lambda role: (list(Role).index(role.role), role.span.start)):
        if last is None or role.role != last.role or role.role not in PARTIES:
            if last is not None:
                yield last
            last = role
        elif _OF.fullmatch(tagged.text, last.span.end, role.span.start):
            last = replace(last, span=cut(tagged.text, last.span.start, role.span.end))
        elif not same_people(last.span, role.span, tagged.text, tagged.names):
            yield last
            last = role
    if last is not None:
        yield last
