"""The letters that no match of an expression can do without: a quick look for them spares most slow searches."""

import re
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache
from sys import maxsize
from typing import Any

# How Python takes an expression apart is its own affair: a later one may call these parts otherwise, and then all
# expressions are searched for everywhere, slower but with the same matches.
try:
    from re import _constants as kinds  # type: ignore[attr-defined]
    from re import _parser as parser  # type: ignore[attr-defined]
except ImportError:
    parser = None

_MOST = 96  # ways of writing that are told apart
_SURE = 0.02  # parts that a text of news holds more often than so, by their length, spare too few searches
_RARE = 0.16  # how much rarer one more letter makes a part
_ODD = str.maketrans({"İ": "i", "ı": "i", "ſ": "s"})  # which an expression without case takes for those letters

Ways = frozenset[str]
_EMPTY: Ways = frozenset({""})


@lru_cache(maxsize=256)
def lowered(text: str) -> str:
    """Write a text in small letters, so that what an expression without case matches is found in it as it is."""
    return text.lower() if text.isascii() else text.translate(_ODD).lower()


class Sought:
    """An expression that is searched for only in texts that hold what it cannot match without."""

    def __init__(self, whole: re.Pattern[str]) -> None:
        """Keep the expression; what it needs is worked out when it is first looked for."""
        self.whole = whole
        self.pattern = whole.pattern

    @cached_property
    def needs(self) -> tuple[str, ...]:
        """Give the parts of which every match holds one."""
        return needs(self.whole)

    def may_stand_in(self, text: str) -> bool:
        """Say whether a text holds one of the parts, of which every match holds one."""
        return not self.needs or any(map(lowered(text).__contains__, self.needs))

    def search(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """Give the first match, as the expression itself would."""
        return self.whole.search(text, start, end) if self.may_stand_in(text) else None

    def finditer(self, text: str, start: int = 0, end: int = maxsize) -> Iterable[re.Match[str]]:
        """Give all matches, as the expression itself would."""
        return self.whole.finditer(text, start, end) if self.may_stand_in(text) else ()

    def match(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """Match at the start."""
        return self.whole.match(text, start, end)

    def fullmatch(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """Match all of it."""
        return self.whole.fullmatch(text, start, end)


def sought(expression: str, flags: int = 0) -> Sought:
    """Compile an expression that is looked for in many sentences and stands in few."""
    return Sought(re.compile(expression, flags))


def needs(pattern: re.Pattern[str]) -> tuple[str, ...]:
    """Give parts in small letters of which every match of the expression holds one; nothing where it can do without."""
    if parser is None:
        return ()
    _, best = _sequence(parser.parse(pattern.pattern, pattern.flags))
    return tuple(sorted(best, key=lambda part: (len(part), part))) if best and _often(best) <= _SURE else ()


def _least(ways: Ways) -> Ways:
    """Leave out the ways that hold another one: "accused" beside "accuse"."""
    return frozenset(way for way in ways if not any(other != way and other in way for other in ways))


def _often(ways: Ways) -> float:
    return sum(_RARE ** len(way) for way in ways)


def _sequence(items: Iterable[Any]) -> tuple[Ways | None, Ways | None]:
    """Give all ways to write a sequence if they are few, and the parts one of which every match holds."""
    run, found, whole = _EMPTY, list[Ways](), True
    for kind, value in items:
        ways, best = _item(kind, value)
        found.append(best or _EMPTY)
        if ways is not None and len(run) * len(ways) <= _MOST:
            run = frozenset(one + two for one in run for two in ways)
        else:
            found.append(run)
            run, whole = ways or _EMPTY, False
    useful = [_least(ways) for ways in (*found, run) if all(ways)]
    return run if whole else None, min(useful, key=_often, default=None)


def _item(kind: Any, value: Any) -> tuple[Ways | None, Ways | None]:
    if kind is kinds.LITERAL:
        return _letter(value), None
    if kind is kinds.IN:
        return _one_of(value), None
    if kind is kinds.SUBPATTERN:
        return _sequence(value[3])
    if kind is kinds.BRANCH:
        return _branch(value[1])
    if kind in (kinds.MAX_REPEAT, kinds.MIN_REPEAT):
        return _repeated(*value)
    return (_EMPTY, None) if kind in (kinds.AT, kinds.ASSERT, kinds.ASSERT_NOT) else (None, None)


def _letter(code: int) -> Ways | None:
    """Take a letter as written small; those with a case of their own beyond ASCII are left open."""
    char = chr(code)
    return frozenset({char.lower()}) if char.isascii() or char.lower() == char.upper() else None


def _one_of(members: Sequence[Any]) -> Ways | None:
    if len(members) > 4 or any(kind is not kinds.LITERAL for kind, _ in members):
        return None
    ways = [way for _, code in members if (way := _letter(code)) is not None]
    return frozenset().union(*ways) if len(ways) == len(members) else None


def _branch(branches: Sequence[Iterable[Any]]) -> tuple[Ways | None, Ways | None]:
    both = [_sequence(branch) for branch in branches]
    ways = frozenset().union(*(ways or () for ways, _ in both))
    parts = frozenset().union(*(best or () for _, best in both))
    return (
        ways if len(ways) <= _MOST and all(one is not None for one, _ in both) else None,
        parts if all(best for _, best in both) else None,
    )


def _repeated(least: int, most: int, items: Iterable[Any]) -> tuple[Ways | None, Ways | None]:
    ways, best = _sequence(items)
    if least == 0:
        return (ways | {""} if ways is not None and most == 1 else None), None
    return (ways if most == 1 else None), best
