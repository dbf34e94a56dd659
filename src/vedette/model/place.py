"""Where something happened, as a point that says how exact it is."""

from dataclasses import dataclass
from enum import IntEnum


class WherePrecision(IntEnum):
    """UCDP's where_prec: how exact a place is."""

    EXACT = 1
    NEAR = 2
    SECOND_ORDER = 3
    FIRST_ORDER = 4
    AREA = 5
    COUNTRY = 6
    WATER_OR_AIR = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place phrase resolved. `lat`, `lon` in degrees (WGS84); `country` is ISO 3166-1 alpha-2; `adm1` a name.

    `text`, `start`, `end` quote the phrase in the body; unknown places have no name and no point. `basis` says in
    words how it was found ("gazetteer: ...", "site", "the sentence before").
    """

    text: str | None = None
    start: int | None = None
    end: int | None = None
    name: str | None = None
    lat: float | None = None
    lon: float | None = None
    country: str | None = None
    adm1: str | None = None
    precision: WherePrecision | None = None
    basis: str = "unknown"
    geoname_id: int | None = None

    @property
    def known(self) -> bool:
        """Say whether the place has a name or at least a country."""
        return self.name is not None or self.country is not None

    @property
    def located(self) -> bool:
        """Say whether the place has coordinates."""
        return self.lat is not None and self.lon is not None


NOWHERE = Place()
