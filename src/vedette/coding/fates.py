"""Whether a victim phrase tells of the killed or of the injured, as the words around it say."""

import re

from vedette.model import Mark, Role, Span, cut
from vedette.phrases.numbers import quantities

_GAP = (
    r"(?:(?:at least|at most|more than|fewer than|up to|as many as|some|about|around|nearly|almost|another|over|only|"
    r"just|a further|the|an?|its|his|her|their)\s+)*"
)
_KILL = r"(?:kill(?:ed|ing|s)?|martyr\w*|claim(?:ed|ing|s)? the li(?:fe|ves) of|murder\w*|execut\w+|slaughter\w*)"
_HURT = r"(?:wound(?:ed|ing|s)?|injur(?:ed|ing|es)|hurt(?:ing|s)?|maim\w*)"
_WERE = r"(?:was|were|is|are|had been|have been|has been|being)"
_NOUN = r"(?:(?:others?|more|people|civilians|soldiers|fighters|troops|members|of them)\s+)?"
_KILLING = re.compile(rf"\b{_KILL}\s+{_GAP}$", re.I)
_HURTING = re.compile(rf"\b{_HURT}\s+{_GAP}$", re.I)
_BOTH = re.compile(rf"\b(?:{_KILL}\s+(?:or|and|and/or)\s+{_HURT}|{_HURT}\s+(?:or|and|and/or)\s+{_KILL})\b", re.I)
_ASIDE = r"(?:\s*,[^,;]{3,50},)?"  # "17 people, nine of them children, were killed"
_KILLED = re.compile(
    rf"{_ASIDE}\s+{_NOUN}(?:(?:{_WERE}\s+)(?:\w+\s+)?)?(?:killed|dead|martyred|slain|shot dead|murdered|executed)\b|"
    r"\s+(?:had |have |has )?(?:died|perished|lost their lives)\b",
    re.I,
)
_INJURED = re.compile(
    rf"{_ASIDE}\s+{_NOUN}(?:(?:{_WERE}\s+)(?:\w+\s+)?)?(?:wounded|injured|hurt)\b|"
    r"\s+(?:in (?:an? )?(?:critical|serious|grave|stable) condition|with (?:[\w-]+\s+){0,2}(?:injur|wound|burn))",
    re.I,
)
_DEAD_INSIDE = re.compile(r"\b(?:killed|dead|deaths?|bodies|corpses|fatalit\w+|martyrs)\b", re.I)
_HURT_INSIDE = re.compile(r"\b(?:wound\w*|injur\w+|hurt)\b", re.I)
_DEATH = re.compile(
    r"kill|dead|death|die[ds]?\b|dying|martyr|slain|slay|slaughter|shot|shoot|murder|assassinat|massacre|behead|execut|"
    r"hang|lynch|bodies|body|corpse|fatal|casualt|toll|lives|life|perish|lost|loss|victim|drown|crush|burie|grave|"
    r"surviv|bloodshed|eliminat|neutrali[sz]|liquidat|los(?:e|ing|t)\b|claim|cost|died",
    re.I,
)
_HARM = re.compile(
    r"wound|injur|hurt|casualt|burn|maim|harm|condition|hospital|treat|concuss|brain|amputat|shrapnel|limb|shot|shoot|"
    r"beat|tortur|stab|victim|gas|suffoc|poison|unharmed|scathed|rape",
    re.I,
)
_SPEAKS_OF = {Role.KILLED: _DEATH, Role.INJURED: _HARM}
_OTHERWISE = re.compile(
    r"\b(?:displac|uproot|evacuat|detain|arrest|abduct|kidnap|captur|rescu|freed|releas|destroy|damag|affect|shelter|"
    r"homeless|driven|drove|driving|forc(?:ed|es|ing)\b)[a-z]*\s+(?:from their homes\s+)?" + _GAP + "$",
    re.I,
)  # "killed dozens and displaced thousands"
_THINGS = re.compile(r"\bdamages?$", re.I)
_FORMER = re.compile(r"\b(?:from|instead of)\s+(?:an? (?:\w+ )?(?:toll|figure|count) of )?" + _GAP + "$", re.I)
_EARLIER = re.compile(
    r"\b(?:earlier|previous|initial|former|preliminary|provisional)\s+(?:death\s+)?(?:figure|toll|count|number|tally|"
    r"estimate|report)s?\b",
    re.I,
)
_LATER = re.compile(r"\s+(?:(?:hours|a day|days) )?later\b|\s+(?:afterwards|the next day|the following day)\b", re.I)
_NOW = re.compile(r"\bto\s+(?=(?:at least |more than |about |some |over )?[\w,]+$)", re.I)
_NO_ONE = re.compile(r"no(?:body|\s+one)\b", re.I)
_TOTAL_TO = re.compile(
    r"\b(?:bring(?:s|ing)?|brought|tak(?:es|ing)|took|rais(?:es|ed|ing)|push(?:es|ed|ing)|lift(?:s|ed|ing))\s+"
    r"(?:the\s+|its\s+|their\s+)?(?:[\w-]+\s+){0,4}?(?:toll|total|number|tally|dead|deaths|killed|fatalities)\b"
    r"(?:\s+(?!to\b)[\w’'-]+){0,6}?\s+to\s+(?=(?:at\s+least\s+|about\s+|more\s+than\s+|over\s+)?[\w,]+)",
    re.I,
)
_RISES = re.compile(
    r"\b(?:ris(?:e[ns]?|ing)|rose|gone up|went up|climb\w*|rais\w+|revis\w+|increas\w+|up|down|fall\w*|fell|"
    r"lower\w*|jump\w*|grow[ns]?|grew|correct\w*|put|updat\w+)\b",
    re.I,
)
_PART = re.compile(r"\s+(?:\w+\s+)?among (?:them|whom|those|the dead)\b", re.I)
_PART_INSIDE = re.compile(r"^[^,]*\bamong (?:them|whom|those)$", re.I)
_BARE = re.compile(r"(?:the )?(?:wounded|injured|dead|killed|deaths?|injuries)", re.I)


def fate_of(span: Span, text: str) -> Role | None:
    """Say whether the people of `span` were killed or injured; None where the words around it say neither or both."""
    inside = _inside(span.text)
    if inside is not None:
        return inside
    before, after = text[max(0, span.start - 60) : span.start], text[span.end : span.end + 60]
    if _BOTH.search(before[-40:] + span.text + after[:40]):
        return None
    for role, told in ((Role.KILLED, _KILLED.match(after)), (Role.INJURED, _INJURED.match(after))):
        if told:
            return role
    if _HURTING.search(before):
        return Role.INJURED
    return Role.KILLED if _KILLING.search(before) else None


def _inside(phrase: str) -> Role | None:
    dead, hurt = _DEAD_INSIDE.search(phrase), _HURT_INSIDE.search(phrase)
    if (dead is None) == (hurt is None):
        return None
    return Role.KILLED if dead else Role.INJURED


def of_fate(role: Role, mark: Mark, text: str) -> tuple[Span, ...]:
    """Give the spans that `mark` has for `role` (killed or injured), less those that the words tell of otherwise:
    people of the other fate, damage, an earlier figure, a part of the whole, the figure of another clause."""
    spans = mark.of(role)
    here = tuple(span for span in spans if span.end <= len(text))  # a toll may be told in a later sentence
    beyond = tuple(span for span in spans if span.end > len(text))
    if not here or not _SPEAKS_OF[role].search(text):
        return beyond
    if role == Role.KILLED and (total := _total(text)) is not None:
        return (total, *beyond)
    kept = tuple(
        span
        for span in here
        if (fate_of(span, text) in (None, role) or _NO_ONE.match(span.text))
        and not _THINGS.search(span.text)
        and not _OTHERWISE.search(text[max(0, span.start - 60) : span.start])
    )
    return (*_in_clause(_current(kept, text), mark, text), *beyond)


def _total(text: str) -> Span | None:
    """Give the number to which a rise brought the dead of a sentence ("taking the number of dead to nine")."""
    found = _TOTAL_TO.search(text)
    counted = next(quantities(text[found.end() :]), None) if found else None
    if found is None or counted is None or counted.start:
        return None
    return cut(text, found.end(), found.end() + counted.end)


def _current(spans: tuple[Span, ...], text: str) -> tuple[Span, ...]:
    """Leave out the figures that a new one replaces ("to eight from five") and those that tell a part only."""
    if earlier := _EARLIER.search(text):
        spans = tuple(span for span in spans if span.start < earlier.start()) or spans
    spans = tuple(span for span in spans if _LATER.match(text, span.end)) or spans
    if _RISES.search(text):
        spans = tuple(_latest(span, text) for span in spans)
        now = tuple(span for span in spans if not _FORMER.search(text[: span.start]))
        spans = now or spans
    whole = tuple(span for span in spans if not (_PART.match(text, span.end) or _PART_INSIDE.search(span.text)))
    counted = tuple(span for span in whole if not _BARE.fullmatch(span.text))
    return counted or whole


def _latest(span: Span, text: str) -> Span:
    """Cut "25 to at least 34" after "from" to the figure that holds now."""
    to = _NOW.search(span.text)
    if to is None or not _FORMER.search(text[: span.start]):
        return span
    return Span(text=span.text[to.end() :], start=span.start + to.end(), end=span.end)


def _in_clause(spans: tuple[Span, ...], mark: Mark, text: str) -> tuple[Span, ...]:
    """Take the figures on the trigger's side of a semicolon: what stands beyond it is another voice's figure."""
    if ";" not in text:
        return spans
    clause = text[: mark.trigger.start].count(";")
    own = tuple(span for span in spans if text[: span.start].count(";") == clause)
    return own or spans
