"""Days written as such: "21 November 2023", "May 5", "the morning of 5 May", Christmas, and the ends of ranges."""

import re

from vedette.phrases.calendar import HOLIDAYS, month_of, weekday_of
from vedette.phrases.timex.phrase import Said, dated
from vedette.phrases.timex.rules import Match, Rule, rule, words
from vedette.phrases.timex.story import Moment, Story
from vedette.phrases.timex.told_year import OF_YEAR, SAID, written_year
from vedette.phrases.timex.words import DAY_OF, EDGE, HOLIDAY, MONTH, PART, PARTS, WEEKDAY, YEAR, compiled

_M = rf"(?P<m>{MONTH})"
_D = rf"(?P<d>{DAY_OF})"
_W = rf"(?:(?P<w>{WEEKDAY}),? (?:the |\()?)?"
_DMY = rf"(?:the )?{_D}(?: day)?(?:(?: of)? )(?P<m>{MONTH})"
_MDY = rf"{_M} (?:the )?{_D}(?![\d:]|,\d\d\d)"
_OF = (
    rf"(?:(?:(?:the |(?:early|late) in the )?(?:early |late |small |very )*(?P<p>{PART}|"
    r"hours)(?: hours)? (?:of|on) ))?"
)


def _day(match: Match, story: Story) -> Said | None:
    day, month, weekday, part = words(match, "d", "m", "w", "p")
    number, month_number = int(re.sub(r"\D", "", day)), month_of(month)
    year = written_year(match, story) or story.year_of(
        month_number, number, weekday=weekday_of(weekday) if weekday else None
    )
    end = PARTS.get(part, "")
    if year is None:
        return dated(f"XXXX-{month_number:02}-{number:02}{end}")
    return dated(Moment(year=year, month=month_number, day=number).value + end)


def _iso(match: Match, story: Story) -> Said | None:
    return dated(re.sub(r"\s+", "T", match[0]))


def _numeric(match: Match, story: Story) -> Said | None:
    first, second, year = (int(part) for part in match.group("a", "b", "y"))
    month, day = (second, first) if first > 12 or "." in match[0] else (first, second)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    full = year if year > 99 else year + (2000 if year < 50 else 1900)
    return dated(Moment(year=full, month=month, day=day).value)


def _holiday(match: Match, story: Story) -> Said | None:
    name, part = words(match, "h", "p")
    rule_of = HOLIDAYS[name.replace("’", "'")]
    year = written_year(match, story)
    if year is None:
        now = story.now or story.published
        around = rule_of(now.year) if now else None
        year = story.year_of(around.month, around.day) if around else None
    return dated(rule_of(year).isoformat() + PARTS.get(part, "")) if year and year > 0 else None


AFTER_DASH = compiled(
    rf" ?[-–—/] ?(?P<whole>(?P<n>\d{{1,2}})(?:st|nd|rd|th)?(?:,? (?P<y>{YEAR}))?)(?![\d%:.,]\d|(?: |-)century|\w)"
)
RULES: tuple[Rule, ...] = (
    rule(r"\d{4}-[01]\d-[0-3]\d(?:[T ]\d\d:\d\d(?::\d\d)?)?", _iso),
    rule(r"(?P<a>\d{1,2})[/.](?P<b>\d{1,2})[/.](?P<y>(?:19|20)\d\d|\d\d)", _numeric),
    rule(
        rf"(?:the )?{_D}(?=(?: ?[-–—/] ?| (?:to|and|or|through|until|till) )(?:the )?{DAY_OF}(?: "
        rf"of)? {_M}(?:,? {SAID})?)",
        _day,
    ),
    rule(rf"{_OF}{_W}{_DMY}{OF_YEAR}", _day),
    rule(rf"{_OF}{_W}{_MDY}{OF_YEAR}", _day),
    rule(rf"{_OF}{_W}{_DMY}(?: (?P<q>{PART}))?", _day),
    rule(rf"{_OF}{_W}{_MDY}", _day),
    rule(rf"{EDGE}?(?P<h>{HOLIDAY})(?: (?P<p>{PART}))?(?:,? (?:of |in )?{SAID})?", _holiday),
)
