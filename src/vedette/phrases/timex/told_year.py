"""The year that a phrase says or means: "of 1942", "that year", "the following year", or the partner's in a range."""

import re

from vedette.phrases.timex.rules import Match, words
from vedette.phrases.timex.story import Story
from vedette.phrases.timex.words import DAY_OF, EDGE, MONTH, SEASON, THAT_YEAR, YEAR, compiled

SAID = rf"(?P<y>{YEAR})"
OF_YEAR = rf"(?:,? (?:of |in )?{SAID}(?!\d|,\d\d\d)|(?P<that>,? {THAT_YEAR}))"
BC = r"(?P<bc> ?(?:B\.C\.(?:E\.)?|BCE?))"
_LENDS = compiled(
    rf"(?:-|–| (?:and|or|to|until|till|through) (?:the )?)(?:{EDGE}|(?:early|late|mid)[- "
    rf"])?(?:{MONTH}(?: {DAY_OF},?)?|{DAY_OF} {MONTH}|{SEASON}|{DAY_OF},?)(?: of)? (?P<y>{YEAR})"
    r"(?!\d)"
)


def written_year(match: Match, story: Story) -> int | None:
    """Give the year that a match says, or that the other end of its range lends it; None where it says none."""
    year, that, bc = words(match, "y", "that", "bc")
    if year:
        return -int(year) if bc else int(year)
    if that:
        return year_meant(that, story)
    lent = _LENDS.match(match.string, match.end())
    return int(lent["y"]) if lent and ("m" in match.re.groupindex or "s" in match.re.groupindex) else None


def year_meant(that: str, story: Story) -> int | None:
    """Give the year of "that year", "the following year", "last year"."""
    near = story.told_year if re.search(r"\b(?:that|same|following|previous|the next)\b", that) else story.year
    if near is None:
        return None
    step = 1 if re.search(r"\b(?:next|following)\b", that) else -1 if re.search(r"\b(?:last|previous)\b", that) else 0
    return near + step
