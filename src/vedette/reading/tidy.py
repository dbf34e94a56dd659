"""Plain characters: what a page or a word processor slips into a text is made plain before anything counts offsets."""

import re
import unicodedata

_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffc"
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]"
)


def one_line(text: str) -> str:
    """Give `text` as one line: NFC, every run of spaces and breaks one space, invisible characters left out."""
    return " ".join(_INVISIBLE.sub("", unicodedata.normalize("NFC", text)).split())
