"""The states that words speak of: "Iraqi", "the United States", "Washington"."""

from collections import Counter
from functools import lru_cache

from vedette.registry.index import Index
from vedette.registry.phrase import words_of
from vedette.registry.spelling import fold

_CASED = frozenset({"us", "car", "pak"})


def nations_in(index: Index, text: str, *, seats: bool = False) -> list[tuple[int, int, str]]:
    """Find names, adjectives and demonyms of states (with `seats` also capitals) in a text: start, end, code;
    longest first at a place."""
    table, words, found, at = (index.nations if seats else index.adjectives), words_of(text), [], 0
    while at < len(words):
        for size in (4, 3, 2, 1) if text[words[at].start].isupper() else ():
            if at + size <= len(words) and (code := _code(table, text[words[at].start : words[at + size - 1].end])):
                found.append((words[at].start, words[at + size - 1].end, code))
                at += size - 1
                break
        at += 1
    return found


def _code(table: dict[str, str], phrase: str) -> str | None:
    if not phrase[:1].isupper():
        return None
    bare = phrase.removesuffix("'s").removesuffix("’s").removesuffix("’").removesuffix("'")
    key = fold(bare)
    if key in _CASED and not bare.replace(".", "").isupper():
        return None
    return table.get(key)


def countries_of(index: Index, text: str) -> Counter[str]:
    """Count how often a text speaks of each state, by ISO code."""
    key = (id(index), text)
    if key not in _COUNTS:
        if len(_COUNTS) > 64:
            _COUNTS.clear()
        _COUNTS[key] = Counter(code for _, _, code in nations_in(index, text, seats=True))
    return _COUNTS[key]


_COUNTS: dict[tuple[int, str], Counter[str]] = {}


@lru_cache(maxsize=64)
def _folded(text: str) -> str:
    return f" {fold(text)} "


def folded_context(text: str) -> str:
    """Give the plain key of a whole text, with a space at both ends, so that `" name " in it` finds whole words."""
    return _folded(text)
