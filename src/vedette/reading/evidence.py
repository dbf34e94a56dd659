"""What a text gives away of its own age: days it cannot have been written before, and days it cannot have been written after."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from vedette.phrases.calendar import MONTH, add_days, add_months, day_or_none, month_of, weekday_of
from vedette.phrases.numbers import ORDINALS, cardinal
from vedette.phrases.written import DM, DMY, ISO, MD, MDY, MY, NUMERIC, YEAR, full_date
from vedette.registry.anchors import Anchor, anchors_in

if TYPE_CHECKING:
    from vedette.registry import Registry

_SENTENCE = re.compile(r"(?<=[.!?”\"])\s+(?=[“\"A-Z])|\n+")
_NO_STOP = re.compile(rf"\b(?:{MONTH}|Mr|Mrs|Dr|Gen|Lt|Col|Maj|Sgt|Gov|Sen|Rep|St|No|U\.S|U\.N)\.$", re.IGNORECASE)
_AHEAD = re.compile(
    r"\b(?:will|would|shall|scheduled|due|planned|plans?|until|till|by|before|deadline|expires?|set for|slated|"
    r"expected|ahead of|upcoming|next|target\w*|from now|no later than|elections? (?:on|in)|vow\w*|pledg\w+|"
    r"propos\w+|until at least|through|to be held|mandate)\b|\bfor\s*$",
    re.IGNORECASE,
)
_NOT_THE_YEAR = re.compile(
    r"(?:©|\bcopyright\b|\(c\)|\bfounded\b|\bresolution\b|\ball rights reserved\b)", re.IGNORECASE
)
_SINCE = re.compile(
    r"(?P<vague>nearly |almost |about |around |more than |over |just over |some |barely )?"
    r"(?P<n>an?|[\w-]+(?: and a half)?) (?P<unit>day|week|month|year)s? (?:after|since|into|of|on from|following)\b",
    re.I,
)
_ORDINAL = re.compile(
    r"\b(?:in|into|enter\w+|entering|start of|for) (?:its|the|a|their) (?P<n>\w+) (?P<unit>year|month|week)\b", re.I
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """A reason why a text was published no earlier than `start` or no later than `end` (or both)."""

    start: date | None = None
    end: date | None = None
    reason: str = ""
    kind: str = "date"  # "date" written in the text, "event" known from elsewhere, "office" held for a term
    day: date | None = None  # the day of a known event that the text names without its year


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


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """Give the rough sentences of a text with their offsets; "Oct. 7" is not cut."""
    start = 0
    for found in _SENTENCE.finditer(text):
        if _NO_STOP.search(text[start : found.start()]) and "\n" not in found[0]:
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
        if not _NOT_THE_YEAR.search(sentence):
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
            yield Bound(start=date(int(found["y"]), 1, 1), reason=f"names the year {found['y']}")


def yearless_days(text: str) -> Iterator[Mentioned]:
    """Give the days and months that the text names without a year and tells as past."""
    for start, sentence in sentences(text):
        low = sentence.lower()
        for pattern in (MD, DM):
            for found in pattern.finditer(low):
                month, number = month_of(found["m"]), int(found["d"])
                word = sentence[found.start("m") :][:1]
                if day_or_none(2000, month, number) is None or word.islower() or looks_ahead(sentence, found.start()):
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


def known_events(text: str) -> Iterator[Bound]:
    """Give what known events say: not before them; and with their day near them but no year, within a year of them."""
    told = [sentence for _, sentence in sentences(text)]
    named = tuple(anchors_in(text))
    for index, sentence in enumerate(told):
        near = " ".join(told[max(0, index - 1) : index + 2])
        for anchor in named:
            if anchor.named_in(sentence):
                yield from _of_event(anchor, sentence, near)


def _of_event(anchor: Anchor, sentence: str, near: str) -> Iterator[Bound]:
    told = f"{anchor.name} (known event, {anchor.date.isoformat()})"
    named = names_day(near if anchor.alone else sentence, anchor.date) and not _in_years(anchor, sentence.lower())
    if elapsed := _elapsed(anchor, sentence):
        yield replace(elapsed, day=anchor.date if named else None)
    elif named:
        yield Bound(
            start=anchor.date,
            end=add_days(add_months(anchor.date, 12), -1),
            kind="event",
            day=anchor.date,
            reason=f"{told}, its day given without a year",
        )
    elif anchor.alone and not _in_years(anchor, sentence.lower()):
        yield Bound(start=anchor.date, reason=f"after {told}", kind="event")


def names_day(text: str, day: date) -> bool:
    """Say whether the text names the month and day of `day` without a year."""
    return any(
        (month_of(found["m"]), int(found["d"])) == (day.month, day.day)
        for pattern in (MD, DM)
        for found in pattern.finditer(text.lower())
    )


def _in_years(anchor: Anchor, sentence: str) -> bool:
    """Say whether the sentence gives the event another year than ours, so that it means another event."""
    years = {int(found["y"]) for found in YEAR.finditer(sentence)}
    return bool(years) and anchor.date.year not in years


def _elapsed(anchor: Anchor, sentence: str) -> Bound | None:
    """Read "nearly two years after the invasion", "the war, now in its third year" as an age of the text."""
    words = anchor.named_in(sentence)
    if words is None:
        return None
    since = [found for found in _SINCE.finditer(sentence[: words.end()]) if words.start() - found.end() <= 40]
    if since and (count := _count(since[-1]["n"])):
        return _aged(anchor, count, since[-1]["unit"].lower(), (since[-1]["vague"] or "").strip().lower(), since[-1][0])
    if (found := _ORDINAL.search(sentence)) and (nth := ORDINALS.get(found["n"].lower())):
        start, end = (
            _later(anchor.date, nth - 1, found["unit"].lower()),
            _later(anchor.date, nth, found["unit"].lower()),
        )
        return Bound(
            start=start,
            end=end,
            kind="event",
            reason=f"in the {found['n']} {found['unit']} of {anchor.name} ({anchor.date.isoformat()})",
        )
    return None


def _count(words: str) -> float | None:
    half = 0.5 if words.endswith("half") else 0.0
    bare = words.lower().replace(" and a half", "")
    exact = 1 if bare in ("a", "an") else cardinal(bare)
    return None if exact is None or exact > 400 else exact + half


def _aged(anchor: Anchor, count: float, unit: str, vague: str, words: str) -> Bound:
    before = {"year": 75, "month": 20, "week": 5, "day": 1}[unit]
    after = {"year": 330, "month": 30, "week": 7, "day": 1}[unit]
    middle = _later(anchor.date, count, unit)
    early = vague in ("nearly", "almost", "about", "around", "some", "barely", "")
    return Bound(
        start=add_days(middle, -before if early else 0),
        end=add_days(middle, 0 if vague in ("nearly", "almost") else after),
        kind="event",
        reason=f"{words.strip()} {anchor.name} ({anchor.date.isoformat()})",
    )


def _later(day: date, count: float, unit: str) -> date:
    if unit in ("day", "week"):
        return add_days(day, round(count * (7 if unit == "week" else 1)))
    return add_months(day, round(count * (12 if unit == "year" else 1)))


def terms_of_office(text: str, registry: "Registry") -> Iterator[Bound]:
    """Give the terms of the office-holders whom the text names with their office ("Prime Minister X Y")."""
    plain = text.replace("’", "'")
    low = plain.lower()
    for person, office in registry.offices():
        terms = [other for other in person.offices if (other.title, other.of) == (office.title, office.of)]
        if office.from_ is None or len(terms) > 1:
            continue
        if any(_holds(low, name.lower().replace("’", "'"), office.title) for name in person.names if " " in name):
            term = (
                f"{office.from_.isoformat()} to {office.to.isoformat()}"
                if office.to
                else f"since {office.from_.isoformat()}"
            )
            yield Bound(
                start=office.from_,
                end=office.to and add_days(office.to, 14),
                kind="office",
                reason=f"{person.name} is {office.title} ({term})",
            )


def _holds(text: str, name: str, title: str) -> bool:
    """Say whether the text names the person right beside the office and does not call it a former one."""
    if name not in text:
        return False
    from vedette.registry.matching import titles_in

    for found in re.finditer(rf"\b{re.escape(name)}\b", text):
        before = re.split(r"[.;,\n]\s", text[max(0, found.start() - 60) : found.start()])[-1].strip()
        if title in titles_in(before):
            return not _FORMER.search(before)
        after = re.match(r"\s*,\s*(?:who is |the |an? )?([^,.;\n]{3,50})", text[found.end() : found.end() + 70])
        if after and any(title in titles_in(" ".join(after[1].split()[:n])) for n in range(1, 6)):
            return not _FORMER.search(after[1])
    return False


_FORMER = re.compile(r"\b(?:former|ex|late|then|ousted|deposed|toppled|previous|elect|designate|outgoing|candidate)\b")
