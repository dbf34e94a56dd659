"""Victim phrases of a sentence: "eleven people were killed and 60 wounded", "put the toll at 25 dead"."""

import re
from collections.abc import Iterator

from vedette.model import Role, RoleMark, cut
from vedette.phrases.needed import sought

_TOLL = sought(r"casualt|kill|dead|die|martyr|lost|perish|toll|deaths|wound|injur|hurt", re.IGNORECASE)
_UNITS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    "eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
)
_ABOUT = (
    "at least|more than|over|nearly|almost|some|about|around|up to|as many as|no fewer than|fewer than|another|only|"
    "just|a further|a total of|roughly|all|the"
)
_NUMBER = (
    rf"(?:(?:{_ABOUT})\s+)*(?:\d[\d,.]*|(?:a\s+)?(?:hundred|dozen|couple)s?(?:\s+of)?|"
    rf"(?:{_UNITS})(?:[- ](?:{_UNITS}|hundred))*|"
    r"hundreds(?:\s+of)?|dozens(?:\s+of)?|scores(?:\s+of)?|several|thousands(?:\s+of)?|no(?:\s+one|body)?)\b"
)
_NOT_NOUN = r"(?:was|were|had|have|has|been|and|are|is|said|says|told|reported|reports|that|when|after)"
_NOUN = rf"(?:\s+(?!{_NOT_NOUN}\b)[\w’'.-]+){{0,6}}?"
_ASIDE = r"(?:\s*(?:,[^,;.]{3,60},|\([^)]{3,60}\)|[—–][^—–;.]{3,80}[—–]))?"  # "six men, two of them officers, were"
_WERE = _ASIDE + r"\s+(?:was|were|had\s+been|have\s+been|has\s+been)\s+(?:also\s+)?"
_NO_VERB = r"(?:\s+(?:others|more|people|civilians|soldiers|fighters|troops))?\s+"
_DEAD = r"(?:killed|dead|martyred|shot\s+dead)\b"
_DIED = _ASIDE + r"\s+(?:had\s+|have\s+|has\s+)?(?:died|perished|lost\s+their\s+lives)\b"
_HURT = r"(?:wounded|injured|hurt)\b"
# "Three soldiers and two guards were killed": all of them where the figures open a clause, so that no verb counts one.
_PEOPLE = rf"(?:\s+(?!{_NOT_NOUN}\b|died\b|perished\b|killed\b|dead\b|wounded\b|injured\b|hurt\b)[\w’'.-]+){{0,6}}?"
_FIGURES = (
    rf"(?:(?<=^)|(?<=[.;:“\"] )|(?<=, )|(?<=\bthat )|(?<=\bwhen )|(?<=\bwhere ))"
    rf"{_NUMBER}{_PEOPLE}(?:,\s+{_NUMBER}{_PEOPLE})?,?\s+and\s+{_NUMBER}{_PEOPLE}|\b{_NUMBER}{_NOUN}"
)
_KILLED = re.compile(rf"(?P<who>{_FIGURES})(?:{_WERE}{_DEAD}|{_DIED})", re.IGNORECASE)
_INJURED = re.compile(rf"(?P<who>{_FIGURES}){_WERE}{_HURT}", re.IGNORECASE)
_AND_INJURED = re.compile(rf"\band\s+(?P<who>{_NUMBER}){_NO_VERB}{_HURT}", re.IGNORECASE)
_COUNTED = re.compile(
    rf"\b(?:death\s+toll|number\s+of\s+(?:the\s+)?dead|toll(?!\s+of\s+(?:the\s+)?(?:wounded|injured))|number\s+of\s+deaths|"
    rf"the\s+dead)\b(?:\s+[\w’'.-]+){{0,6}}?\s+"
    rf"(?:at|to|of|is|was|stood\s+at)\s+(?P<who>{_NUMBER})",
    re.IGNORECASE,
)


_COUNTED_HURT = re.compile(
    rf"\b(?:toll|number)\s+of\s+(?:the\s+)?(?:wounded|injured)\s+(?:at|to|is|was|stood\s+at|(?:has\s+|had\s+)?ris(?:en|ing)\s+to)\s+"
    rf"(?P<who>{_NUMBER})",
    re.IGNORECASE,
)
_SPOKE = re.compile(
    rf"\b(?:spoke\s+of|speaks\s+of|reported|reports|counted|counts|listed|gave|cited)\s+(?P<who>{_NUMBER}\s+(?:[\w’'-]+\s+)?dead"
    r"(?:\s+(?!and\b|on\b|in\b|at\b|after\b|as\b)[\w’'-]+)?)",
    re.IGNORECASE,
)
_NO_ONE = re.compile(r"no(?:\s+one|body)\b", re.IGNORECASE)
_NONE = re.compile(r"\b(?:there\s+were\s+|caus(?:ed|ing)\s+|without\s+)?(?P<who>no\s+casualties)\b", re.IGNORECASE)


def victims_in(text: str) -> tuple[RoleMark, ...]:
    """Give the phrases of a sentence that tell how many were killed and injured, each at most once."""
    if not _TOLL.search(text):
        return ()
    found = [*_phrases(Role.KILLED, text), *_phrases(Role.INJURED, text)]
    found += [RoleMark(role=Role.KILLED, span=one.span) for one in found if _NO_ONE.match(one.span.text)]
    return tuple(next(role for role in found if role.role == kind) for kind in dict.fromkeys(r.role for r in found))


def _phrases(role: Role, text: str) -> Iterator[RoleMark]:
    patterns = (
        (_KILLED, _COUNTED, _SPOKE, _NONE) if role == Role.KILLED else (_INJURED, _AND_INJURED, _COUNTED_HURT, _NONE)
    )
    for pattern in patterns:
        for found in pattern.finditer(text):
            yield RoleMark(role=role, span=cut(text, found.start("who"), found.end("who")))
