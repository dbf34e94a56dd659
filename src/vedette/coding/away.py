"""How far off a place, and whither: "60 nautical miles southeast of Aden"."""

import math
import re
from dataclasses import dataclass

from vedette.model import Span, WherePrecision

_KM = {"k": 1.0, "n": 1.852, "m": 1.609344}  # by the first letter of the unit
_BEARING = {"north": 0, "northeast": 45, "east": 90, "southeast": 135, "south": 180, "southwest": 225, "west": 270}
_BEARING |= {"northwest": 315}
_AWAY = re.compile(
    r"(?P<number>\d[\d,]*(?:\.\d+)?)[\s-]*(?P<unit>km|kms|kilomet(?:er|re)s?|nautical miles?|nm|miles?|mi)\b\s*"
    r"(?:\([^()]{1,30}\)\s*)?(?:away\s+)?(?:to the\s+)?(?:due\s+)?"
    r"(?P<whither>north|south|east|west|(?:north|south)[- ]?(?:east|west))(?:ern)?\s+(?:of|from)\s+(?:the\s+)?"
    r"(?:[a-z]+\s+){0,4}$",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"(?:\d[\d,]*(?:\.\d+)?[\s-]*(?:kms?|kilomet(?:er|re)s?|nautical miles?|nm|miles?|mi)\b\s*(?:\([^()]{1,30}\)\s*)?"
    r"(?:away\s+)?(?:to the\s+)?(?:due\s+)?)?"
    r"(?:\b(?:near|outside|between|(?:north|south|east|west|(?:north|south)[- ]?(?:east|west))(?:ern)?\s+(?:of|from))"
    r"\s+)?"
    r"(?:the\s+)?$",
    re.IGNORECASE,
)
_EARTH_KM = 6371.0
NEAR_KM = 25.0
_STEPS = ((NEAR_KM, WherePrecision.NEAR), (60.0, WherePrecision.SECOND_ORDER), (150.0, WherePrecision.FIRST_ORDER))


@dataclass(frozen=True, slots=True, kw_only=True)
class Away:
    """A way from a place: kilometres, and the bearing in degrees from north."""

    kilometres: float
    bearing: float

    @property
    def off(self) -> float:
        """Give by how many kilometres the point may be wrong: half of the angle between two of the eight winds."""
        return self.kilometres * math.sin(math.radians(22.5))

    @property
    def precision(self) -> WherePrecision:
        """Give UCDP's where_prec of the point that the way leads to."""
        return next((step for most, step in _STEPS if self.off <= most), WherePrecision.AREA)

    def end(self, lat: float, lon: float) -> tuple[float, float]:
        """Give latitude and longitude, in degrees, of the end of the way from a point (on a sphere)."""
        phi, turn, arc = math.radians(lat), math.radians(self.bearing), self.kilometres / _EARTH_KM
        sine = math.sin(phi) * math.cos(arc) + math.cos(phi) * math.sin(arc) * math.cos(turn)
        east = math.sin(turn) * math.sin(arc) * math.cos(phi)
        there = (
            math.degrees(math.asin(sine)),
            lon + math.degrees(math.atan2(east, math.cos(arc) - math.sin(phi) * sine)),
        )
        return there[0], (there[1] + 180.0) % 360.0 - 180.0


def away(before: str) -> Away | None:
    """Read the way that stands right before a name ("80 km north of ..."), or None."""
    if not before or not (found := _AWAY.search(before)):
        return None
    kilometres = float(found["number"].replace(",", "")) * _KM[found["unit"][0].lower()]
    whither = re.sub(r"[- ]", "", found["whither"].lower())
    return Away(kilometres=kilometres, bearing=float(_BEARING[whither])) if 0 < kilometres < 2000 else None


def with_lead(span: Span, text: str) -> Span:
    """Take to a phrase of a text what leads up to it and says how near it is: "80 km north of | Goma"."""
    lead = _LEAD.search(text, max(0, span.start - 80), span.start)
    start = lead.start() if lead and text[lead.start() : span.start].strip().lower() not in ("", "the") else span.start
    return Span(text=text[start : span.end], start=start, end=span.end)
