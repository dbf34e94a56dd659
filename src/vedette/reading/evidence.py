"""What a text gives away of its own age: days it cannot have been published before, or after."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from vedette.phrases.calendar import MONTH, day_or_none, month_of, weekday_of
from vedette.phrases.needed import sought
from vedette.phrases.written import DM, DMY, ISO, MD, MDY, MY, NUMERIC, YEAR, full_date
from vedette.reading.captions import is_caption

_SENTENCE = re.compile(r"(?<=[.!?”\"])\s+(?=[“\"A-Z])|\n+")
_NO_STOP = re.compile(rf"\b(?:{MONTH}|Mr|Mrs|Dr|Gen|Lt|Col|Maj|Sgt|Gov|Sen|Rep|St|No|U\.S|U\.N)\.$", re.IGNORECASE)
_LONGEST = 12  # more characters than "September." or any other word of these has
_AHEAD = re.compile(
    r"\b(?:will|would|shall|scheduled|due|planned|plans?|deadline|expires?|set for|slated|"
    r"expected|ahead of|upcoming|next|targets? of|from now|no later than|elections? (?:on|in)|vow\w*|pledg\w+|"
    r"propos\w+|until at least|to be held|mandate)\b[^.;]*$|"
    r"\b(?:until|till|by|before|through|for)\s+(?:the\s+|about\s+|at least\s+|\w+day,?\s+)*$",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"\d")  # no date or year is written without one: a quick look that spares many slow ones
_NOT_THE_YEAR = sought(r"(?:©|\bcopyright\b|\(c\)|\bfounded\b|\bresolution\b|\ball rights reserved\b)", re.IGNORECASE)

_PAST = re.compile(
    r"\b(?:was|were|had|began|broke|said|struck|hit|fell|took|killed|left|led|met|won|lost|\w{3,}ed)\b", re.IGNORECASE
)
_OTHER_YEAR = re.compile(
    r",?\s+(?:of )?(?:last year|next year|that year|the (?:previous|following|same) year|a year (?:earlier|before))"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """A reason why a text was published no earlier than `start` or no later than `end` (or both)."""

    start: date | None = None
    end: date | None = None
    reason: str = ""
    kind: str = "date"  # "date" written in the text, "event" known from elsewhere, "office" held for a term
    day: date | None = None  # the day of a known event that the text names without its year
    whole_year: bool = False  # a bare year, which news names for history as well


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentioned:
    """A day and month that the text names without a year, in the past; `fresh` when it says "as of"."""

    month: int
    day: int
    text: str
    offset: int
    weekday: int | None = None
    fresh: bool = False
    year: int | None = None  # known where it is the day of a known event


@lru_cache(maxsize=4)
def sentences(text: str) -> tuple[tuple[int, str], ...]:
    """Give the rough sentences of a text with their offsets; "Oct. 7" is not cut."""
    return tuple(_sentences(text))


def _sentences(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for found in _SENTENCE.finditer(text):
        if "\n" not in found[0] and _NO_STOP.search(text[max(start, found.start() - _LONGEST) : found.start()]):
            continue
        yield start, text[start : found.start()]
        start = found.end()
    yield start, text[start:]


def looks_ahead(sentence: str, offset: int) -> bool:
    """Say whether a date at `offset` of a sentence may lie in its future ("scheduled for", "by")."""
    return _AHEAD.search(sentence[max(0, offset - 60) : offset]) is not None


def stated_years(text: str) -> Iterator[Bound]:
    """Give what explicit years say: nothing told as past can be younger than the text."""
    for _, sentence in sentences(text):
        if _FIGURE.search(sentence) and not _NOT_THE_YEAR.search(sentence):
            yield from _full_dates(sentence)
            yield from _months_and_years(sentence)


def _full_dates(sentence: str) -> Iterator[Bound]:
    low = sentence.lower()
    for pattern in (ISO, DMY, MDY, NUMERIC):
        for found in pattern.finditer(low):
            day = full_date(found[0])
            if day and not looks_ahead(sentence, found.start()):
                yield Bound(
                    start=day, reason=f"after {sentence[found.start() : found.end()].strip()}, which it tells as past"
                )


def _months_and_years(sentence: str) -> Iterator[Bound]:
    low = sentence.lower()
    for found in MY.finditer(low):
        if not looks_ahead(sentence, found.start()):
            day = date(int(found["y"]), month_of(found["m"]), 1)
            yield Bound(start=day, reason=f"after {sentence[found.start() : found.end()]}, which it tells as past")
    for pattern in (ISO, DMY, MDY, NUMERIC, MY):
        low = pattern.sub(lambda found: " " * len(found[0]), low)
    for found in YEAR.finditer(low):
        if not looks_ahead(sentence, found.start()):
            yield Bound(start=date(int(found["y"]), 1, 1), reason=f"names the year {found['y']}", whole_year=True)


def spelled_years(text: str) -> dict[int, str]:
    """Give the years that the text writes out with a day told as past, each with that day as written.

    News leaves out the year of its own days ("Oct. 20") and writes that of other years ("April 15, 2023"). Captions
    write every year.
    """
    found: dict[int, str] = {}
    for _, sentence in sentences(text):
        if is_caption(sentence) or not _PAST.search(sentence) or _NOT_THE_YEAR.search(sentence):
            continue
        for pattern in (DMY, MDY):
            for match in pattern.finditer(sentence.lower()):
                day = full_date(match[0])
                if day and not looks_ahead(sentence, match.start()):
                    found[day.year] = sentence[match.start() : match.end()].strip()
    return found


def yearless_days(text: str) -> Iterator[Mentioned]:
    """Give the days and months that the text names without a year and tells as past."""
    for start, sentence in sentences(text):
        if not _FIGURE.search(sentence):
            continue
        low = sentence.lower()
        for pattern in (MD, DM):
            for found in pattern.finditer(low):
                month, number = month_of(found["m"]), int(found["d"])
                word = sentence[found.start("m") :][:1]
                if day_or_none(2000, month, number) is None or word.islower() or looks_ahead(sentence, found.start()):
                    continue
                if _OTHER_YEAR.match(low, found.end()):
                    continue
                weekday = weekday_of(found["w"]) if found["w"] else None
                fresh = re.search(r"\bas of\s*$", low[: found.start()]) is not None
                yield Mentioned(
                    month=month,
                    day=number,
                    text=sentence[found.start() : found.end()].strip(" ,("),
                    offset=start + found.start(),
                    weekday=weekday,
                    fresh=fresh,
                )
