"""Named places and their points."""

import sqlite3
from functools import lru_cache
from pathlib import Path
from typing import Any

from vedette.model import WherePrecision
from vedette.registry.atlas import atlas_file
from vedette.registry.spelling import fold, loose
from vedette.registry.spot import Spot

MAPPED = 1 << 30  # bytes; more than any compiled file has
_PRECISIONS = {int(precision): precision for precision in WherePrecision}  # quicker than to ask the class each time
SITE_LIKE = frozenset({"country", "adm1", "adm2", "city", "airport"})
MOST = 200  # places of one name that are looked at, the most peopled
_FIND = "SELECT s.*, n.fold, n.main FROM name n JOIN spot s ON s.id = n.spot WHERE n.key = ?"


class Gazetteer:
    """All places that the packages and sites.tsv name, looked up by name in any usual spelling."""

    def __init__(self, path: Path) -> None:
        """Open a compiled file read-only; it is safe to share between threads."""
        self._store = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        self._store.execute(f"PRAGMA mmap_size={MAPPED}")  # a look-up touches pages all over the file
        self.find = lru_cache(maxsize=20000)(self._find)

    def _find(self, name: str) -> tuple[Spot, ...]:
        """Give every place called `name`, the best spelled and most peopled first; loose spellings only from 5
        letters."""
        plain, key = fold(name), loose(name)
        if not key:
            return ()
        rows = self._store.execute(_FIND, (key,)).fetchall()
        if len(rows) > MOST:
            rows = sorted(rows, key=lambda row: -row[7])[:MOST]
        best: dict[int, tuple[int, tuple[Any, ...]]] = {}  # a place may have several names of one key
        least = 0 if len(plain) >= 5 else 1
        for row in rows:
            exact = _exact(row, plain)
            if exact >= least and (row[0] not in best or exact > best[row[0]][0]):
                best[row[0]] = exact, row
        spots = [_spot(row, exact) for exact, row in best.values()]
        return tuple(sorted(spots, key=lambda spot: (-spot.exact, -spot.population, spot.id)))

    def country(self, code: str) -> Spot | None:
        """Give the country of an ISO 3166-1 alpha-2 code."""
        row = self._store.execute(
            "SELECT *, '', 1 FROM spot WHERE kind = 'country' AND country = ?", (code,)
        ).fetchone()
        return _spot(row, _exact(row, "")) if row else None

    def __len__(self) -> int:
        """Count the places."""
        return int(self._store.execute("SELECT count(*) FROM spot").fetchone()[0])


def _exact(row: tuple[Any, ...], plain: str) -> int:
    folded, main = row[-2:]
    return 1 + bool(main) if folded == plain else 0


def _spot(row: tuple[Any, ...], exact: int) -> Spot:
    id_, name, kind, lat, lon, country, adm1, population, precision, geoname, _, _ = row
    return Spot(
        id=id_,
        name=name,
        kind=kind,
        lat=lat,
        lon=lon,
        country=country,
        adm1=adm1,
        population=population,
        precision=_PRECISIONS[precision],
        geoname_id=geoname,
        exact=exact,
    )


@lru_cache(maxsize=1)
def load_gazetteer() -> Gazetteer:
    """Open the gazetteer, compiling it on first use (about half a minute); raises RegistryError."""
    return Gazetteer(atlas_file())
