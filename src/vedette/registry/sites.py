"""The rows of sites.tsv: bases, camps, crossings, waters and regions that no public gazetteer holds."""

from dataclasses import dataclass
from pathlib import Path

from vedette.model import RegistryError

SITES = Path(__file__).with_name("sites.tsv")
CENTRES = Path(__file__).with_name("centres.tsv")
COLUMNS = ("name", "others", "kind", "lat", "lon", "country", "adm1", "precision", "note")
KINDS = frozenset(
    "base camp field plant crossing strait sea water dam district region island road bridge border tunnel "
    "port mountain city village building area continent prison airport line".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """One row: a named place, its other names, its point in degrees (WGS84) and UCDP where_prec 1-7."""

    name: str
    others: tuple[str, ...]
    kind: str
    lat: float
    lon: float
    country: str | None
    adm1: str | None
    precision: int
    note: str | None


def read_sites(path: Path = SITES) -> tuple[Site, ...]:
    """Read all rows; raises RegistryError naming file, line and reason."""
    return tuple(_site(line, f"{path.name} line {at}") for at, line in rows(path))


def read_centres(path: Path = CENTRES) -> dict[str, tuple[float, float]]:
    """Read the middle of each country (degrees) by ISO code; raises RegistryError naming file, line and reason."""
    found: dict[str, tuple[float, float]] = {}
    for at, line in rows(path):
        cells = line.split("\t")
        if len(cells) != 3:
            raise RegistryError(f"{path.name} line {at}: needs code, latitude, longitude, parted by tabs")
        where = f"{path.name} line {at}"
        found[cells[0]] = (number(cells[1], 90, where), number(cells[2], 180, where))
    return found


def rows(path: Path) -> list[tuple[int, str]]:
    """Give the numbered lines of a table that are no comment; raises RegistryError where it cannot be read."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise RegistryError(f"{path}: cannot be read ({error}); it must be a UTF-8 text file") from error
    return [(at, line) for at, line in enumerate(lines, start=1) if line.strip() and not line.startswith("#")]


def _site(line: str, where: str) -> Site:
    cells = [cell.strip() for cell in line.split("\t")]
    if len(cells) not in (len(COLUMNS), len(COLUMNS) - 1):
        raise RegistryError(
            f"{where}: has {len(cells)} columns, not {len(COLUMNS)}; part them by tabs: {', '.join(COLUMNS)}"
        )
    name, others, kind, lat, lon, country, adm1, precision = cells[:8]
    if not name or kind not in KINDS:
        raise RegistryError(f"{where}: needs a name and a kind of {', '.join(sorted(KINDS))}; has {name!r}, {kind!r}")
    if country and not (len(country) == 2 and country.isupper()):
        raise RegistryError(f"{where}: country {country!r} is no two-letter code (ISO 3166-1)")
    return Site(
        name=name,
        others=tuple(other.strip() for other in others.split("|") if other.strip()),
        kind=kind,
        lat=number(lat, 90, where),
        lon=number(lon, 180, where),
        country=country or None,
        adm1=adm1 or None,
        precision=_precision(precision, where),
        note=cells[8] if len(cells) > 8 and cells[8] else None,
    )


def number(cell: str, most: float, where: str) -> float:
    """Read a number of degrees within -most..most; raises RegistryError naming the place `where` it stands."""
    try:
        value = float(cell)
    except ValueError as error:
        raise RegistryError(f"{where}: {cell!r} is no number of degrees") from error
    if not -most <= value <= most:
        raise RegistryError(f"{where}: {cell} lies outside -{most:g}..{most:g} degrees")
    return value


def _precision(cell: str, where: str) -> int:
    if cell not in {"1", "2", "3", "4", "5", "6", "7"}:
        raise RegistryError(f"{where}: precision {cell!r} is not 1 to 7 (UCDP where_prec)")
    return int(cell)
