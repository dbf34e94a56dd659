"""A map as SVG: outlines of countries, a mark for each place, larger where more happened."""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from markupsafe import Markup

from vedette.web.printing.shapes import Outline, outlines
from vedette.web.snapshot import Form

WIDTH, HIGHEST = 720.0, 520.0
_LEAST = 4.0  # degrees that a map shows at least
_MOST_OF = 0.9  # of the incidents
_FEW = 14  # places that are named
_KM = 111.2  # a degree of latitude
_RADIUS = {3: 25.0, 4: 75.0, 5: 100.0}  # km within which a place less exact than a point is drawn
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place: where, how exact (UCDP's where_prec), how many incidents and how many killed there."""

    name: str
    lat: float
    lon: float
    precision: int
    count: int
    killed: int


def spots(forms: Iterable[Form]) -> list[Spot]:
    """Give the places of incidents that can be drawn: no country as a whole, no sea or sky; those with most first."""
    held: dict[tuple[str, float, float, int], list[Form]] = defaultdict(list)
    for form in forms:
        where = form["place"]
        if where["lat"] is not None and where["lon"] is not None and (where["precision"] or 9) < 6:
            held[where["name"] or "", where["lat"], where["lon"], where["precision"]].append(form)
    found = [
        Spot(
            name=name,
            lat=lat,
            lon=lon,
            precision=precision,
            count=len(there),
            killed=sum(one["killed"]["best"] for one in there if one["killed"]),
        )
        for (name, lat, lon, precision), there in held.items()
    ]
    return sorted(found, key=lambda one: (-one.count, one.name))


def near(found: Sequence[Spot]) -> tuple[list[Spot], list[Spot]]:
    """Give the places that a map is drawn of, and those that lie so far off that they would make it small: nine in ten
    incidents are drawn, and whatever lies not much further from their middle."""
    if not found:
        return [], []
    middle = tuple(
        median(value for one in found for value in [getattr(one, name)] * one.count) for name in ("lat", "lon")
    )
    ordered = sorted(found, key=lambda one: _away(one, middle))
    whole, held, reach = sum(one.count for one in found), 0, 0.0
    for one in ordered:
        if held < _MOST_OF * whole:
            held, reach = held + one.count, max(_LEAST, _away(one, middle))
    return [one for one in found if _away(one, middle) <= 1.7 * reach], [
        one for one in found if _away(one, middle) > 1.7 * reach
    ]


def svg(found: Sequence[Spot], *, width: float = WIDTH) -> Markup:
    """Draw places; nothing where there are none."""
    if not found:
        return Markup("")
    view = View(_box(found), width)
    turned = (one.turned(by) if by else one for one in outlines() for by in (0, 360, -360) if _reaches(one, by, view))
    shapes = [_shape(one, view) for one in turned]
    marks = [_mark(one, view) for one in sorted(found, key=lambda one: -one.count)]
    names = _names(found[:_FEW], view)
    frame = Markup(
        '<svg class="map" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {0:.0f} {1:.0f}" role="img" '
        'aria-label="Map of {2} places">'
    ).format(view.width, view.height, len(found))
    body = Markup("").join([*shapes, *marks, *names])
    return frame + body + _scale(view) + Markup("</svg>")


class View:
    """A stretch of the globe on paper: equirectangular, true to scale at its middle."""

    def __init__(self, box: Box, width: float = WIDTH) -> None:
        self.width = width
        west, south, east, north = box
        self.squeeze = math.cos(math.radians((south + north) / 2))
        self.scale = min(width / ((east - west) * self.squeeze), HIGHEST * width / WIDTH / (north - south))
        self.height = max(160.0, (north - south) * self.scale)
        spare = (width / self.scale / self.squeeze - (east - west)) / 2
        self.box = (west - spare, south, east + spare, north)

    def at(self, lon: float, lat: float) -> tuple[float, float]:
        """Give where a point lies on paper."""
        return (lon - self.box[0]) * self.squeeze * self.scale, (self.box[3] - lat) * self.scale


def _box(found: Sequence[Spot]) -> Box:
    lons, lats = [one.lon for one in found], [one.lat for one in found]
    west, south, east, north = min(lons), min(lats), max(lons), max(lats)
    more = max(_LEAST, 1.25 * (north - south), 0.8 * (east - west)) / 2
    across = max(more * 1.3, 0.6 * (east - west))
    middle = ((west + east) / 2, (south + north) / 2)
    return middle[0] - across, middle[1] - more, middle[0] + across, middle[1] + more


def _shape(one: Outline, view: View) -> Markup:
    points = " ".join(f"{x:.1f},{y:.1f}" for x, y in (view.at(lon, lat) for lon, lat in one.ring))
    return Markup('<polygon class="land" points="{}"><title>{}</title></polygon>').format(points, one.name)


def _mark(one: Spot, view: View) -> Markup:
    x, y = view.at(one.lon, one.lat)
    said = f"{one.name}: {one.count} incidents, {one.killed} killed"
    radius = 3 + 2.2 * math.sqrt(one.count)
    if one.precision in _RADIUS:
        around = _RADIUS[one.precision] / _KM * view.scale
        return Markup('<circle class="around" cx="{:.1f}" cy="{:.1f}" r="{:.1f}"><title>{}</title></circle>').format(
            x, y, max(around, radius), said
        )
    return Markup('<circle class="spot" cx="{:.1f}" cy="{:.1f}" r="{:.1f}"><title>{}</title></circle>').format(
        x, y, min(radius, 24), said
    )


def _names(found: Sequence[Spot], view: View) -> list[Markup]:
    """Name places, those with most incidents first; one whose name would stand in another's way goes without."""
    taken: list[Box] = []
    named = []
    for one in found:
        x, y = view.at(one.lon, one.lat)
        long = 6.2 * len(one.name) + 14
        box = (x - long, y - 9, x, y + 6) if x > view.width * 0.8 else (x, y - 9, x + long, y + 6)
        if all(box[2] < a or box[0] > c or box[3] < b or box[1] > d for a, b, c, d in taken):
            taken.append(box)
            named.append(_name(one, view))
    return named


def _away(one: Spot, middle: tuple[float, ...]) -> float:
    return math.hypot(one.lat - middle[0], (one.lon - middle[1]) * math.cos(math.radians(middle[0])))


def _reaches(one: Outline, by: float, view: View) -> bool:
    west, south, east, north = view.box
    return one.meets((west - by, south, east - by, north))


def _name(one: Spot, view: View) -> Markup:
    x, y = view.at(one.lon, one.lat)
    away = min(3 + 2.2 * math.sqrt(one.count), 24) + 3
    if x > view.width * 0.8:
        return Markup('<text x="{:.1f}" y="{:.1f}" text-anchor="end">{}</text>').format(x - away, y + 4, one.name)
    return Markup('<text x="{:.1f}" y="{:.1f}">{}</text>').format(x + away, y + 4, one.name)


def _scale(view: View) -> Markup:
    """Draw a bar of so many kilometres, at the left below."""
    whole = view.width / view.scale * _KM
    length = next((km for km in (1000, 500, 200, 100, 50, 20, 10) if km < whole / 4), 10)
    across, y = length / _KM * view.scale, view.height - 14
    return Markup(
        '<path class="scale" d="M12 {0:.1f}v4h{1:.1f}v-4"/><text class="scale" x="12" y="{2:.1f}">{3} km</text>'
    ).format(y, across, y - 3, length)
