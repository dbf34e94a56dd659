"""A rule: which words tell a time, and how they are read."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from vedette.phrases.starts import starts
from vedette.phrases.timex.phrase import Said
from vedette.phrases.timex.story import Story
from vedette.phrases.timex.words import CUES, compiled, spaced

REACH = 8  # words from the first word of a phrase to its first figure or word of time
Match = re.Match[str]
Reader = Callable[[Match, Story], Said | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and its reader; what the reader cannot date against the story is None, and no time phrase."""

    pattern: re.Pattern[str]
    read: Reader


def rule(pattern: str, read: Reader) -> Rule:
    """Make a rule of a pattern (a space stands for any white space)."""
    return Rule(compiled(rf"(?<![\w$€£])(?:{pattern})(?!\w)"), read)


def finder(rules: Sequence[Rule]) -> re.Pattern[str]:
    """Join rules into one pattern, whose last group tells which rule matched first."""
    parts = (re.sub(r"\(\?P<\w+>", "(?:", one.pattern.pattern) for one in rules)
    return re.compile(spaced("|".join(f"(?P<r{n}>{part})" for n, part in enumerate(parts))), re.IGNORECASE)


def matches(text: str, rules: Sequence[Rule], joined: re.Pattern[str]) -> Iterator[tuple[Rule, Match]]:
    """Give what the rules match, from the left and by the first rule that fits, each with its own groups.

    Tried only where a word begins that has a figure or a word of time within reach: most have none.
    """
    done = 0
    for start in starts(text, CUES, REACH):
        if start < done or (found := joined.match(text, start)) is None:
            continue
        one = rules[int((found.lastgroup or "r0")[1:])]
        if (own := one.pattern.match(text, start)) is not None:
            yield one, own
            done = own.end()


def words(match: Match, *names: str) -> list[str]:
    """Give groups in lower case with single spaces, empty where they matched nothing."""
    held = match.groupdict()
    return [" ".join((held.get(name) or "").lower().split()) for name in names]
