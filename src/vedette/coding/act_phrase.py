"""Phrases that tell an act: "the strike on the dam"."""

import re

from vedette.coding.clauses import Stretch, noun_phrase, strip
from vedette.coding.cues import pattern
from vedette.model import Span, cut

FILE = "cause.toml"
_HANGS = re.compile(r"\s+(?:on|against|in|at|by|to|near|of|upon|from|over|for|targeting)\s+", re.IGNORECASE)
_CALLED = re.compile(
    r"\s+(?:bombing|killing|shelling|shooting|kidnapping|slaying|hijacking|beheading|lynching|stabbing|fighting|downing|"
    r"sinking)s?\b(?!\s+(?:the|an?|its|their|his|her|\d|at\s+least|of\s+\d))"
)
_RELATIVE = re.compile(r"\s+(?:that|which|who|being|having|[a-z]{3,}ing)\s+[^,.;:“”\"]{3,90}", re.IGNORECASE)
_SENT = re.compile(  # "rockets fired into the province": what was done with a weapon is the act
    r"(?<=[a-z]s)\s+(?:fired|launched|dropped|sent|flown|shot|lobbed|aimed|planted|thrown)\b"
    r"(?:\s+(?:at|on|into|in|against|from|over|across|towards?|by|near)\s+(?:the\s+|a\s+|its\s+)?[\w’'-]+"
    r"(?:\s+(?:[A-Z][\w’'-]*|province|district|region|town|city|area|base|airport|port))?)?"
)
_SO_CALLED = re.compile(
    r"\s*what\s+(?:[\w’'.-]+\s+){1,5}?(?:(?:has\s+|have\s+|had\s+)?(?:calls?|called|term(?:s|ed)|consider(?:s|ed)?|"
    r"describe[sd]?\s+as|regard(?:s|ed)?\s+as|s(?:aw|ees?)\s+as)|said\s+(?:was|were)|says?\s+(?:is|are|was|were))\s+",
    re.IGNORECASE,
)
_NAME = r"[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*){0,2}"
_ENDS_IN_NAME = re.compile(rf"\s(?i:on|against|in|at|of|near)\s+(?:the\s+)?{_NAME}$")
_AND_NAMES = re.compile(
    rf"(?:,\s+{_NAME})*,?\s+and\s+(?:the\s+)?{_NAME}(?=\s*(?:[.,;:”\"]|$|\b(?:on|in|at|by|with|during|last|this|and|which|that)\b))"
)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_ON_DAY = re.compile(
    rf"(?<=\bon)\s+(?:\d{{1,2}}\s+{_MONTH}|{_MONTH}\s+\d{{1,2}}|[A-Z]\w+day)\b|\s+(?:of|on)\s+\d{{1,2}}\s+{_MONTH}(?=\W|$)"
)
_AGO = re.compile(r"(?<=day|ays|eek|eks|nth|ths|ear|ars|our|urs)\s+(?:earlier|before|ago|previously)\b")
_LONG = 12  # words
_HEAD = 60  # characters in which the noun of the act stands


def whole_phrase(text: str, start: int) -> Stretch | None:
    """Give the noun phrase at `start` with the prepositional phrases, or the clause, that hang on it."""
    called = _SO_CALLED.match(text, start)
    phrase = _noun_phrase(text, called.end() if called else start)
    while (
        phrase is not None
        and (more := _HANGS.match(text, phrase[1]))
        and len(text[phrase[0] : phrase[1]].split()) < _LONG
    ):
        onward = _noun_phrase(text, more.end())
        if onward is None or onward[1] <= phrase[1]:
            break
        phrase = (phrase[0], onward[1])
    if phrase is None:
        return None
    if _ENDS_IN_NAME.search(text[phrase[0] : phrase[1]]) and (names := _AND_NAMES.match(text, phrase[1])):
        phrase = (phrase[0], names.end())
    if day := _ON_DAY.match(text, phrase[1]):
        phrase = (phrase[0], day.end())
    if ago := _AGO.match(text, phrase[1]):
        phrase = (phrase[0], ago.end())
    clause = _RELATIVE.match(text, phrase[1]) or _SENT.match(text, phrase[1])
    return strip(text, (phrase[0], clause.end() if clause else phrase[1]))


def with_day(phrase: Span, text: str) -> Span:
    """Give a phrase that was cut before its day ("the bombings in Kerman on") whole."""
    day = _ON_DAY.match(text, phrase.end)
    return cut(text, phrase.start, day.end()) if day else phrase


def _noun_phrase(text: str, start: int) -> Stretch | None:
    """Give the noun phrase at `start`, with the noun of an act that looks like a verb ("the market bombing")."""
    phrase = noun_phrase(text, start)
    called = _CALLED.match(text, phrase[1]) if phrase else None
    return (phrase[0], called.end()) if phrase and called else phrase


def act_in(text: str, phrase: Stretch | None) -> Span | None:
    """Give a phrase if one of its first words tells an act."""
    if phrase is None or not pattern(FILE, "acts").search(text, phrase[0], min(phrase[1], phrase[0] + _HEAD)):
        return None
    return cut(text, *phrase)
