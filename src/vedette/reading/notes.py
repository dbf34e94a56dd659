"""Notes at the end of a text that describe an outlet or an author instead of telling news."""

import re
from collections.abc import Sequence

from vedette.reading.cues import rules

_STOP = re.compile(r"[.!?…:][\"'”’)\]]*$")
_QUOTE = re.compile(r"[\"“”]")
_NAME = r"(?:The\s+)?[A-Z][\w.'’-]*(?:\s+[\w.'’-]+){0,5}?(?:\s+\(\w+\))?"
_LONE = re.compile(
    r"(?:Founded|Established|Launched|About)\b|"
    rf"{_NAME},?\s+(?:is\s+(?:an?|the|one|published|edited)|was\s+(?:founded|established|launched|started|set\s+up)|"
    r"has\s+(?:been\s+)?(?:report|publish|cover|broadcast)\w*)\b|"
    rf"{_NAME},\s+(?:which\s+was\s+)?(?:founded|established|launched)\b|"
    rf"{_NAME},\s+an?\s+[^,.]{{0,60}}\b(?:news|newspaper|newsroom|magazine|broadcaster)\b"
)
# An outlet that says what it is: its kind, in its first sentence, by a noun that nothing but an outlet is called.
_OUTLET = re.compile(
    rf"{_NAME},\s+an?\s+[^,.]{{0,60}}\b(?:news\s+(?:site|website|agency|outlet|service)|newspaper|newsroom|magazine)\b|"
    rf"{_NAME}\s+is\s+(?:published|edited)\s+(?:by|in|from)\b|"
    r"(?:The\s+)?(?:[A-Z][\w'’-]*\s+){1,3}(?:Times|Post|Tribune|Herald|Press|Dispatch|Gazette|Courier|Chronicle|"
    r"Telegraph|Daily|Radio|TV|News)\s+was\s+(?:founded|established|launched|started|set\s+up)\b|"
    rf"{_NAME},?\s+(?:is|was|has)\s+[^.]{{0,100}}\b(?:newspaper|newsroom|news\s+(?:agency|organi[sz]ation|outlet|site|"
    r"website|service|magazine|portal)|news\s+cooperative|(?:cooperative|network|collective)\s+of\s+(?:reporters|"
    r"journalists)|report(?:ed|ing)\s+on\b[^.]{2,60}\bsince|broadcaster|magazine)\b"
)
_SPEECH = re.compile(r"\b(?:said|says|told|according\s+to|accused|warned|denied|reported\s+that)\b")
_LONGEST = 150

Reasons = list[str | None]


def note_at_end(texts: Sequence[str], reasons: Sequence[str | None]) -> Reasons:
    """Mark the notes about an outlet or author that end a text, heading and all; give all reasons."""
    marked = list(reasons)
    left = [index for index, reason in enumerate(reasons) if reason is None]
    for first, reason in _candidates(texts, left):
        for index in left[left.index(first) :]:
            marked[index] = reason
        break
    return marked


def _candidates(texts: Sequence[str], left: Sequence[int]) -> list[tuple[int, str]]:
    """Give where a note that runs to the end may begin, the earliest first, and what it is."""
    found: list[tuple[int, str]] = []
    for place, index in enumerate(left[1:], 1):
        rest = [texts[i] for i in left[place + 1 :]]
        if rest and _heads_note(texts[index], rest):
            found.append((index, "about the agency or outlet"))
    if len(left) > 1:
        found += [(left[-1], reason) for reason in [_lone_note(texts[left[-1]])] if reason]
    return found


def _heads_note(heading: str, rest: Sequence[str]) -> bool:
    """Say whether `heading` is a name and all of `rest` describes its bearer."""
    words = heading.split()
    if len(words) > 7 or _STOP.search(heading) or not words[0][:1].isupper():
        return False
    about = any(rule.kind == "note" and rule.pattern.match(heading) for rule in rules().headings)
    named = about or _name(heading) in rest[0].casefold()
    outlet = _cues(rest[0]) >= 2 and bool(rules().media.search(" ".join(rest)))
    return named and all(_describes(text) for text in rest) and (outlet or (about and _is_author(rest[0])))


def _name(heading: str) -> str:
    return re.sub(r"^(?:about|the)\s+", "", heading.casefold()).strip(" :")


def _describes(text: str) -> bool:
    return len(text.split()) <= _LONGEST and not rules().news.search(text) and (_cues(text) >= 1 or _is_author(text))


def _cues(text: str) -> int:
    return sum(bool(pattern.search(text)) for pattern in rules().outlet)


def _is_author(text: str) -> bool:
    return bool(rules().author.match(text))


def _lone_note(text: str) -> str | None:
    if rules().news.search(text) or _QUOTE.search(text) or len(text.split()) > _LONGEST or _SPEECH.search(text):
        return None
    if _is_author(text) and len(text.split()) <= 80:
        return "about the author"
    needed = 2 if _OUTLET.match(text) else 3
    outlet = _LONE.match(text) and _cues(text) >= needed and rules().media.search(text)
    return "about the agency or outlet" if outlet else None
