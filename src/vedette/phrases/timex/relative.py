"""Dates that count from the publication or from the date told last: "yesterday", "last week", "the next day"."""

import re
from datetime import date

from vedette.phrases.calendar import add_days, add_months, weekday_of, whole_week
from vedette.phrases.timex.phrase import Kind, Said, dated
from vedette.phrases.timex.rules import Match, Rule, rule, words
from vedette.phrases.timex.story import Moment, Story, of_week, shifted
from vedette.phrases.timex.words import EDGE, PART, PARTS

_TODAY = {
    "the day before yesterday": -2,
    "yesterday": -1,
    "today": 0,
    "tonight": 0,
    "tomorrow": 1,
    "the day after tomorrow": 2,
}
_STEP = {"last": -1, "past": -1, "previous": -1, "preceding": -1, "next": 1, "coming": 1, "following": 1, "subsequent": 1}
_TOLD = frozenset(("previous", "preceding", "following", "subsequent", "same", "that"))
_DAYS = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tues?|weds?|thurs?|fri|sat|sun)\\.)"
_PRESENT = (
    r"(?:right now|(?:just )?now(?! that\b)|currently|at present|presently|nowadays|these days|at the moment|"
    r"at th(?:is|e present) (?:time|moment|stage)|the present(?: day| time)?|present-day|to date|"
    r"current|at the current time)"
)


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
    return add_days(whole_week(story.now)[0], wanted + 7 * _STEP.get(week.split()[0], 0))


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
    return dated(value or {"month": f"{moment.value[:4]}-XX", "week": f"{moment.value[:4]}-WXX"}.get(unit, "XXXX-XX-XX"))


def _base(which: str, story: Story) -> Moment | None:
    told = which in _TOLD or story.narrative or story.history or story.published is None
    if told and story.last is not None:
        return story.last
    return of_day(story.published) if story.published else None


def of_day(day: date) -> Moment:
    """Give the moment of a day."""
    return Moment(year=day.year, month=day.month, day=day.day)


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


def _day_beside(match: Match, story: Story) -> Said | None:
    """Read "the next day", "that night", "the morning before": counted from the last day told."""
    which, part = words(match, "which", "p")
    step = {"next": 1, "following": 1, "after": 1, "same": 0, "very same": 0, "that": 0, "that same": 0, "that very": 0}.get(which, -1)
    code = "" if part == "day" else PARTS[part]
    day = story.last_day if story.last is None or story.last.day or story.last_day is None else _in(story)
    if day is None and story.published and not story.narrative and story.last is None:
        day = story.published
    return dated((add_days(day, step).isoformat() if day else "XXXX-XX-XX") + code)


def _in(story: Story) -> date | None:
    """Give the last day told where the date told last holds it ("June 4 ... in June ... the next day")."""
    day, last = story.last_day, story.last
    assert day
    assert last
    near = last.year == day.year and last.month in (None, day.month)
    return day if near else None


def _bare_part(match: Match, story: Story) -> Said | None:
    """Read "at night", "in the early morning": of the last day told, or of no day."""
    part = words(match, "p")[0]
    day = story.last if story.last and story.last.day else _today_of(story)
    known = day is not None and (":" in PARTS[part] or story.last is not None)
    return dated((day.value if day and known else "XXXX-XX-XX") + PARTS[part])


def _today_of(story: Story) -> Moment | None:
    return of_day(story.published) if story.published and not story.narrative else None


def _hour(match: Match, story: Story) -> Said | None:
    """Read "5:34 a.m.", "11 p.m. on Tuesday", "at 0300 hours"."""
    hour, minute, half, zone = words(match, "hour", "minute", "half", "zone")
    number = int(hour)
    if half.startswith("p") and number < 12:
        number += 12
    if half.startswith("a") and number == 12:
        number = 0
    if number > 24 or int(minute or 0) > 59:
        return None
    last = story.last if story.last and story.last.day else _today_of(story)
    day = last.value if last else "XXXX-XX-XX"
    return Said(kind=Kind.TIME, value=f"{day}T{number:02}:{minute or '00'}{'Z' if zone in ('gmt', 'utc') else ''}")


def _now(match: Match, story: Story) -> Said | None:
    return dated("PRESENT_REF")


def _gone(match: Match, story: Story) -> Said | None:
    """Read "recent" and, in history alone, "former": in news it says who somebody was, not when."""
    if match[0].lower().startswith("former") and not story.narrative:
        return None
    return dated("PAST_REF")


def _to_come(match: Match, story: Story) -> Said | None:
    return dated("FUTURE_REF")


def _only_day(match: Match, story: Story) -> Said | None:
    """Read "the 21st": of the month told last."""
    number, last = int(match["d"]), story.last
    if last is None or last.month is None:
        now = story.published
        if now is None or story.narrative:
            return None
        month = now if number <= now.day else add_months(now.replace(day=1), -1)
        return dated(f"{month.year:04}-{month.month:02}-{number:02}")
    return dated(Moment(year=last.year, month=last.month, day=number).value)


_DAYPART = rf"(?:day|{PART})"
RULES: tuple[Rule, ...] = (
    rule(rf"(?:(?:early|late|earlier|later) )?(?P<t>{'|'.join(_TODAY)})(?:[’']s(?= {PART}))?(?: (?P<p>{PART}))?", _today),
    rule(rf"(?:(?:early|late|earlier|later) )?(?P<which>this|last) (?P<p>morning|afternoon|evening|night)", _this_part),
    rule(r"overnight", _overnight),
    rule(rf"(?:(?:early|late|earlier|later)(?: on)? )?(?:(?P<which>last|this past|past|next|this|coming|the coming|the following|the previous|the preceding) )?(?P<w>{_DAYS})(?: (?P<p>{PART}))?,? (?:of )?(?P<week>(?:last|this|next) week)", _weekday),
    rule(rf"(?:(?:early|late|earlier|later)(?: on)? )?(?:(?P<which>last|this past|past|next|this|coming|the coming|the following|the previous|the preceding) )?(?P<w>{_DAYS})(?: (?P<p>{PART}))?", _weekday),
    rule(rf"(?:(?:early|late|earlier|later|mid)(?: (?:on|in))? )?(?:the )?(?P<which>very same|that same|that very|same|that|next|following|previous|preceding) (?P<p>{_DAYPART})", _day_beside),
    rule(rf"the (?P<p>{_DAYPART}) (?P<which>before|after|following)(?=[,.;:)]|$| (?:and|in|on|at|when|with|by|to)\b)", _day_beside),
    rule(r"(?:the )?past (?P<unit>week|month|quarter|year|decade|century)", _past),
    rule(r"(?:(?<=over\s)|(?<=for\s))the (?:last|next) (?P<unit>week|month|quarter|year|decade|century)", _past),
    rule(rf"{EDGE}?(?:the )?(?P<which>(?:that same|same|that|last|this|next|past|coming|previous|preceding|following|subsequent|current))(?: (?:calendar|fiscal|financial|school|academic))? (?P<unit>week|weekend|fortnight|month|quarter|year|decade|century)(?!s| (?:ago|later|earlier))", _period),
    rule(rf"(?P<which>the) (?P<unit>weekend)", _period),
    rule(rf"{EDGE}the (?P<unit>week|month|quarter|year|decade|century)", _the_period),
    rule(rf"(?:later|earlier|late|early) (?:in|on in) the (?P<unit>day|week|month|year|decade|century)", _the_period),
    rule(rf"the (?P<d>[12]?\d|3[01])(?:st|nd|rd|th)(?= (?:and|in|at|the|it|they|he)\b|[,.;])", _only_day),
    rule(rf"(?:(?:about|around|just before|just after) )?(?P<hour>\d{{1,2}})(?:[:.](?P<minute>\d\d))?(?: ?(?P<half>[ap]\.?m\b\.?))(?: (?P<zone>GMT|UTC|EST|EDT|ET|CET))?", _hour),
    rule(rf"(?P<hour>[012]?\d):(?P<minute>\d\d)(?: (?:hours|(?P<zone>GMT|UTC)))?", _hour),
    rule(rf"(?P<hour>[012]\d)(?P<minute>[0-5]\d) (?:hours|hrs|GMT|local time)", _hour),
    rule(r"(?:(?<=at\s)|(?<=by\s)|(?<=during\s)|(?<=day\sand\s))(?:the )?(?P<p>night|dawn|dusk|noon|midnight|midday|daybreak|nightfall|sunrise|sunset)", _bare_part),
    rule(r"(?:(?<=in\s)|(?<=during\s)|(?<=on\s))the (?:(?:early|late) )?(?P<p>morning|afternoon|evening|night)(?: hours)?", _bare_part),
    rule(r"(?:the )?(?:(?:very|more|most) )?recent (?:days|weeks|months|years|decades|hours)", _gone),
    rule(r"(?:the )?coming (?:days|weeks|months|years|decades|hours)", _to_come),
    rule(_PRESENT, _now),
    rule(r"(?:recent(?! (?:days|weeks|months|years|decades|hours)\b)|recently|former(?:ly)?|the recent past|the past(?= ?[,.;])|lately)", _gone),
    rule(r"(?:the (?:near |foreseeable |immediate )?future|future)", _to_come),
)
