"""The titles of offices that a phrase names: "the Iraqi premier" -> prime minister."""

import tomllib
from functools import lru_cache
from pathlib import Path

from vedette.registry.spelling import fold

_LONGEST = 5  # words


@lru_cache(maxsize=1)
def title_words() -> dict[str, tuple[str, ...]]:
    """Give for each title word or phrase the plain titles it may stand for."""
    lists = tomllib.loads(Path(__file__).with_name("titles.toml").read_text(encoding="utf-8"))
    found: dict[str, tuple[str, ...]] = {}
    for title, others in lists.items():
        for word in (title, *others):
            found[fold(word)] = (*found.get(fold(word), ()), title)
    return found


def titles_in(phrase: str) -> tuple[str, ...]:
    """Give the plain titles that the longest title words of a phrase stand for, the last of several."""
    return title_at(phrase)[1]


def title_at(phrase: str) -> tuple[list[str], tuple[str, ...]]:
    """Give the words before the longest title words of a phrase, folded, and the plain titles these stand for."""
    words = fold(phrase).split()
    for size in range(min(_LONGEST, len(words)), 0, -1):
        for at in range(len(words) - size, -1, -1):
            if titles := title_words().get(" ".join(words[at : at + size])):
                return words[:at], titles
    return [], ()
