"""Phrases that stand side by side for the same people: "the governor, Ana Ruiz", "six men, two of them officers"."""

import re

from vedette.coding.heads import is_plural
from vedette.model import Label, Name, Span, cut
from vedette.registry.phrase import kind_of

_BRACKET = re.compile(r"\s*(?:[—–(]|\s-\s)(?!.*(?:[—–)]|\s-\s))")  # opened after the one, still open before the other
_CALLED = re.compile(
    r",?\s*(?:who\s+(?:was|were|are|is)\s+|all\s+|both\s+)?(?:said|believed|thought|alleged|suspected|reported|presumed|"
    r"known|described|identified|named)\s+(?:by\s+[\w\s]{2,30}?\s+)?(?:to\s+(?:be|have\s+been)\s+|as\s+)?"
    r"(?:(?:members?|fighters?|militants|supporters?|part)\s+of\s+)?(?:the\s+)?",
    re.I,
)
_COMMA = re.compile(r"\s*,\s*")
_OF_THEM = re.compile(
    r"\b(?:of|among)\s+(?:them|whom|those|these)\b|^(?:most|mostly|mainly|many|all|both|half)\b", re.I
)
_RANKS = r"(?:[A-Z][\w.-]*\s+){0,4}"
_POSTED = r"(?:\s+(?:in|at|for)\s+(?:the\s+)?[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){0,2})?"  # "its head in Goma, Ana Ruiz"
_TITLE = re.compile(r"(?:an?|the|its|their|his|her)\b|[a-z]", re.I)
_ENDS = re.compile(r"\s*(?:[,.;)]|$|\b(?:was|were|is|has|had|and|in|at|on|to|of|for|by|as|with|during|after|who)\b)")
_DETERMINERS = re.compile(r"\b(?:the|its|their|his|her|an?)\s+(?=[a-z])", re.I)
_OWNER = re.compile(
    r"\b(?:of|in|for|from|at|to)\s+(?:the\s+)?(?:(?:north|south|east|west|upper|lower|central|greater|new)\w*\s+)?$",
    re.I,
)  # "the bishop of Pemba" has no name in it
_SAYS = re.compile(r"\s*,?\s*(?:said|says|told|added|wrote|announced|according)\b")


def same_people(one: Span, other: Span, text: str, names: tuple[Name, ...]) -> bool:
    """Say whether `other`, which stands after `one`, tells of the same people and not of more of them."""
    if other.start < one.end:
        return False
    gap = text[one.end : other.start]
    if _BRACKET.match(gap) or _CALLED.fullmatch(gap) or _OF_THEM.search(other.text):
        return True
    return _COMMA.fullmatch(gap) is not None and (
        _office_and_name(one, other, names) or _office_and_name(other, one, names)
    )


def _office_and_name(office: Span, named: Span, names: tuple[Name, ...]) -> bool:
    """Say whether one phrase is a person's name and the other a single person without one."""
    return (
        _person_in(named, names) is not None
        and _person_in(office, names) is None
        and _TITLE.match(office.text) is not None
        and not is_plural(office.text)
        and re.match(r"\d", office.text) is None
    )


def _person_in(span: Span, names: tuple[Name, ...]) -> Name | None:
    people = (name for name in names if name.label == Label.PERSON and span.overlaps(name.span))
    return next((name for name in people if not _OWNER.search(span.text[: max(name.span.start - span.start, 0)])), None)


def name_beside(span: Span, text: str, names: tuple[Name, ...]) -> Span | None:
    """Give the person named right after an office ("the mayor of Kayes, Awa Sow, was shot"), ranks included."""
    if _person_in(span, names) is not None or is_plural(span.text) or kind_of(span.text) != "person":
        return None
    for name in names:
        if name.label != Label.PERSON or not 0 < name.span.start - span.end < 60:
            continue
        lead = re.compile(rf"{_POSTED}\s*,\s*(?P<ranks>{_RANKS})").fullmatch(text, span.end, name.span.start)
        if lead and _ENDS.match(text, name.span.end) and not _SAYS.match(text, name.span.end):
            return cut(text, lead.start("ranks"), name.span.end)
    return None


def with_name(span: Span, text: str, names: tuple[Name, ...]) -> Span:
    """Lengthen an office by the person named right after it ("a former judge, Ana Ruiz"); another phrase stays."""
    named = name_beside(span, text, names)
    return cut(text, span.start, named.end) if named else span


def office_before(span: Span, text: str) -> Span | None:
    """Give the office in whose apposition a name stands: "the prime minister" of "the prime minister, Jan Novak,"."""
    lead = text[: span.start].rstrip(" ,")
    for start in [found.start() for found in _DETERMINERS.finditer(lead)][:-4:-1]:
        if kind_of(lead[start:]) == "person":
            return cut(text, start, len(lead))
    return None
