"""The parts of countries that no package numbers or places: first-level units, U.S. counties, and short forms."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from vedette.model import RegistryError
from vedette.registry.sites import number, rows
from vedette.registry.spelling import fold

FIRST_LEVEL = Path(__file__).with_name("first_level.tsv")
COUNTIES = Path(__file__).with_name("counties.tsv")
SHORT = Path(__file__).with_name("abbreviations.tsv")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A first-level unit of a country: GeoNames' code of it in the country, its name there, its GeoNames id."""

    country: str
    code: str
    name: str
    geoname_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class County:
    """A county of the United States, the state that it lies in, and its middle in degrees."""

    name: str
    state: str
    lat: float
    lon: float


def read_first_level(path: Path = FIRST_LEVEL) -> tuple[Part, ...]:
    """Read the first-level units of all countries; raises RegistryError naming file, line and reason."""
    return tuple(
        Part(
            country=cells[0][:2],
            code=cells[0][3:],
            name=cells[1],
            geoname_id=int(number(cells[2], 1e12, where)),
        )
        for where, cells in _cells(path, "country and code, name, GeoNames id")
    )


def read_counties(path: Path = COUNTIES) -> tuple[County, ...]:
    """Read the counties of the United States; raises RegistryError naming file, line and reason."""
    return tuple(
        County(name=cells[0], state=cells[1], lat=number(cells[2], 90, where), lon=number(cells[3], 180, where))
        for where, cells in _cells(path, "name, state, latitude, longitude")
    )


@lru_cache(maxsize=1)
def short_forms() -> dict[str, tuple[str, str]]:
    """Read the short forms of first-level units, as they are written: "Ala." -> ("US", "Alabama")."""
    found: dict[str, tuple[str, str]] = {}
    for _, cells in _cells(SHORT, "short forms, country, name"):
        found |= dict.fromkeys(cells[0].split("|"), (cells[1], cells[2]))
    return found


def spelled_out(name: str) -> tuple[str, str] | None:
    """Give the country and the full name that a short form stands for: "W. Va." and "W.Va." are West Virginia; a code
    is two capital letters, anything else needs its full stop or four letters."""
    form = name.replace(". ", ".")
    return short_forms().get(form) or (short_forms().get(f"{form}.") if len(fold(form)) > 2 else None)


def _cells(path: Path, columns: str) -> list[tuple[str, list[str]]]:
    """Give the cells of each row with the words that name its line; all rows have as many cells as columns."""
    found = []
    for line, text in rows(path):
        where, cells = f"{path.name} line {line}", [cell.strip() for cell in text.split("\t")]
        if len(cells) != len(columns.split(", ")) or not all(cells):
            raise RegistryError(f"{where}: needs {columns}, parted by tabs")
        found.append((where, cells))
    return found
