"""Months and seasons: "March 1998", "late March", "the summer of 2014", "last winter"."""

from vedette.phrases.calendar import SEASONS, month_of
from vedette.phrases.timex.phrase import Said, dated
from vedette.phrases.timex.rules import Match, Rule, rule, words
from vedette.phrases.timex.story import Moment, Story
from vedette.phrases.timex.told_year import BC, OF_YEAR, written_year
from vedette.phrases.timex.words import EDGE, MONTH, SEASON

_M = rf"(?P<m>{MONTH})"
_WHICH = r"(?:(?P<which>last|this|next|the next|the following|the previous|that|the same|the) )?"


def _month(match: Match, story: Story) -> Said | None:
    month, before = words(match, "m", "which")
    number = month_of(month)
    year = written_year(match, story)
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
    year = written_year(match, story)
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


RULES: tuple[Rule, ...] = (
    rule(rf"{EDGE}?(?:(?P<which>last|this|next|the previous|the following) )?{_M}{OF_YEAR}", _month),
    rule(rf"{EDGE}?{_M} (?P<y>\d{{1,4}}){BC}", _month),
    rule(rf"{EDGE}?(?:(?P<which>last|this|next|the previous|the following) )?{_M}", _month),
    rule(rf"{EDGE}?{_WHICH}(?:(?:early|late|mid)(?:-| ))?(?P<s>{SEASON}) (?:of )?(?P<y>\d{{1,4}}){BC}", _season),
    rule(rf"{EDGE}?{_WHICH}(?:(?:early|late|mid)(?:-| ))?(?P<s>{SEASON}){OF_YEAR}", _season),
    rule(
        rf"{EDGE}?(?P<which>last|this|next|the next|the following|the previous|that|the same|"
        rf"the) (?:(?:early|late|mid)(?:-| ))?(?P<s>{SEASON})(?!-| of (?!the year)|(?<=the\s\w{{4}})"
        rf" offensive|(?<=the\s\w{{6}}) (?:offensive|uprising|campaign))",
        _season,
    ),
    rule(rf"{EDGE}(?P<s>{SEASON})", _season),
    rule(rf"(?P<s>{SEASON})(?!-| of (?!the year))", _season),
)
