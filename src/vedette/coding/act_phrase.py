"""Phrases that tell an act: "the strike on the dam"."""

import re

from vedette.coding.clauses import Stretch, noun_phrase, strip
from vedette.coding.cues import pattern
from vedette.model import Span, cut

FILE = "cause.toml"
_HANGS = re.compile(
    r"\s+(?:on|against|in|at|by|to|near|of|upon|from|over|for|targeting|that|which|who)\s+", re.IGNORECASE
)
_LONG = 12  # words
_HEAD = 60  # characters in which the noun of the act stands


def whole_phrase(text: str, start: int) -> Stretch | None:
    """Give the noun phrase at `start` with the prepositional phrases that hang on it."""
    phrase = noun_phrase(text, start)
    while (
        phrase is not None
        and (more := _HANGS.match(text, phrase[1]))
        and len(text[phrase[0] : phrase[1]].split()) < _LONG
    ):
        onward = noun_phrase(text, more.end())
        if onward is None or onward[1] <= phrase[1]:
            break
        phrase = (phrase[0], onward[1])
    return strip(text, phrase) if phrase else None


def act_in(text: str, phrase: Stretch | None) -> Span | None:
    """Give a phrase if one of its first words tells an act."""
    if phrase is None or not pattern(FILE, "acts").search(text, phrase[0], min(phrase[1], phrase[0] + _HEAD)):
        return None
    return cut(text, *phrase)
