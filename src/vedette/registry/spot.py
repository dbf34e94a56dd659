"""A place that the gazetteer knows."""

import math
from dataclasses import dataclass

from vedette.model import WherePrecision


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """One entry of the gazetteer. `exact` says how the name asked for fits: 2 its main name, 1 another, 0 loosely.

    `kind` is country, adm1, adm2, city, airport or a kind of sites.tsv; `precision` is what a happening placed here
    has at best; `lat`, `lon` in degrees (WGS84).
    """

    id: int
    name: str
    kind: str
    lat: float
    lon: float
    country: str | None
    adm1: str | None
    population: int
    precision: WherePrecision
    geoname_id: int | None
    exact: int = 2

    def kilometres(self, lat: float, lon: float) -> float:
        """Give the great-circle distance to a point, in km (haversine, radius 6371 km)."""
        phi, psi = math.radians(self.lat), math.radians(lat)
        half = (
            math.sin((psi - phi) / 2) ** 2
            + math.cos(phi) * math.cos(psi) * math.sin(math.radians(lon - self.lon) / 2) ** 2
        )
        return 12742.0 * math.asin(math.sqrt(min(1.0, half)))
