"""How often something happened, where one mention stands for several happenings."""

import re

from vedette.coding.document import Sentence
from vedette.coding.heads import is_plural, plain
from vedette.coding.toll import MEASURES, ORDINAL
from vedette.model import Count, Mark, Role
from vedette.phrases.numbers import quantities

_TIMES = {"once": (1, 1), "twice": (2, 2), "thrice": (3, 3)}
_MANY = re.compile(
    r"^(?:repeated(?:ly)?|regular(?:ly)?|daily|weekly|frequent(?:ly)?|constant(?:ly)?|almost daily|days of|wave|"
    r"multiple|series|the series of|nightly|continuous(?:ly)?|a daily .*)",
    re.I,
)
_BEFORE = re.compile(
    r"(?:^|\W)(?P<phrase>(?:[\w,.'-]+ ){0,4}?)(?:separate |different |such |more |new |other |drone |missile |"
    r"rocket |air |aerial |suicide |bomb |deadly |fresh |successive )*$",
    re.I,
)


def count_of(mark: Mark, sentence: Sentence) -> Count | None:
    """Give how many happenings a mention stands for ("over 90 times": 91 or more), or None for a single one."""
    for span in mark.of(Role.COUNT):
        if times := how_often(span.text):
            body = sentence.in_body(span)
            return Count(low=times[0], high=times[1], text=body.text, start=body.start, end=body.end)
    return _counted_trigger(mark, sentence)


def how_often(phrase: str) -> tuple[int, int | None] | None:
    """Read how often: (low, high), high None being open; None for one time and for ordinals ("the third")."""
    words = plain(phrase)
    if words.lower() in _TIMES:
        low, high = _TIMES[words.lower()]
        return (low, high) if low > 1 else None
    found = next(quantities(MEASURES.sub("", words) if ORDINAL.match(words) else words), None)
    if found and not (ORDINAL.match(words) and not words.lower().startswith("a series")):
        return (found.low, found.high) if found.high is None or found.high > 1 else None
    return (2, None) if _MANY.match(words) else None


def _counted_trigger(mark: Mark, sentence: Sentence) -> Count | None:
    """Read a number right before a plural noun that names the happening: "two separate attacks"."""
    if not is_plural(mark.trigger.text) or not re.search(r"s$", mark.trigger.text):
        return None
    before = sentence.tagged.text[: mark.trigger.start]
    adjacent = [found for found in quantities(before) if re.fullmatch(_GAP, before[found.end :], re.I)]
    if not adjacent or (found := adjacent[-1]).best < 2:
        return None
    start, end = found.start + sentence.span.start, mark.trigger.end + sentence.span.start
    return Count(
        low=found.low, high=found.high, text=sentence.tagged.text[found.start : mark.trigger.end], start=start, end=end
    )


_GAP = (
    r"(?: of)?(?: (?:separate|different|such|more|new|other|drone|missile|rocket|air|aerial|suicide|bomb|deadly|fresh|"
    r"successive|further|additional|recent|major|large|small|coordinated|simultaneous|near-simultaneous|cross-border|"
    r"guerrilla|terrorist|terror|militant|precision|retaliatory|Israeli|Russian|Ukrainian|American|U\.S\.|US|Turkish|"
    r"Iranian|car|roadside|mortar|artillery|grenade|arson))* "
)
