"""Weeks, months and years that count from the publication: "this week", "last month", "earlier this year"."""

import re
from datetime import date

from vedette.phrases.calendar import (
    add_days,
    add_months,
    weekday_after,
    weekday_before,
    whole_month,
    whole_week,
    whole_year,
)
from vedette.phrases.clock import Clock, Stretch
from vedette.phrases.units import iso, over, timex

PERIOD = re.compile(
    r"\b(?P<which>this|last|next|past|coming|previous|following|same|that|current)[ -](?:very )?"
    r"(?P<unit>day|night|morning|afternoon|evening|week|weekend|month|year|summer|winter|spring|autumn|fall)\b"
    r"(?!s)(?! ago)"
)
EARLIER = re.compile(
    r"\b(?P<edge>earlier|later|early|late|earlier in the|later in the|so far|mid)[ -](?P<which>this|last|next|"
    r"in the)[ -]"
    r"(?P<unit>day|week|month|year)\b|\bearlier (?:in the )(?P<unit2>day|week|month|year)\b"
)


def earlier(text: str, clock: Clock) -> Stretch | None:
    """Read "earlier this year": from the period's first day to the publication."""
    if not (found := EARLIER.search(text)):
        return None
    unit, which, edge = found["unit"] or found["unit2"], found["which"] or "this", found["edge"] or "earlier"
    value = {
        "day": iso,
        "week": lambda d: timex(d, "week"),
        "month": lambda d: timex(d, "month"),
        "year": lambda d: timex(d, "year"),
    }[unit]

    def rule(now: date) -> tuple[date, date]:
        first, last = _period(now, unit, {"last": -1, "next": 1}.get(which, 0))
        third = (last - first).days // 3
        if which in ("this", "in the"):
            return (first, now) if edge.startswith(("earl", "so far")) else (now, last)
        return (first, add_days(first, third)) if edge.startswith("earl") else (add_days(last, -third), last)

    return over(clock, rule, value, f"{found[0]}, from the publication")


def this(text: str, clock: Clock) -> Stretch | None:
    """Read "this week", "last month", "next year", "the weekend"."""
    found = PERIOD.search(text) or re.search(
        r"\b(?P<which>the)(?: \w+)? (?P<unit>weekend)\b|^(?P<unit3>weekend)$", text
    )
    if not found:
        return None
    groups = found.groupdict()
    unit, which = groups.get("unit") or groups.get("unit3") or "", groups.get("which") or "the"
    if unit in ("summer", "winter", "spring", "autumn", "fall", "night", "morning", "afternoon", "evening", "day"):
        return None
    if which in ("same", "that", "following", "previous") and clock.anchor:
        clock = clock.at(clock.anchor)
        bounds = _period(clock.anchor or date.min, unit, {"following": 1, "previous": -1}.get(which, 0))
        return Stretch(
            from_=bounds[0], to=bounds[1], value=timex(bounds[0], unit), basis=f"{found[0]}, from the text's last date"
        )
    if which == "past" and unit != "weekend":
        basis = f"{found[0]}, up to the publication"
        return over(clock, lambda now: (_back(now, unit), now), lambda day: timex(day, unit), basis)
    step = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "following": 1}.get(which, 0)
    return over(
        clock,
        lambda now: _cut(_period(now, unit, step), now, clock) if step == 0 else _period(now, unit, step),
        lambda day: timex(day, unit),
        f"{found[0]}, from the publication",
    )


def _back(now: date, unit: str) -> date:
    """Give the day one week, month or year before another."""
    months = {"month": -1, "year": -12}.get(unit)
    return add_months(now, months) if months else add_days(now, -7)


def _cut(bounds: tuple[date, date], now: date, clock: Clock) -> tuple[date, date]:
    """End a running period with the publication, or begin it there when the clause looks ahead."""
    if not bounds[0] <= now <= bounds[1]:
        return bounds
    return (now, bounds[1]) if clock.future else (bounds[0], now)


def _period(now: date, unit: str, step: int) -> tuple[date, date]:
    if unit == "day":
        return add_days(now, step), add_days(now, step)
    if unit == "week":
        return whole_week(add_days(now, 7 * step))
    if unit == "weekend":
        saturday = weekday_before(now, 5) if step <= 0 else weekday_after(now, 5)
        return saturday, add_days(saturday, 1)
    if unit == "month":
        moved = add_months(now.replace(day=1), step)
        return whole_month(moved.year, moved.month)
    return whole_year(now.year + step)
