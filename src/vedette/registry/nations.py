"""The states that words speak of: "Iraqi", "the United States", "Washington"."""

import re
from collections import Counter, defaultdict
from functools import lru_cache
from itertools import islice

from vedette.registry.index import Index
from vedette.registry.phrase import WORD
from vedette.registry.spelling import fold

MOST_WORDS = 4
MOST_SEEN = 100_000
_POSSESSIVE = re.compile(r"['’]s?$")
# Where a capital may begin a word; not within "anti-Iranian", which is one word. The letter stands first: the search
# goes from one to the next. What is left of the word (as WORD has it) is looked at, but the search goes on within it.
_BEGINS = re.compile(
    r"[A-Z\x80-\U0010ffff](?<!\w.)(?<!\w[-‑–'’ʼʿ‘`´].)"
    r"(?=(\.(?:[^\W\d_]\.)+(?:-\w+)?|[\w'’ʼʿ‘`´]*(?:[-‑–]\w[\w'’ʼʿ‘`´]*)*))",
    re.DOTALL,
)
_CASED = frozenset({"us", "car", "pak"})


@lru_cache(maxsize=8192)
def nations_in(index: Index, text: str, *, seats: bool = False) -> tuple[tuple[int, int, str], ...]:
    """Find names, adjectives and demonyms of states (with `seats` also capitals) in a text: start, end, code;
    longest first at a place."""
    table, longest = _table(index, seats)
    found, past = list[tuple[int, int, str]](), 0
    for begin in _BEGINS.finditer(text):
        start = begin.start()
        letter, rest = begin.group(0, 1)
        if start < past or not letter.isupper():
            continue
        if most := longest[letter + rest]:
            ends = [begin.end(1)] if most == 1 else [word.end() for word in islice(WORD.finditer(text, start), most)]
            for end in reversed(ends):
                if code := _code(table, text[start:end]):
                    found.append((start, end, code))
                    past = end
                    break
    return tuple(found)


@lru_cache(maxsize=8)
def _table(index: Index, seats: bool) -> tuple[dict[str, str], "_Longest"]:
    """Give the keys to look for, and how many words a key has at most that begins with a word."""
    table = index.nations if seats else index.adjectives
    most: dict[str, int] = defaultdict(int)
    for key in table:
        parts = key.split()
        most[parts[0]] = max(most[parts[0]], min(len(parts), MOST_WORDS))
    return table, _Longest(dict(most))


class _Longest(dict[str, int]):
    """How many words a key has at most that begins with a word as written, worked out once for each word."""

    def __init__(self, most: dict[str, int]) -> None:
        """Take the most words of the keys that begin with each folded word."""
        super().__init__()
        self._most = most

    def __missing__(self, word: str) -> int:
        """Fold a word that was not seen yet."""
        head = fold(_POSSESSIVE.sub("", word) if word[-1] in "'’s" else word).split(" ", 1)[0]
        most = MOST_WORDS if len(head) < 2 else self._most.get(head, 0)  # initials may be parted: "U. S."
        if len(self) < MOST_SEEN:
            self[word] = most
        return most


def _code(table: dict[str, str], phrase: str) -> str | None:
    bare = phrase
    if phrase[-1] in "'’s":
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
