"""The states that words speak of: "Iraqi", "the United States", "Washington"."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable
from functools import lru_cache
from itertools import islice

from vedette.registry.index import Index
from vedette.registry.phrase import WORD
from vedette.registry.spelling import fold

MOST_WORDS = 4
_POSSESSIVE = re.compile(r"['’]s?$")
# Where a word may begin with a capital; not within "anti-Iranian", which is one word.
_BEGINS = re.compile(r"(?<!\w)(?<!\w[-‑–'’ʼʿ‘`´])[^\W\d_a-z]")
_CASED = frozenset({"us", "car", "pak"})


@lru_cache(maxsize=8192)
def nations_in(index: Index, text: str, *, seats: bool = False) -> tuple[tuple[int, int, str], ...]:
    """Find names, adjectives and demonyms of states (with `seats` also capitals) in a text: start, end, code;
    longest first at a place."""
    table, longest = _table(index, seats)
    found, past = list[tuple[int, int, str]](), 0
    for start in (begin.start() for begin in _BEGINS.finditer(text)):
        if start < past or not text[start].isupper() or not (first := WORD.match(text, start)):
            continue
        if most := longest(first.group()):
            ends = [word.end() for word in islice(WORD.finditer(text, start), most)]
            end, code = next(
                ((end, code) for end in reversed(ends) if (code := _code(table, text[start:end]))), (0, "")
            )
            if code:
                found.append((start, end, code))
                past = end
    return tuple(found)


@lru_cache(maxsize=8)
def _table(index: Index, seats: bool) -> tuple[dict[str, str], Callable[[str], int]]:
    """Give the keys to look for, and a function that says how many words a key has at most that begins with a word."""
    table = index.nations if seats else index.adjectives
    most: dict[str, int] = defaultdict(int)
    for key in table:
        parts = key.split()
        most[parts[0]] = max(most[parts[0]], min(len(parts), MOST_WORDS))

    @lru_cache(maxsize=20_000)
    def longest(word: str) -> int:
        head = fold(_POSSESSIVE.sub("", word)).split(" ", 1)[0]
        return MOST_WORDS if len(head) < 2 else most.get(head, 0)  # initials may be parted: "U. S."

    return table, longest


def _code(table: dict[str, str], phrase: str) -> str | None:
    bare = phrase.removesuffix("'s").removesuffix("’s").removesuffix("’").removesuffix("'")
    key = fold(bare)
    if key in _CASED and not bare.replace(".", "").isupper():
        return None
    return table.get(key)


@lru_cache(maxsize=64)
def countries_of(index: Index, text: str) -> Counter[str]:
    """Count how often a text speaks of each state, by ISO code."""
    return Counter(code for _, _, code in nations_in(index, text, seats=True))


@lru_cache(maxsize=64)
def _folded(text: str) -> str:
    return f" {fold(text)} "


def folded_context(text: str) -> str:
    """Give the plain key of a whole text, with a space at both ends, so that `" name " in it` finds whole words."""
    return _folded(text)
