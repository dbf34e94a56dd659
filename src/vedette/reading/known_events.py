"""What known events say of the age of a text that names them."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from vedette.phrases.calendar import add_days, add_months, month_of
from vedette.phrases.numbers import ORDINALS, cardinal
from vedette.phrases.written import DM, MD, YEAR
from vedette.reading.evidence import Bound, sentences
from vedette.registry.anchors import Anchor, anchors_in

_SINCE = re.compile(
    r"(?P<vague>nearly |almost |about |around |more than |over |just over |some |barely )?"
    r"(?P<n>an?|[\w-]+(?: and a half)?) (?P<unit>day|week|month|year)s? (?:after|since|into|of|on from|following)\b",
    re.I,
)
_ORDINAL = re.compile(
    r"\b(?:in|into|enter\w+|entering|start of|for) (?:its|the|a|their) (?P<n>\w+) (?P<unit>year|month|week)\b", re.I
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
