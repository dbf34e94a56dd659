"""Dates written as such: days, months, seasons, years, decades, centuries, quarters and halves of a year."""

import re

from vedette.phrases.calendar import HOLIDAYS, MONTHS, SEASONS, month_of, weekday_of
from vedette.phrases.numbers import ORDINALS
from vedette.phrases.timex.phrase import Said, dated
from vedette.phrases.timex.rules import Match, Rule, rule, words
from vedette.phrases.timex.story import Moment, Story, by_years
from vedette.phrases.timex.words import ABOUT, DAY_OF, EDGE, HOLIDAY, MONTH, PART, PARTS, SEASON, THAT_YEAR, WEEKDAY, YEAR, compiled

_Y = rf"(?P<y>{YEAR})"
_M = rf"(?P<m>{MONTH})"
_D = rf"(?P<d>{DAY_OF})"
_W = rf"(?:(?P<w>{WEEKDAY}),? (?:the |\()?)?"
_BC = r"(?P<bc> ?(?:B\.C\.(?:E\.)?|BCE?))"
_IN_BC = r"(?P<bc> ?(?:B\.C\.(?:E\.)?|BCE?))?"
_OF_YEAR = rf"(?:,? (?:of |in )?{_Y}(?!\d|,\d\d\d)|(?P<that>,? {THAT_YEAR}))"
_DMY = rf"(?:the )?{_D}(?: day)?(?:(?: of)? )(?P<m>{MONTH})"
_MDY = rf"{_M} (?:the )?{_D}(?![\d:]|,\d\d\d)"
_OF = rf"(?:(?:(?:the |(?:early|late) in the )?(?:early |late |small |very )*(?P<p>{PART}|hours)(?: hours)? (?:of|on) ))?"
_ORDINAL = rf"(?:{'|'.join(ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th)|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty-first)"
_MORE = {
    name: number
    for number, name in enumerate(
        ("thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",
         "twenty-first"), start=13
    )
}  # fmt: skip
_NAMED = {name: 10 * n for n, name in enumerate(
    ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"), start=2)}  # fmt: skip
_NO_PEOPLE = (
    r"(?! (?:people|persons|troops|soldiers|civilians|men|women|fighters|dead|wounded|tons|tonnes|km|kilometres|"
    r"kilometers|miles|metres|meters|feet|others|more|ships|aircraft|tanks|guns|prisoners|cases|homes|"
    r"square|refugees|killed|casualties|workers|members|horses|cavalry|infantry|men-at-arms|dollars|euros)\b)"
)


def year_meant(that: str, story: Story) -> int | None:
    """Give the year of "that year", "the following year", "last year"."""
    near = story.told_year if re.search(r"\b(?:that|same|following|previous|the next)\b", that) else story.year
    if near is None:
        return None
    step = 1 if re.search(r"\b(?:next|following)\b", that) else -1 if re.search(r"\b(?:last|previous)\b", that) else 0
    return near + step


_LENDS = compiled(rf"(?:-|–| (?:and|or|to|until|till|through) (?:the )?)(?:{EDGE}|(?:early|late|mid)[- ])?(?:{MONTH}(?: {DAY_OF},?)?|{DAY_OF} {MONTH}|{SEASON}|{DAY_OF},?)(?: of)? (?P<y>{YEAR})(?!\d)")


def _written_year(match: Match, story: Story) -> int | None:
    year, that, bc = words(match, "y", "that", "bc")
    if year:
        return -int(year) if bc else int(year)
    if that:
        return year_meant(that, story)
    lent = _LENDS.match(match.string, match.end())
    return int(lent["y"]) if lent and ("m" in match.re.groupindex or "s" in match.re.groupindex) else None


def _day(match: Match, story: Story) -> Said | None:
    day, month, weekday, part = words(match, "d", "m", "w", "p")
    number, month_number = int(re.sub(r"\D", "", day)), month_of(month)
    year = _written_year(match, story) or story.year_of(
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
    month, day = (first, second) if first <= 12 else (second, first)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    full = year if year > 99 else year + (2000 if year < 50 else 1900)
    return dated(Moment(year=full, month=month, day=day).value)


def _month(match: Match, story: Story) -> Said | None:
    month, before = words(match, "m", "which")
    number = month_of(month)
    year = _written_year(match, story)
    if year is None and before:
        year = _near_month(number, before, story)
    if year is None:
        year = story.year_of(number)
    return dated(f"XXXX-{number:02}" if year is None else Moment(year=year, month=number).value)


def _near_month(month: int, which: str, story: Story) -> int | None:
    now = story.told if which.startswith("the ") else story.now
    if now is None:
        return None
    if which in ("last", "the previous"):
        return now.year if month < now.month else now.year - 1
    if which in ("next", "the following"):
        return now.year if month > now.month else now.year + 1
    return now.year


def _season(match: Match, story: Story) -> Said | None:
    name, which = words(match, "s", "which")
    first, code = SEASONS[name]
    year = _written_year(match, story)
    if year is None:
        year = _season_year(first, which, story)
    return dated(f"XXXX-{code}" if year is None else f"{Moment(year=year).value}-{code}")


def _season_year(first: int, which: str, story: Story) -> int | None:
    """Give a season's year; a winter counts to the year that it begins in."""
    now = story.now
    if which in ("last", "next", "this") and now is not None:
        if which == "this":
            return now.year
        return now.year - (first + 2 >= now.month) if which == "last" else now.year + (first <= now.month)
    if which in ("the next", "the following", "the previous") and story.last and story.last.month:
        step = 1 if which != "the previous" else -1
        return story.last.year + (step if (first <= story.last.month) == (step > 0) else 0)
    return story.year_of(1 if first == 12 and story.narrative else min(first + 1, 12))


def _year(match: Match, story: Story) -> Said | None:
    year = int(match["y"])
    return dated(Moment(year=-year if words(match, "bc")[0] else year).value)


def _years_in_bc(match: Match, story: Story) -> Said | None:
    """Read "in 490" in a text that counts its years before our era."""
    return dated(Moment(year=-int(match["y"])).value) if story.before_our_era else None


def _decade(match: Match, story: Story) -> Said | None:
    year, name, bc = words(match, "y", "n", "bc")
    if name:
        return dated(str(190 + _NAMED[name] // 10))
    if len(year) == 2:
        return dated(f"19{year[0]}" if int(year) > 20 else f"20{year[0]}")
    return dated(by_years(-int(year) if bc else int(year), "decade"))


def _century(match: Match, story: Story) -> Said | None:
    ordinal, bc = words(match, "n", "bc")
    number = ORDINALS.get(ordinal) or _MORE.get(ordinal) or int(re.sub(r"\D", "", ordinal) or 0)
    return dated(f"{'BC' if bc else ''}{number - 1:02}") if number else None


def _quarter(match: Match, story: Story) -> Said | None:
    """Read "the third quarter", "the second half of 1942"."""
    ordinal, what = words(match, "n", "what")
    year = _written_year(match, story) or story.year
    if year is None:
        return None
    most = 4 if what == "quarter" else 2
    number = ORDINALS.get(ordinal, 1 if ordinal in ("1st", "early") else most)
    number = int(ordinal[0]) if ordinal[:1].isdigit() else number
    return dated(f"{Moment(year=year).value}-{'Q' if most == 4 else 'H'}{number}") if number <= most else None


def _holiday(match: Match, story: Story) -> Said | None:
    name, part = words(match, "h", "p")
    rule_of = HOLIDAYS[name.replace("’", "'")]
    year = _written_year(match, story)
    if year is None:
        around = rule_of((story.now or story.published).year) if (story.now or story.published) else None  # type: ignore[union-attr]
        year = story.year_of(around.month, around.day) if around else None
    return dated(rule_of(year).isoformat() + PARTS.get(part, "")) if year and year > 0 else None


def _other_end(match: Match, story: Story) -> Said | None:
    """Read the second half of "April 6-7" or "2006-07", whose month or year the first lends."""
    last, number = story.last, int(match["n"])
    if last is None:
        return None
    if last.month is None:
        return dated(Moment(year=last.year - last.year % 100 + number).value)
    return dated(Moment(year=last.year, month=last.month, day=number).value) if last.day else None


def _first_end(match: Match, story: Story) -> Said | None:
    """Read the first half of "6 and 7 February 1920", whose month and year the second lends."""
    return _day(match, story)


RANGE_ENDS = (
    rule(rf"(?:the )?{_D}(?=(?: ?[-–—/] ?| (?:to|and|or|through|until|till) )(?:the )?{DAY_OF}(?: of)? {_M}(?:,? {_Y})?)", _first_end),
)
AFTER_DASH = compiled(rf" ?[-–—/] ?(?P<whole>(?P<n>\d{{1,2}})(?:st|nd|rd|th)?(?:,? (?P<y>{YEAR}))?)(?![\d%:.,]\d|(?: |-)century|\w)")
_WHICH = r"(?:(?P<which>last|this|next|the next|the following|the previous|that|the same|the) )?"
RULES: tuple[Rule, ...] = (
    rule(r"\d{4}-[01]\d-[0-3]\d(?:[T ]\d\d:\d\d(?::\d\d)?)?", _iso),
    rule(r"(?P<a>\d{1,2})[/.](?P<b>\d{1,2})[/.](?P<y>(?:19|20)\d\d|\d\d)", _numeric),
    *RANGE_ENDS,
    rule(rf"{_OF}{_W}{_DMY}{_OF_YEAR}", _day),
    rule(rf"{_OF}{_W}{_MDY}{_OF_YEAR}", _day),
    rule(rf"{_OF}{_W}{_DMY}(?: (?P<q>{PART}))?", _day),
    rule(rf"{_OF}{_W}{_MDY}", _day),
    rule(rf"{EDGE}?(?:(?P<which>last|this|next|the previous|the following) )?{_M}{_OF_YEAR}", _month),
    rule(rf"{EDGE}?{_M} (?P<y>\d{{1,4}}){_BC}", _month),
    rule(rf"{EDGE}?(?:(?P<which>last|this|next|the previous|the following) )?{_M}", _month),
    rule(rf"{EDGE}?{_WHICH}(?:(?:early|late|mid)(?:-| ))?(?P<s>{SEASON}) (?:of )?(?P<y>\d{{1,4}}){_BC}", _season),
    rule(rf"{EDGE}?{_WHICH}(?:(?:early|late|mid)(?:-| ))?(?P<s>{SEASON}){_OF_YEAR}", _season),
    rule(rf"{EDGE}?(?P<which>last|this|next|the next|the following|the previous|that|the same|the) (?:(?:early|late|mid)(?:-| ))?(?P<s>{SEASON})(?!-| of (?!the year)|(?<=the\s\w{{4}}) offensive|(?<=the\s\w{{6}}) (?:offensive|uprising|campaign))", _season),
    rule(rf"{EDGE}(?P<s>{SEASON})", _season),
    rule(rf"(?P<s>{SEASON})(?!-| of (?!the year))", _season),
    rule(rf"{EDGE}?the (?P<n>first|second|third|fourth|last|1st|2nd|3rd|4th)(?:-| )(?P<what>quarter)(?:{_OF_YEAR})?", _quarter),
    rule(rf"(?P<n>first|second|third|fourth|1st|2nd|3rd|4th)(?:-| )(?P<what>quarter)(?: of)?(?:{_OF_YEAR})?", _quarter),
    rule(rf"(?:the )?(?P<n>first|second|latter|last|early|later) (?P<what>half)(?: of)?{_OF_YEAR}", _quarter),
    rule(rf"{EDGE}?(?:the )?(?:(?:early|late|mid)(?:-| ))?(?P<y>(?:1[0-9]|20)\d0|['’]?\d0|\d\d0)['’]?s{_IN_BC}", _decade),
    rule(rf"{EDGE}?the (?:(?:early|late|mid)(?:-| ))?(?P<n>{'|'.join(_NAMED)})", _decade),
    rule(rf"{EDGE}?(?:the )?(?:(?:early|late|mid)(?:-| ))?(?P<n>{_ORDINAL})(?:-| )century{_IN_BC}", _century),
    rule(rf"{EDGE}?(?P<h>{HOLIDAY})(?: (?P<p>{PART}))?(?:,? (?:of |in )?{_Y})?", _holiday),
    rule(rf"(?P<y>\d{{1,3}})(?=[-–/]\d{{1,4}}(?P<bc> ?(?:B\.C\.|BCE?)))", _year),
    rule(rf"(?:{EDGE}|{ABOUT}|(?:ca?\.|circa) )?(?:the year )?(?P<y>\d{{1,4}}){_BC}", _year),
    rule(rf"(?:{EDGE}|(?:ca?\.|circa|about|approximately) )?(?:the years? )?(?<![\d.,/])(?<![-–]\d)(?P<y>{YEAR})(?: (?:AD|A\.D\.|CE))?(?!,\d|\.\d|%|[-–](?!\d\d(?:\d\d)?\b)\w|\w){_NO_PEOPLE}", _year),
    rule(rf"(?:{EDGE}|(?:ca?\.|circa|about|approximately) )?(?:(?<=in\s)|(?<=of\s)|(?<=since\s)|(?<=by\s)|(?<=from\s)|(?<=to\s)|(?<=until\s)|(?<=and\s)|(?<=between\s)|(?<=early\s)|(?<=late\s)|(?<=during\s)|(?<=after\s)|(?<=before\s))(?P<y>[1-9]\d\d)(?=[,.;:)](?!\d)| (?:and|or|the|to|when|with|he|she|they|a|an|but|until|as|it|which|after|in|by|on|was|were|had|for|while|both)\b|[-–]\d{{1,3}} BC)", _years_in_bc),
)
