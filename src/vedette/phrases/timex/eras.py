"""Years and more, and their parts: "1998", "480 BC", "the 1990s", "the 19th century", "the first half of 2021"."""

import re

from vedette.phrases.numbers import ORDINALS
from vedette.phrases.timex.phrase import Said, dated
from vedette.phrases.timex.rules import Match, Rule, rule, words
from vedette.phrases.timex.story import Moment, Story, by_years
from vedette.phrases.timex.told_year import BC, OF_YEAR, written_year
from vedette.phrases.timex.words import ABOUT, EDGE, YEAR

_ORDINAL = (
    rf"(?:{'|'.join(ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th)|thirteenth|fourteenth|fifteenth|"
    r"sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty-first)"
)
_MORE = {
    name: number
    for number, name in enumerate(
        ("thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",
         "twenty-first"), start=13
    )
}  # fmt: skip
_DECADES = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties")
_NAMED = {name: 10 * n for n, name in enumerate(_DECADES, start=2)}
_NO_PEOPLE = (
    r"(?! (?:people|persons|troops|soldiers|civilians|men|women|fighters|dead|wounded|tons|tonnes|km|kilometres|"
    r"kilometers|miles|metres|meters|feet|others|more|ships|aircraft|tanks|guns|prisoners|cases|homes|"
    r"square|refugees|killed|casualties|workers|members|horses|cavalry|infantry|men-at-arms|dollars|euros)\b)"
)


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
    year = year.lstrip("'’")
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
    year = written_year(match, story) or story.year
    if year is None:
        return None
    most = 4 if what == "quarter" else 2
    number = ORDINALS.get(ordinal, 1 if ordinal in ("1st", "early") else most)
    number = int(ordinal[0]) if ordinal[:1].isdigit() else number
    return dated(f"{Moment(year=year).value}-{'Q' if most == 4 else 'H'}{number}") if number <= most else None


RULES: tuple[Rule, ...] = (
    rule(
        rf"{EDGE}?the (?P<n>first|second|third|fourth|last|1st|2nd|3rd|4th)(?:-| )(?P<what>quarter)(?:{OF_YEAR})?",
        _quarter,
    ),
    rule(
        rf"(?P<n>first|second|third|fourth|1st|2nd|3rd|4th)(?:-| )(?P<what>quarter)(?: of)?(?:{OF_YEAR})"
        r"?",
        _quarter,
    ),
    rule(rf"(?:the )?(?P<n>first|second|latter|last|early|later) (?P<what>half)(?: of)?{OF_YEAR}", _quarter),
    rule(
        rf"{EDGE}?(?:the )?(?:(?:early|late|mid)(?:-| ))?(?P<y>(?:1[0-9]|20)\d0|['’]?\d0|\d\d0)"
        rf"['’]?s(?:{BC})?",
        _decade,
    ),
    rule(rf"{EDGE}?the (?:(?:early|late|mid)(?:-| ))?(?P<n>{'|'.join(_NAMED)})", _decade),
    rule(rf"{EDGE}?(?:the )?(?:(?:early|late|mid)(?:-| ))?(?P<n>{_ORDINAL})(?:-| )century(?:{BC})?", _century),
    rule(r"(?P<y>\d{1,3})(?=[-–/]\d{1,4}(?P<bc> ?(?:B\.C\.|BCE?)))", _year),
    rule(rf"(?:{EDGE}|{ABOUT}|(?:ca?\.|circa) )?(?:the year )?(?P<y>\d{{1,4}}){BC}", _year),
    rule(
        rf"(?:{EDGE}|(?:ca?\.|circa|about|approximately) )?(?:the years? )?(?<![\d.,/])(?<![-–]\d)"
        rf"(?P<y>{YEAR})(?: (?:AD|A\.D\.|CE))?(?!,\d|\.\d|%|[-–](?!\d\d(?:\d\d)?\b)\w|\w){_NO_PEOPLE}",
        _year,
    ),
    rule(
        rf"(?:{EDGE}|(?:ca?\.|circa|about|approximately) )?(?:(?<=in\s)|(?<=of\s)|(?<=since\s)"
        r"|(?<=by\s)|(?<=from\s)|(?<=to\s)|(?<=until\s)|(?<=and\s)|(?<=between\s)|(?<=early\s)"
        r"|(?<=late\s)|(?<=during\s)|(?<=after\s)|(?<=before\s))(?P<y>[1-9]\d\d)(?=[,.;:)](?!\d)"
        r"| (?:and|or|the|to|when|with|he|she|they|a|an|but|until|as|it|which|after|in|by|on|"
        rf"was|were|had|for|while|both)\b|[-–]\d{{1,3}} BC)",
        _years_in_bc,
    ),
)
