"""Times that count from the publication or from the text's last date: "on Saturday", "yesterday", "two days later"."""

import re
from collections.abc import Callable
from datetime import date

from vedette.phrases.calendar import (
    WEEKDAY,
    WEEKDAY_NAMES,
    add_days,
    add_months,
    weekday_after,
    weekday_before,
    weekday_of,
    whole_month,
    whole_week,
    whole_year,
)
from vedette.phrases.clock import Clock, Stretch
from vedette.phrases.numbers import cardinal, quantities

_UNIT = r"(?P<unit>minute|hour|day|night|week|fortnight|month|year|decade|weekend)s?"
_N = (
    r"(?P<n>(?:(?:about|around|some|nearly|almost|over|more than|less than|at least|roughly|only|just|barely) )*"
    r"(?:(?:a |the )?(?:few|couple of|several|many|half an?)|[\w-]+(?: and a half)?)) "
)
AGO = re.compile(rf"\b{_N}{_UNIT} (?:ago|back)\b")
SHIFT = re.compile(
    rf"\b(?:{_N})?{_UNIT} (?P<way>earlier|before|prior|previously|later|after|afterwards|afterward|thereafter|on)\b"
)
AHEAD = re.compile(rf"\b(?:(?:in|within|inside) (?:the )?(?:(?:next|coming) )?|(?:next|coming) ){_N}{_UNIT}\b")
PAST = re.compile(rf"\b(?:past|last|previous|these past|preceding)\s+(?:{_N})?{_UNIT}\b")
RECENT = re.compile(rf"\b(?:recent|latest|these) {_UNIT}\b")
COMING = re.compile(rf"\b(?:coming|next few|days ahead|near future)(?: {_UNIT})?\b")
FOR = re.compile(rf"\bfor (?:the (?:past|last) )?{_N}{_UNIT}\b")
PERIOD = re.compile(
    r"\b(?P<which>this|last|next|past|coming|previous|following|same|that|current)[ -](?:very )?"
    r"(?P<unit>day|night|morning|afternoon|evening|week|weekend|month|year|summer|winter|spring|autumn|fall)\b"
    r"(?!s)(?! ago)"
)
IN_WEEK = re.compile(
    rf"\b(?P<w>{WEEKDAY}).*\b(?P<which>last|this|next) week\b|\b(?P<which2>last|this|next) week,? (?:on )?(?P<w2>{WEEKDAY})"
)
ON_WEEKDAY = re.compile(
    rf"\b(?:(?P<which>last|this past|past|next|this|coming|previous|following)\s+)?(?P<w>{WEEKDAY})"
    rf"(?:\s+(?P<after>before|following|after))?"
)
NEXT_DAY = re.compile(
    r"\b(?:the )?(?:next|following) (?:day|morning|afternoon|evening|night)\b|\bthe (?:day|morning|evening|night) after\b|"
    r"\ba day (?:later|after)\b|\bthe morrow\b"
)
DAY_BEFORE = re.compile(
    r"\b(?:the|a) (?:day|night|evening|morning|afternoon) (?:before|earlier)\b|\bthe previous (?:day|night|evening|"
    r"afternoon|morning)\b|\bthe eve\b|\bthe evening before\b"
)
SAME_DAY = re.compile(
    r"\b(?:the |that )?(?:same|very same|very|that) (?:day|night|evening|morning|afternoon|hour|ill-fated night)\b|"
    r"\b(?:minutes|moments|seconds|hours? |nine minutes) afterwards\b|\bat the same time\b|\bthe day itself\b|\bthat day\b"
)
SOON = re.compile(
    r"\b(?:hours?|minutes?|moments?) (?:later|after|afterwards|before|earlier)\b|\bhalf an hour (?:later|before|earlier)\b"
)
DAYPART = re.compile(
    r"\b(?:(?:early|late|mid)[- ])?(?P<p>dawn|daybreak|sunrise|dusk|sunset|midnight|midday|noon|morning|afternoon|evening|"
    r"night|nightfall|small hours|early hours|o'clock|\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\b\.?)?|\d{1,2}\s?[ap]\.?m\b\.?|"
    r"\d{3,4} (?:gmt|hours|hrs|local))"
)
_TODAY = {
    "today": 0,
    "tonight": 0,
    "this morning": 0,
    "this afternoon": 0,
    "this evening": 0,
    "yesterday": -1,
    "the day before yesterday": -2,
    "last evening": -1,
    "tomorrow": 1,
    "the day after tomorrow": 2,
}
TODAY = re.compile(rf"\b(?P<d>{'|'.join(sorted(_TODAY, key=len, reverse=True))})\b")
NIGHT = re.compile(r"\b(?:last night|overnight)\b")
NOW = re.compile(
    r"\b(?:now|currently|at present|presently|at the moment|right now|at this (?:time|moment|stage)|these days|"
    r"nowadays|this very moment|so far|to date|thus far)\b"
)
EARLIER = re.compile(
    r"\b(?P<edge>earlier|later|early|late|earlier in the|later in the|so far|mid)[ -](?P<which>this|last|next|in the)[ -]"
    r"(?P<unit>day|week|month|year)\b|\bearlier (?:in the )(?P<unit2>day|week|month|year)\b"
)
_SPANS = {
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


def read_relative(text: str, clock: Clock) -> Stretch | None:
    """Read a phrase in lower case that counts from the publication or the anchor, or None."""
    return next((read for reader in _READERS if (read := reader(text, clock)) is not None), None)


def _over(clock: Clock, rule: Callable[[date], tuple[date, date]], value: Callable[[date], str], basis: str) -> Stretch:
    """Apply a rule that counts from the publication to both ends of its interval."""
    if clock.start is None or clock.end is None:
        return Stretch(from_=None, to=None, value="XXXX-XX-XX", basis="publication day unknown")
    first, last = rule(clock.start), rule(clock.end)
    return Stretch(from_=min(first[0], last[0]), to=max(first[1], last[1]), value=value(first[0]), basis=basis)


def _one(shift: int) -> Callable[[date], tuple[date, date]]:
    return lambda now: (add_days(now, shift), add_days(now, shift))


def _iso(day: date) -> str:
    return day.isoformat()


def _today(text: str, clock: Clock) -> Stretch | None:
    if found := TODAY.search(text):
        return _over(clock, _one(_TODAY[found["d"]]), _iso, f"{found['d']}, from the publication day")
    if NIGHT.search(text) and not re.search(WEEKDAY, text):
        return _over(clock, lambda now: (add_days(now, -1), now), _iso, "the night before the publication day")
    return None


def _in_week(text: str, clock: Clock) -> Stretch | None:
    """Read "Wednesday last week": that weekday of a named week."""
    if not (found := IN_WEEK.search(text)):
        return None
    wanted, which = weekday_of(found["w"] or found["w2"]), found["which"] or found["which2"]
    shift = {"last": -7, "this": 0, "next": 7}[which]

    def rule(now: date) -> tuple[date, date]:
        day = add_days(whole_week(now)[0], wanted + shift)
        return day, day

    return _over(clock, rule, _iso, f"{WEEKDAY_NAMES[wanted]} of {which} week")


def _weekday(text: str, clock: Clock) -> Stretch | None:
    if not (found := ON_WEEKDAY.search(text)):
        return None
    wanted, which, after = weekday_of(found["w"]), found["which"], found["after"]
    name = WEEKDAY_NAMES[wanted]
    if clock.anchor and (which in ("previous", "following") or after in ("before", "following")):
        step = weekday_before if which == "previous" or after == "before" else weekday_after
        day = step(clock.anchor, wanted, strictly=True)
        return Stretch(from_=day, to=day, value=day.isoformat(), basis=f"the {name} next to {clock.anchor.isoformat()}")
    if clock.history and clock.anchor:
        day = weekday_after(clock.anchor, wanted)
        return Stretch(from_=day, to=day, value=day.isoformat(), basis=f"the {name} after {clock.anchor.isoformat()}")
    if clock.start is None or clock.end is None:
        return Stretch(from_=None, to=None, value="XXXX-XX-XX", basis=f"{name} of an unknown week")
    return _nearest_weekday(wanted, which, clock)


def _nearest_weekday(wanted: int, which: str | None, clock: Clock) -> Stretch:
    """Give the weekday next to the publication: before it unless the clause speaks of the future.

    Over a week of possible days the first counts, the last day that the text knows; a longer interval stays one.
    """
    assert clock.start
    assert clock.end
    ahead = which in ("next", "coming") or (clock.future and which not in ("last", "this past", "past"))
    strictly = which in ("last", "next")
    step = weekday_after if ahead else weekday_before
    name, side = WEEKDAY_NAMES[wanted], "the next" if ahead else "the last"
    span = (clock.end - clock.start).days
    if span > 7:
        first, last = step(clock.start, wanted, strictly=strictly), step(clock.end, wanted, strictly=strictly)
        return Stretch(
            from_=first, to=last, value=first.isoformat(), basis=f"a {name} of the weeks the report can be of"
        )
    day = step(clock.start, wanted, strictly=strictly)
    doubt = "" if step(clock.end, wanted, strictly=strictly) == day else f" (taken to be of {clock.start.isoformat()})"
    where = "after" if ahead else "before"
    return Stretch(from_=day, to=day, value=day.isoformat(), basis=f"{side} {name} {where} the publication{doubt}")


def _ago(text: str, clock: Clock) -> Stretch | None:
    if not (found := AGO.search(text)):
        return None
    amount = _amount(found["n"])
    if amount is None:
        return _vague_ago(found["unit"], clock)
    unit = found["unit"]
    return _over(clock, lambda now: _shifted(now, -amount, unit), lambda day: _value(day, unit), f"{found[0]}")


def _vague_ago(unit: str, clock: Clock) -> Stretch:
    def rule(now: date) -> tuple[date, date]:
        return _shifted(now, -1 if unit in ("decade", "year") else -9 if unit == "day" else -6, unit)[0], _shifted(
            now, -2, unit
        )[1]

    return _over(clock, rule, lambda _: "PAST_REF", f"a few {unit}s before the publication")


def _shift(text: str, clock: Clock) -> Stretch | None:
    """Read "two days later", "a week earlier": counted from the text's last date."""
    found = SHIFT.search(text)
    if not found or (
        found["n"] and cardinal(found["n"].strip()) is None and _amount(found["n"]) is None and found["n"]
    ):
        return None
    later = found["way"] in ("later", "after", "afterwards", "afterward", "thereafter", "on")
    now = clock.anchor or (clock.start if not later else None)
    if now is None:
        return Stretch(from_=None, to=None, value="XXXX-XX-XX", basis=f"{found[0]}: of an unknown day")
    unit, amount = found["unit"], _amount(found["n"] or "")
    base = "the text's last date" if clock.anchor else "the publication"
    if amount is None:
        return _some_after(now, unit, later=later, basis=f"{found[0]}, from {base} ({now.isoformat()})")
    first, last = _shifted(now, amount if later else -amount, unit)
    return Stretch(
        from_=first,
        to=last,
        value=_value(add_days(first, (last - first).days // 2), unit),
        basis=f"{found[0]}, from {base} ({now.isoformat()})",
    )


def _some_after(now: date, unit: str, *, later: bool, basis: str) -> Stretch:
    """Read "days later": an unknown number of units, at most what one would still call so."""
    most = {"minute": 1, "hour": 1, "day": 7, "night": 7, "week": 35, "month": 365, "year": 3650}.get(unit, 365)
    first = 0 if unit in ("minute", "hour") else 1
    bounds = (add_days(now, first), add_days(now, most)) if later else (add_days(now, -most), add_days(now, -first))
    return Stretch(from_=bounds[0], to=bounds[1], value="FUTURE_REF" if later else "PAST_REF", basis=basis)


def _shifted(now: date, amount: float, unit: str) -> tuple[date, date]:
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


def _value(day: date, unit: str) -> str:
    if unit in ("week", "fortnight", "weekend"):
        year, week, _ = day.isocalendar()
        return f"{year:04}-W{week:02}"
    if unit == "month":
        return f"{day.year:04}-{day.month:02}"
    return f"{day.year:04}" if unit in ("year", "decade") else day.isoformat()


def _amount(words: str) -> float | None:
    """Read how many units: "three", "a", "half a", "two and a half", "a couple of"; None for "several", "a few"."""
    bare = re.sub(
        r"\b(?:about|around|some|nearly|almost|over|more than|less than|at least|roughly|only|just|barely|the|past|last)\b",
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


def _past(text: str, clock: Clock) -> Stretch | None:
    """Read "the past three weeks", "in recent months", "for two days": a stretch that ends with the publication."""
    found = PAST.search(text)
    if found and (found["n"] or text[found.end() - 1] == "s"):
        amount, unit = _amount(found["n"] or ""), found["unit"]
    elif (found := RECENT.search(text)) or (
        found := re.search(rf"\b{_UNIT} of\b", text) if text.startswith("days of") else None
    ):
        amount, unit = None, found["unit"]
    elif (found := FOR.search(text)) and (amount := _amount(found["n"])) is not None:
        unit = found["unit"]
    else:
        return None
    value = f"P{round(amount) if amount else 'X'}{unit[0].upper()}"
    back = (lambda now: _shifted(now, -amount, unit)[0]) if amount else (lambda now: add_days(now, -_SPANS[unit]))
    return _over(clock, lambda now: (back(now), now), lambda _: value, f"{found[0]}, up to the publication")


def _ahead(text: str, clock: Clock) -> Stretch | None:
    """Read "within 48 hours", "in the coming days": a stretch that begins with the publication."""
    if found := AHEAD.search(text):
        amount, unit = _amount(found["n"]), found["unit"]
        if amount is not None and (clock.future or "next" in text or "coming" in text):
            return _over(clock, lambda now: (now, _shifted(now, amount, unit)[1]), lambda _: "FUTURE_REF", found[0])
    if found := COMING.search(text):
        span = _SPANS.get(found["unit"] or "month", 183)
        return _over(clock, lambda now: (now, add_days(now, span)), lambda _: "FUTURE_REF", found[0])
    return None


def _earlier(text: str, clock: Clock) -> Stretch | None:
    """Read "earlier this year": from the period's first day to the publication."""
    if not (found := EARLIER.search(text)):
        return None
    unit, which, edge = found["unit"] or found["unit2"], found["which"] or "this", found["edge"] or "earlier"
    value = {
        "day": _iso,
        "week": lambda d: _value(d, "week"),
        "month": lambda d: _value(d, "month"),
        "year": lambda d: _value(d, "year"),
    }[unit]

    def rule(now: date) -> tuple[date, date]:
        first, last = _period(now, unit, {"last": -1, "next": 1}.get(which, 0))
        third = (last - first).days // 3
        if which in ("this", "in the"):
            return (first, now) if edge.startswith(("earl", "so far")) else (now, last)
        return (first, add_days(first, third)) if edge.startswith("earl") else (add_days(last, -third), last)

    return _over(clock, rule, value, f"{found[0]}, from the publication")


def _this(text: str, clock: Clock) -> Stretch | None:
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
            from_=bounds[0], to=bounds[1], value=_value(bounds[0], unit), basis=f"{found[0]}, from the text's last date"
        )
    step = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "following": 1}.get(which, 0)
    return _over(
        clock,
        lambda now: _cut(_period(now, unit, step), now, clock) if step == 0 else _period(now, unit, step),
        lambda day: _value(day, unit),
        f"{found[0]}, from the publication",
    )


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


def _anaphor(text: str, clock: Clock) -> Stretch | None:
    """Read "the next day", "the same night", "the day before", "hours later": counted from the text's last date."""
    shift = 1 if NEXT_DAY.search(text) else -1 if DAY_BEFORE.search(text) else 0 if SAME_DAY.search(text) else None
    if shift is None:
        return None
    if clock.anchor is None:
        return Stretch(from_=None, to=None, value="XXXX-XX-XX", basis="of a day that the text does not date")
    day = add_days(clock.anchor, shift)
    return Stretch(
        from_=day, to=day, value=day.isoformat(), basis=f"from the text's last date ({clock.anchor.isoformat()})"
    )


def _now(text: str, clock: Clock) -> Stretch | None:
    if not NOW.search(text):
        return None
    return _over(clock, lambda now: (now, now), lambda _: "PRESENT_REF", "at the publication")


def _daypart(text: str, clock: Clock) -> Stretch | None:
    """Read a bare time of day: of the day that the text set last."""
    if not DAYPART.search(text):
        return None
    if clock.anchor is None:
        return Stretch(from_=None, to=None, value="XXXX-XX-XX", basis="of a day that the text does not date")
    day = clock.anchor
    return Stretch(from_=day, to=day, value=day.isoformat(), basis=f"time on the text's last date ({day.isoformat()})")


_READERS: tuple[Callable[[str, Clock], Stretch | None], ...] = (
    _ago,
    _today,
    _in_week,
    _weekday,
    _earlier,
    _anaphor,
    _shift,
    _past,
    _ahead,
    _this,
    _now,
    _daypart,
)
