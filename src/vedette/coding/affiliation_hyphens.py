"""Relations told by a compound: "the Iranian-backed X", "al-Qaeda's ally X", "the al-Qaeda affiliate X"."""

import re
from collections.abc import Iterator

from vedette.coding.affiliation_phrases import BODIES, PROPER, ending
from vedette.coding.affiliation_relation import FILE, Stated, whole
from vedette.coding.cues import table
from vedette.model import Label, Name, Span, cut
from vedette.phrases.needed import sought

_HYPHEN = re.compile(
    r"(?P<who>(?!(?:The|An?|This|Another|Some)\s)(?:al-)?[A-Z][\w.’']*(?:\s+[A-Z][\w.’']*){0,2}(?:\s+government)?|"
    r"government|state|foreign)(?P<gap>[- –])(?P<how>[a-z]+)\b"
)
_OWNED = sought(
    r"['’]s?\s+(?:(?!(?:former|late|then|main|own)\b)[\w-]+\s+){0,2}?(?P<how>ally|proxy|affiliate|branch|offshoot|wing)\s*,?\s+(?=(?:the\s+)?(?:[A-Z]|al-))"
)
_PLAIN = sought(r"\s+(?P<how>ally|proxy|affiliate|offshoot)\s*,?\s+(?=(?:the\s+)?(?:[A-Z]|al-))")


_APPOSED = sought(
    r",\s+(?:an?|the|another)\s+(?P<who>(?:al-)?[A-Z][\w.’'-]*(?:\s+(?:al-)?[A-Z][\w.’'-]*){0,3}|al-[A-Z]\w+)(?:['’]s)?\s+"
    r"(?:(?:local|regional|main|close|splinter|breakaway)\s+)?(?P<how>ally|proxy|affiliate|offshoot|branch|franchise|faction)\b"
)


def hyphened(text: str, names: list[Name]) -> Iterator[Stated]:
    """Read the relations that compounds tell."""
    yield from _backed(text, names)
    yield from _owned(text, names)
    yield from _apposed(text, names)


def _backed(text: str, names: list[Name]) -> Iterator[Stated]:
    """Read "the Iranian-backed X", "Iraqi government-backed forces of X" and "X, another Iran-backed group"."""
    if not any(word in text for words in table(FILE)["backed"].values() for word in words):
        return
    for found in _HYPHEN.finditer(text):
        rel = next((rel for rel, words in table(FILE)["backed"].items() if found["how"] in words), None)
        loose = found["gap"] == " " and found["how"] != "backed"  # "an Iraqi armed group" is not armed by Iraq
        actor = _modified(text, found, names) if rel and not loose else None
        if actor is None or rel is None:
            continue
        start = _owner(text, found, names)
        yield Stated(
            actor=actor,
            rel=rel,
            of=cut(text, start, found.end("who")),
            hedge=None,
            quote=cut(text, min(actor.start, start), max(actor.end, found.end())),
        )


def _owner(text: str, found: re.Match[str], names: list[Name]) -> int:
    """Begin "government" at its country ("Iraqi government-backed")."""
    if not found["who"].islower():
        return found.start("who")
    country = next(
        (name for name in names if name.label == Label.COUNTRY and text[name.span.end : found.start()].strip() == ""),
        None,
    )
    return country.span.start if country else found.start("who")


def _modified(text: str, found: re.Match[str], names: list[Name]) -> Span | None:
    """Give the body that "Y-backed" describes: named after it in its phrase, else before its apposition."""
    for name in names:
        gap = text[found.end() : name.span.start]
        if name.label in BODIES - {Label.COUNTRY} and name.span.start >= found.end() and _modifier_gap(gap):
            return name.span
    run = re.compile(r"\s+(?:(?:rebel|militant|armed|militia)\s+)?(?:group|movement|militia)?\s*").match(
        text, found.end()
    )
    proper = PROPER.match(text, run.end()) if run else None
    if proper is not None and not any(name.span.start == proper.start() for name in names):
        return cut(text, proper.start(), proper.end())
    lead = text[: found.start()].rstrip()
    if not re.search(r",\s*(?:another|an?|the|one of the|also an?)(?:\s+[\w-]+){0,2}$", lead):
        return None
    comma = lead.rfind(",")
    before = [name for name in names if name.span.end <= comma and name.label in BODIES - {Label.COUNTRY}]
    if before and len(text[before[-1].span.end : comma].split()) <= 3:
        return before[-1].span
    return ending(text, comma, names) if not before else None


def _modifier_gap(gap: str) -> bool:
    return len(gap.split()) <= 5 and not re.search(
        r"[,;.]|\b(?:in|on|at|and|by|from|against|have|has|had|who|which|that|said|to|with|attacked|fired|into|over)\b",
        gap,
    )


def _owned(text: str, names: list[Name]) -> Iterator[Stated]:
    """Read "Iran's ally Hezbollah" and "the al-Qaeda affiliate JNIM"."""
    for found in (*_OWNED.finditer(text), *_PLAIN.finditer(text)):
        who = next((name.span for name in names if name.span.end == found.start() and name.label in BODIES), None)
        lead = re.compile(r"(?:the\s+)?").match(text, found.end())
        at = lead.end() if lead else found.end()
        whom = next((name for name in names if name.span.start == at and name.label in BODIES), None)
        if who is not None and whom is not None:
            rel = table(FILE)["kin"][found["how"]]
            yield Stated(actor=whom.span, rel=rel, of=who, hedge=None, quote=whole(text, who, whom.span))


def _apposed(text: str, names: list[Name]) -> Iterator[Stated]:
    """Read "X, an al-Qaeda affiliate" and "X, a Hezbollah ally"."""
    for found in _APPOSED.finditer(text):
        actor = ending(text, found.start(), names)
        if actor is not None:
            of = cut(text, *found.span("who"))
            rel = table(FILE)["kin"][found["how"]]
            yield Stated(actor=actor, rel=rel, of=of, hedge=None, quote=cut(text, actor.start, found.end()))
