"""The states that words speak of: "Iraqi", "the United States", "Washington"."""

from collections import Counter
from functools import lru_cache

from vedette.registry.index import Index
from vedette.registry.phrase import words_of
from vedette.registry.spelling import fold

_CASED = frozenset({"us", "car", "pak"})


@lru_cache(maxsize=8192)
def nations_in(index: Index, text: str, *, seats: bool = False) -> tuple[tuple[int, int, str], ...]:
    """Find names, adjectives and demonyms of states (with `seats` also capitals) in a text: start, end, code;
    longest first at a place."""
    table, words, found, at = (index.nations if seats else index.adjectives), words_of(text), [], 0
    while at < len(words):
        begins = text[words[at].start].isupper() and index.may_begin(words[at].text)
        for size in (4, 3, 2, 1) if begins else ():
            if at + size <= len(words) and (code := _code(table, text[words[at].start : words[at + size - 1].end])):
                found.append((words[at].start, words[at + size - 1].end, code))
                at += size - 1
                break
        at += 1
    return tuple(found)


def _code(table: dict[str, str], phrase: str) -> str | None:
    if not phrase[:1].isupper():
        return None
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
