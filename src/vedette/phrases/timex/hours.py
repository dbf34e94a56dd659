"""Days and hours beside the day told last: "the next day", "that night", "the 21st", "5:34 a.m."."""

from datetime import date

from vedette.phrases.calendar import add_days, add_months
from vedette.phrases.timex.phrase import Kind, Said, dated
from vedette.phrases.timex.rules import Match, Rule, rule, words
from vedette.phrases.timex.story import Moment, Story, of_day
from vedette.phrases.timex.words import PART, PARTS


def _day_beside(match: Match, story: Story) -> Said | None:
    """Read "the next day", "that night", "the morning before": counted from the last day told."""
    which, part = words(match, "which", "p")
    step = {
        "next": 1,
        "following": 1,
        "after": 1,
        "same": 0,
        "very same": 0,
        "that": 0,
        "that same": 0,
        "that very": 0,
    }.get(which, -1)
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
    rule(
        r"(?:(?:early|late|earlier|later|mid)(?: (?:on|in))? )?(?:the )?(?P<which>very same|"
        rf"that same|that very|same|that|next|following|previous|preceding) (?P<p>{_DAYPART})",
        _day_beside,
    ),
    rule(
        rf"the (?P<p>{_DAYPART}) (?P<which>before|after|following)(?=[,.;:)]|$| (?:and|in|on|"
        r"at|when|with|by|to)\b)",
        _day_beside,
    ),
    rule(r"the (?P<d>[12]?\d|3[01])(?:st|nd|rd|th)(?= (?:and|in|at|the|it|they|he)\b|[,.;])", _only_day),
    rule(
        r"(?:(?:about|around|just before|just after) )?(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d)"
        r")?(?: ?(?P<half>[ap]\.?m\b\.?))(?: (?P<zone>GMT|UTC|EST|EDT|ET|CET))?",
        _hour,
    ),
    rule(r"(?P<hour>[012]?\d):(?P<minute>\d\d)(?: (?:hours|(?P<zone>GMT|UTC)))?", _hour),
    rule(r"(?P<hour>[012]\d)(?P<minute>[0-5]\d) (?:hours|hrs|GMT|local time)", _hour),
    rule(
        r"(?:(?<=at\s)|(?<=by\s)|(?<=during\s)|(?<=day\sand\s))(?:the )?(?P<p>night|dawn|dusk|"
        r"noon|midnight|midday|daybreak|nightfall|sunrise|sunset)",
        _bare_part,
    ),
    rule(
        r"(?:(?<=in\s)|(?<=during\s)|(?<=on\s))the (?:(?:early|late) )?(?P<p>morning|afternoon|"
        r"evening|night)(?: hours)?",
        _bare_part,
    ),
)
