"""Dates that count from the publication or from the date told last: "yesterday", "last week", "that year"."""

import re
from datetime import date

from vedette.phrases.calendar import add_days, weekday_of, whole_week
from vedette.phrases.timex.phrase import Kind, Said, dated
from vedette.phrases.timex.rules import Match, Rule, rule, words
from vedette.phrases.timex.story import Moment, Story, of_day, of_week, shifted
from vedette.phrases.timex.words import EDGE, PART, PARTS

_TODAY = {
    "the day before yesterday": -2,
    "yesterday": -1,
    "today": 0,
    "tonight": 0,
    "tomorrow": 1,
    "the day after tomorrow": 2,
}
_STEP = {
    "last": -1,
    "past": -1,
    "previous": -1,
    "preceding": -1,
    "next": 1,
    "coming": 1,
    "following": 1,
    "subsequent": 1,
}
_TOLD = frozenset(("previous", "preceding", "following", "subsequent", "same", "that"))
_DAYS = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tues?|weds?|thurs?|fri|sat|sun)\\.)"


def _today(match: Match, story: Story) -> Said | None:
    word, part = words(match, "t", "p")
    day = story.published if not story.narrative else None
    if day is None:
        return dated("PRESENT_REF" if word == "today" else f"XXXX-XX-XX{'TNI' if word == 'tonight' else ''}")
    code = PARTS.get(part, "") or ("TNI" if word == "tonight" else "")
    return dated(add_days(day, _TODAY[word]).isoformat() + code)


def _this_part(match: Match, story: Story) -> Said | None:
    """Read "this morning", "last night"."""
    which, part = words(match, "which", "p")
    day = story.published if not story.narrative else story.last_day
    if day is None:
        return dated(f"XXXX-XX-XX{PARTS[part]}")
    return dated(add_days(day, -1 if which == "last" else 0).isoformat() + PARTS[part])


def _overnight(match: Match, story: Story) -> Said | None:
    day = story.published if not story.narrative else story.last_day
    return dated(f"{add_days(day, -1).isoformat()}TNI" if day else "XXXX-XX-XXTNI")


def _weekday(match: Match, story: Story) -> Said | None:
    name, which, part, week = words(match, "w", "which", "p", "week")
    day = _of_week(weekday_of(name), week, story) if week else story.weekday(weekday_of(name), which)
    code = PARTS.get(part, "")
    return dated((day.isoformat() if day else f"XXXX-WXX-{weekday_of(name) + 1}") + code)


def _of_week(wanted: int, week: str, story: Story) -> date | None:
    if story.now is None:
        return None
    return add_days(whole_week(story.now)[0], wanted + 7 * _STEP.get(week.split(maxsplit=1)[0], 0))


def _period(match: Match, story: Story) -> Said | None:
    """Read "last year", "the same month", "this week", "the following decade"."""
    which, unit = words(match, "which", "unit")
    which = re.sub(r"^(?:the|that) (?=\w)", "", which) or which
    moment = _base(which, story)
    if moment is None:
        return dated({"year": "XXXX", "month": "XXXX-XX", "week": "XXXX-WXX", "day": "XXXX-XX-XX"}.get(unit, "XXXX"))
    if unit == "weekend":
        return dated(_weekend(moment, which))
    value = shifted(moment, _STEP.get(which, 0), unit)
    return dated(
        value or {"month": f"{moment.value[:4]}-XX", "week": f"{moment.value[:4]}-WXX"}.get(unit, "XXXX-XX-XX")
    )


def _base(which: str, story: Story) -> Moment | None:
    history = story.history and which == "the"
    told = which in _TOLD or story.narrative or history or story.published is None
    if told and story.last is not None:
        return story.last
    return of_day(story.published) if story.published else None


def _weekend(moment: Moment, which: str) -> str:
    now = moment.first
    if now is None:
        return "XXXX-WXX-WE"
    week = whole_week(now)[0]
    shift = 7 * _STEP.get(which, 0)
    if which == "the" and now.weekday() < 3:
        shift = -7
    return f"{of_week(add_days(week, shift))}-WE"


def _past(match: Match, story: Story) -> Said | None:
    """Read "the past decade": a length."""
    unit = words(match, "unit")[0]
    return Said(kind=Kind.DURATION, value=f"P1{ {'decade': 'DE', 'century': 'CE'}.get(unit, unit[0].upper()) }")


def _the_period(match: Match, story: Story) -> Said | None:
    """Read "the end of the year", "later in the month": of the date told last, in news of the publication."""
    unit = words(match, "unit")[0]
    moment = _base("the", story)
    value = shifted(moment, 0, unit) if moment else None
    return dated(value) if value else None


RULES: tuple[Rule, ...] = (
    rule(
        rf"(?:(?:early|late|earlier|later) )?(?P<t>{'|'.join(_TODAY)})(?:[’']s(?= {PART}))?(?: "
        rf"(?P<p>{PART}))?",
        _today,
    ),
    rule(
        r"(?:(?:early|late|earlier|later) )?(?P<which>this|last) (?P<p>morning|afternoon|evening|"
        r"night)",
        _this_part,
    ),
    rule(r"overnight", _overnight),
    rule(
        r"(?:(?:early|late|earlier|later)(?: on)? )?(?:(?P<which>last|this past|past|next|this|"
        rf"coming|the coming|the following|the previous|the preceding) )?(?P<w>{_DAYS})(?: (?P<p>{PART})"
        r")?,? (?:of )?(?P<week>(?:last|this|next) week)",
        _weekday,
    ),
    rule(
        r"(?:(?:early|late|earlier|later)(?: on)? )?(?:(?P<which>last|this past|past|next|this|"
        rf"coming|the coming|the following|the previous|the preceding) )?(?P<w>{_DAYS})(?: (?P<p>{PART})"
        r")?",
        _weekday,
    ),
    rule(r"(?:the )?past (?P<unit>week|month|quarter|year|decade|century)", _past),
    rule(r"(?:(?<=over\s)|(?<=for\s))the (?:last|next) (?P<unit>week|month|quarter|year|decade|century)", _past),
    rule(
        rf"{EDGE}?(?:the )?(?P<which>(?:that same|same|that|last|this|next|past|coming|previous|"
        r"preceding|following|subsequent|current))(?: (?:calendar|fiscal|financial|school|academic)"
        r")? (?P<unit>week|weekend|fortnight|month|quarter|year|decade|century)(?!s| (?:ago|"
        r"later|earlier))",
        _period,
    ),
    rule(r"(?P<which>the) (?P<unit>weekend)", _period),
    rule(rf"{EDGE}the (?P<unit>week|month|quarter|year|decade|century)", _the_period),
    rule(
        r"(?:later|earlier|late|early) (?:in|on in) the (?P<unit>day|week|month|year|decade|"
        r"century)",
        _the_period,
    ),
)
