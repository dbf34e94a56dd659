"""The headline of a plain text: its first line, where that looks like one."""

import re
from collections.abc import Sequence

from vedette.reading.captions import is_caption
from vedette.reading.dateline import stands_alone

_END = re.compile(r"[.:;,…][\"'”’)\]]*$")
_STOP = re.compile(r"[.!?…][\"'”’)\]]*$")
_ABBREVIATED = re.compile(r"\b(?:[A-Z]\.){2,}$")
_DATELINE = re.compile(r"^[A-Z][\w.'’ ,/-]{2,60}\s*(?:\([^)]{2,40}\)\s*)?[-–—]{1,2}\s+\S")
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_SMALL = 4
_MOST_WORDS = 30


def has_headline(texts: Sequence[str]) -> bool:
    """Say whether the first of the paragraphs `texts` is the headline of the others."""
    if len(texts) < 2:
        return False
    first, words = texts[0], texts[0].split()
    if len(words) > _MOST_WORDS or not _WORD.search(first) or is_caption(first) or stands_alone(first):
        return False
    if len(words) == 1 and not _STOP.search(texts[1]):
        return False  # the name of a section above the headline
    if not any(len(text.split()) > 5 for text in texts[1:]):
        return False
    if _END.search(first) and not _ABBREVIATED.search(first):
        return first.endswith(".") and _capitalised(first)
    return not _DATELINE.match(first) or len(words) <= 18


def _capitalised(text: str) -> bool:
    """Say whether the long words of `text` begin with capitals, as in an American headline."""
    words = [word for word in _WORD.findall(text) if len(word) > _SMALL]
    return len(words) >= 3 and sum(word[0].isupper() for word in words) >= 0.9 * len(words)
