"""GeoNames' dumps of countries (IQ.zip), which a user adds to the gazetteer."""

import os
import shutil
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import closing
from io import TextIOWrapper
from pathlib import Path
from typing import NamedTuple

from vedette.model import RegistryError
from vedette.registry.cache import cache_folder, temporary_beside
from vedette.registry.sites import number
from vedette.registry.sources import latin

COLUMNS = 19
SOURCE = "get one from download.geonames.org/export/dump"
# GeoNames' feature codes -> kind and UCDP's where_prec; what is not named here is left out.
KINDS = {
    "ADM1": ("adm1", 4),
    "ADM2": ("adm2", 3),
    "ADM3": ("adm2", 3),
    "AIRB": ("base", 1),
    "AIRF": ("airport", 1),
    "AIRP": ("airport", 1),
    "AIRQ": ("airport", 1),
    "MILB": ("base", 1),
    "INSM": ("base", 1),
    "NVB": ("base", 1),
    "CMPRF": ("camp", 1),
    "DAM": ("dam", 1),
    "BDG": ("bridge", 1),
    "PRN": ("prison", 1),
    "PRT": ("port", 1),
    "PSTB": ("crossing", 1),
    "CSTM": ("crossing", 1),
    "OILF": ("field", 1),
    "GASF": ("field", 1),
    "OILR": ("plant", 1),
    "PS": ("plant", 1),
    "ISL": ("island", 2),
    "MT": ("mountain", 2),
    "MTS": ("mountain", 3),
    "PASS": ("road", 2),
    "STRT": ("strait", 7),
    "STM": ("water", 3),
    "LK": ("water", 2),
    "RSV": ("water", 2),
    "WAD": ("water", 3),
    "VAL": ("area", 3),
    "AREA": ("area", 3),
    "RGN": ("region", 3),
    "DSRT": ("area", 5),
    "FRST": ("area", 3),
}


class Entry(NamedTuple):
    """A place of a dump; `lat`, `lon` in degrees, `admin1` GeoNames' code within the country."""

    geoname_id: int
    name: str
    others: tuple[str, ...]
    kind: str
    lat: float
    lon: float
    country: str
    admin1: str
    population: int
    precision: int


def installed() -> tuple[Path, ...]:
    """Give the dumps that were added, by name."""
    return tuple(sorted(_folder().glob("*.zip")))


def _folder() -> Path:
    return cache_folder() / "geonames"


def read_dump(path: Path) -> Iterator[Entry]:
    """Read the places of a dump; raises RegistryError naming file, line and reason."""
    try:
        with zipfile.ZipFile(path) as archive, closing(archive.open(_table(archive, path))) as table:
            for number, line in enumerate(TextIOWrapper(table, encoding="utf-8", newline="\n"), start=1):
                if (entry := _entry(line.rstrip("\r\n").split("\t"), f"{path.name} line {number}")) is not None:
                    yield entry
    except FileNotFoundError as error:
        raise RegistryError(f"{path}: there is no such file; {SOURCE}") from error
    except (OSError, EOFError, zipfile.BadZipFile, UnicodeDecodeError, zlib.error) as error:
        raise RegistryError(f"{path}: is no whole dump of GeoNames ({error}); {SOURCE}") from error


def _table(archive: zipfile.ZipFile, path: Path) -> str:
    """Give the table in an archive: the largest text but the notes."""
    names = [info for info in archive.infolist() if info.filename.endswith(".txt") and "readme" not in info.filename]
    if not names:
        raise RegistryError(f"{path}: holds no table (.txt); {SOURCE}")
    return max(names, key=lambda info: info.file_size).filename


def _entry(cells: list[str], where: str) -> Entry | None:
    if len(cells) != COLUMNS:
        raise RegistryError(f"{where}: has {len(cells)} columns, not {COLUMNS}; {SOURCE}")
    kind, precision = ("city", 1) if cells[6] == "P" else KINDS.get(cells[7], ("", 0))
    if not kind or cells[7] in ("PPLH", "PPLQ", "PPLW"):
        return None
    others = tuple(other for other in (cells[2], *cells[3].split(",")) if latin(other))
    try:
        lat, lon = number(cells[4], 90, where), number(cells[5], 180, where)
        place = (lat, lon, cells[8], cells[10], int(cells[14] or 0), precision)
        return Entry(int(cells[0]), cells[1], others, kind, *place)
    except ValueError as error:
        raise RegistryError(f"{where}: {error}; {SOURCE}") from error


def install(path: Path) -> int:
    """Check a dump and put it with the others, in the place of one of the same name; give the number of its places.

    Nothing changes where the dump is broken: raises RegistryError.
    """
    if not path.is_file():
        raise RegistryError(f"{path}: is not there; {SOURCE}")
    places = sum(1 for _ in read_dump(path))
    if not places:
        raise RegistryError(f"{path}: holds no places; {SOURCE}")
    folder = _folder()
    folder.mkdir(exist_ok=True)
    kept = folder / path.with_suffix(".zip").name
    part = temporary_beside(kept)
    shutil.copyfile(path, part)
    os.replace(part, kept)
    return places


def remove(name: str) -> bool:
    """Take the dump of a name ("IQ") out again; say whether it was there."""
    kept = _folder() / f"{name.removesuffix('.zip')}.zip"
    there = kept.exists()
    kept.unlink(missing_ok=True)
    return there
