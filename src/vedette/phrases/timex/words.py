"""The words that time phrases are made of, as patterns. A space in a pattern stands for one white space."""

import re

from vedette.phrases.calendar import HOLIDAYS, MONTH, MONTHS, SEASONS, WEEKDAY, WEEKDAYS
from vedette.phrases.numbers import TENS, UNITS

_SMALL = "|".join(sorted((*UNITS, *TENS), key=len, reverse=True))
NUMBER = (
    rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?|(?:{_SMALL})(?:(?:-| )(?:{_SMALL}))?(?: hundred)"
    r"?|(?:a |one )?hundred)"
)
VAGUE = (
    r"(?:several|some|many|(?:a |the (?:next |last |past |first )?|only a |just a )?few|"
    r"a number of|a couple(?: of)?|a dozen|dozens of|numerous|countless)"
)
COUNT = rf"(?:{NUMBER} and a half|{NUMBER}|half an?|an?|{VAGUE})"
UNIT = r"(?:minute|hour|day|night|week|weekend|fortnight|month|quarter(?! of)|year|decade|century|millennium)"
UNITS_ = (
    r"(?:seconds|minutes|hours|days|nights|weeks|weekends|fortnights|months|quarters(?! "
    r"of)|years|decades|centuries)"
)
ANY_UNIT = rf"(?:{UNITS_}|{UNIT})"
YEAR = r"(?:1[0-9]\d\d|20\d\d)"
DAY_OF = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
PART = r"(?:morning|afternoon|evening|night|dawn|dusk|midnight|noon|midday|daybreak|sunrise|sunset|nightfall)"
PARTS = {
    "morning": "TMO",
    "hours": "TMO",  # "the early hours of"
    "dawn": "TMO",
    "daybreak": "TMO",
    "sunrise": "TMO",
    "afternoon": "TAF",
    "evening": "TEV",
    "dusk": "TEV",
    "sunset": "TEV",
    "nightfall": "TEV",
    "night": "TNI",
    "midnight": "T24:00",
    "noon": "T12:00",
    "midday": "T12:00",
}
SEASON = rf"(?:{'|'.join(SEASONS)})"
HOLIDAY = rf"(?:{'|'.join(sorted((name for name in HOLIDAYS if name != 'may day'), key=len, reverse=True))})"
ABOUT = (
    r"(?:(?:about|around|approximately|roughly|nearly|almost|over|more than|less than|fewer than|at least|at most|"
    r"just over|just under|only|just|under|up to|some|well over|no more than|as many as|as long as|"
    r"another|barely|close to) )"
)
EDGE = (
    r"(?:(?:the )?(?:very )?(?:early|late|mid|earlier|later)(?: |-)(?:(?:in|on) )?(?:the )?(?:months of )?|"
    r"(?:the )?(?:very )?(?:(?:end|beginning|start|middle|close|turn|height|rest|remainder|"
    r"whole)|(?:latter|early|first|later|last|better|greater) part|(?:first|last|final|"
    r"early|opening|closing|"
    r"latter)(?: few)? (?:days|weeks|months|years)|(?:first|second|third|fourth|last) (?:week|day)) of (?:the )?)"
)
THAT_YEAR = r"(?:(?:of |in )?(?:that|the same|the following|the next|the previous|this|last|next) year)"
WHICH = r"(?:last|this|next|that|the same|that same|the following|the next|the previous|the preceding|the past)"

_OTHER_CUES = (
    "minute hour day night week weekend fortnight month quarter year decade century centuries millennium half moments "
    "morning afternoon evening dawn dusk midnight noon midday daybreak sunrise sunset nightfall today yesterday "
    "tomorrow tonight overnight now currently current present presently nowadays time moment stage date recent "
    "recently former formerly lately past future daily weekly monthly quarterly yearly annual annually hourly nightly "
    "biweekly everyday twenties thirties forties fifties sixties seventies eighties nineties long"
).split()
_NAMES = {
    part for names in (MONTHS, WEEKDAYS, SEASONS, HOLIDAYS) for name in names for part in re.findall(r"\w+", name)
}
CUES = frozenset(
    form for word in (*_OTHER_CUES, *(_NAMES - {"s", "new", "good", "eve"})) for form in (word, f"{word}s", f"{word}th")
)
"""What every time phrase holds at least one of, where it holds no figure."""

__all__ = ["HOLIDAY", "MONTH", "SEASON", "WEEKDAY"]


def spaced(pattern: str) -> str:
    """Let every space of a pattern stand for one white space."""
    return pattern.replace(" ", r"\s")


def compiled(pattern: str) -> re.Pattern[str]:
    """Compile a pattern of this grammar."""
    return re.compile(spaced(pattern), re.IGNORECASE)
