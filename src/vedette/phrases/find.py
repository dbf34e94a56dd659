"""Find the time phrases of a running text (a tagger's time spans come first; this is for all the others)."""

import re
from collections.abc import Iterator
from functools import lru_cache

from vedette.model import Span
from vedette.phrases.calendar import HOLIDAYS, MONTH, MONTHS, SEASONS, WEEKDAY, WEEKDAYS
from vedette.phrases.starts import starts

_YEAR = r"(?:1[4-9]\d\d|20\d\d)"
_DAY = r"[0-3]?\d(?:st|nd|rd|th)?"
_PART = r"(?:morning|afternoon|evening|night|dawn|midnight|noon|midday)"
_NUM = (
    r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|"
    r"thirty|half an?|\d{1,3}|several|"
    r"a few|few|a couple of|many)"
)
_UNIT = r"(?:minutes?|hours?|days?|nights?|weeks?|fortnights?|months?|years?|decades?)"
_WD = WEEKDAY.replace("mon\\.?|", "").replace("sun\\.?|", "").replace("sat\\.?|", "").replace("wed\\.?|", "")
_NTH = r"(?:first|second|third|fourth|last|final|latter)"
_WHOLE = rf"(?:{MONTH}(?:,? {_YEAR}\b)?|{_YEAR}\b)"
_ATOMS = (
    rf"\b(?:the )?{_NTH} (?:week|weekend|half|quarter|days?) of {_WHOLE}",
    r"\b(?:(?:the )?(?:beginning|start|end|middle) of the (?:week|month|year))\b",
    r"\b(?:the|a) (?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,2}(?:st|nd|rd|th)) "
    r"(?:(?:straight|consecutive|successive) (?:day|night)|(?:day|night) (?:running|in a row))\b",
    rf"\bovernight (?:(?:into|to|on) )?{_WD}\b",
    rf"\b(?:the )?(?:week|weekend|month|{_WD}) before last\b",
    r"\b(?:this past |the past |last |next |this |the )weekend\b",
    rf"\b(?:the )?(?:summer|winter|autumn) of {_YEAR}[-/]\d\d\b|\b{_YEAR}[-/]\d\d\b(?!-\d|\d)",
    rf"\b{_YEAR}-[01]\d-[0-3]\d\b",
    rf"\b[0-3]?\d[/.][0-3]?\d[/.]{_YEAR}\b",
    rf"(?:{WEEKDAY},? (?:the )?)?\b{_DAY}(?: (?:to|and|or) {_DAY}| ?[-–] ?{_DAY})?(?: of)"
    rf"? {MONTH}(?:,? {_YEAR}\b)?",
    rf"(?:{WEEKDAY},? )?\b{MONTH} (?:the )?{_DAY}(?!\d)(?: (?:to|and) {_DAY}(?! {MONTH})\b|"
    rf" ?[-–] ?{_DAY}\b)?(?:,? {_YEAR}\b)?",
    rf"\b(?:(?:early|late|mid)[- ])?{MONTH},? (?:of )?{_YEAR}\b",
    rf"\b(?:{'|'.join(sorted(HOLIDAYS, key=len, reverse=True))})\b(?: {_YEAR}\b)?|\b9/11\b",
    rf"\b{_NUM} {_UNIT} (?:ago|earlier|later|before|after(?:wards?)?)\b",
    rf"\b(?:(?:early|late|earlier|later) (?:on )?)?(?:(?:last|next|this|the (?:previous|"
    rf"following)) )?{_WD}(?: {_PART})?\b(?:,? (?:last|this|next) week\b)?",
    r"\bthe day (?:before yesterday|after tomorrow)\b",
    rf"\b(?:early |late |earlier |later )?(?:yesterday|tomorrow) {_PART}\b",
    r"\b(?:early |late |earlier |later )?(?:today|yesterday|tomorrow|tonight|overnight|last night|this (?:morning|"
    r"afternoon|evening))\b",
    rf"\bthe (?:next|following|same|previous|very same) (?:day|{_PART}|month|year|week)\b|\bthat (?:same )?(?:day|"
    rf"{_PART})\b|\bthe (?:day|{_PART}|week) (?:before|after)\b",
    r"\b(?:hours|minutes|days|weeks|months|moments) (?:later|earlier|after|afterwards)\b",
    r"\b(?:earlier |later )?(?:this|last|next|the past|the coming) (?:week|weekend|month|year)\b",
    rf"\b(?:in |over |during )?(?:the )?(?:past|last|recent|coming|next) (?:{_NUM} )?(?:hours|"
    r"days|weeks|fortnight|months|"
    rf"years|decades)\b",
    rf"\b(?:the )?(?:early |late |mid-?)?(?:{'|'.join(SEASONS)}) (?:of )?{_YEAR}\b",
    rf"(?:\b(?:in|since|until|by|of|from|during|early|late|mid|last|next|this|end of|beginning of|month of|"
    rf"the previous|the following)[- ]){MONTH}(?![,.]? ?\d)(?! (?:of )?{_YEAR})",
    rf"\b(?:in|the|by|during|of|until|last|this|next|that) (?:(?:early|late|"
    rf"mid)[- ])?(?:{'|'.join(SEASONS)})\b(?! (?:of )?{_YEAR})(?! of (?!the |last |this |that ))",
    rf"\b(?:mid|early|late)[- ]{_YEAR}\b",
    rf"\bthe (?:(?:early|late|mid)[- ])?{_YEAR[:-1]}|1[4-9]\d0)s\b",
    rf"(?<![\d.,$€£/-])\b{_YEAR}\b(?![\d,]*\d)(?! (?:people|troops|soldiers|civilians|men|"
    r"fighters|dead|wounded|tons|"
    rf"km))",
)
_CUE_WORDS = (
    "minute minutes hour hours day days night nights week weeks weekend fortnight fortnights month months moments "
    "year years decade decades morning afternoon evening dawn midnight noon midday today yesterday tomorrow tonight "
    "overnight",
)
_BEFORE = (
    r"(?:\b(?:as of|since|until|till|by|after|before|between|from|following|through|up to|on or before|as early as|"
    r"shortly after|"
    r"soon after|shortly before|starting|prior to|early on|late on|earlier on|later on|early|late|the end of|"
    r"the beginning of|"
    r"the start of|the (?:night|morning|afternoon|evening|week|early hours|small hours)"
    r" of|the middle of|throughout|"
    r"no later than|\d{1,2}(?:[:.]\d\d)? ?[ap]\.?m\.?(?: (?:local time|GMT|UTC|E[SD]?T))?(?: on)?|"
    r"[0-2]\d:?[0-5]\d (?:local time|GMT|UTC|hours)(?: on)?)[ -](?:the )?)?"
)
_ZONE = (
    r"(?:,? (?:(?:[A-Z]\w+|local|eastern|central|pacific) (?:standard |summer |daylight "
    r"|mean )?time|GMT|UTC|E[SD]?T)\b)?"
)
_FINDER = re.compile(rf"{_BEFORE}(?:{'|'.join(_ATOMS)}){_ZONE}", re.IGNORECASE)
# What every phrase above holds at least one of: a figure, or one of these words. Most sentences hold none.
_CUES = frozenset(
    word for words in (*MONTHS, *WEEKDAYS, *HOLIDAYS, *SEASONS, *_CUE_WORDS) for word in re.findall(r"[a-z]+", words)
)
_REACH = 9  # words from the first of a phrase to its first figure or cue
_MONTH_WORDS = frozenset(word for name in MONTHS for word in re.findall(r"[a-z]+", name))
_RANGE = re.compile(r"(?:\s+(?:and|to|until|till|through)\s+|\s?[-–]\s?)$")
_COUNTS = re.compile(r"(?:\bdays?|weeks?|months?|years?|hours?) (?:after|before)$", re.IGNORECASE)
_OF_A_YEAR = re.compile(r"(?:last|this|next) year", re.IGNORECASE)
_TIES = (" ", ", ", " of ")
_LETTERS = re.compile(r"[a-z]+")
_PLAIN_WORDS = re.compile(r"\b(?:may|march|sat|sun|mar)\b", re.IGNORECASE)


@lru_cache(maxsize=4096)
def find_times(text: str) -> tuple[Span, ...]:
    """Give the time phrases of a text in order, each with the preposition that bounds it ("since Oct. 17")."""
    lowered = text.lower()
    if not any(letter.isdigit() for letter in lowered) and _CUES.isdisjoint(_LETTERS.findall(lowered)):
        return ()
    return tuple(_joined(list(_found(text)), text))


def _found(text: str) -> Iterator[Span]:
    done = 0
    for start in starts(text, _CUES, _REACH):
        if start < done or (match := _FINDER.match(text, start)) is None:
            continue
        done = match.end()
        phrase = match[0].rstrip(" ,")
        if not _is_plain_word(phrase):
            yield Span(text=phrase, start=match.start(), end=match.start() + len(phrase))


def _is_plain_word(phrase: str) -> bool:
    """Say whether a match is the verb "march" or "may": in small letters and without a figure."""
    word = _PLAIN_WORDS.search(phrase)
    return word is not None and word[0].islower() and not any(letter.isdigit() for letter in phrase)


def _joined(spans: list[Span], text: str) -> Iterator[Span]:
    """Join the halves of a range: "from Nov. 3" and "Dec. 5" with "to" between them."""
    index = 0
    while index < len(spans):
        span = spans[index]
        after = spans[index + 1] if index + 1 < len(spans) else None
        if after and (
            _dates_its_year(span, after, text) or _counts_from(span, after, text) or _makes_range(span, after, text)
        ):
            span = Span(text=text[span.start : after.end], start=span.start, end=after.end)
            index += 1
        yield span
        index += 1


def _dates_its_year(first: Span, second: Span, text: str) -> bool:
    """Say whether "last year" tells the year of the date before it: "2 November last year"."""
    return (
        _OF_A_YEAR.fullmatch(second.text) is not None
        and text[first.end : second.start] in _TIES
        and not _MONTH_WORDS.isdisjoint(_LETTERS.findall(first.text.lower()))
    )


def _counts_from(first: Span, second: Span, text: str) -> bool:
    """Say whether the second is what the first counts from: "two days after Dec. 8"."""
    between = text[first.end : second.start]
    return _COUNTS.search(first.text) is not None and between in (" ", " the ") and second.text[:1].isupper()


def _makes_range(first: Span, second: Span, text: str) -> bool:
    """Say whether the words between two dates make them one range; "and" does so only after "between" or "from"."""
    between = text[first.end : second.start]
    if not _RANGE.fullmatch(between):
        return False
    opened = re.match(r"(?:between|from)\b", first.text, re.I)
    return opened is not None or (re.search(r"\d$", first.text) is not None and between.strip() != "and")
