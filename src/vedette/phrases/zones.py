"""The day that another clock shows: a Washington evening is the next morning in the Gulf."""

import re

from vedette.phrases.clock import Stretch

_HOURS = {
    "washington": -5, "eastern": -5, "central": -6, "pacific": -8, "london": 0, "universal": 0, "greenwich": 0,
    "gmt": 0, "utc": 0, "est": -5, "edt": -4, "et": -5, "pst": -8, "bst": 1, "cet": 1,
}  # fmt: skip
_ZONE = re.compile(
    r"\b(?:(?P<city>washington|london|eastern|central|pacific|universal|greenwich) (?:standard |summer |mean "
    r"|daylight )?time|(?P<short>gmt|utc|est|edt|et|pst|bst|cet))\b"
)
_WEST, _EAST = -5, 7  # hours between which the crises of the world lie
_PARTS = {
    "morning": (5, 12), "dawn": (4, 7), "noon": (12, 12), "midday": (12, 12), "afternoon": (12, 18),
    "evening": (18, 24), "night": (20, 28), "midnight": (24, 24), "late": (18, 24), "early": (0, 8),
}  # fmt: skip
_CLOCK = re.compile(
    r"\b(?P<h>\d{1,2})(?:[:.]?(?P<m>\d\d))?\s?(?P<half>[ap])?\.?(?:m\b|(?= ?(?:gmt|utc|hours|hrs|local)))"
)


def zoned(text: str, read: Stretch) -> Stretch:
    """Widen a date told by a foreign clock by the days that clocks of the place can show."""
    zone = _ZONE.search(text)
    if not zone or "local" in text or not read.known:
        return read
    offset = _HOURS[zone["city"] or zone["short"]]
    first, last = _hours(text)
    after, before = int(last - offset + _EAST >= 24), int(first - offset + _WEST < 0)
    if not after and not before:
        return read
    return read.widened(before=before, after=after, basis=f"{zone[0]}: the local day may be another")


def _hours(text: str) -> tuple[float, float]:
    """Give the hours of the day that a phrase can mean."""
    if found := _CLOCK.search(text):
        hour = int(found["h"]) % 24
        if found["half"]:
            hour = hour % 12 + (12 if found["half"] == "p" else 0)
        return hour, hour
    return next((hours for word, hours in _PARTS.items() if re.search(rf"\b{word}\b", text)), (0, 24))
