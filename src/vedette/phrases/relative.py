"""Times that count from the publication or from the text's last date: "on Saturday", "yesterday", "the next day"."""

import re
from collections.abc import Callable
from datetime import date

from vedette.phrases.calendar import (
    WEEKDAY,
    WEEKDAY_NAMES,
    add_days,
    weekday_after,
    weekday_before,
    weekday_of,
    whole_week,
)
from vedette.phrases.clock import Clock, Stretch
from vedette.phrases.periods import earlier, this
from vedette.phrases.shifts import ago, ahead, past, shift
from vedette.phrases.units import iso, over

IN_WEEK = re.compile(
    rf"\b(?P<w>{WEEKDAY}).*\b(?P<which>last|this|next) week\b|\b(?P<which2>last|this|"
    rf"next) week,? (?:on )?(?P<w2>{WEEKDAY})"
)
ON_WEEKDAY = re.compile(
    rf"\b(?:(?P<which>last|this past|past|next|this|coming|previous|following)\s+)?(?P<w>{WEEKDAY})"
    rf"(?:\s+(?P<after>before|following|after))?"
)
NEXT_DAY = re.compile(
    r"\b(?:the )?(?:next|following) (?:day|morning|afternoon|evening|night)\b|\bthe (?:day|morning|evening|"
    r"night) after\b|"
    r"\ba day (?:later|after)\b|\bthe morrow\b"
)
DAY_BEFORE = re.compile(
    r"\b(?:the|a) (?:day|night|evening|morning|afternoon) (?:before|earlier)\b|\bthe previous (?:day|night|evening|"
    r"afternoon|morning)\b|\bthe eve\b|\bthe evening before\b"
)
SAME_DAY = re.compile(
    r"\b(?:the |that )?(?:same|very same|very|that) (?:day|night|evening|morning|afternoon|hour|ill-fated night)\b|"
    r"\b(?:minutes|moments|seconds|hours? |nine minutes) afterwards\b|\bat the same time\b|\bthe day itself\b|"
    r"\bthat day\b"
)
SOON = re.compile(
    r"\b(?:hours?|minutes?|moments?) (?:later|after|afterwards|before|earlier)\b|\bhalf an hour (?:later|before|"
    r"earlier)\b"
)
DAYPART = re.compile(
    r"\b(?:(?:early|late|mid)[- ])?(?P<p>dawn|daybreak|sunrise|dusk|sunset|midnight|midday|noon|morning|afternoon|"
    r"evening|"
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


def read_relative(text: str, clock: Clock) -> Stretch | None:
    """Read a phrase in lower case that counts from the publication or the anchor, or None."""
    return next((read for reader in _READERS if (read := reader(text, clock)) is not None), None)


def _one(shift: int) -> Callable[[date], tuple[date, date]]:
    return lambda now: (add_days(now, shift), add_days(now, shift))


def _today(text: str, clock: Clock) -> Stretch | None:
    if found := TODAY.search(text):
        return over(clock, _one(_TODAY[found["d"]]), iso, f"{found['d']}, from the publication day")
    if NIGHT.search(text) and not re.search(WEEKDAY, text):
        return over(clock, lambda now: (add_days(now, -1), now), iso, "the night before the publication day")
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

    return over(clock, rule, iso, f"{WEEKDAY_NAMES[wanted]} of {which} week")


def _weekday(text: str, clock: Clock) -> Stretch | None:
    if not (found := ON_WEEKDAY.search(text)):
        return None
    wanted, which, after = weekday_of(found["w"]), found["which"], found["after"]
    name = WEEKDAY_NAMES[wanted]
    if clock.anchor and (which in ("previous", "following") or after in ("before", "following")):
        step = weekday_before if which == "previous" or after == "before" else weekday_after
        day = step(clock.anchor, wanted, strictly=True)
        return Stretch(from_=day, to=day, value=day.isoformat(), basis=f"the {name} next to {clock.anchor.isoformat()}")
    if clock.history and clock.anchor and clock.to_the_day:
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


def _anaphor(text: str, clock: Clock) -> Stretch | None:
    """Read "the next day", "the same night", "the day before", "hours later": counted from the text's last date."""
    shift = 1 if NEXT_DAY.search(text) else -1 if DAY_BEFORE.search(text) else 0 if SAME_DAY.search(text) else None
    if shift is None:
        return None
    if clock.anchor is None or not clock.to_the_day:
        return Stretch(from_=None, to=None, value="XXXX-XX-XX", basis="of a day that the text does not date")
    day = add_days(clock.anchor, shift)
    return Stretch(
        from_=day, to=day, value=day.isoformat(), basis=f"from the text's last date ({clock.anchor.isoformat()})"
    )


def _now(text: str, clock: Clock) -> Stretch | None:
    if not NOW.search(text):
        return None
    return over(clock, lambda now: (now, now), lambda _: "PRESENT_REF", "at the publication")


def _daypart(text: str, clock: Clock) -> Stretch | None:
    """Read a bare time of day: of the day that the text set last."""
    if not DAYPART.search(text):
        return None
    if clock.anchor is None:
        return Stretch(from_=None, to=None, value="XXXX-XX-XX", basis="of a day that the text does not date")
    day = clock.anchor
    return Stretch(from_=day, to=day, value=day.isoformat(), basis=f"time on the text's last date ({day.isoformat()})")


_READERS: tuple[Callable[[str, Clock], Stretch | None], ...] = (
    ago,
    _today,
    _in_week,
    _weekday,
    earlier,
    _anaphor,
    shift,
    past,
    ahead,
    this,
    _now,
    _daypart,
)
