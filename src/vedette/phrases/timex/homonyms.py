"""Words that look like months, seasons and weekdays and are none: "may", "march", "fall", "Theresa May"."""

import re

_SMALL = re.compile(r"may|march|sat|sun|mar|dec|jan|wed|mon|fri")
_NAME = re.compile(r"(?:May|March|April|June|August|Sep|Oct|Nov|Dec|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept)")
_VERB = re.compile(r"(?:May|March)")
_NUMBERED = re.compile(
    r"\b(?:resolutions?|no\.|number|flight|article|section|room|highway|route|page|at least)\s$", re.I
)
_TITLE = re.compile(r"Today|Daily|Weekly|Monthly|Tonight|Now|Current|Future|Annual")
_TURN = re.compile(r"(?:fall|spring)$")
_SEASONAL = re.compile(
    r"\b(?:the|in|last|this|next|that|of|by|until|early|late|following|previous|mid|every|each|during|since)[\s-]+"
    r"(?:(?:early|late|mid|same|past|following|previous|coming)[\s-])?$",
    re.IGNORECASE,
)
_OFFENSIVE = re.compile(r"\s+(?:offensive|campaign|season|rains?|break|floods?|elections?)s?\b")
_BEFORE = re.compile(r"(?:^|[.!?:\n“\"(]\s*)$")
_PERSON = re.compile(r"(?-i:[A-Z])[\w.’'-]*\s+$")
_OPENS = re.compile(
    r"\b(?:In|Since|Until|Till|By|Of|From|During|And|Before|After|Between|Last|Next|This|Early|Late|Mid|On|Through|"
    r"Throughout|For|The|To|Or|As|Around|About)\s+$"
)


def is_other_word(match: re.Match[str]) -> bool:
    """Say whether a match is a verb, a noun or a name of a person."""
    text, before = match[0], match.string[max(0, match.start() - 30) : match.start()]
    after = match.string[match.end() : match.end() + 20]
    if _SMALL.fullmatch(text) or (text.isdigit() and _NUMBERED.search(before)):
        return True
    if (
        _VERB.fullmatch(text)
        and (_BEFORE.search(before) or after.startswith(("’s", "'s")))
        and not re.match(r"[,–-]", after)
    ):
        return True
    if _NAME.fullmatch(text) and _PERSON.search(before) and not _OPENS.search(before):
        return True
    if _TITLE.fullmatch(text) and not _BEFORE.search(before):
        return True
    return (
        _TURN.fullmatch(text) is not None
        and text[0].islower()
        and not (_SEASONAL.search(before) or _OFFENSIVE.match(after))
    )
