"""Datelines: the place and the day with which a report begins, on a line of their own or before its first words."""

import re

from vedette.phrases.calendar import MONTH, WEEKDAY
from vedette.reading.captions import is_caption

_WORD = r"[A-Z][\w'’.-]*"
_PLACE = rf"{_WORD}(?:[ /](?:{_WORD}|al|de|del|el|la|of|the))*(?:,\s*{_WORD}(?:[ ]{_WORD}){{0,3}})?"
_DAY = rf"(?:(?i:{WEEKDAY}),?\s+)?(?:(?i:{MONTH})\s+\d{{1,2}}|\d{{1,2}}\s+(?i:{MONTH}))(?:,?\s+\d{{4}})?"
_MARK = r"(?:\s*[(\[/][^()\[\]/]{2,40}[)\]/])?"
# Between place and day stands a sign, and after the day the agency, a dash or nothing: "Goma on 3 May" is a sentence.
_PLACED = re.compile(
    rf"(?P<place>{_PLACE}){_MARK}\s*[,.(\[—–:|-]\s*(?P<date>{_DAY})\b\.?[)\]]?{_MARK}\s*(?P<dash>[-–—:|]+\s|$)"
)
_LINES = 4


def placed_day(head: str) -> str | None:
    """Give the day, as written, of a dateline whose place is not in capitals ("Bamako, 18 September 2023 (AFP)")."""
    lines = [line.strip() for line in head.split("\n") if line.strip()][:_LINES]
    found = (_PLACED.match(line) for line in lines if not is_caption(line))
    return next((match["date"] for match in found if match), None)


def stands_alone(line: str) -> bool:
    """Say whether a line is a dateline and no more."""
    found = _PLACED.match(line.strip())
    return found is not None and found.end() == len(line.strip())
