"""Every time phrase of a text, in order, each read against what the text told before it."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from vedette.model import Published, Span
from vedette.phrases.timex import days, eras, hours, lengths, months, relative, vague
from vedette.phrases.timex.homonyms import is_other_word
from vedette.phrases.timex.phrase import Said, TimePhrase, dated
from vedette.phrases.timex.rules import Match, Rule, finder, matches
from vedette.phrases.timex.story import Moment, Story
from vedette.phrases.timex.tense import tense_at
from vedette.phrases.timex.years import Written, years_of

RULES = tuple(one for part in (days, months, eras, relative, hours, vague, lengths) for one in part.RULES)
HISTORY = 330  # days before the publication from which a date makes the rest of its paragraph a history
_JOINED = finder(RULES)
_BC = re.compile(r"\d\s?(?:BC|B\.C\.)")
_YEAR = re.compile(r"(?<![\d.,])(?:1[0-9]\d\d|20\d\d)(?![\d,%])")
_VALUE = re.compile(r"(?P<y>BC\d{4}|\d{4}|XXXX)(?:-(?:(?P<m>\d\d)(?:-(?P<d>\d\d))?|(?P<s>SP|SU|FA|WI)))?(?:T.*)?")
_ON = re.compile(r",?\s(?:on\s|local time on\s)?")
_SEASON_MONTHS = {"SP": 4, "SU": 7, "FA": 10, "WI": 1}
_BOUNDING = re.compile(
    r"\b(?:since|until|till|before|from|as of|between|prior to|unlike|like|of|than|after)"
    r"\s+$",
    re.I,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """What a rule matched, and the date that it tells by itself ("XXXX-09" for a month without a year)."""

    rule: Rule
    match: Match
    phrase: Span
    paragraph: int
    written: Written | None


def time_phrases(text: str, published: Published) -> list[TimePhrase]:
    """Give the time phrases of a text with their values.

    What counts from now counts from the publication; in a text that tells of other years, or in one without a
    publication date, from the date that it told last.
    """
    story = _opened(text, published)
    found = list(_found(text, story))
    years = _years(found) if story.narrative else {}
    return [TimePhrase(span=span, said=said) for span, said in _told(found, story, years)]


def story_years(text: str, published: Published) -> dict[int, int]:
    """Give the years of dates without one by where each begins, in a text that tells history; else nothing."""
    story = _opened(text, published)
    if not story.narrative:
        return {}
    found = list(_found(text, story))
    years = _years(found)
    yearless = [(index, one.match) for index, one in enumerate(found) if one.written and one.written.year is None]
    return {
        match.start("m" if "m" in match.re.groupindex and match["m"] else 0): year
        for index, match in yearless
        if (year := years[index]) is not None
    }


def _opened(text: str, published: Published) -> Story:
    years = [int(found[0]) for found in _YEAR.finditer(text)]
    day = published.end or published.start
    far = sum(day is not None and abs(year - day.year) > 1 for year in years)
    bc = len(_BC.findall(text)) > 2
    narrative = day is None or bc or (len(years) > 5 and far > 0.7 * len(years))
    return Story(published=day, narrative=narrative, before_our_era=bc)


def _found(text: str, story: Story) -> Iterator[_Found]:
    alone = Story(narrative=True, before_our_era=story.before_our_era)
    breaks = [found.start() for found in re.finditer(r"\n\s*\n", text)]
    for one, match in matches(text, RULES, _JOINED):
        if is_other_word(match):
            continue
        said = one.read(match, alone)
        phrase = _trimmed(match[0])
        paragraph = bisect_right(breaks, match.start())
        written = _written(said, match, paragraph) if said else None
        span = Span(text=phrase, start=match.start(), end=match.start() + len(phrase))
        yield _Found(rule=one, match=match, phrase=span, paragraph=paragraph, written=written)


def _trimmed(text: str) -> str:
    """Drop what ends no time phrase; the stop after a whole name is the sentence's."""
    bare = text.rstrip(" ,\n")
    return bare[:-1] if bare.lower().endswith(("may.", "june.", "july.")) else bare


def _written(said: Said, match: Match, paragraph: int) -> Written | None:
    found = _VALUE.fullmatch(said.value)
    if found is None or (found["y"] == "XXXX" and not (found["m"] or found["s"])) or _counted(match):
        return None
    year = None if found["y"] == "XXXX" else _year(found["y"])
    month = _SEASON_MONTHS[found["s"]] if found["s"] else int(found["m"]) if found["m"] else None
    bounds = _BOUNDING.search(match.string, max(0, match.start() - 12), match.start()) is not None
    day = int(found["d"]) if found["d"] else None
    season = found["s"] is not None
    return Written(year=year, month=month, day=day, season=season, bounds=bounds, paragraph=paragraph)


def _counted(match: Match) -> bool:
    """Say whether a date counts from another: "the previous April", "next summer", "May of that year"."""
    held = match.groupdict()
    return bool(held.get("that")) or (held.get("which") or "the").lower() != "the"


def _year(text: str) -> int:
    return -int(text[2:]) if text.startswith("BC") else int(text)


def _years(found: Sequence[_Found]) -> dict[int, int | None]:
    """Give the years of the written dates by their place among what was found."""
    dates = [(index, one.written) for index, one in enumerate(found) if one.written is not None]
    return dict(zip((index for index, _ in dates), years_of([date for _, date in dates]), strict=True))


def _told(found: Sequence[_Found], story: Story, years: dict[int, int | None]) -> Iterator[tuple[Span, Said]]:
    done = paragraph = 0
    for index, one in enumerate(found):
        if one.paragraph != paragraph:
            story, paragraph = replace(story, history=False), one.paragraph
        if one.phrase.start < done:
            continue
        year = years.get(index)
        said = one.rule.read(one.match, _clock(story, found[index : index + 2], year))
        if said is None:
            continue
        phrase = one.phrase
        if _tells_hour(one) and _adjoined(found[index : index + 2]):
            phrase = _over(one.phrase, found[index + 1].phrase, one.match.string)
            done = phrase.end
        yield phrase, said
        # A date that the story leaves aside ("unlike in 1812") does not move it.
        if index not in years or year is not None:
            story = moved(story, said)
        tail = days.AFTER_DASH.match(one.match.string, one.phrase.end)
        if (
            tail
            and (len(one.phrase.text) == 4 or not one.phrase.text.isdigit())
            and (ended := _end(int(tail["n"]), said))
        ):
            done = tail.end("whole")
            yield Span(text=tail["whole"], start=tail.start("whole"), end=done), ended
            story = moved(story, ended)


def _tells_hour(one: _Found) -> bool:
    return "hour" in one.match.re.groupindex


def _adjoined(found: Sequence[_Found]) -> bool:
    """Say whether an hour and the day after it are one phrase: "8 p.m. Thursday"."""
    if len(found) < 2 or found[1].phrase.start - found[0].phrase.end != 1:
        return False
    return found[1].match.groupdict().get("w") is not None or found[1].match.groupdict().get("t") is not None


def _over(first: Span, second: Span, text: str) -> Span:
    return Span(text=text[first.start : second.end], start=first.start, end=second.end)


def _clock(story: Story, found: Sequence[_Found], year: int | None) -> Story:
    """Give what a phrase is read against: the tense of its clause; for an hour the day that follows ("9 p.m. on")."""
    one = found[0]
    text, tense = one.match.string, story.tense
    if not story.narrative and one.phrase.text[-1].isalnum():
        tense = tense_at(text, one.phrase.start, one.phrase.end)
    story = replace(story, given=year, tense=tense)
    if _tells_hour(one) and len(found) > 1:
        after = found[1]
        if _ON.fullmatch(text, one.phrase.end, after.phrase.start) and (day := after.rule.read(after.match, story)):
            return moved(story, day)
    return story


def _end(number: int, said: Said) -> Said | None:
    """Read the second half of "April 6-7" or "2006-07", which the first lends its month or century."""
    moment = _moment(said)
    if moment is None or moment.year < 1:
        return None
    if moment.day and moment.day < number <= 31:
        return dated(replace(moment, day=number).value)
    if moment.month is None and moment.year % 100 < number:
        return dated(Moment(year=moment.year - moment.year % 100 + number).value)
    return None


def moved(story: Story, said: Said) -> Story:
    """Give the story after a phrase: only a year, month or day moves it."""
    moment = _moment(said)
    if moment is None:
        return story
    first, day = moment.first, story.published
    return replace(story.moved(moment), history=day is not None and first is not None and (day - first).days > HISTORY)


def _moment(said: Said) -> Moment | None:
    found = _VALUE.fullmatch(said.value)
    if not found or found["s"] or found["y"] == "XXXX":
        return None
    month, day = (int(found[key]) if found[key] else None for key in ("m", "d"))
    return Moment(year=_year(found["y"]), month=month, day=day)
