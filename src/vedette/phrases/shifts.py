"""Times so many units away: "three weeks ago", "two days later", "the past month", "within 48 hours"."""

import re
from datetime import date

from vedette.phrases.calendar import (
    add_days,
)
from vedette.phrases.clock import Clock, Stretch
from vedette.phrases.numbers import cardinal
from vedette.phrases.units import HOW_MANY, SPANS, UNIT, amount_of, over, shifted, timex

AGO = re.compile(rf"\b{HOW_MANY}{UNIT} (?:ago|back)\b")
BARE_AGO = re.compile(r"^(?:just |only )?(?P<unit>hour|day|week|month|year|decade)s ago\b")
SHIFT = re.compile(
    rf"\b(?:{HOW_MANY})?{UNIT} (?P<way>earlier|before|prior|previously|later|after(?:wards?)?|thereafter|on)\b"
)
AHEAD = re.compile(rf"\b(?:(?:in|within|inside) (?:the )?(?:(?:next|coming) )?|(?:next|coming) ){HOW_MANY}{UNIT}\b")
PAST = re.compile(rf"\b(?:past|last|previous|these past|preceding)\s+(?:{HOW_MANY})?{UNIT}\b")
RECENT = re.compile(rf"\b(?:recent|latest|these) {UNIT}\b")
COMING = re.compile(rf"\b(?:coming|next few|days ahead|near future)(?: {UNIT})?\b")
FOR = re.compile(rf"\bfor (?:the (?:past|last) )?{HOW_MANY}{UNIT}\b")


def ago(text: str, clock: Clock) -> Stretch | None:
    if bare := BARE_AGO.search(text):
        return _vague_ago(bare["unit"], clock)
    if not (found := AGO.search(text)):
        return None
    amount = amount_of(found["n"])
    if amount is None:
        return _vague_ago(found["unit"], clock)
    unit = found["unit"]
    return over(clock, lambda now: shifted(now, -amount, unit), lambda day: timex(day, unit), f"{found[0]}")


def _vague_ago(unit: str, clock: Clock) -> Stretch:
    def rule(now: date) -> tuple[date, date]:
        return shifted(now, -1 if unit in ("decade", "year") else -9 if unit == "day" else -6, unit)[0], shifted(
            now, -2, unit
        )[1]

    return over(clock, rule, lambda _: "PAST_REF", f"a few {unit}s before the publication")


def shift(text: str, clock: Clock) -> Stretch | None:
    """Read "two days later", "a week earlier": counted from the text's last date."""
    found = SHIFT.search(text)
    if not found or (
        found["n"] and cardinal(found["n"].strip()) is None and amount_of(found["n"]) is None and found["n"]
    ):
        return None
    later = found["way"] in ("later", "after", "afterwards", "afterward", "thereafter", "on")
    now = clock.anchor or (clock.start if not later else None)
    if now is None:
        return Stretch(from_=None, to=None, value="XXXX-XX-XX", basis=f"{found[0]}: of an unknown day")
    unit, amount = found["unit"], amount_of(found["n"] or "")
    base = "the text's last date" if clock.anchor else "the publication"
    if amount is None:
        return _some_after(now, unit, later=later, basis=f"{found[0]}, from {base} ({now.isoformat()})")
    first, last = shifted(now, amount if later else -amount, unit)
    return Stretch(
        from_=first,
        to=last,
        value=timex(add_days(first, (last - first).days // 2), unit),
        basis=f"{found[0]}, from {base} ({now.isoformat()})",
    )


def _some_after(now: date, unit: str, *, later: bool, basis: str) -> Stretch:
    """Read "days later": an unknown number of units, at most what one would still call so."""
    most = {"minute": 1, "hour": 1, "day": 7, "night": 7, "week": 35, "month": 365, "year": 3650}.get(unit, 365)
    first = 0 if unit in ("minute", "hour") else 1
    bounds = (add_days(now, first), add_days(now, most)) if later else (add_days(now, -most), add_days(now, -first))
    return Stretch(from_=bounds[0], to=bounds[1], value="FUTURE_REF" if later else "PAST_REF", basis=basis)


def past(text: str, clock: Clock) -> Stretch | None:
    """Read "the past three weeks", "in recent months", "for two days": a stretch that ends with the publication."""
    found = PAST.search(text)
    if found and (found["n"] or text[found.end() - 1] == "s" or found["unit"] == "fortnight"):
        amount, unit = amount_of(found["n"] or ("a" if found["unit"] == "fortnight" else "")), found["unit"]
    elif (found := RECENT.search(text)) or (
        found := re.search(rf"\b{UNIT} of\b", text) if text.startswith("days of") else None
    ):
        amount, unit = None, found["unit"]
    elif (found := FOR.search(text)) and (amount := amount_of(found["n"])) is not None:
        unit = found["unit"]
    else:
        return None
    value = f"P{round(amount) if amount else 'X'}{unit[0].upper()}"

    def rule(now: date) -> tuple[date, date]:
        return (shifted(now, -amount, unit)[0] if amount else add_days(now, -SPANS[unit])), now

    return over(clock, rule, lambda _: value, f"{found[0]}, up to the publication")


def ahead(text: str, clock: Clock) -> Stretch | None:
    """Read "within 48 hours", "in the coming days": a stretch that begins with the publication."""
    if found := AHEAD.search(text):
        amount, unit = amount_of(found["n"]), found["unit"]
        if amount is not None and (clock.future or "next" in text or "coming" in text):
            return over(clock, lambda now: (now, shifted(now, amount, unit)[1]), lambda _: "FUTURE_REF", found[0])
    if found := COMING.search(text):
        span = SPANS.get(found["unit"] or "month", 183)
        return over(clock, lambda now: (now, add_days(now, span)), lambda _: "FUTURE_REF", found[0])
    return None
