"""Where in a text a phrase of time can begin: a cheap look at its words before any pattern is tried."""

import re
from collections.abc import Iterator

_TOKEN = re.compile(r"['’]?\w+")


def starts(text: str, cues: frozenset[str], reach: int) -> Iterator[int]:
    """Give the offsets of words that have a figure or one of `cues` (small letters) within the next `reach` words."""
    tokens = [(found.start(), found[0].lower()) for found in _TOKEN.finditer(text)]
    near, held = -1, []
    for index in range(len(tokens) - 1, -1, -1):
        start, word = tokens[index]
        if word in cues or word[0].isdigit() or word[1:2].isdigit():
            near = index
        if 0 <= near - index <= reach:
            held.append(start)
    return reversed(held)
