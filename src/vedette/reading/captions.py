"""Picture captions: kept in the text, and marked."""

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files

_LONGEST = 90
_LONGEST_CREDITED = 60
_CREDIT = 170


@lru_cache(maxsize=4096)
def is_caption(text: str) -> bool:
    """Say whether a paragraph is the caption of a picture, by its opening words or by the credit at its end."""
    opening, credit, credited, photographer = _patterns()
    words = len(text.split())
    if words <= _LONGEST and opening.match(text):
        return True
    end = text[-_CREDIT:]
    if not 7 <= words <= _LONGEST_CREDITED:
        return False
    return bool(photographer.search(end) or (credited.search(end) and credit.search(end)))


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    data = tomllib.loads(files("vedette.reading").joinpath("captions.toml").read_text(encoding="utf-8"))
    opening = "|".join(f"(?:{pattern})" for pattern in data["pattern"])
    rows = (opening, data["credit"], data["credited"], data["photographer"])
    return tuple(re.compile(row, re.IGNORECASE) for row in rows)
