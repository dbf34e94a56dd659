"""What a text takes back, leaves open or bears out of an act: "reports of gunfire were false", "not able to verify"."""

import re
from dataclasses import dataclass

from vedette.model import Mark, Span, cut

_QUICK = re.compile(
    r"\b(?:fail|unsuccess|attempted|abortive|botched|false|untrue|lies?\b|fabricat|baseless|unfounded|fake|known|clear|refus|declin|verif|unverif|"
    r"unconfirm|confirm|admit|acknowledg|conced)",
    re.I,
)
_ACT = r"(?:\s+(?!(?:and|but|that|which|who)\b)[\w’'-]+){0,8}?"
_FAILED = re.compile(
    rf"{_ACT}\s+(?:has\s+|had\s+|have\s+)?(?:failed\b(?!\s+to\b)|was\s+unsuccessful|were\s+unsuccessful|came\s+to\s+nothing)",
    re.I,
)
_FAILING = re.compile(r"\b(?:failed|attempted|unsuccessful|abortive|botched)\s+(?:[\w-]+\s+)?$", re.I)
_REPORTS = (
    r"\b(?:reports?|rumou?rs?|claims?|allegations?|accusations?|stories|suggestions?)\s+(?:of|about|that)\b[^.;]*"
)
_FALSE = (
    r"[^.;]*?\b(?:is|are|was|were|as|be)\s+(?:all\s+|completely\s+|entirely\s+|an?\s+|pure\s+|simply\s+)*"
    r"(?:false|untrue|lies?|fabricat\w+|baseless|unfounded|fake|fiction)\b"
)
_TAKEN_BACK = re.compile(rf"(?P<of>{_REPORTS})$", re.I)
_IS_FALSE = re.compile(_FALSE, re.I)
_UNVERIFIED = re.compile(
    r"\b(?:(?:not|unable|yet|cannot|n['’]t|never|impossible|neither)\b[^,;.]{0,30}\b(?:verif\w+|confirm\w*)|"
    r"(?:un(?:verified|confirmed))\s+(?:reports?|claims?|accounts?|allegations?|rumou?rs?))\b[^;.]*$",
    re.I,
)
_BORNE_OUT = re.compile(
    r"\b(?:confirm(?:ed|s|ing)|admit(?:ted|s|ting)|acknowledg(?:ed|es|ing)|conced(?:ed|es))\s+"
    r"(?:that\b|(?:on|in|late|early|for)\b[^,;.]{0,30}\bthat\b|(?:the|an?|its|his|their|having)\b)[^;.“”\"]*$",
    re.I,
)


_BY_WHOM = re.compile(r"\b(?:not|n['’]t|un)\s*(?:\w+\s+)?(?:known|clear)\s+who\s+(?:had\s+|has\s+)?$", re.I)
_NEITHER = re.compile(
    r"\b(?:refus|declin)\w*\s+to\s+(?:say|comment|confirm|disclose)[^.;]{0,20}\b(?:whether|if)\b[^.;]*$|"
    r"\b(?:neither\s+confirm\w*\s+nor\s+den\w+|(?:not|n['’]t)\s+(?:confirm\w*\s+or\s+den\w+))\b[^.;]*$",
    re.I,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """A status with the rule that decided, and the words of the sentence that it went by."""

    status: str
    rule: str
    words: Span | None = None


def reservation(mark: Mark, text: str) -> Decided | None:
    """Decide the status of a deed by what the sentence takes back, leaves open or bears out of it; None if nothing."""
    if not _QUICK.search(text):
        return None
    before, end = text[: mark.trigger.start], mark.trigger.end
    if mark.status == "denied":
        if found := _BY_WHOM.search(before):
            return _by("actual", "only who did it is not known", found, text)
        found = _NEITHER.search(before)
        return _by("claimed", "neither confirmed nor denied", found, text) if found else None
    if (found := _FAILED.match(text, end)) or (found := _FAILING.search(before)):
        return _by("thwarted", "the words say that it failed", found, text) if mark.type != "RETREAT" else None
    if (found := _TAKEN_BACK.search(before)) and (false := _IS_FALSE.match(text, end)):
        return _by("denied", "reports of it are called false", false, text)
    if found := _UNVERIFIED.search(before):
        return _by("claimed", "nobody could verify it", found, text) if mark.status == "actual" else None
    if mark.status == "claimed" and mark.status_probability < 1.0 and (found := _BORNE_OUT.search(before)):
        return _by("actual", "somebody bears it out", found, text)
    return None


def _by(status: str, rule: str, found: re.Match[str], text: str) -> Decided:
    words = cut(text, found.start(), found.end())
    lead, bare = len(words.text) - len(words.text.lstrip()), words.text.strip()
    return Decided(status=status, rule=rule, words=cut(text, words.start + lead, words.start + lead + len(bare)))
