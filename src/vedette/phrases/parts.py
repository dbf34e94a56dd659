"""Parts of a month, a year or a week: "the first week of December", "the end of the year"."""

import re
from collections.abc import Callable
from datetime import date

from vedette.phrases.calendar import (
    MONTH,
    WEEKDAY,
    add_days,
    add_months,
    weekday_before,
    weekday_of,
    whole_month,
    whole_week,
    whole_year,
)
from vedette.phrases.clock import Clock, Stretch, a_day, days
from vedette.phrases.numbers import ORDINALS
from vedette.phrases.units import over

_NTH = r"(?P<n>first|second|third|fourth|last|final|latter|opening|closing)"
OF_MONTH = re.compile(rf"\b{_NTH} (?P<part>week|weekend|half|days|day) of (?P<whole>{MONTH}.*)$")
OF_RUNNING = re.compile(
    r"\b(?:the )?(?P<edge>beginning|start|end|middle|turn|close) of (?:the|this) (?P<unit>week|month|year)\b"
)
BEFORE_LAST = re.compile(rf"\b(?P<what>week|weekend|month|year|{WEEKDAY}) before last\b")
BESIDE = re.compile(r"^(?:the|a) (?P<unit>week|month|year) (?P<way>before|after|following)$")
OF_DAY = re.compile(r"\bweek (?P<way>of|beginning|starting|ending|to) (?P<day>.+)$")
RUNNING = re.compile(
    rf"\b(?P<n>{'|'.join(ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th)) (?:(?:straight|consecutive|successive) "
    r"(?P<unit>day|night)|(?P<unit2>day|night) (?:running|in a row))\b"
)
OVERNIGHT = re.compile(rf"\bovernight (?:(?P<into>into|to) |on )?(?P<w>{WEEKDAY})")
_WHOLE: dict[str, Callable[[date], tuple[date, date]]] = {
    "week": whole_week,
    "month": lambda day: whole_month(day.year, day.month),
    "year": lambda day: whole_year(day.year),
}
_NUMBER = {**ORDINALS, "opening": 1, "latter": 2}


def part_of_month(text: str, clock: Clock, month: Callable[[str, Clock], Stretch | None]) -> Stretch | None:
    """Read "the last week of November" with `month` as the reader of the month."""
    found = OF_MONTH.search(text)
    whole = month(found["whole"], clock) if found else None
    if not found or whole is None or whole.from_ is None or whole.to is None or (whole.to - whole.from_).days > 31:
        return None
    first, last = _part(whole.from_, whole.to, found["n"], found["part"])
    return days((first, last), whole.value, f"{found['n']} {found['part']} of the month, {whole.basis}")


def _part(first: date, last: date, nth: str, part: str) -> tuple[date, date]:
    """Give the days of a part of a month: its weeks count from its first day, or back from its last."""
    if part == "half":
        middle = first.replace(day=15)
        return (first, middle) if nth in ("first", "opening") else (add_days(middle, 1), last)
    size = 1 if part == "day" else 7
    if nth in ("last", "final", "closing"):
        return add_days(last, 1 - size), last
    start = add_days(first, (_NUMBER[nth] - 1) * size)
    return start, min(add_days(start, size - 1), last)


def edge_of_running(text: str, clock: Clock) -> Stretch | None:
    """Read "the end of the year": the outer third of the running week, month or year."""
    found = OF_RUNNING.search(text)
    if not found:
        return None

    def rule(now: date) -> tuple[date, date]:
        first, last = _WHOLE[found["unit"]](now)
        third = (last - first).days // 3
        if found["edge"] in ("end", "close"):
            return add_days(last, -third), last
        return (
            (add_days(first, third), add_days(last, -third))
            if found["edge"] == "middle"
            else (first, add_days(first, third))
        )

    if clock.history and clock.anchor:
        return days(rule(clock.anchor), f"{clock.anchor.year:04}", f"{found[0]}, of the text's last date")
    return over(clock, rule, lambda day: f"{day.year:04}", f"{found[0]}, from the publication")


def before_last(text: str, clock: Clock) -> Stretch | None:
    """Read "the week before last", "the Thursday before last"."""
    found = BEFORE_LAST.search(text)
    if not found:
        return None
    what = found["what"]

    def rule(now: date) -> tuple[date, date]:
        if what == "week":
            return whole_week(add_days(now, -14))
        if what == "weekend":
            saturday = add_days(weekday_before(now, 5), -7)
            return saturday, add_days(saturday, 1)
        if what in _WHOLE:
            return _WHOLE[what](add_months(now.replace(day=1), -2 if what == "month" else -24))
        day = add_days(weekday_before(now, weekday_of(what), strictly=True), -7)
        return day, day

    return over(clock, rule, lambda day: day.isoformat(), f"{found[0]}, from the publication")


def beside_told(text: str, clock: Clock) -> Stretch | None:
    """Read "the month before", "the year after": next to that of the text's last date."""
    found = BESIDE.search(text)
    if not found or clock.anchor is None:
        return None
    step, unit = -1 if found["way"] == "before" else 1, found["unit"]
    moved = (
        add_days(clock.anchor, 7 * step)
        if unit == "week"
        else add_months(clock.anchor.replace(day=1), step * (12 if unit == "year" else 1))
    )
    return days(
        _WHOLE[unit](moved), f"{moved.year:04}", f"{found[0]}, from the text's last date ({clock.anchor.isoformat()})"
    )


def week_of_day(text: str, clock: Clock, day: Callable[[str, Clock], Stretch | None]) -> Stretch | None:
    """Read "the week of Nov. 20", "the week ending Dec. 10" with `day` as the reader of the day."""
    found = OF_DAY.search(text)
    read = day(found["day"], clock) if found else None
    if not found or read is None or read.from_ is None or read.from_ != read.to:
        return None
    first, last = whole_week(read.from_)
    if found["way"] in ("ending", "to"):
        first, last = add_days(read.from_, -6), read.from_
    elif found["way"] != "of":
        first, last = read.from_, add_days(read.from_, 6)
    return days((first, last), read.value, f"the week {found['way']} {read.from_.isoformat()}, {read.basis}")


def in_a_row(text: str, clock: Clock) -> Stretch | None:
    """Read "the second day running": that many days up to the text's day, or to the last one that the text told."""
    found = RUNNING.search(text)
    if not found:
        return None
    number = ORDINALS.get(found["n"]) or int(re.sub(r"\D", "", found["n"]))

    def rule(now: date) -> tuple[date, date]:
        return add_days(now, 1 - number), now

    if clock.anchor and clock.to_the_day:
        return days(rule(clock.anchor), clock.anchor.isoformat(), f"{found[0]}, up to the text's last date")
    return over(clock, rule, lambda day: add_days(day, number - 1).isoformat(), f"{found[0]}, up to the publication")


def overnight_beside(text: str, clock: Clock, day: Callable[[str, Clock], Stretch | None]) -> Stretch | None:
    """Read "overnight into Tuesday", "overnight Monday" with `day` as the reader of the weekday."""
    found = OVERNIGHT.search(text)
    read = day(found["w"], clock) if found else None
    if not found or read is None or read.from_ is None or read.from_ != read.to:
        return None
    first = add_days(read.from_, -1) if found["into"] else read.from_
    known = a_day(first, f"overnight, {read.basis}")
    return known.widened(after=1, basis="a night has two days")
