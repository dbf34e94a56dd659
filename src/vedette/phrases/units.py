"""Units of time: how many of them a phrase names, and what shifting a day by them gives."""

import re
from collections.abc import Callable
from datetime import date

from vedette.phrases.calendar import (
    add_days,
    add_months,
)
from vedette.phrases.clock import Clock, Stretch
from vedette.phrases.numbers import cardinal, quantities

UNIT = r"(?P<unit>minute|hour|day|night|week|fortnight|month|year|decade|weekend)s?"
HOW_MANY = (
    r"(?P<n>(?:(?:about|around|some|nearly|almost|over|more than|less than|at least|roughly|only|just|barely) )*"
    r"(?:(?:a |the )?(?:few|couple of|several|many|half an?)|[\w-]+(?: and a half)?)) "
)
SPANS = {
    "day": 7,
    "night": 7,
    "week": 42,
    "fortnight": 60,
    "month": 183,
    "year": 5 * 365,
    "hour": 1,
    "minute": 0,
    "decade": 30 * 365,
    "weekend": 30,
}


def over(clock: Clock, rule: Callable[[date], tuple[date, date]], value: Callable[[date], str], basis: str) -> Stretch:
    """Apply a rule that counts from the publication to both ends of its interval."""
    if clock.start is None or clock.end is None:
        return Stretch(from_=None, to=None, value="XXXX-XX-XX", basis="publication day unknown")
    first, last = rule(clock.start), rule(clock.end)
    return Stretch(from_=min(first[0], last[0]), to=max(first[1], last[1]), value=value(first[0]), basis=basis)


def iso(day: date) -> str:
    return day.isoformat()


def shifted(now: date, amount: float, unit: str) -> tuple[date, date]:
    """Shift by units; the coarser the unit, the wider what comes out (three days about a week, half a month ...)."""
    if unit in ("minute", "hour"):
        whole = int(amount / (24 if unit == "hour" else 1440))
        rest = 1 if amount % 24 else 0
        return (
            (add_days(now, whole), add_days(now, whole + rest))
            if amount >= 0
            else (add_days(now, whole - rest), add_days(now, whole))
        )
    if unit in ("day", "night"):
        day = add_days(now, round(amount))
        return day, day
    if unit in ("week", "fortnight", "weekend"):
        day = add_days(now, round(amount * (14 if unit == "fortnight" else 7)))
        return add_days(day, -2), add_days(day, 2)
    months = round(amount * {"month": 1, "year": 12, "decade": 120}[unit])
    day, slack = add_months(now, months), {"month": 10, "year": 92, "decade": 730}[unit]
    return add_days(day, -slack), add_days(day, slack)


def timex(day: date, unit: str) -> str:
    if unit in ("week", "fortnight", "weekend"):
        year, week, _ = day.isocalendar()
        return f"{year:04}-W{week:02}"
    if unit == "month":
        return f"{day.year:04}-{day.month:02}"
    return f"{day.year:04}" if unit in ("year", "decade") else day.isoformat()


def amount_of(words: str) -> float | None:
    """Read how many units: "three", "a", "half a", "two and a half", "a couple of"; None for "several", "a few"."""
    bare = re.sub(
        r"\b(?:about|around|some|nearly|almost|over|more than|less than|at least|roughly|only|just|barely|the|past|"
        r"last)\b",
        "",
        words.lower(),
    ).strip()
    half = 0.5 if "half" in bare else 0.0
    bare = re.sub(r"(?:and )?(?:a )?half(?: an?)?", "", bare).strip()
    if bare in ("a", "an", "one"):
        return 1.0 + half
    if not bare:
        return half or None
    if bare.startswith(("couple", "a couple")):
        return 2.0
    exact = cardinal(bare)
    if exact is None:
        found = [one for one in quantities(bare) if one.low == one.high]
        exact = found[0].best if found else None
    return None if exact is None else exact + half
